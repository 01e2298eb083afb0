import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import { listen } from './listen.ts';

/** What a page can follow; `coding`: codings come, change and go. */
export type Followed = Extract<LiveEvent, { kind: 'changed' }>['what'] | 'coding';

/** Who has the same open, and in which place. */
export type Present = Extract<LiveEvent, { kind: 'presence' }>['people'];

const together = 150; // ms: giving out fifty interviews is one change on the screen

/**
 * Calls when one of these things changed in a project, also by others, and when that may have been missed; `query` says
 * what is open on the screen, so that others see who is there. The answer stops it.
 */
export const follow = (
	projectId: string,
	things: readonly Followed[],
	onChange: () => unknown,
	{ query = '', onPresence }: { readonly query?: string; readonly onPresence?: (people: Present) => void } = {}
): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = listen(projectId + query, {
		onEvent: (event) => {
			if (event.kind === 'presence') return onPresence?.(event.people);
			const what = event.kind === 'changed' ? event.what : event.kind.startsWith('coding-') ? 'coding' : null;
			if (event.kind !== 'gap' && (what === null || !things.includes(what))) return;
			clearTimeout(timer);
			timer = setTimeout(onChange, together);
		}
	});
	return () => {
		clearTimeout(timer);
		stop();
	};
};
