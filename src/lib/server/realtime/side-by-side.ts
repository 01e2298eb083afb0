import { eventText, type EventStream, type Feed } from './stream.ts';

/**
 * Several feeds over one stream: `id:` tells with each event which of them it is of, counted from 0. One that is null,
 * or that may go on no longer, is told once as `refused`; the stream ends when none is left.
 */
export const sideBySide = (feeds: readonly (Feed | null)[]): Feed => {
	const stops = new Map<number, () => void>();
	const refused = new Set<number>();
	const partOf = (stream: EventStream, index: number): EventStream => {
		// What was being written out when a place was refused is for it no longer.
		const sendText = (text: string) => {
			if (!refused.has(index)) stream.sendText(`id: ${index}\n${text}`);
		};
		return { send: (kind, data) => sendText(eventText(kind, data)), sendText, close: stream.close };
	};
	let refuse: (index: number) => void = () => {};

	return {
		start: (stream) => {
			refuse = (index) => {
				stops.get(index)?.();
				stops.delete(index);
				partOf(stream, index).send('refused', {});
				refused.add(index);
			};
			feeds.forEach((feed, index) => {
				if (feed === null) refuse(index);
				else stops.set(index, feed.start(partOf(stream, index)));
			});
			return () => {
				for (const stop of stops.values()) stop();
				stops.clear();
			};
		},
		stillAllowed: async () => {
			await Promise.all(
				[...stops.keys()].map(async (index) => {
					if (!(await feeds[index]?.stillAllowed())) refuse(index);
				})
			);
			return stops.size > 0;
		}
	};
};
