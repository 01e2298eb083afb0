import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Turn } from '#lib/domain/source/turn.ts';
import { longest } from '#lib/ui/coding/action-history.svelte.ts';
import { CodingActions } from '#lib/ui/coding/coding-actions.ts';
import { CodingStore } from '#lib/ui/coding/coding-store.svelte.ts';
import { CodingSync } from '#lib/ui/coding/coding-sync.ts';
import { DeskClient } from '#lib/ui/coding/desk-client.ts';
import { codingOfAnswer } from '#lib/ui/coding/desk-coding.ts';
import { keepAction, keepWork, otherDesks, takeUpWork, type DeskOfWork } from '#lib/ui/coding/desk-keeping.ts';
import { DeskServer } from './desk-server.ts';

const turns: readonly Turn[] = [{ ordinal: 1, start: 0, end: 100, speakerId: null, startMs: null, endMs: null }];
const work = { userId: 'me', sourceId: 'source', version: 1 };
const noValences = { change: null, level: null };

let server: DeskServer;
let retry: (() => void)[] = [];
let failures: string[] = [];
const realFetch = globalThis.fetch;

let opened = 0;
/** Takes up what everyone who was here before left behind. */
const takeUpAll = (work: DeskOfWork, desk: Parameters<typeof takeUpWork>[1]) => {
	const taken = [null, ...otherDesks(work)].map((deskId) => takeUpWork(work, desk, deskId));
	return { lost: taken.reduce((sum, { lost }) => sum + lost, 0), earlier: taken.flatMap(({ earlier }) => earlier) };
};

/** The desk as a page that was just opened has it; those before it are gone. */
const open = () => {
	const own = { ...work, deskId: `desk-${(opened += 1)}` };
	const store = new CodingStore(
		turns,
		[...server.codings.values()].map((one) => codingOfAnswer(one))
	);
	let waiting = 0;
	let carried = 0;
	const sync: CodingSync = new CodingSync(
		store,
		new DeskClient('coding-work', 'me'),
		{ sourceId: 'source', version: 1 },
		(what, coding, message) => failures.push(`${what} ${coding.codeId}: ${message}`),
		() =>
			store.renew(
				[...server.codings.values()].map((one) => codingOfAnswer(one)),
				server.stamp()
			),
		{
			pause: () => new Promise((resolve) => retry.push(resolve)),
			onWaiting: (requests) => (waiting = requests),
			onKeep: () => {},
			onCarried: () => (carried += 1)
		}
	);
	const actions = new CodingActions(store, sync, 'me', (codeId) => codeId);
	const desk = { store, sync, actions };
	return {
		...desk,
		waiting: () => waiting,
		carried: () => carried,
		leave: () => keepWork(own, desk),
		lost: takeUpAll(own, desk).lost
	};
};

/** Lets all answers arrive. */
const settle = () => server.settled();
const apply = (desk: ReturnType<typeof open>, codeIds: string[], start = 0, end = 4) =>
	desk.actions.apply({ range: { start, end }, codeIds, valences: noValences, memo: '' }, new Date(2026, 0, 1));
/** What the browser keeps of codings, beside what can be undone. */
const keptTrails = (): readonly unknown[] =>
	Object.values(localStorage).flatMap((kept: string) => (JSON.parse(kept) as { trails: unknown[] }).trails);
const codesOnServer = () => [...server.codings.values()].map(({ codeId }) => codeId).sort();

beforeEach(() => {
	server = new DeskServer('coding-work');
	retry = [];
	failures = [];
	localStorage.clear();
	globalThis.fetch = server.fetch;
});
afterEach(() => {
	globalThis.fetch = realFetch;
});

