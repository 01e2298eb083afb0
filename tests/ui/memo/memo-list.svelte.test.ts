import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MemoAnswer } from '#lib/contract/memo.ts';
import type { MemoClient } from '#lib/ui/memo/memo-client.ts';
import { MemoList } from '#lib/ui/memo/memo-list.svelte.ts';

/** A server with so many memos, whose answers come when the test says so. */
class SlowServer {
	readonly #waiting: (() => void)[] = [];
	count = 120;
	asked = 0;
	list(_filter: unknown, cursor: string | null, limit: number) {
		this.asked += 1;
		const from = Number(cursor ?? 0);
		const until = Math.min(from + limit, this.count);
		const items = Array.from({ length: until - from }, (_, at) => ({ id: `${from + at}` }) as MemoAnswer);
		const value = { items, nextCursor: until < this.count ? `${until}` : null };
		return new Promise((resolve) => this.#waiting.push(() => resolve({ ok: true, value })));
	}
	async answer(): Promise<void> {
		this.#waiting.shift()?.();
		await vi.advanceTimersByTimeAsync(0);
	}
}

let server: SlowServer;
let list: MemoList;
beforeEach(async () => {
	vi.useFakeTimers();
	server = new SlowServer();
	list = new MemoList(server as unknown as MemoClient, {});
	void list.read();
	await server.answer();
});
afterEach(() => {
	list.stop();
	vi.useRealTimers();
});

test('a next page that was asked for is not lost when a colleague writes meanwhile', async () => {
	void list.more();
	list.refreshSoon();
	await vi.advanceTimersByTimeAsync(400);
	await server.answer();
	expect(list.items).toHaveLength(100);
	await vi.advanceTimersByTimeAsync(400);
	await server.answer();
	expect([list.items.length, list.isBusy]).toEqual([100, false]);
});

test('a next page goes before reading again, which is done after it', async () => {
	list.refreshSoon();
	await vi.advanceTimersByTimeAsync(400);
	void list.more();
	await server.answer();
	await server.answer();
	expect(list.items).toHaveLength(100);
	const before = server.asked;
	await vi.advanceTimersByTimeAsync(400);
	expect(server.asked).toBe(before + 1);
});

test('stopped, it reads no more', async () => {
	list.refreshSoon();
	await vi.advanceTimersByTimeAsync(400);
	list.stop();
	await server.answer();
	const before = server.asked;
	await vi.advanceTimersByTimeAsync(5_000);
	expect(server.asked).toBe(before);
});
