import type { LiveEvent } from '#lib/contract/coding-desk.ts';

/** The kinds of events that a desk listens to; each has its own name in the stream. */
const kinds: readonly LiveEvent['kind'][] = [
	'coding-added',
	'coding-changed',
	'coding-removed',
	'changed',
	'presence',
	'gap'
];

/** How a screen follows what others do. */
export type LiveHandlers = {
	/** a `gap` says that events may have been missed: what is shown is to be read again */
	readonly onEvent: (event: LiveEvent) => void;
	readonly onState?: (isOpen: boolean) => void;
	/** the stream itself tells what happened between the reading of the page and its opening; else that is a gap too */
	readonly tellsSince?: boolean;
};

/** How long to wait before opening a stream that the server closed for good, in milliseconds. */
const reopenAfter = 5000;

/** How long a tab that nobody looks at goes on listening, in milliseconds: who looks something up elsewhere is back soon. */
const leaveAfter = 10_000;

/**
 * Listens to the live events of a screen; the answer stops it. After any break, what was missed is told as a gap.
 *
 * Only a tab that somebody looks at holds a stream, so that a browser has one however many tabs are open: over HTTP/1.1
 * a browser opens six connections to a server, and with six streams nothing else would come through.
 */
export const listen = (url: string, { onEvent, onState, tellsSince = false }: LiveHandlers): (() => void) => {
	let source: EventSource | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isGap = !tellsSince;

	const open = () => {
		source?.close();
		source = new EventSource(url);
		source.addEventListener('open', () => {
			onState?.(true);
			if (isGap) onEvent({ kind: 'gap' });
			isGap = true;
		});
		source.addEventListener('error', () => {
			onState?.(false);
			// The browser tries again by itself, except after an answer that is no stream (signed out, server restarting).
			if (source?.readyState !== EventSource.CLOSED || document.hidden) return;
			clearTimeout(timer);
			timer = setTimeout(open, reopenAfter);
		});
		for (const kind of kinds)
			source.addEventListener(kind, (message) => {
				const event = readEvent(kind, message.data);
				if (event) onEvent(event);
			});
	};

	const leave = () => {
		source?.close();
		source = null;
		onState?.(false);
	};

	const onVisibility = () => {
		clearTimeout(timer);
		if (document.hidden) timer = setTimeout(leave, leaveAfter);
		else if (!source || source.readyState === EventSource.CLOSED) open();
	};

	document.addEventListener('visibilitychange', onVisibility);
	if (!document.hidden) open();
	return () => {
		document.removeEventListener('visibilitychange', onVisibility);
		clearTimeout(timer);
		source?.close();
	};
};

/** The data of an event is the rest of it as JSON; an event that cannot be read counts as a gap. */
const readEvent = (kind: LiveEvent['kind'], data: unknown): LiveEvent => {
	try {
		const rest: unknown = typeof data === 'string' && data !== '' ? JSON.parse(data) : {};
		return { ...(rest as object), kind } as LiveEvent;
	} catch {
		return { kind: 'gap' };
	}
};