describe('a removal whose answer got lost', () => {
	const noted = async () => {
		const { id } = server.add({ memo: 'Café 😀' });
		const desk = open();
		server.losesAnswer = true;
		desk.actions.remove(id);
		await settle();
		return { desk, id };
	};

	it('is asked again, and undone with all that was written', async () => {
		const { desk, id } = await noted();
		for (const again of retry.splice(0)) again();
		await settle();
		desk.actions.undo();
		await settle();
		expect([...server.codings.values()].map((one) => [one.id, one.memo])).toEqual([[id, 'Café 😀']]);
	});

	it('is undone so after a reload too', async () => {
		const { desk, id } = await noted();
		desk.leave();
		const next = open();
		await settle();
		next.actions.undo();
		await settle();
		expect([...server.codings.values()].map((one) => [one.id, one.memo])).toEqual([[id, 'Café 😀']]);
		expect(failures).toEqual([]);
	});

	it('is brought back once, also when that answer gets lost', async () => {
		const { desk, id } = await noted();
		for (const again of retry.splice(0)) again();
		await settle();
		server.losesAnswer = true;
		desk.actions.undo();
		await settle();
		for (const again of retry.splice(0)) again();
		await settle();
		expect(desk.store.all).toMatchObject([{ id, state: 'saved' }]);
		expect([...server.codings.keys()]).toEqual([id]);
		expect(failures).toEqual([]);
	});
});

describe('another code', () => {
	it('is told as a choice, and as taken back or done again by an undo and a redo', async () => {
		const desk = open();
		apply(desk, ['green']);
		await settle();
		const [coding] = desk.store.all;
		desk.actions.change(coding?.id ?? '', { codeId: 'safe' });
		await settle();
		desk.actions.undo();
		await settle();
		desk.actions.redo();
		await settle();
		expect(server.recoded.map(([, isBack]) => isBack)).toEqual([false, true, true]);
		expect(codesOnServer()).toEqual(['safe']);
		expect(failures).toEqual([]);
	});
});

describe('uniting passages', () => {
	it('leaves one on which work of somebody else leans, and tells it', async () => {
		const desk = open();
		apply(desk, ['green'], 0, 10);
		apply(desk, ['green'], 5, 15);
		await settle();
		const [, second] = desk.store.all;
		server.noted.add(second?.savedId ?? '');
		desk.actions.unite(desk.store.all);
		await settle();
		expect([...server.codings.values()].map(({ start, end }) => [start, end])).toEqual([
			[0, 15],
			[5, 15]
		]);
		expect(desk.store.all).toHaveLength(2);
		expect(failures).toEqual(['remove green: coding-noted']);
	});

	it('lets what hangs on those that go, go to the one that stays, again by a redo, also after a reload', async () => {
		const desk = open();
		apply(desk, ['green'], 0, 10);
		apply(desk, ['green'], 5, 15);
		await settle();
		const [first, second] = desk.store.all.map(({ savedId }) => savedId ?? '');
		desk.actions.unite(desk.store.all);
		await settle();
		expect(server.united).toEqual([[second, first]]);
		expect(desk.carried()).toBe(1);
		desk.actions.undo();
		await settle();
		expect(desk.carried()).toBe(2);
		desk.leave();

		const next = open();
		next.actions.redo();
		await settle();
		expect(server.united).toEqual([
			[second, first],
			[second, first]
		]);
		expect(failures).toEqual([]);
	});

	it('tells the server which coding stays, also when that was not stored yet', async () => {
		const desk = open();
		apply(desk, ['green'], 0, 10);
		apply(desk, ['green'], 5, 15);
		desk.actions.unite(desk.store.all);
		await settle();
		expect(server.united).toEqual([[expect.any(String), [...server.codings.keys()][0]]]);
		expect(failures).toEqual([]);
	});

	it('a removal that the server did not hear goes into the same coding after a reload', async () => {
		const desk = open();
		apply(desk, ['green'], 0, 10);
		apply(desk, ['green'], 5, 15);
		await settle();
		const [first, second] = desk.store.all.map(({ savedId }) => savedId ?? '');
		server.isReachable = false;
		desk.actions.unite(desk.store.all);
		await settle();
		desk.leave();
		server.isReachable = true;
		open();
		await settle();
		expect(server.united).toEqual([[second, first]]);
		expect([...server.codings.values()].map(({ start, end }) => [start, end])).toEqual([[0, 15]]);
	});
});

