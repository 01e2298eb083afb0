import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Turn } from '#lib/domain/source/turn.ts';
import { CodingActions } from '#lib/ui/coding/coding-actions.ts';
import { CodingStore } from '#lib/ui/coding/coding-store.svelte.ts';
import { CodingSync } from '#lib/ui/coding/coding-sync.ts';
import { DeskClient } from '#lib/ui/coding/desk-client.ts';
import { codingOfAnswer } from '#lib/ui/coding/desk-coding.ts';
import { keepWork, otherDesks, takeUpWork } from '#lib/ui/coding/desk-keeping.ts';
import { UnplacedCodings } from '#lib/ui/coding/unplaced-codings.svelte.ts';
import { DeskServer } from './desk-server.ts';

const turns: readonly Turn[] = [{ ordinal: 1, start: 0, end: 100, speakerId: null, startMs: null, endMs: null }];
const noValences = { change: null, level: null };
const key = 'wijkstem.work.me.source';

let server: DeskServer;
let failures: string[] = [];
let stale = 0;
const realFetch = globalThis.fetch;
let opened = 0;
const settle = () => server.settled();

/** The desk of the text as it is now, with what was kept of earlier visits. */
const open = async () => {
	const work = { userId: 'me', sourceId: 'source', version: server.version, deskId: `desk-${(opened += 1)}` };
	const store = new CodingStore(
		turns,
		[...server.codings.values()].map((one) => codingOfAnswer(one))
	);
	const sync: CodingSync = new CodingSync(
		store,
		new DeskClient('carried-work', 'me'),
		work,
		(what, coding, message) => failures.push(`${what} ${coding.codeId}: ${message}`),
		() => (stale += 1),
		{ pause: () => new Promise(() => {}), onWaiting: () => {}, onKeep: () => {} }
	);
	const names = new Map<string, string>();
	const actions = new CodingActions(store, sync, 'me', (codeId) => `Code ${codeId}`);
	const rememberCode = (codeId: string, name: string) => void names.set(codeId, name);
	const desk = { store, sync, actions, rememberCode };
	const unplaced = new UnplacedCodings(work, desk);
	let isLeft = false;
	const taken = [null, ...otherDesks(work)].map((deskId) => takeUpWork(work, desk, deskId));
	const lost = taken.reduce((sum, one) => sum + one.lost, 0);
	const told = await unplaced.carry(
		taken.flatMap(({ earlier }) => earlier),
		() => isLeft
	);
	await settle();
	return {
		...desk,
		...{ unplaced, told, lost, names },
		leave: () => {
			keepWork(work, desk);
			isLeft = true;
		},
		keepLater: () => keepWork(work, desk, true)
	};
};
type Desk = Awaited<ReturnType<typeof open>>;

const apply = (desk: Desk, codeIds: string[], start: number, end: number) =>
	desk.actions.apply({ range: { start, end }, codeIds, valences: noValences, memo: '' }, new Date(2026, 0, 1));
const stored = () => [...server.codings.values()].map(({ codeId, start, end }) => `${codeId} ${start}-${end}`).sort();
/** Does something without a connection, and leaves. */
const offline = async (act: (desk: Desk) => void) => {
	const desk = await open();
	server.isReachable = false;
	act(desk);
	await settle();
	desk.leave();
	server.isReachable = true;
};

beforeEach(() => {
	server = new DeskServer('carried-work');
	[failures, stale] = [[], 0];
	localStorage.clear();
	globalThis.fetch = server.fetch;
});
afterEach(() => {
	globalThis.fetch = realFetch;
});

