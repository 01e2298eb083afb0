import { expect, test } from 'vitest';
import { sideBySide } from '../../src/lib/server/realtime/side-by-side.ts';
import type { EventStream, Feed } from '../../src/lib/server/realtime/stream.ts';

/** A stream that keeps what was sent, and a feed that says what becomes of it. */
const kept = () => {
	const sent: string[] = [];
	const stream: EventStream = {
		send: (kind) => sent.push(kind),
		sendText: (text) => sent.push(text),
		close: () => sent.push('closed')
	};
	return { sent, stream };
};
const newFeed = () => {
	const state = { isAllowed: true, stops: 0, stream: null as EventStream | null };
	const feed: Feed = {
		start: (stream) => {
			state.stream = stream;
			return () => (state.stops += 1);
		},
		stillAllowed: async () => state.isAllowed
	};
	return { state, feed };
};

test('what was written out before gets its number too', () => {
	const { sent, stream } = kept();
	const [a, b] = [newFeed(), newFeed()];
	sideBySide([a.feed, b.feed]).start(stream);
	b.state.stream?.sendText('event: changed\ndata: {}\n\n');
	a.state.stream?.send('presence', { people: ['é 😀'] });
	expect(sent).toEqual([
		'id: 1\nevent: changed\ndata: {}\n\n',
		'id: 0\nevent: presence\ndata: {"people":["é 😀"]}\n\n'
	]);
});

test('one that may go on no longer is stopped and told once; the last one ends the stream', async () => {
	const { sent, stream } = kept();
	const [a, b] = [newFeed(), newFeed()];
	const both = sideBySide([a.feed, b.feed]);
	both.start(stream);
	expect(await both.stillAllowed()).toBe(true);
	b.state.isAllowed = false;
	expect(await both.stillAllowed()).toBe(true);
	expect(await both.stillAllowed()).toBe(true);
	expect([sent, b.state.stops]).toEqual([['id: 1\nevent: refused\ndata: {}\n\n'], 1]);
	a.state.isAllowed = false;
	expect(await both.stillAllowed()).toBe(false);
});

test('what was still being written out when a place was refused is not sent', async () => {
	const { sent, stream } = kept();
	const [a, b] = [newFeed(), newFeed()];
	const both = sideBySide([a.feed, b.feed]);
	both.start(stream);
	b.state.isAllowed = false;
	await both.stillAllowed();
	b.state.stream?.sendText('event: coding-added\ndata: {"quote":"é 😀"}\n\n');
	expect(sent).toEqual(['id: 1\nevent: refused\ndata: {}\n\n']);
});

test('when the stream ends, each is stopped once', async () => {
	const [a, b] = [newFeed(), newFeed()];
	const both = sideBySide([a.feed, null, b.feed]);
	const end = both.start(kept().stream);
	b.state.isAllowed = false;
	await both.stillAllowed();
	end();
	expect([a.state.stops, b.state.stops]).toEqual([1, 1]);
});

test('what ends one of them ends the stream: the server stops', () => {
	const { sent, stream } = kept();
	const { feed, state } = newFeed();
	sideBySide([feed]).start(stream);
	state.stream?.close();
	expect(sent).toEqual(['closed']);
});
