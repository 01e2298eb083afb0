import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import { listen } from '#lib/ui/live/listen.ts';

/** A stream whose other end is this test. */
class FakeStream extends EventTarget {
	static readonly CLOSED = 2;
	static all: FakeStream[] = [];
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
		this.readyState = FakeStream.CLOSED;
	}
}

let isHidden = false;
const look = (isLooking: boolean) => {
	isHidden = !isLooking;
	document.dispatchEvent(new Event('visibilitychange'));
};
const openStreams = () => FakeStream.all.filter(({ readyState }) => readyState !== FakeStream.CLOSED);

let events: LiveEvent[];
let states: boolean[];
let stop: () => void;
let tellsSince: boolean;
const start = () =>
	(stop = listen('/events', {
		onEvent: (event) => events.push(event),
		onState: (isOpen) => states.push(isOpen),
		tellsSince
	}));

beforeEach(() => {
	[events, states, isHidden, FakeStream.all] = [[], [], false, []];
	tellsSince = true;
	vi.useFakeTimers();
	vi.stubGlobal('EventSource', FakeStream);
	vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
});
afterEach(() => {
	stop();
	vi.useRealTimers();
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

test('events come in as they are sent; one that cannot be read counts as a gap', () => {
	start();
	FakeStream.all[0]?.accept();
	FakeStream.all[0]?.send('changed', '{"what":"code","ids":["a"]}');
	FakeStream.all[0]?.send('changed', 'no JSON');
	expect(events).toEqual([{ kind: 'changed', what: 'code', ids: ['a'] }, { kind: 'gap' }]);
});

test('what came before the stream opened is a gap as well, unless the stream tells it', () => {
	tellsSince = false;
	start();
	FakeStream.all[0]?.accept();
	expect(events).toEqual([{ kind: 'gap' }]);
});

test('after a break that the browser mended itself, what was missed is told as a gap', () => {
	start();
	FakeStream.all[0]?.accept();
	expect(events).toEqual([]);
	FakeStream.all[0]?.break(0);
	FakeStream.all[0]?.accept();
	expect([events, states]).toEqual([[{ kind: 'gap' }], [true, false, true]]);
});

test('a stream that the server closed for good is opened anew after a while', () => {
	start();
	FakeStream.all[0]?.accept();
	FakeStream.all[0]?.break(2);
	vi.advanceTimersByTime(5_000);
	expect(FakeStream.all).toHaveLength(2);
	FakeStream.all[1]?.accept();
	expect(events).toEqual([{ kind: 'gap' }]);
});

test('a tab that nobody looks at lets its stream go, and catches up when somebody does', () => {
	start();
	FakeStream.all[0]?.accept();
	look(false);
	vi.advanceTimersByTime(9_000);
	expect(openStreams()).toHaveLength(1);
	vi.advanceTimersByTime(2_000);
	expect(openStreams()).toHaveLength(0);
	look(true);
	openStreams()[0]?.accept();
	expect([events, states]).toEqual([[{ kind: 'gap' }], [true, false, true]]);
});

test('who looks away for a moment misses nothing and reads nothing again', () => {
	start();
	FakeStream.all[0]?.accept();
	look(false);
	vi.advanceTimersByTime(5_000);
	look(true);
	vi.advanceTimersByTime(60_000);
	expect([FakeStream.all.length, events]).toEqual([1, []]);
});

test('a tab opened behind another waits with its stream until somebody looks at it', () => {
	isHidden = true;
	start();
	expect(FakeStream.all).toHaveLength(0);
	look(true);
	expect(openStreams()).toHaveLength(1);
});

test('stopped, it opens no stream any more', () => {
	start();
	FakeStream.all[0]?.break(2);
	stop();
	look(false);
	look(true);
	vi.advanceTimersByTime(60_000);
	expect(openStreams()).toHaveLength(0);
});
