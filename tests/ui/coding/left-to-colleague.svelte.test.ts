import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveEvent } from '#lib/contract/coding-desk.ts';
import type { DeskState } from '#lib/ui/coding/desk-state.svelte.ts';
import { receiveEvent } from '#lib/ui/coding/receive-event.ts';
import { deskOf } from './desk-of.ts';
import { decidedIn, DeskServer, type Stored } from './desk-server.ts';

const projectId = 'left-to-colleague';
const realFetch = globalThis.fetch;
let server: DeskServer;

beforeEach(() => {
	server = new DeskServer(projectId);
	localStorage.clear();
	globalThis.fetch = server.fetch;
});
afterEach(() => {
	globalThis.fetch = realFetch;
});

/** A desk as a page has it that was just opened. */
const open = async (): Promise<DeskState> => {
	const moment = (at: string) => Date.parse(at);
	const [green] = deskOf().desk.codes;
	if (!green) throw new Error('no code');
	const codes = ['green', 'safe', 'traffic'].map((id) => ({ ...green, id, name: id, path: id }));
	const desk = deskOf(
		{
			version: 1,
			codes,
			codings: [...server.codings.values()].map((one) => [
				...([one.id, one.start, one.end, codes.findIndex(({ id }) => id === one.codeId), 0, null, null] as const),
				...([one.important ? 1 : 0, 0, moment(one.codedAt), moment(one.changedAt)] as const),
				one.codeSetAt === one.codedAt ? null : moment(one.codeSetAt),
				one.decidedAt ?? null
			])
		},
		projectId
	);
	await desk.work.takeUp();
	return desk;
};

/** Codes a passage with one code, then gives it another. */
const recoded = async (desk: DeskState): Promise<string> => {
	const range = { start: 0, end: 4 };
	const valences = { change: null, level: null };
	const [made] = desk.actions.apply({ range, codeIds: ['green'], valences, memo: '' }, new Date(2026, 0, 1));
	desk.actions.change(made?.id ?? '', { codeId: 'safe' });
	await server.settled();
	return desk.store.all[0]?.savedId ?? '';
};

/** What a colleague makes of a coding; `desk` hears of it live. */
const byColleague = (id: string, change: Partial<Stored>, desk?: DeskState): void => {
	const before = server.codings.get(id);
	if (!before) throw new Error('no coding');
	const changedAt = server.stamp();
	const moments = {
		...(change.codeId && { codeSetAt: changedAt }),
		...decidedIn(before, change, changedAt),
		changedAt
	};
	const { memo: _, ...coding } = { ...before, ...change, ...moments };
	server.codings.set(id, { ...before, ...coding });
	const told = { ...coding, coderName: 'Ada', hasMemo: false };
	if (desk) receiveEvent(desk, { kind: 'coding-changed', coding: told } as unknown as LiveEvent, () => {});
};

const codes = () => [...server.codings.values()].map(({ codeId }) => codeId);

describe('an undo of what a colleague decided since', () => {
	it('leaves a code that the colleague changed and changed back, and tells it', async () => {
		const desk = await open();
		const id = await recoded(desk);
		byColleague(id, { codeId: 'traffic' }, desk);
		byColleague(id, { codeId: 'safe' }, desk);
		expect(desk.actions.undo()).toMatchObject({ isAnyTaken: false, left: ['safe'] });
		expect(desk.actions.undo()).toMatchObject({ isAnyTaken: false });
		await server.settled();
		expect(codes()).toEqual(['safe']);
	});

	it('leaves it also when the desk was not there to hear of it', async () => {
		const first = await open();
		const id = await recoded(first);
		first.work.leave();
		byColleague(id, { codeId: 'traffic' });
		byColleague(id, { codeId: 'safe' });
		const next = await open();
		expect(next.actions.undo()).toMatchObject({ isAnyTaken: false, left: ['safe'] });
		await server.settled();
		expect(codes()).toEqual(['safe']);
	});

	it('leaves a mark that the colleague took away and set again', async () => {
		const desk = await open();
		const id = await recoded(desk);
		desk.actions.change(desk.store.all[0]?.id ?? '', { isImportant: true });
		await server.settled();
		byColleague(id, { important: false }, desk);
		byColleague(id, { important: true }, desk);
		expect(desk.actions.undo()).toMatchObject({ isAnyTaken: false });
		// The code is one's own still.
		expect(desk.actions.undo()).toMatchObject({ isAnyTaken: true });
		await server.settled();
		expect([...server.codings.values()]).toMatchObject([{ codeId: 'green', important: true }]);
	});

	it.each([
		['a mark', { isImportant: true }, { important: false }, { important: true }],
		['a passage', { range: { start: 0, end: 9 } }, { start: 0, end: 6 }, { start: 0, end: 9 }]
	] as const)(
		'leaves %s that the colleague changed and changed back while no desk was open',
		async (_, own, away, back) => {
			const first = await open();
			const id = await recoded(first);
			first.actions.change(first.store.all[0]?.id ?? '', own);
			await server.settled();
			first.work.leave();
			byColleague(id, away);
			byColleague(id, back);
			const next = await open();
			expect(next.actions.undo()).toMatchObject({ isAnyTaken: false });
			await server.settled();
			expect([...server.codings.values()]).toMatchObject([back]);
			// The code is one's own still.
			expect(next.actions.undo()).toMatchObject({ isAnyTaken: true });
			await server.settled();
			expect(codes()).toEqual(['green']);
		}
	);

	it('takes back what nobody else decided, also after a reload', async () => {
		const first = await open();
		await recoded(first);
		first.work.leave();
		const next = await open();
		expect(next.actions.undo()).toMatchObject({ isAnyTaken: true });
		await server.settled();
		expect(codes()).toEqual(['green']);
	});
});

describe('a redo of a coding that a colleague took away', () => {
	const takeAway = (id: string, desk: DeskState, isTold = true) => {
		server.codings.delete(id);
		const gone = { kind: 'coding-removed', sourceId: 'source', version: 1, ids: [id], actorId: 'colleague' };
		if (isTold) receiveEvent(desk, gone as LiveEvent, () => {});
	};

	it('does not put it on the text again', async () => {
		const desk = await open();
		takeAway(await recoded(desk), desk);
		desk.actions.undo();
		desk.actions.undo();
		expect(desk.actions.redo()).toMatchObject({ isAnyTaken: false });
		expect(desk.actions.redo()).toMatchObject({ isAnyTaken: false });
		await server.settled();
		expect(codes()).toEqual([]);
	});

	it('does not do so after a reload', async () => {
		const first = await open();
		const id = await recoded(first);
		first.work.leave();
		takeAway(id, first, false);
		const next = await open();
		next.actions.undo();
		next.actions.undo();
		expect(next.actions.redo()).toMatchObject({ isAnyTaken: false });
		await server.settled();
		expect(codes()).toEqual([]);
	});
});