describe('undo over a reload', () => {
	it('takes back and does again what was done before the page was left', async () => {
		const first = open();
		apply(first, ['green', 'safe']);
		await settle();
		const green = first.store.all.find(({ codeId }) => codeId === 'green');
		first.actions.setValence(green?.id ?? '', 'forward');
		first.actions.remove(first.store.all.find(({ codeId }) => codeId === 'safe')?.id ?? '');
		await settle();
		first.leave();
		expect(codesOnServer()).toEqual(['green']);

		const second = open();
		expect(second.actions.undo()?.isAnyTaken).toBe(true);
		await settle();
		expect(codesOnServer()).toEqual(['green', 'safe']);
		second.actions.undo();
		await settle();
		expect([...server.codings.values()].flatMap(({ valences }) => valences)).toEqual([]);
		second.actions.undo();
		await settle();
		expect(codesOnServer()).toEqual([]);
		second.leave();

		const third = open();
		third.actions.redo();
		third.actions.redo();
		third.actions.redo();
		await settle();
		expect(codesOnServer()).toEqual(['green']);
		expect([...server.codings.values()][0]?.valences).toEqual(['forward']);
		expect(third.actions.redo()).toBeNull();
		expect(failures).toEqual([]);
	});

	it('leaves alone what a colleague changed in between, and tells it', async () => {
		const first = open();
		apply(first, ['green']);
		await settle();
		first.leave();
		const [coding] = server.codings.values();
		if (coding) server.codings.set(coding.id, { ...coding, codeId: 'safe', changedAt: server.stamp() });

		const second = open();
		const taken = second.actions.undo();
		await settle();
		expect(taken).toMatchObject({ isAnyTaken: false, left: ['safe'] });
		expect(codesOnServer()).toEqual(['safe']);
	});

	it('is for one person only', async () => {
		const first = open();
		apply(first, ['green']);
		await settle();
		first.leave();
		const other = open();
		other.actions.history.done = [];
		expect(takeUpAll({ ...work, userId: 'someone-else', deskId: 'other' }, other).lost).toBe(0);
		expect(other.actions.undo()).toBeNull();
	});

	it('keeps nothing of a coding that went once no undo or redo is about it; what is in sight can still bring it back', async () => {
		const first = open();
		apply(first, ['green']);
		await settle();
		const { id = '', savedId } = first.store.all[0] ?? {};
		first.actions.undo();
		await settle();
		first.leave();
		expect(keptTrails()).toMatchObject([{ kind: 'remove', coding: { id: savedId } }]);
		apply(first, ['safe'], 6, 8);
		await settle();
		first.leave();
		expect(keptTrails()).toEqual([]);
		first.actions.bringBack(id);
		await settle();
		expect(codesOnServer()).toEqual(['green', 'safe']);
	});

	it('forgets a coding that went once nothing can bring it back, and not before', async () => {
		const desk = open();
		apply(desk, ['a']);
		await settle();
		const savedId = desk.store.all[0]?.savedId ?? '';
		const known = () => desk.sync.idsOf(savedId).length;
		desk.actions.undo();
		await settle();
		desk.sync.isOldTale(savedId); // the stream told that it went
		desk.leave();
		expect(known()).toBe(1);
		desk.actions.redo();
		desk.actions.undo();
		await settle();
		expect(codesOnServer()).toEqual([]);
		apply(desk, ['b'], 6, 9); // what was undone cannot be done again from here
		await settle();
		desk.leave();
		expect(known()).toBe(1); // the stream has still to tell of the second time
		desk.sync.isOldTale(savedId);
		desk.leave();
		expect(known()).toBe(0);
		desk.actions.undo();
		desk.actions.redo();
		await settle();
		expect(codesOnServer()).toEqual(['b']);
	});

	it('keeps nothing for an undo of what was done from elsewhere too long ago', async () => {
		const { valences, ...coding } = codingOfAnswer(server.add({ start: 0, end: 4 }));
		const action = (of: string) => ({
			label: 'weg',
			steps: [{ kind: 'remove' as const, coding: { ...coding, valences, id: of } }]
		});
		const trail = { kind: 'remove' as const, coding: { ...coding, valences }, deletionId: 'gone' };
		keepAction(work, action(coding.id), trail);
		for (let n = 1; n < longest; n += 1) keepAction(work, action('other'));
		expect(keptTrails()).toMatchObject([{ coding: { id: coding.id } }]);
		keepAction(work, action('other'));
		expect(keptTrails()).toEqual([]);
	});

	it('keeps no words of the text in the browser', async () => {
		const first = open();
		first.actions.apply(
			{ range: { start: 0, end: 4 }, codeIds: ['green'], valences: noValences, memo: '' },
			new Date(2026, 0, 1)
		);
		await settle();
		first.leave();
		expect(JSON.stringify(localStorage)).not.toContain('quote');
	});
});

