import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { follow } from '#lib/ui/live/follow.ts';

class FakeStream extends EventTarget {
	readonly CLOSED = 2;
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
		this.readyState = 2;
	}
}

let calls = 0;
let stop: () => void;
beforeEach(async () => {
	calls = 0;
	vi.useFakeTimers();
	vi.stubGlobal('EventSource', FakeStream);
	stop = follow('p1', ['work'], () => (calls += 1));
	await told();
});

/** What is followed is told to the stream a step later. */
const told = () => Promise.resolve();

afterEach(async () => {
	stop();
	await told();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});
const changed = (what: string) => FakeStream.last.send('changed', { what, change: 'changed', ids: ['a'] });

test('fifty changes that come together are told once', async () => {
	for (let n = 0; n < 50; n += 1) changed('work');
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(1);
});

test('changes of other things are not told; what may have been missed is', async () => {
	changed('memo');
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(0);
	FakeStream.last.send('gap', {});
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(1);
});

test('stopped, nothing more is told', async () => {
	changed('work');
	stop();
	await told();
	vi.advanceTimersByTime(1_000);
	expect([calls, FakeStream.last.readyState]).toEqual([0, 2]);
});

test('codings are told to who follows them, and to nobody else', async () => {
	const coded = () => FakeStream.last.send('coding-removed', { sourceId: 's', version: 1, ids: ['c'], actorId: 'u' });
	coded();
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(0);
	stop();
	stop = follow('p1', ['coding'], () => (calls += 1));
	await told();
	coded();
	vi.advanceTimersByTime(1_000);
	expect(calls).toBe(1);
});
