import type { CodebookLog } from './codebook-log.svelte.ts';

/** Ctrl+Z and Ctrl+Shift+Z for the codebook; in a field they are about what is typed there. */
export const undoKeys =
	(log: CodebookLog) =>
	(event: KeyboardEvent): void => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
		if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
		event.preventDefault();
		void (event.shiftKey ? log.redoLast() : log.undoLast());
	};
