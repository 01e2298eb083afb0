import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import { listen } from '#lib/ui/live/listen.ts';

/** A stream whose other end is this test. */
class FakeStream extends EventTarget {
	static all: FakeStream[] = [];
	readonly CLOSED = 2;
	readyState = 0;
	constructor() {
		super();
		FakeStream.all.push(this);
	}
	accept(): void {
		this.readyState = 1;
		this.dispatchEvent(new Event('open'));
	}
	break(state: 0 | 2): void {
		this.readyState = state;
		this.dispatchEvent(new Event('error'));
	}
	send(kind: string, data: string): void {
		this.dispatchEvent(new MessageEvent(kind, { data }));
	}
	close(): void {
		this.readyState = this.CLOSED;
	}
}

let isHidden = false;
/** What is followed is told to the stream a step later. */
const told = () => Promise.resolve();
const look = async (isLooking: boolean) => {
	isHidden = !isLooking;
	document.dispatchEvent(new Event('visibilitychange'));
	await told();
};
const openStreams = () => FakeStream.all.filter(({ readyState }) => readyState !== 2);

let events: LiveEvent[];
let states: boolean[];
let stop: () => void;
let tellsSince: boolean;
const start = async () => {
	stop = listen('p1', {
		onEvent: (event) => events.push(event),
		onState: (isOpen) => states.push(isOpen),
		tellsSince
	});
	await told();
};

beforeEach(() => {
	[events, states, isHidden, FakeStream.all] = [[], [], false, []];
	tellsSince = true;
	vi.useFakeTimers();
	vi.stubGlobal('EventSource', FakeStream);
	vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
});
afterEach(async () => {
	stop();
	await told();
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

test('events come in as they are sent; one that cannot be read counts as a gap', async () => {
	await start();
	FakeStream.all[0]?.accept();
	FakeStream.all[0]?.send('changed', '{"what":"code","ids":["a"]}');
	FakeStream.all[0]?.send('changed', 'no JSON');
	expect(events).toEqual([{ kind: 'changed', what: 'code', ids: ['a'] }, { kind: 'gap' }]);
});

test('what came before the stream opened is a gap as well, unless the stream tells it', async () => {
	tellsSince = false;
	await start();
	FakeStream.all[0]?.accept();
	expect(events).toEqual([{ kind: 'gap' }]);
});

test('after a break that the browser mended itself, what was missed is told as a gap', async () => {
	await start();
	FakeStream.all[0]?.accept();
	expect(events).toEqual([]);
	FakeStream.all[0]?.break(0);
	FakeStream.all[0]?.accept();
	expect([events, states]).toEqual([[{ kind: 'gap' }], [true, false, true]]);
});

test('a stream that the server closed for good is opened anew after a while', async () => {
	await start();
	FakeStream.all[0]?.accept();
	FakeStream.all[0]?.break(2);
	vi.advanceTimersByTime(5_000);
	expect(FakeStream.all).toHaveLength(2);
	FakeStream.all[1]?.accept();
	expect(events).toEqual([{ kind: 'gap' }]);
});

test('a tab that nobody looks at lets its stream go, and catches up when somebody does', async () => {
	await start();
	FakeStream.all[0]?.accept();
	await look(false);
	vi.advanceTimersByTime(9_000);
	expect(openStreams()).toHaveLength(1);
	vi.advanceTimersByTime(2_000);
	await told();
	expect(openStreams()).toHaveLength(0);
	await look(true);
	openStreams()[0]?.accept();
	expect([events, states]).toEqual([[{ kind: 'gap' }], [true, false, true]]);
});

test('who looks away for a moment misses nothing and reads nothing again', async () => {
	await start();
	FakeStream.all[0]?.accept();
	await look(false);
	vi.advanceTimersByTime(5_000);
	await look(true);
	vi.advanceTimersByTime(60_000);
	expect([FakeStream.all.length, events]).toEqual([1, []]);
});

test('a tab opened behind another waits with its stream until somebody looks at it', async () => {
	isHidden = true;
	await start();
	expect(FakeStream.all).toHaveLength(0);
	await look(true);
	expect(openStreams()).toHaveLength(1);
});

test('stopped, it opens no stream any more', async () => {
	await start();
	FakeStream.all[0]?.break(2);
	stop();
	await told();
	await look(false);
	await look(true);
	vi.advanceTimersByTime(60_000);
	expect(openStreams()).toHaveLength(0);
});