describe('reshaping codings', () => {
	const rangesOnServer = () =>
		[...server.codings.values()]
			.map(({ start, end }) => [start, end])
			.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));

	it('cuts one in two and takes that back in one step', async () => {
		const desk = open();
		apply(desk, ['green'], 0, 20);
		await settle();
		const id = desk.store.all[0]?.id ?? '';
		const second = desk.actions.split(
			id,
			[
				{ start: 0, end: 9 },
				{ start: 10, end: 20 }
			],
			new Date(2026, 0, 2)
		);
		await settle();
		expect(second?.range).toEqual({ start: 10, end: 20 });
		expect(rangesOnServer()).toEqual([
			[0, 9],
			[10, 20]
		]);
		desk.actions.undo();
		await settle();
		expect(rangesOnServer()).toEqual([[0, 20]]);
		desk.actions.redo();
		await settle();
		expect(rangesOnServer()).toEqual([
			[0, 9],
			[10, 20]
		]);
	});

	it.each([
		['that overlap', 10, 30],
		['of which one covers the other', 0, 40]
	])('makes one of two %s, and takes that back in one step', async (_, start, end) => {
		const desk = open();
		apply(desk, ['green'], 0, 20);
		apply(desk, ['green'], start, end);
		await settle();
		const before = rangesOnServer();
		desk.actions.unite(desk.store.all);
		await settle();
		expect(rangesOnServer()).toEqual([[0, end]]);
		expect(failures).toEqual([]);
		desk.actions.undo();
		await settle();
		expect(rangesOnServer()).toEqual(before);
	});
});

describe('a removal that was waiting', () => {
	it('takes nothing away that a colleague changed meanwhile, and shows what that was', async () => {
		const desk = open();
		apply(desk, ['green']);
		await settle();
		const [stored] = server.codings.values();
		if (!stored) throw new Error('not stored');
		server.isReachable = false;
		desk.actions.undo();
		await settle();
		expect(desk.store.all).toEqual([]);
		server.codings.set(stored.id, { ...stored, codeId: 'safe', changedAt: server.stamp() });
		server.isReachable = true;
		for (const again of retry.splice(0)) again();
		await settle();
		expect(codesOnServer()).toEqual(['safe']);
		expect(desk.store.all.map(({ codeId }) => codeId)).toEqual(['safe']);
		expect(failures).toHaveLength(1);
	});

	it("follows one's own change that was still on its way", async () => {
		const desk = open();
		apply(desk, ['green']);
		await settle();
		const id = desk.store.all[0]?.id ?? '';
		desk.actions.change(id, { isImportant: true });
		desk.actions.remove(id);
		await settle();
		expect([codesOnServer(), desk.store.all, failures]).toEqual([[], [], []]);
	});
});

