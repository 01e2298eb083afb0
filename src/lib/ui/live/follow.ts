import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import { listen } from './listen.ts';

/** What a page can follow; `coding`: codings come, change and go. */
export type Followed = Extract<LiveEvent, { kind: 'changed' }>['what'] | 'coding';

const together = 150; // ms: giving out fifty interviews is one change on the screen

/** Calls when one of these things changed in a project, also by others, and when that may have been missed. The answer stops it. */
export const follow = (projectId: string, things: readonly Followed[], onChange: () => unknown): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = listen(`/api/v1/projects/${projectId}/events`, {
		onEvent: (event) => {
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
