import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MemoAnswer } from '../../src/lib/contract/memo.ts';
import { addMemo } from '../../src/lib/server/commands/add-memo.ts';
import { changeMemo } from '../../src/lib/server/commands/change-memo.ts';
import { deleteMemo } from '../../src/lib/server/commands/delete-memo.ts';
import { restoreMemo } from '../../src/lib/server/commands/restore-memo.ts';
import { reopenMemo, settleMemo } from '../../src/lib/server/commands/settle-memo.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listMemos, readMemo } from '../../src/lib/server/views/list-memos.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { mentionOf, textOf, writeMemo } from '../support/memos.ts';
import {
	addCode,
	addCoding,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	type TestProject
} from '../support/project.ts';

const words = 'Het 😀 park is een stuk veiliger';
let store: Store;
let project: TestProject;
let source: { id: string; text: string };
let codeId: string;
let codingId: string;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	source = await addSource(store, project, words, { title: 'VOL-B-01' });
	codeId = await addCode(store, project, 'Veiligheid');
	codingId = await addCoding(store, project, source, { start: 4, end: 10 }, codeId);
});

type Role = keyof TestProject['users'];
const as = (role: Role) => contextFor(store, project.users[role]);
const write = (role: Role, input: Readonly<Record<string, unknown>> = {}) =>
	writeMemo(store, project.id, project.users[role], input);
const shared = { visibility: 'shared' };
const seenBy = async (role: Role, query = {}): Promise<readonly string[]> =>
	valueOf(await listMemos(await as(role), project.id, query)).items.map(({ id }) => id);
const auditLines = async (): Promise<readonly { action: string; object_id: string | null }[]> =>
	store.db
		.selectFrom('audit_events')
		.select(['action', 'object_id'])
		.where('project_id', '=', project.id)
		.orderBy('sequence')
		.execute();

