import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Reads what a page shows once more because others changed it; `only` = the part that depends on this name. Not while
 * somebody is on the way to another page: reading again would undo that click, and the other page is read anew anyway.
 */
export const readAgain = async (only?: string): Promise<void> => {
	if (navigating.to !== null) return;
	await (only === undefined ? invalidateAll() : invalidate(only));
};