describe('the server tells everybody before it answers', () => {
	const heldAnswers = () => {
		let letGo = () => {};
		server.held = new Promise((resolve) => (letGo = resolve));
		return () => {
			server.held = null;
			letGo();
		};
	};
	const told = (desk: ReturnType<typeof open>) => {
		for (const one of server.codings.values()) {
			const fresh = codingOfAnswer(one);
			if (!desk.sync.isLeaving(fresh)) desk.store.take(fresh);
		}
	};

	it('knows its own coding, also when that was changed since', async () => {
		const desk = open();
		const letGo = heldAnswers();
		apply(desk, ['green'], 0, 20);
		await settle();
		const id = desk.store.all[0]?.id ?? '';
		desk.actions.change(id, { range: { start: 0, end: 9 } });
		told(desk);
		expect(desk.store.all.map(({ range }) => range)).toEqual([{ start: 0, end: 9 }]);
		letGo();
		await settle();
		expect(desk.store.all).toMatchObject([{ id, range: { start: 0, end: 9 }, state: 'saved' }]);
		expect([...server.codings.values()]).toMatchObject([{ start: 0, end: 9 }]);
		expect(failures).toEqual([]);
	});

	it('does not bring back what was changed and then taken away', async () => {
		const desk = open();
		const letGo = heldAnswers();
		apply(desk, ['green'], 0, 20);
		await settle();
		const id = desk.store.all[0]?.id ?? '';
		desk.actions.change(id, { range: { start: 0, end: 9 } });
		desk.actions.remove(id);
		told(desk);
		expect(desk.store.all).toEqual([]);
		letGo();
		await settle();
		expect(desk.store.all).toEqual([]);
		expect(codesOnServer()).toEqual([]);
	});

	it('hears late that a coding went which was brought back since, and knows the next removal for a new one', async () => {
		const desk = open();
		apply(desk, ['green'], 0, 20);
		await settle();
		const savedId = desk.store.all[0]?.savedId ?? '';
		desk.actions.undo();
		await settle();
		desk.actions.redo();
		await settle();
		expect(desk.sync.isOldTale(savedId)).toBe(true);
		expect(desk.sync.isOldTale(savedId)).toBe(false);
		desk.actions.undo();
		await settle();
		expect(desk.sync.isOldTale(savedId)).toBe(false);
		expect(codesOnServer()).toEqual([]);
	});

	it('loses nothing when a coding is cut in two and made one again at once', async () => {
		const desk = open();
		apply(desk, ['green'], 0, 20);
		await settle();
		const letGo = heldAnswers();
		const halves = [
			{ start: 0, end: 9 },
			{ start: 10, end: 20 }
		] as const;
		const second = desk.actions.split(desk.store.all[0]?.id ?? '', halves, new Date(2026, 0, 2));
		await settle();
		const first = desk.store.all.find(({ id }) => id !== second?.id);
		if (!first || !second) throw new Error('two halves');
		desk.actions.unite([second, first]);
		told(desk);
		letGo();
		await settle();
		expect(desk.store.all.map(({ range }) => range)).toEqual([{ start: 0, end: 20 }]);
		expect([...server.codings.values()]).toMatchObject([{ start: 0, end: 20 }]);
		expect(failures).toEqual([]);
	});
});

