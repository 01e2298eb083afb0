import { invalidate, invalidateAll } from '$app/navigation';
import { navigating, page } from '$app/state';

/**
 * Reads what a page shows once more because others changed it; `only` = the part that depends on this name. Not while
 * somebody is on the way to another page: reading again would undo that click, and the other page is read anew anyway.
 */
export const readAgain = async (only?: string): Promise<void> => {
	if (navigating.to !== null) return;
	await (only === undefined ? invalidateAll() : invalidate(only));
};

const mostReads = 3;

/**
 * Reads what a page shows once more after an act of the person who looks, all of it or the parts that depend on these
 * names; done once that is shown. When something live makes the page read at the same moment, SvelteKit gives up one of
 * the two halfway: then this reads again. Not while somebody is on the way to another page, for the same reason as above.
 */
export const readNow = async (...only: readonly string[]): Promise<void> => {
	const before = page.data;
	for (let reads = 0; reads < mostReads && page.data === before && navigating.to === null; reads += 1)
		await (only.length === 0 ? invalidateAll() : Promise.all(only.map((name) => invalidate(name))));
};
