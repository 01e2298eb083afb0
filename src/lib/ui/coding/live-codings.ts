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

/** How a desk follows what others do. */
export type LiveHandlers = {
	readonly onEvent: (event: LiveEvent) => void;
	readonly onState: (isOpen: boolean) => void;
};

/** How long to wait before opening a stream that the server closed for good, in milliseconds. */
const reopenAfter = 5000;

/** Listens to the live events of a source; the answer stops it. What was missed while it was broken comes first. */
export const listen = (url: string, { onEvent, onState }: LiveHandlers): (() => void) => {
	let source: EventSource | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isStopped = false;

	const open = () => {
		source = new EventSource(url);
		source.addEventListener('open', () => onState(true));
		source.addEventListener('error', () => {
			onState(false);
			// The browser tries again by itself, except after an answer that is no stream (signed out, server restarting).
			if (source?.readyState === EventSource.CLOSED && !isStopped) timer = setTimeout(open, reopenAfter);
		});
		for (const kind of kinds)
			source.addEventListener(kind, (message) => {
				const event = readEvent(kind, message.data);
				if (event) onEvent(event);
			});
	};

	open();
	return () => {
		isStopped = true;
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