describe('a memo is written', () => {
	test('sent twice it is there once, also when both requests are under way at once', async () => {
		const input = {
			about: { kind: 'turn', sourceId: source.id, turn: 1 },
			title: 'Park 😀',
			body: textOf('Zo is het')
		};
		const [first, second] = await Promise.all([write('coder', input), write('coder', input)]);
		const third = await write('coder', input);
		expect(new Set([first.id, second.id, third.id]).size).toBe(1);
		expect(await seenBy('coder')).toEqual([first.id]);
		expect((await auditLines()).filter(({ action }) => action === 'memo.add')).toHaveLength(1);
	});

	test('other words, another place, another writer or another reader make another memo', async () => {
		const input = { about: { kind: 'source', sourceId: source.id }, title: 'Park', body: textOf('Zo is het') };
		await write('coder', input);
		await write('coder', { ...input, title: 'Parken' });
		await write('coder', { ...input, body: textOf('Zo was het') });
		await write('coder', { ...input, about: { kind: 'project' } });
		await write('coder', { ...input, ...shared });
		await write('codebook-manager', input);
		const { length } = await store.db.selectFrom('memos').select('id').where('project_id', '=', project.id).execute();
		expect(length).toBe(6);
	});

	test('what was taken away can be written anew', async () => {
		const input = { about: { kind: 'project' }, title: 'Park' };
		const { id } = await write('coder', input);
		valueOf(await deleteMemo(await as('coder'), project.id, id));
		expect((await write('coder', input)).id).not.toBe(id);
	});

	test('about the project, an interview, a turn, a coding or a code, and answers what these are called', async () => {
		const place = async (about: unknown): Promise<MemoAnswer['place']> => (await write('coder', { about })).place;
		const nowhere = { sourceId: null, sourceTitle: null, reference: null, turn: null };
		const noCode = { codeId: null, codePath: null, caseLabel: null, quote: null, isRemoved: false };
		const on = { sourceId: source.id, sourceTitle: 'VOL-B-01' };
		expect(await place({ kind: 'project' })).toEqual({ ...nowhere, ...noCode });
		expect(await place({ kind: 'source', sourceId: source.id })).toEqual({ ...nowhere, ...noCode, ...on });
		expect(await place({ kind: 'turn', sourceId: source.id, turn: 1 })).toEqual({
			...noCode,
			...on,
			reference: 'VOL-B-01 · 2025 · beurt 1',
			turn: 1
		});
		expect(await place({ kind: 'code', codeId })).toEqual({ ...nowhere, ...noCode, codeId, codePath: 'Veiligheid' });
		expect(await place({ kind: 'coding', codingId })).toEqual({
			...on,
			reference: 'VOL-B-01 · 2025 · beurt 1',
			turn: 1,
			isRemoved: false,
			caseLabel: null,
			codeId,
			codePath: 'Veiligheid',
			quote: '😀 park'
		});
	});

	test('private unless shared, and nobody is told of a private one', async () => {
		const context = await as('coder');
		const input = { about: { kind: 'coding', codingId }, body: textOf('Denk ik') };
		expect(valueOf(await addMemo(context, project.id, input)).visibility).toBe('private');
		expect(context.events).toEqual([]);
		const { id } = valueOf(await addMemo(context, project.id, { ...input, ...shared }));
		expect(context.events).toEqual([
			{
				projectId: project.id,
				kind: 'memo',
				change: 'added',
				ids: [id],
				sourceId: source.id,
				actorId: project.users.coder
			}
		]);
	});

	test('with emoji, combining marks and an odd joiner, as they were typed', async () => {
		const body = textOf('😀 e\u0301én 👩‍👩‍👧 q\u0303');
		const { id } = await write('coder', { title: 'Vraag 😀', body });
		const memo = valueOf(await readMemo(await as('coder'), project.id, id));
		expect(memo).toMatchObject({ title: 'Vraag 😀', body: textOf('😀 één 👩‍👩‍👧 q\u0303') });
	});

	test('not about a turn that is not there', async () => {
		const input = { about: { kind: 'turn', sourceId: source.id, turn: 2 }, body: textOf('Denk ik') };
		expect(codesOf(await addMemo(await as('coder'), project.id, input))).toEqual(['turn-unknown']);
	});

	test('not without a word, and not mentioning what its author may not see', async () => {
		const add = async (input: object) => codesOf(await addMemo(await as('coder'), project.id, input));
		const about = { kind: 'project' };
		expect(await add({ about, body: [] })).toEqual(['memo-empty']);
		expect(await add({ about, title: 'Alleen een titel', body: [] })).toEqual([]);
		const hidden = await addSource(store, project, words, { status: 'uploaded' });
		expect(await add({ about, body: mentionOf('source', hidden.id, 'Niet vrij') })).toEqual(['memo-reference-unknown']);
	});

	const deep = (levels: number): unknown =>
		levels === 0 ? [] : [{ kind: 'list', ordered: false, items: [deep(levels - 1)] }];
	test.each([
		['a list in a list a thousand deep', deep(1000), 'rich-text-too-deep'],
		['a kind nobody knows', [{ kind: 'script', content: [] }], 'rich-text-unreadable'],
		['no list of blocks', { kind: 'paragraph' }, 'rich-text-unreadable'],
		['a text with NUL', textOf('a\0b'), 'rich-text-has-nul'],
		['a text of a novel', textOf('a'.repeat(300_000)), 'rich-text-too-long'],
		['a text longer than a memo', textOf('😀'.repeat(50_001)), 'memo-too-long']
	])('not from %s', async (_what, body, code) => {
		const result = await addMemo(await as('coder'), project.id, { about: { kind: 'project' }, body });
		expect(codesOf(result)).toEqual([code]);
	});
});