describe('without a connection', () => {
	it('keeps a coding in sight, and stores it once when the connection is back', async () => {
		const desk = open();
		server.isReachable = false;
		apply(desk, ['green']);
		await settle();
		expect(desk.store.all[0]?.state).toBe('saving');
		expect(desk.waiting()).toBe(1);
		server.isReachable = true;
		retry.shift()?.();
		await settle();
		expect(desk.store.all[0]?.state).toBe('saved');
		expect(desk.waiting()).toBe(0);
		expect(codesOnServer()).toEqual(['green']);
		expect(failures).toEqual([]);
	});

	it('does not code twice when only the answer was lost', async () => {
		const desk = open();
		server.losesAnswer = true;
		apply(desk, ['green']);
		await settle();
		retry.shift()?.();
		await settle();
		expect(codesOnServer()).toEqual(['green']);
		expect(desk.store.all.map(({ state }) => state)).toEqual(['saved']);
	});

	it('changes the coding that is there when only the answer to making it was lost', async () => {
		const desk = open();
		server.losesAnswer = true;
		apply(desk, ['green'], 0, 20);
		await settle();
		desk.actions.change(desk.store.all[0]?.id ?? '', { range: { start: 0, end: 9 } });
		desk.leave();
		retry.shift()?.();
		await settle();
		expect([...server.codings.values()]).toMatchObject([{ start: 0, end: 9 }]);
		expect(desk.store.all).toMatchObject([{ range: { start: 0, end: 9 }, state: 'saved' }]);
		expect(failures).toEqual([]);
	});

	it('does so too when the page was left in between', async () => {
		const first = open();
		server.losesAnswer = true;
		apply(first, ['green'], 0, 20);
		await settle();
		first.actions.change(first.store.all[0]?.id ?? '', { range: { start: 0, end: 9 } });
		first.leave();
		const second = open();
		await expect.poll(() => second.store.all).toMatchObject([{ range: { start: 0, end: 9 }, state: 'saved' }]);
		expect([...server.codings.values()]).toMatchObject([{ start: 0, end: 9 }]);
	});

	it('does not take its own change for a conflict when the answer was lost', async () => {
		const desk = open();
		apply(desk, ['green']);
		await settle();
		server.losesAnswer = true;
		desk.actions.setValence(desk.store.all[0]?.id ?? '', 'forward');
		await settle();
		retry.shift()?.();
		await settle();
		expect(failures).toEqual([]);
		expect(desk.store.all[0]).toMatchObject({ state: 'saved', valences: { change: 'forward', level: null } });
	});

	it('takes up after a reload what was never stored: new codings, changes and removals', async () => {
		const known = server.add({ codeId: 'known', start: 10, end: 14 });
		const leaving = server.add({ codeId: 'leaving', start: 20, end: 24 });
		const first = open();
		server.isReachable = false;
		apply(first, ['green']);
		first.actions.setValence(known.id, 'improve');
		first.actions.remove(leaving.id);
		await settle();
		first.leave();
		expect(codesOnServer()).toEqual(['known', 'leaving']);

		server.isReachable = true;
		const second = open();
		await settle();
		expect(codesOnServer()).toEqual(['green', 'known']);
		expect(server.codings.get(known.id)?.valences).toEqual(['improve']);
		expect(second.store.all.map(({ state }) => state)).toEqual(['saved', 'saved']);
		second.leave();
		const requests = server.requests;
		open();
		await settle();
		expect(server.requests).toBe(requests);
	});

	it('writes over nothing after a reload that a colleague changed meanwhile, and tells it', async () => {
		const known = server.add({ codeId: 'known', start: 10, end: 14 });
		const leaving = server.add({ codeId: 'leaving', start: 20, end: 24 });
		const first = open();
		server.isReachable = false;
		first.actions.setValence(known.id, 'improve');
		first.actions.remove(leaving.id);
		await settle();
		first.leave();

		server.isReachable = true;
		for (const { id } of [known, leaving]) {
			const now = server.codings.get(id);
			if (now) server.codings.set(id, { ...now, valences: ['good'], changedAt: server.stamp() });
		}
		const second = open();
		await settle();
		await expect
			.poll(() => [...failures].sort())
			.toEqual(['change known: coding-changed', 'remove leaving: coding-changed']);
		expect([...server.codings.values()].map(({ codeId, valences }) => [codeId, valences])).toEqual([
			['known', ['good']],
			['leaving', ['good']]
		]);
		expect(second.store.all).toMatchObject([
			{ state: 'saved', valences: { level: 'good' } },
			{ state: 'saved', valences: { level: 'good' } }
		]);
	});

	it('goes on after a reload with what the server did without an answer, and takes that for no conflict', async () => {
		const known = server.add({ codeId: 'known', start: 10, end: 14 });
		const leaving = server.add({ codeId: 'leaving', start: 20, end: 24 });
		const first = open();
		server.held = new Promise(() => {});
		for (const { id } of [known, leaving]) first.actions.change(id, { isImportant: true });
		first.actions.setValence(known.id, 'improve');
		first.actions.remove(leaving.id);
		await settle();
		first.leave();

		server.held = null;
		open();
		await settle();
		expect([...server.codings.values()]).toMatchObject([{ codeId: 'known', important: true, valences: ['improve'] }]);
		expect(failures).toEqual([]);
	});

	it('sets codings aside that were not stored and whose text has changed since', async () => {
		const first = open();
		server.isReachable = false;
		apply(first, ['green', 'safe']);
		await settle();
		first.leave();
		const { lost, earlier } = takeUpAll({ ...work, version: 2, deskId: 'later' }, first);
		expect(lost).toBe(0);
		expect(earlier.flatMap(({ version, trails }) => trails.map(({ kind }) => `${version} ${kind}`))).toEqual([
			'1 add',
			'1 add'
		]);
	});
});

