import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { follow } from '#lib/ui/live/follow.ts';

class FakeStream extends EventTarget {
	static readonly CLOSED = 2;
	static last: FakeStream;
	readyState = 1;
	constructor() {
		super();
		FakeStream.last = this;
	}
	send(kind: string, data: unknown): void {
		this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }));
	}
	close(): void {
		this.readyState = FakeStream.CLOSED;
	}
}

let calls = 0;
let stop: () => void;
beforeEach(() => {
	calls = 0;
	vi.useFakeTimers();
	vi.stubGlobal('EventSource', FakeStream);
	stop = follow('p1', ['work'], () => (calls += 1));
});
afterEach(() => {
	stop();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});
const changed = (what: string) => FakeStream.last.send('changed', { what, change: 'changed', ids: ['a'] });

test('fifty changes that come together are told once', () => {
	for (let n = 0; n < 50; n += 1) changed('work');
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(1);
});

test('changes of other things are not told; what may have been missed is', () => {
	changed('memo');
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(0);
	FakeStream.last.send('gap', {});
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(1);
});

test('stopped, nothing more is told', () => {
	changed('work');
	stop();
	vi.advanceTimersByTime(1_000);
	expect([calls, FakeStream.last.readyState]).toEqual([0, FakeStream.CLOSED]);
});

test('codings are told to who follows them, and to nobody else', () => {
	const coded = () => FakeStream.last.send('coding-removed', { sourceId: 's', version: 1, ids: ['c'], actorId: 'u' });
	coded();
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(0);
	stop();
	stop = follow('p1', ['coding'], () => (calls += 1));
	coded();
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(1);
});
