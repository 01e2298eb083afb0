import type { CodebookLog } from './codebook-log.svelte.ts';

/** Ctrl+Z and Ctrl+Shift+Z for the codebook; in a field they are about what is typed there. */
export const undoKeys =
	(log: CodebookLog) =>
	(event: KeyboardEvent): void => {
		if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'z') return;
		const { target } = event;
		if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
		if (target instanceof HTMLElement && target.isContentEditable) return;
		event.preventDefault();
		void (event.shiftKey ? log.redoLast() : log.undoLast());
	};
