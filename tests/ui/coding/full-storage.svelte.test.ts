import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readKept, write, type Kept } from '#lib/ui/coding/kept-work.ts';
import { toasts } from '#lib/ui/dialog/toasts.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { deskOf } from './desk-of.ts';

const key = 'wijkstem.work.me.source~desk';
const realFetch = globalThis.fetch;
const action = { label: 'Café 😀', steps: [] };
const unsent = {
	kind: 'change',
	savedId: 'known',
	change: { isImportant: true }
} as const;
const history = (at: number): Kept => ({ version: 1, done: [action], undone: [], trails: [], at });
const work: Kept = { version: 1, done: [action], undone: [], trails: [unsent] };

/** A browser with room for this many characters. */
const makeFull = (room: number) => {
	const set = Storage.prototype.setItem;
	return vi.spyOn(Storage.prototype, 'setItem').mockImplementation(function (this: Storage, name, value) {
		const others = Object.keys(this).filter((one) => one !== name);
		const used = others.reduce((sum, one) => sum + one.length + (this.getItem(one) ?? '').length, 0);
		if (used + name.length + value.length > room) throw new DOMException('full', 'QuotaExceededError');
		set.call(this, name, value);
	});
};
const used = () =>
	Object.entries(localStorage).reduce((sum, [name, value]) => sum + name.length + String(value).length, 0);

beforeEach(() => localStorage.clear());
afterEach(() => {
	vi.restoreAllMocks();
	globalThis.fetch = realFetch;
	localStorage.clear();
	for (const { id } of toasts.list) toasts.settle(id);
});

describe('a browser that is full', () => {
	it('lets go of what can be undone elsewhere, the oldest first, and of nothing that is not stored', () => {
		write('wijkstem.work.me.new~a', history(300));
		write('wijkstem.work.me.old~b', { ...history(100), trails: [unsent] });
		write('wijkstem.work.me.older', history(50));
		// Room for it when the oldest history goes and a part of the next.
		const needed = key.length + JSON.stringify(work).length;
		const oldest = 'wijkstem.work.me.older'.length + JSON.stringify(history(50)).length;
		makeFull(used() + needed - oldest - 5);
		expect(write(key, work)).toBe(true);
		expect(readKept(key)).toEqual(work);
		expect(readKept('wijkstem.work.me.older')).toBeNull();
		expect(readKept('wijkstem.work.me.old~b')?.trails).toEqual([unsent]);
		expect(readKept('wijkstem.work.me.new~a')).toEqual(history(300));
	});

	it('lets go of what can be undone here before what is not stored', () => {
		const { trails } = work;
		const bare = { ...work, done: [] };
		makeFull(key.length + JSON.stringify(bare).length);
		expect(write(key, work)).toBe(true);
		expect(readKept(key)?.trails).toEqual(trails);
	});

	it('is told once, and for as long as something that is not stored would be lost', async () => {
		globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
		const desk = deskOf({ codings: [] });
		await desk.work.takeUp();
		const full = makeFull(0);
		desk.actions.apply(
			{ range: { start: 0, end: 4 }, codeIds: ['green'], valences: { change: null, level: null }, memo: '' },
			new Date(2026, 0, 1)
		);
		expect(desk.work.keep()).toBe(false);
		await expect.poll(() => desk.outlives, { timeout: 5000 }).toBe(false);
		desk.work.keep();
		expect(toasts.list.map(({ text }) => text)).toEqual([m.desk_storage_full()]);
		full.mockRestore();
		expect(desk.work.keep()).toBe(true);
		expect([desk.outlives, toasts.list.length]).toEqual([true, 0]);
		desk.work.leave();
	});

	it('is no news when nothing waits to be stored', async () => {
		const desk = deskOf({ codings: [] });
		await desk.work.takeUp();
		desk.actions.history.add(action);
		makeFull(0);
		expect(desk.work.keep()).toBe(true);
		desk.work.leave();
	});
});