describe('a memo is changed', () => {
	const change = async (role: Role, memo: MemoAnswer, input: object) =>
		changeMemo(await as(role), project.id, memo.id, { version: memo.version, ...input });

	test('by its author, with a version that goes up and a line in the log without words', async () => {
		const memo = await write('coder');
		const changed = valueOf(await change('coder', memo, { title: 'Beter gezegd', kind: 'explanation' }));
		expect(changed).toMatchObject({ title: 'Beter gezegd', kind: 'explanation', version: 2, body: memo.body });
		expect(await auditLines()).toEqual([
			{ action: 'memo.add', object_id: memo.id },
			{ action: 'memo.change', object_id: memo.id }
		]);
	});

	test('once, when the same change is sent twice because the answer got lost', async () => {
		const memo = await write('coder', shared);
		const again = { title: 'Beter gezegd', body: textOf('Wat valt hier op?') };
		const first = valueOf(await change('coder', memo, again));
		const context = await as('coder');
		const second = valueOf(await changeMemo(context, project.id, memo.id, { version: memo.version, ...again }));
		expect(second).toEqual(first);
		expect(context.events).toEqual([]);
		expect((await auditLines()).map(({ action }) => action)).toEqual(['memo.add', 'memo.change']);
	});

	test('not over what another screen of the author wrote meanwhile', async () => {
		const memo = await write('coder');
		valueOf(await change('coder', memo, { title: 'Eerste scherm' }));
		const stale = await change('coder', memo, { title: 'Tweede scherm' });
		expect(stale).toMatchObject({ problems: [{ code: 'memo-changed', params: { version: 1, present: 2 } }] });
		const present = valueOf(await readMemo(await as('coder'), project.id, memo.id));
		expect(present.title).toBe('Eerste scherm');
	});

	test('by two screens at one moment: one is stored, the other is told', async () => {
		const memo = await write('coder');
		const titles = ['Links', 'Rechts', 'Boven', 'Onder'];
		const results = await Promise.all(titles.map((title) => change('coder', memo, { title })));
		expect(results.filter(({ ok }) => ok)).toHaveLength(1);
		expect(results.flatMap(codesOf)).toEqual(Array(3).fill('memo-changed'));
		expect(valueOf(await readMemo(await as('coder'), project.id, memo.id)).version).toBe(2);
	});

	test('not by a colleague, and not into nothing', async () => {
		const memo = await write('coder', shared);
		expect(codesOf(await change('codebook-manager', memo, { title: 'Anders' }))).toEqual(['memo-of-other']);
		expect(codesOf(await change('codebook-manager', memo, { visibility: 'private' }))).toEqual(['memo-of-other']);
		expect(codesOf(await change('coder', memo, { title: '', body: [] }))).toEqual(['memo-empty']);
	});

	test.each([
		['private', 'shared', 'added'],
		['shared', 'private', 'removed'],
		['shared', 'shared', 'changed'],
		['private', 'private', undefined]
	] as const)('from %s to %s is told to others as: %s', async (before, after, told) => {
		const memo = await write('coder', { visibility: before });
		const context = await as('coder');
		const input = { version: 1, title: 'Anders', visibility: after };
		valueOf(await changeMemo(context, project.id, memo.id, input));
		expect(context.events.map((event) => event.change)).toEqual(told ? [told] : []);
	});

	test('with a mention of what is gone by now: that may stay, and keeps its words', async () => {
		const other = await addSource(store, project, words, { title: 'VOL-B-02' });
		const memo = await write('coder', { body: mentionOf('source', other.id, 'VOL-B-02') });
		await store.db.updateTable('sources').set({ status: 'restricted' }).where('id', '=', other.id).execute();
		const seen = valueOf(await readMemo(await as('coder'), project.id, memo.id));
		expect(seen.body).toEqual(mentionOf('source', other.id, '…'));
		const body = [...seen.body, ...textOf('Meer')];
		expect(valueOf(await change('coder', memo, { body })).version).toBe(2);
		const row = await store.db.selectFrom('memos').select('body').where('id', '=', memo.id).executeTakeFirst();
		expect(row?.body).toEqual([...mentionOf('source', other.id, 'VOL-B-02'), ...textOf('Meer')]);
	});
});

