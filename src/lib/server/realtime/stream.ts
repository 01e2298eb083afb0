import { longestStream } from '../../domain/project/event-stream.ts';

/** An open stream of server-sent events. */
export type EventStream = {
	readonly send: (kind: string, data: unknown) => void;
	/** as `send`, with data that was written out before, for many screens at once */
	readonly sendText: (text: string) => void;
	readonly close: () => void;
};

/** What feeds a stream. */
export type Feed = {
	/** starts what feeds the stream; the answer is called once, when the stream ends, whoever ended it */
	readonly start: (stream: EventStream) => () => void;
	/** called at every heartbeat; the stream ends when it answers false */
	readonly stillAllowed: () => Promise<boolean>;
};

const heartbeatEvery = 15_000; // ms; proxies cut connections that are silent for longer
const mostWaiting = 2_000; // events a screen may lag behind before it must connect and read again

/** One event in the form of the stream. */
export const eventText = (kind: string, data: unknown): string => `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * A response that stays open and sends events. It is closed exactly once: closing a stream that the browser has left
 * throws, and would end the process.
 */
export const eventStream = ({ start, stillAllowed }: Feed): Response => {
	const encoder = new TextEncoder();
	let isOpen = true;
	let stop: () => void = () => {};
	let heartbeat: NodeJS.Timeout | undefined;

	const end = () => {
		if (!isOpen) return false;
		isOpen = false;
		clearInterval(heartbeat);
		stop();
		return true;
	};

	const body = new ReadableStream<Uint8Array>(
		{
			start: (controller) => {
				const close = () => {
					if (end()) controller.close();
				};
				const sendText = (text: string) => {
					if (!isOpen) return;
					if ((controller.desiredSize ?? 0) < -mostWaiting) return close();
					controller.enqueue(encoder.encode(text));
				};
				const opened = Date.now();
				heartbeat = setInterval(() => {
					if (Date.now() - opened > longestStream) return close();
					sendText(': still here\n\n');
					stillAllowed().then(
						(allowed) => (allowed ? undefined : close()),
						() => close()
					);
				}, heartbeatEvery);
				heartbeat.unref();
				sendText('retry: 1000\n\n');
				stop = start({ send: (kind, data) => sendText(eventText(kind, data)), sendText, close });
				// What was fed may have ended the stream while it started.
				if (!isOpen) stop();
			},
			cancel: () => void end()
		},
		{ highWaterMark: 0 }
	);
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no'
		}
	});
};
