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
 * Reads what a page shows once more after an act of the person who looks; done once that is shown. When something live
 * makes the page read at the same moment, SvelteKit gives up one of the two halfway: then this reads again.
 */
export const readNow = async (): Promise<void> => {
	const before = page.data;
	for (let reads = 0; reads < mostReads && page.data === before; reads += 1) await invalidateAll();
};