describe('what was not stored before the text was edited', () => {
	it('is stored by itself on untouched words; other words wait for a person, with their code', async () => {
		await offline((desk) => {
			apply(desk, ['green'], 10, 14);
			apply(desk, ['safe'], 20, 30);
			apply(desk, ['quiet'], 40, 44);
		});
		server.edit({ insert: '😀 ' }, { retain: 24 }, { delete: 2 }, { retain: 14 }, { delete: 4 });

		const desk = await open();
		expect(stored()).toEqual(['green 12-16']);
		expect(desk.told).toEqual({ unplaced: 2, lost: 0 });
		expect(desk.unplaced.list.map(({ addition, passage }) => [addition.coding.codeId, passage])).toEqual([
			['safe', { outcome: 'changed', start: 22, end: 30, was: 'toen' }],
			['quiet', { outcome: 'gone', start: 40, end: 40, was: 'toen' }]
		]);
		expect(desk.names.get('safe')).toBe('Code safe');

		// They wait over a reload, and each is settled by itself.
		desk.leave();
		const again = await open();
		expect(stored()).toEqual(['green 12-16']);
		const [safe, quiet] = again.unplaced.list;
		if (!safe || !quiet) throw new Error('two codings');
		again.unplaced.place(safe, safe.passage);
		again.unplaced.dismiss(quiet);
		await settle();
		expect(stored()).toEqual(['green 12-16', 'safe 22-30']);
		expect(again.actions.undo()?.isAnyTaken).toBe(true);
		await settle();
		expect(stored()).toEqual(['green 12-16']);
		again.leave();
		expect((await open()).told).toBeNull();
		expect(failures).toEqual([]);
	});

	it('comes back on the list when letting it go is taken back', async () => {
		await offline((desk) => apply(desk, ['green'], 10, 14));
		server.edit({ retain: 10 }, { delete: 4 });
		const desk = await open();
		const [one] = desk.unplaced.list;
		if (!one) throw new Error('one coding');
		const { putBack } = desk.unplaced.dismiss(one);
		expect(desk.unplaced.list).toEqual([]);
		putBack();
		expect((await open()).unplaced.list.length).toBe(1);
	});

	it('waits for a person altogether when the server cannot say where words went', async () => {
		await offline((desk) => apply(desk, ['green'], 10, 14));
		server.edit({ insert: 'é' });
		server.isClosed = true;
		const desk = await open();
		expect(desk.unplaced.list).toMatchObject([{ passage: { outcome: 'gone', was: null } }]);
		expect(stored()).toEqual([]);
	});

	it('also of a browser that kept the codings alone', async () => {
		await offline((desk) => apply(desk, ['green'], 10, 14));
		const [own = ''] = Object.keys(localStorage);
		const { trails } = JSON.parse(localStorage.getItem(own) ?? '') as { trails: unknown };
		localStorage.removeItem(own);
		localStorage.setItem(`${key}.1`, JSON.stringify(trails));
		server.edit({ insert: '😀' });
		await open();
		expect(stored()).toEqual(['green 11-15']);
		expect(Object.keys(localStorage).filter((one) => one.startsWith(`${key}.1`))).toEqual([]);
	});

	it('is a change or a removal: those are sent again, and what is lost is told', async () => {
		const [changed, resized, removed, orphaned] = [
			server.add({ codeId: 'changed', start: 0, end: 4 }),
			server.add({ codeId: 'resized', start: 10, end: 20 }),
			server.add({ codeId: 'removed', start: 30, end: 34 }),
			server.add({ codeId: 'orphaned', start: 50, end: 54 })
		];
		await offline((desk) => {
			desk.actions.setValence(changed.id, 'improve');
			desk.actions.change(resized.id, { range: { start: 12, end: 20 } });
			desk.actions.remove(removed.id);
			desk.actions.setValence(orphaned.id, 'good');
		});
		server.edit({ insert: '👍🏽 ' }, { retain: 50 }, { delete: 4 });
		const desk = await open();
		expect(stored()).toEqual(['changed 3-7', 'resized 15-23']);
		expect(server.codings.get(changed.id)?.valences).toEqual(['improve']);
		expect(desk.told).toEqual({ unplaced: 0, lost: 1 });
		expect(failures).toEqual([]);
	});

	it('is refused on an open desk without a word, and goes on at the desk of the new text', async () => {
		const known = server.add({ codeId: 'known', start: 40, end: 50 });
		const first = await open();
		server.edit({ insert: '😀 ' });
		apply(first, ['green'], 10, 14);
		first.actions.change(known.id, { range: { start: 44, end: 50 } });
		await settle();
		expect(failures).toEqual([]);
		expect(stale).toBeGreaterThan(0);
		expect(first.store.all.find(({ savedId }) => savedId === known.id)?.range).toEqual({ start: 44, end: 50 });
		first.leave();
		const second = await open();
		expect(stored()).toEqual(['green 12-16', 'known 46-52']);
		// What the first desk still hears does not undo what the second one keeps.
		second.leave();
		first.keepLater();
		const kept = Object.values(localStorage).map((value) => JSON.parse(String(value)) as unknown);
		expect(kept).toMatchObject([{ version: 2 }]);
	});
});

describe('undo after the text was edited', () => {
	it('takes back and does again what was done before, on the words as they are now', async () => {
		const first = await open();
		apply(first, ['green'], 10, 14);
		await settle();
		const green = first.store.all[0]?.id ?? '';
		first.actions.change(green, { range: { start: 10, end: 20 } });
		first.actions.setValence(green, 'forward');
		await settle();
		first.actions.undo();
		await settle();
		first.leave();
		server.edit({ insert: '😀 é ' });

		const desk = await open();
		expect(desk.actions.redo()?.isAnyTaken).toBe(true);
		await settle();
		expect([...server.codings.values()]).toMatchObject([{ start: 14, end: 24, valences: ['forward'] }]);
		desk.actions.undo();
		desk.actions.undo();
		await settle();
		expect(stored()).toEqual(['green 14-18']);
		desk.actions.undo();
		await settle();
		expect(stored()).toEqual([]);
		expect(failures).toEqual([]);
	});

	it('drops the steps whose words are gone, and no others', async () => {
		const first = await open();
		apply(first, ['green', 'safe'], 10, 14);
		apply(first, ['quiet'], 30, 34);
		await settle();
		first.leave();
		server.edit({ retain: 30 }, { delete: 4 });

		const desk = await open();
		expect(desk.actions.history.done.length).toBe(1);
		desk.actions.undo();
		await settle();
		expect(stored()).toEqual([]);
		expect(desk.actions.undo()).toBeNull();
	});

	it('brings back a coding that was taken away before the edit', async () => {
		const known = server.add({ codeId: 'known', start: 10, end: 14 });
		const first = await open();
		first.actions.remove(known.id);
		await settle();
		first.leave();
		server.edit({ insert: '😀 ' });
		const desk = await open();
		desk.actions.undo();
		await settle();
		expect(stored()).toEqual(['known 12-16']);
		expect(desk.store.all).toMatchObject([{ range: { start: 12, end: 16 }, state: 'saved' }]);
	});
});

describe('a code that went while its coding was not stored', () => {
	it('holds up nothing but itself, and makes place for another code', async () => {
		const desk = await open();
		server.goneCodes.add('gone');
		apply(desk, ['green', 'gone'], 10, 14);
		await settle();
		expect(stored()).toEqual(['green 10-14']);
		expect(failures).toEqual(['add gone: code-unknown']);
		const [failed] = desk.store.failed;
		if (!failed) throw new Error('one coding that was refused');
		desk.actions.putAnew({ ...failed, codeId: 'safe' }, '');
		await settle();
		expect(stored()).toEqual(['green 10-14', 'safe 10-14']);
		expect(desk.store.failed).toEqual([]);
		desk.actions.undo();
		await settle();
		expect(stored()).toEqual(['green 10-14']);
	});
});