describe('who reads a memo', () => {
	const everyRole = ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'reader'] as const;
	const readers = async (memoId: string): Promise<readonly Role[]> => {
		const found: Role[] = [];
		for (const role of everyRole) {
			const one = await readMemo(await as(role), project.id, memoId);
			const listed = await listMemos(await as(role), project.id, {});
			expect(listed.ok && listed.value.items.some(({ id }) => id === memoId)).toBe(one.ok);
			if (one.ok) found.push(role);
		}
		return found;
	};

	test('a private one: its author only, whatever it is about and whoever asks', async () => {
		for (const about of [{ kind: 'project' }, { kind: 'code', codeId }, { kind: 'coding', codingId }]) {
			const memo = await write('coder', { about });
			expect(await readers(memo.id)).toEqual(['coder']);
			const manager = await as('codebook-manager');
			expect(codesOf(await changeMemo(manager, project.id, memo.id, { version: 1, title: 'x' }))).toEqual([
				'memo-unknown'
			]);
			expect(codesOf(await deleteMemo(manager, project.id, memo.id))).toEqual(['memo-unknown']);
			expect(codesOf(await settleMemo(manager, project.id, memo.id))).toEqual(['memo-unknown']);
		}
	});

	test('a shared one: whoever may see what it is about', async () => {
		const all = ['interviewer', 'coder', 'codebook-manager', 'author'];
		const on = async (about: object) => readers((await write('coder', { ...shared, about })).id);
		expect(await on({ kind: 'project' })).toEqual(all);
		expect(await on({ kind: 'code', codeId })).toEqual(all);
		expect(await on({ kind: 'source', sourceId: source.id })).toEqual(all);
		expect(await on({ kind: 'coding', codingId })).toEqual(['coder', 'codebook-manager', 'author']);
		const interviewer = await addUser(store, 'Andere interviewer');
		await addMember(store, project.id, interviewer, 'interviewer');
		const context = await contextFor(store, interviewer);
		const seen = valueOf(await listMemos(context, project.id, {})).items;
		expect(seen.map(({ about }) => about.kind).toSorted()).toEqual(['code', 'project']);
	});

	test('in another area: not, and a mention of an interview there has lost its name', async () => {
		const elsewhere = await addUser(store, 'Codeur elders');
		await addMember(store, project.id, elsewhere, 'coder', [project.areas.other]);
		const memo = await write('coder', { ...shared, about: { kind: 'source', sourceId: source.id } });
		const body = [...mentionOf('source', source.id, 'VOL-B-01'), ...mentionOf('coding', codingId, '😀 park')];
		const mentioning = await write('coder', { ...shared, body });
		const context = await contextFor(store, elsewhere);
		expect(codesOf(await readMemo(context, project.id, memo.id))).toEqual(['memo-unknown']);
		const seen = valueOf(await readMemo(context, project.id, mentioning.id));
		expect(seen.body).toEqual([...mentionOf('source', source.id, '…'), ...mentionOf('coding', codingId, '…')]);
		expect(valueOf(await listMemos(context, project.id, { q: 'park' })).items).toEqual([]);
		expect(valueOf(await listMemos(context, project.id, { sourceId: source.id })).items).toEqual([]);
	});

	test('who codes an interview blind reads only his or her own on it', async () => {
		const blind = await addUser(store, 'Tweede codeur');
		await addMember(store, project.id, blind, 'coder');
		await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: blind }).execute();
		for (const about of [
			{ kind: 'source', sourceId: source.id },
			{ kind: 'turn', sourceId: source.id, turn: 1 },
			{ kind: 'coding', codingId }
		])
			await write('coder', { ...shared, about });
		const context = await contextFor(store, blind);
		expect(valueOf(await listMemos(context, project.id, {})).items).toEqual([]);
		const about = { kind: 'coding', codingId };
		expect(codesOf(await addMemo(context, project.id, { about, body: textOf('x') }))).toEqual(['coding-unknown']);
		const ownCoding = await addCoding(store, project, source, { start: 0, end: 3 }, codeId, {
			coderId: blind,
			layer: 'second'
		});
		const own = await writeMemo(store, project.id, blind, {
			...shared,
			about: { kind: 'coding', codingId: ownCoding }
		});
		expect(own.place.quote).toBe('Het');
		expect(await readers(own.id)).toEqual([]);
	});

	test('an author who may not see the interview any more keeps the memo, without the words of the interview', async () => {
		const memo = await write('coder', { about: { kind: 'coding', codingId }, title: 'Van mij' });
		await store.db.updateTable('sources').set({ status: 'restricted' }).where('id', '=', source.id).execute();
		const seen = valueOf(await readMemo(await as('coder'), project.id, memo.id));
		expect(seen.title).toBe('Van mij');
		expect(Object.values(seen.place).filter((name) => name !== null)).toEqual([false]);
	});
});

