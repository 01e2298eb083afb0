import { invalidate, invalidateAll } from '$app/navigation';
import { navigating, page } from '$app/state';
import { inTurn } from './in-turn.ts';
import { untilReached } from './reach.ts';

const readInTurn = inTurn();

/**
 * Reads what a page shows once more because others changed it; `only` = the part that depends on this name. One reading
 * at a time: SvelteKit gives up a reading halfway when another begins. Without a connection it waits for one. Somebody
 * who is on the way to another page gets there first: reading now would undo that click, and that page may have been
 * read before the change.
 */
export const readAgain = (only?: string): Promise<void> =>
	readInTurn(only ?? '', async () => {
		await untilReached();
		await navigating.complete?.catch(() => {});
		// It was given up for a next one, which began after the change and so reads it.
		if (navigating.to !== null) return;
		await (only === undefined ? invalidateAll() : invalidate(only));
	});

const mostReads = 3;

/**
 * Reads what a page shows once more after an act of the person who looks, all of it or the parts that depend on these
 * names; done once that is shown. When something live makes the page read at the same moment, SvelteKit gives up one of
 * the two halfway: then this reads again. Not while somebody is on the way to another page, which would undo that click.
 */
export const readNow = async (...only: readonly string[]): Promise<void> => {
	const before = page.data;
	for (let reads = 0; reads < mostReads && page.data === before && navigating.to === null; reads += 1)
		await (only.length === 0 ? invalidateAll() : Promise.all(only.map((name) => invalidate(name))));
};
