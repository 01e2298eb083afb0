import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepAction } from '#lib/ui/coding/desk-keeping.ts';
import type { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import { deskOf } from './desk-of.ts';

const realFetch = globalThis.fetch;
const noValences = { change: null, level: null };
const base = 'wijkstem.work.me.source';
/** Done once the browser has told which desks are open, and each desk has done what follows from it. */
const settle = async () => {
	for (let round = 0; round < 4; round += 1) {
		await navigator.locks.query();
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
};

let desks: DeskState[] = [];

/** A desk in a tab, without a connection: nothing that is coded on it is stored. */
const open = async () => {
	const desk = deskOf({ codings: [] }, 'two-tabs');
	desks.push(desk);
	await desk.work.takeUp();
	await settle();
	return desk;
};
const code = (desk: DeskState, start: number) =>
	desk.actions.apply(
		{ range: { start, end: start + 3 }, codeIds: ['green'], valences: noValences, memo: '' },
		new Date(2026, 0, 1, 0, 0, start)
	);
const places = (desk: DeskState) => desk.store.all.map(({ range }) => range.start);
/** The tab of a desk closes. */
const close = async (desk: DeskState) => {
	desk.work.leave();
	desk.work.stop();
	await settle();
};

beforeEach(() => {
	localStorage.clear();
	desks = [];
	globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
});
afterEach(async () => {
	for (const desk of desks) await close(desk);
	globalThis.fetch = realFetch;
	localStorage.clear();
});

describe('two tabs with the same interview', () => {
	it('lose nothing of each other when one with nothing to keep closes', async () => {
		const [a, b] = [await open(), await open()];
		code(a, 0);
		await settle();
		await close(b);
		expect(JSON.stringify(localStorage)).toContain('new-');
		await close(a);
		expect(places(await open())).toEqual([0]);
	});

	it('each keep what they did not store, and the next desk takes up both, once', async () => {
		const [a, b] = [await open(), await open()];
		code(a, 0);
		code(b, 9);
		await close(a);
		await close(b);
		const next = await open();
		expect(places(next)).toEqual([0, 9]);
		expect(next.actions.history.done).toHaveLength(2);
		await close(next);
		const last = await open();
		expect(places(last)).toEqual([0, 9]);
		expect(last.actions.history.done).toHaveLength(2);
		expect(Object.keys(localStorage).filter((key) => key.startsWith(base))).toHaveLength(1);
	});

	it('leave alone what belongs to a desk that is open, until that is gone', async () => {
		const a = await open();
		code(a, 0);
		await settle();
		const b = await open();
		expect(places(b)).toEqual([]);
		await close(a);
		expect(places(b)).toEqual([0]);
	});

	it('lose nothing to what is done in a list of quotes meanwhile', async () => {
		const a = await open();
		code(a, 0);
		await settle();
		keepAction({ userId: 'me', sourceId: 'source', version: 2 }, { label: 'elders', steps: [] });
		code(a, 9);
		await close(a);
		const next = await open();
		expect(places(next)).toEqual([0, 9]);
		expect(next.actions.history.done.map(({ label }) => label)).toContain('elders');
	});

	it('take up what was kept in the former way', async () => {
		const a = await open();
		code(a, 0);
		await close(a);
		const [key = ''] = Object.keys(localStorage).filter((one) => one.startsWith(base));
		localStorage.setItem(base, localStorage.getItem(key) ?? '');
		localStorage.removeItem(key);
		expect(places(await open())).toEqual([0]);
		expect(localStorage.getItem(base)).toBeNull();
	});

	it('do not write again what another desk has taken up', async () => {
		const a = await open();
		code(a, 0);
		await close(a);
		const b = await open();
		a.work.keep();
		b.sync.remove(b.store.all[0]?.id ?? '');
		b.actions.history.done = [];
		await close(b);
		expect(Object.keys(localStorage).filter((key) => key.startsWith(base))).toEqual([]);
	});
});
