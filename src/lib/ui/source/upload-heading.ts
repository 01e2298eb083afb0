import { m } from '#lib/paraglide/messages.js';
import type { ImportItemState } from './import-list.svelte.ts';
import type { UploadState } from './upload-queue.svelte.ts';

type State = UploadState | ImportItemState;

/** What the list of files on the upload page is called: what is to be done with them, what happens, or what happened. */
export const uploadHeading = (states: readonly State[]): string => {
	if (states.some((state) => state === 'sending' || state === 'reading')) return m.source_upload_list_busy();
	if (states.includes('waiting')) return m.source_upload_list();
	if (states.length > 0 && states.every((state) => state === 'done')) return m.source_upload_list_done();
	return m.source_upload_list_chosen();
};