describe('a note on a coding that could not be stored', () => {
	const memosOnServer = () => [...server.codings.values()].map(({ memo }) => memo);
	/** A coding that the server did not take, with a note that was written since. */
	const noted = async () => {
		const desk = open();
		server.isBroken = true;
		apply(desk, ['green']);
		await settle();
		const id = desk.store.failed[0]?.id ?? '';
		expect(await desk.sync.saveMemo(id, 'Café 😀')).toEqual({ ok: true, value: 'waits' });
		return { desk, id };
	};

	it('goes along when that is stored at last', async () => {
		const { desk, id } = await noted();
		expect(desk.store.get(id)?.hasMemo).toBe(true);
		server.isBroken = false;
		desk.sync.retry(id);
		await settle();
		expect(memosOnServer()).toEqual(['Café 😀']);
		expect(desk.sync.memoOf(id)).toBeUndefined();
	});

	it('outlives the page', async () => {
		const { desk } = await noted();
		desk.leave();
		server.isBroken = false;
		open();
		await settle();
		expect(memosOnServer()).toEqual(['Café 😀']);
	});

	it('is added to what the coding says when the server had it after all', async () => {
		const { desk, id } = await noted();
		server.isBroken = false;
		server.add({ memo: 'van elders' });
		desk.sync.retry(id);
		await settle();
		expect(memosOnServer()).toEqual(['van elders\nCafé 😀']);
	});

	it('is stored too when it was written while the coding was on its way', async () => {
		const desk = open();
		server.isReachable = false;
		apply(desk, ['green']);
		await settle();
		const saved = desk.sync.saveMemo(desk.store.all[0]?.id ?? '', 'Café 😀');
		desk.leave();
		expect(JSON.stringify(localStorage)).toContain('Café 😀');
		server.isReachable = true;
		retry.shift()?.();
		expect(await saved).toEqual({ ok: true, value: 'stored' });
		expect(memosOnServer()).toEqual(['Café 😀']);
	});
});

describe('a change that the server had no answer to but a fault of its own', () => {
	const broken = async (...changes: Parameters<ReturnType<typeof open>['actions']['change']>[1][]) => {
		const known = server.add({ codeId: 'known', start: 10, end: 20, memo: 'blijft' });
		const desk = open();
		server.isBroken = true;
		for (const change of changes) desk.actions.change(known.id, change);
		await settle();
		server.isBroken = false;
		return { desk, id: known.id };
	};
	const wider = { range: { start: 10, end: 24 } };

	it('stays in sight as not stored, and is stored when it is tried again', async () => {
		const { desk, id } = await broken(wider);
		expect(desk.store.failed).toMatchObject([{ id, ...wider, state: 'failed', problem: 'broken' }]);
		desk.sync.retry(id);
		await settle();
		expect(server.codings.get(id)).toMatchObject({ start: 10, end: 24, memo: 'blijft' });
		expect(desk.store.all).toMatchObject([{ ...wider, state: 'saved', problem: null }]);
	});

	it('outlives the page', async () => {
		const { desk, id } = await broken(wider);
		desk.leave();
		open();
		await settle();
		expect(server.codings.get(id)).toMatchObject({ start: 10, end: 24 });
	});

	it('goes along with the next change', async () => {
		const { desk, id } = await broken(wider, { isImportant: true });
		desk.actions.setValence(id, 'forward');
		await settle();
		expect(server.codings.get(id)).toMatchObject({ end: 24, important: true, valences: ['forward'] });
		expect(desk.store.failed).toEqual([]);
	});

	it('stays when the note is stored, or the desk is read again', async () => {
		const { desk, id } = await broken(wider);
		await desk.sync.saveMemo(id, 'Café 😀');
		desk.store.renew(
			[...server.codings.values()].map((one) => codingOfAnswer(one)),
			server.stamp()
		);
		expect(desk.store.failed).toMatchObject([{ id, ...wider }]);
		desk.sync.retry(id);
		await settle();
		expect(server.codings.get(id)).toMatchObject({ end: 24, memo: 'Café 😀' });
	});

	it('can be given up: the coding is then as it was, and is not taken away', async () => {
		const { desk, id } = await broken(wider, { isImportant: true });
		desk.sync.giveUp(id);
		await settle();
		expect(desk.store.all).toMatchObject([{ id, range: { start: 10, end: 20 }, isImportant: false, state: 'saved' }]);
		expect(server.codings.get(id)).toMatchObject({ start: 10, end: 20 });
		desk.leave();
		open();
		await settle();
		expect(server.codings.get(id)).toMatchObject({ start: 10, end: 20 });
	});

	it('can be undone', async () => {
		const { desk, id } = await broken(wider);
		desk.actions.undo();
		await settle();
		expect(server.codings.get(id)).toMatchObject({ start: 10, end: 20 });
		expect(desk.store.failed).toEqual([]);
	});
});