describe('a question to the team', () => {
	test('is answered for everyone by anyone who codes, and can be opened again', async () => {
		const question = await write('author', { ...shared, kind: 'question' });
		const context = await as('coder');
		const settled = valueOf(await settleMemo(context, project.id, question.id));
		expect(settled).toMatchObject({ version: 1, settled: { by: { name: 'Test coder' } } });
		expect(context.events).toMatchObject([{ kind: 'memo', change: 'changed', ids: [question.id] }]);
		expect(await seenBy('author', { settled: 'true' })).toEqual([question.id]);
		expect(await seenBy('author', { settled: 'false' })).toEqual([]);
		const again = valueOf(await settleMemo(await as('codebook-manager'), project.id, question.id));
		expect(again.settled?.by.name).toBe('Test coder');
		const open = valueOf(await reopenMemo(await as('author'), project.id, question.id));
		expect(open.settled).toBeNull();
		expect(codesOf(await settleMemo(await as('interviewer'), project.id, question.id))).toEqual(['not-allowed']);
	});

	test('is a question: a thought has no answer, and what becomes a thought loses it', async () => {
		const thought = await write('coder', shared);
		expect(codesOf(await settleMemo(await as('coder'), project.id, thought.id))).toEqual(['memo-not-a-question']);
		const question = await write('coder', { ...shared, kind: 'question' });
		valueOf(await settleMemo(await as('coder'), project.id, question.id));
		const input = { version: 1, kind: 'thought' };
		expect(valueOf(await changeMemo(await as('coder'), project.id, question.id, input)).settled).toBeNull();
	});
});

describe('a memo is taken away', () => {
	test('by its author, who brings it back as it was; twice does no harm', async () => {
		const memo = await write('coder', shared);
		const context = await as('coder');
		expect(codesOf(await deleteMemo(await as('codebook-manager'), project.id, memo.id))).toEqual(['memo-of-other']);
		valueOf(await deleteMemo(context, project.id, memo.id));
		expect(await seenBy('coder')).toEqual([]);
		expect(codesOf(await deleteMemo(context, project.id, memo.id))).toEqual(['memo-unknown']);
		expect(codesOf(await restoreMemo(await as('author'), project.id, memo.id))).toEqual(['memo-unknown']);
		expect(valueOf(await restoreMemo(context, project.id, memo.id))).toEqual(memo);
		expect(valueOf(await restoreMemo(context, project.id, memo.id))).toEqual(memo);
		expect(context.events.map(({ change }) => change)).toEqual(['removed', 'added']);
		expect((await auditLines()).map(({ action }) => action)).toEqual(['memo.add', 'memo.delete', 'memo.restore']);
	});

	test('somebody else cannot restore a removed shared memo, nor learn that it is there', async () => {
		const memo = await write('coder', shared);
		valueOf(await deleteMemo(await as('coder'), project.id, memo.id));
		expect(codesOf(await readMemo(await as('author'), project.id, memo.id))).toEqual(['memo-unknown']);
		expect(codesOf(await restoreMemo(await as('codebook-manager'), project.id, memo.id))).toEqual(['memo-unknown']);
	});

	test('is out of sight with its interview and comes back with it; of a coding or code that is gone it can be found', async () => {
		const about = [
			{ kind: 'source', sourceId: source.id },
			{ kind: 'coding', codingId },
			{ kind: 'code', codeId }
		];
		const [onSource, onCoding, onCode] = [
			(await write('coder', { about: about[0] })).id,
			(await write('coder', { about: about[1] })).id,
			(await write('coder', { about: about[2] })).id
		];
		const set = (table: 'sources' | 'codings' | 'codes', id: string, at: Date | null) =>
			store.db.updateTable(table).set({ deleted_at: at }).where('id', '=', id).execute();
		const now = new Date();
		await set('sources', source.id, now);
		expect(await seenBy('coder')).toEqual([onCode]);
		await set('sources', source.id, null);
		await set('codings', codingId, now);
		expect((await seenBy('coder')).toSorted()).toEqual([onSource, onCoding, onCode].toSorted());
		await set('codings', codingId, null);
		await set('codes', codeId, now);
		expect((await seenBy('coder')).toSorted()).toEqual([onSource, onCoding, onCode].toSorted());
		expect(valueOf(await readMemo(await as('coder'), project.id, onCode))).toMatchObject({
			place: { isRemoved: true, codePath: expect.any(String) }
		});
		await set('codes', codeId, null);
		expect(valueOf(await readMemo(await as('coder'), project.id, onCode)).place.isRemoved).toBe(false);
	});
});
