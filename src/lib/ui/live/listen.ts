import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import { followPlace } from './link.ts';
import type { Heard } from './one-stream.ts';

/** How a screen follows what others do. */
export type LiveHandlers = {
	/** a `gap` says that events may have been missed: what is shown is to be read again */
	readonly onEvent: (event: LiveEvent) => void;
	readonly onState?: (isOpen: boolean) => void;
	/** the stream itself tells what happened between the reading of the page and its opening; else that is a gap too */
	readonly tellsSince?: boolean;
};

/** How long a tab that nobody looks at goes on listening, in milliseconds: who looks something up elsewhere is back soon. */
const leaveAfter = 10_000;

/**
 * Listens to the live events of a screen: of a project, or of what `eventsQuery` tells within it, as `{projectId}?…`.
 * The answer stops it. After any break, what was missed is told as a gap. All windows of a browser share one stream, of
 * what is in the tabs that somebody looks at: nobody is shown as present in a tab behind another.
 */
export const listen = (on: string, { onEvent, onState, tellsSince = false }: LiveHandlers): (() => void) => {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let stop: (() => void) | null = null;
	let isGap = !tellsSince;

	const hear = (heard: Heard) => {
		if ('kind' in heard) return onEvent(readEvent(heard.kind, heard.data));
		onState?.(heard.isOpen);
		if (!heard.isOpen) return;
		if (isGap) onEvent({ kind: 'gap' });
		isGap = true;
	};
	const begin = () => {
		stop ??= followPlace(on, hear);
	};
	const end = () => {
		stop?.();
		stop = null;
	};
	const leave = () => {
		end();
		onState?.(false);
	};
	const onVisibility = () => {
		clearTimeout(timer);
		if (document.hidden) timer = setTimeout(leave, leaveAfter);
		else begin();
	};

	document.addEventListener('visibilitychange', onVisibility);
	if (!document.hidden) begin();
	return () => {
		document.removeEventListener('visibilitychange', onVisibility);
		clearTimeout(timer);
		end();
	};
};

/** The data of an event is the rest of it as JSON; an event that cannot be read counts as a gap. */
const readEvent = (kind: LiveEvent['kind'], data: string): LiveEvent => {
	try {
		const rest: unknown = data === '' ? {} : JSON.parse(data);
		return { ...(rest as object), kind } as LiveEvent;
	} catch {
		return { kind: 'gap' };
	}
};
