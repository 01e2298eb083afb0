import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayReadMemo, type MemoPlace } from '../../src/lib/domain/memo/who-may.ts';
import { roles } from '../../src/lib/domain/project/membership.ts';
import { accessOf } from '../../src/lib/server/store/memberships.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findMemosOfEvent } from '../../src/lib/server/store/memo-places.ts';
import { exportMemos } from '../../src/lib/server/views/export-memos.ts';
import { listMemos, readMemo } from '../../src/lib/server/views/list-memos.ts';
import { viewMemos } from '../../src/lib/server/views/memos-page.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { parts } from '../report/unzip.ts';
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
	testNow,
	type TestProject
} from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const words = 'Het 😀 park is een stuk veiliger';
const shared = { visibility: 'shared' };
const made = async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, words, { title: 'VOL-B-01' });
	const codeId = await addCode(store, project, 'Veiligheid');
	const codingId = await addCoding(store, project, source, { start: 4, end: 10 }, codeId);
	return { project, source, codeId, codingId };
};
const list = async (project: TestProject, userId: string, query = {}) =>
	valueOf(await listMemos(await contextFor(store, userId), project.id, query));

test('the rule who reads a memo is the same in the program and in the database', async () => {
	const { project, source, codeId, codingId } = await made();
	const unreleased = await addSource(store, project, words, { status: 'uploaded' });
	const blind = await addUser(store, 'Tweede codeur');
	await addMember(store, project.id, blind, 'coder');
	await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: blind }).execute();
	const second = { coderId: blind, layer: 'second' } as const;
	const blindCoding = await addCoding(store, project, source, { start: 0, end: 3 }, codeId, second);
	const people = [...Object.values(project.users), blind];
	for (const role of roles)
		for (const areaId of [project.areas.district, project.areas.other, project.areas.municipality]) {
			const userId = await addUser(store, `${role} ${areaId}`);
			await addMember(store, project.id, userId, role, [areaId]);
			people.push(userId);
		}

	const { coder, interviewer } = project.users;
	const subjects = [
		[coder, { kind: 'project' }],
		[coder, { kind: 'code', codeId }],
		[coder, { kind: 'source', sourceId: source.id }],
		[coder, { kind: 'turn', sourceId: source.id, turn: 1 }],
		[coder, { kind: 'coding', codingId }],
		[blind, { kind: 'coding', codingId: blindCoding }],
		[interviewer, { kind: 'source', sourceId: unreleased.id }]
	] as const;
	const ids: string[] = [];
	for (const [userId, about] of subjects)
		for (const visibility of ['private', 'shared'])
			ids.push((await writeMemo(store, project.id, userId, { about, visibility })).id);

	const memos = await findMemosOfEvent(store.db, project.id, ids);
	expect(memos).toHaveLength(ids.length);
	let readable = 0;
	for (const userId of people) {
		const access = await accessOf(store.db, project.id, userId);
		const isBlind = new Set(userId === blind ? [source.id] : []);
		const byRule = memos.filter((memo) => mayReadMemo(access, memo, memo.placeFor(isBlind))).map(({ id }) => id);
		const context = await contextFor(store, userId);
		const listed = await listMemos(context, project.id, {});
		const byStore = listed.ok ? listed.value.items.map(({ id }) => id) : [];
		expect(byStore.toSorted()).toEqual(byRule.toSorted());
		readable += byRule.length;
	}
	expect(readable).toBeGreaterThan(50);
});

test('a memo of an event tells where it is, also when it was just taken away', async () => {
	const { project, source } = await made();
	const about = { kind: 'source', sourceId: source.id };
	const memo = await writeMemo(store, project.id, project.users.coder, { ...shared, about });
	await store.db.updateTable('memos').set({ deleted_at: testNow }).where('id', '=', memo.id).execute();
	const [found] = await findMemosOfEvent(store.db, project.id, [memo.id]);
	const place: MemoPlace | undefined = found?.placeFor(new Set());
	expect(place).toEqual({
		kind: 'source',
		isBlind: false,
		target: {
			areaPath: [project.areas.district, project.areas.municipality, project.areas.country],
			uploadedBy: project.users.interviewer,
			isReleased: true
		}
	});
});

describe('a list of memos', () => {
	test('is narrowed by kind, what it is about, who wrote it, who reads it, and answered or not', async () => {
		const { project, source, codeId, codingId } = await made();
		const { coder, author } = project.users;
		const write = async (userId: string, input: object) =>
			(await writeMemo(store, project.id, userId, { ...shared, ...input })).id;
		const onCode = await write(coder, { about: { kind: 'code', codeId }, kind: 'explanation' });
		const onCoding = await write(coder, { about: { kind: 'coding', codingId } });
		const onTurn = await write(author, { about: { kind: 'turn', sourceId: source.id, turn: 1 }, kind: 'question' });
		const onProject = await write(coder, { visibility: 'private' });
		const ids = async (query: object) => (await list(project, coder, query)).items.map(({ id }) => id);
		expect(await ids({})).toEqual([onProject, onTurn, onCoding, onCode]);
		expect(await ids({ kind: 'explanation' })).toEqual([onCode]);
		expect(await ids({ aboutKind: 'turn' })).toEqual([onTurn]);
		expect(await ids({ sourceId: source.id })).toEqual([onTurn, onCoding]);
		expect(await ids({ sourceId: source.id, turn: 1 })).toEqual([onTurn]);
		expect(await ids({ sourceId: source.id, turn: '2' })).toEqual([]);
		expect(await ids({ codeId })).toEqual([onCoding, onCode]);
		expect(await ids({ codingId })).toEqual([onCoding]);
		expect(await ids({ authorId: author })).toEqual([onTurn]);
		expect(await ids({ visibility: 'private' })).toEqual([onProject]);
		expect(await ids({ settled: 'false' })).toEqual([onTurn]);
		expect(await ids({ settled: 'true' })).toEqual([]);
	});

	test('is searched in titles and words, whatever their capitals and accents', async () => {
		const { project, codingId } = await made();
		const { coder } = project.users;
		const first = await writeMemo(store, project.id, coder, { title: '100% zeker', body: textOf('Het cafe\u0301 😀') });
		const second = await writeMemo(store, project.id, coder, {
			title: 'Anders',
			body: [...textOf('Meer'), ...mentionOf('coding', codingId, 'parkje')]
		});
		const ids = async (q: string) => (await list(project, coder, { q })).items.map(({ id }) => id);
		expect(await ids('CAFÉ 😀')).toEqual([first.id]);
		expect(await ids('cafe 😀')).toEqual([first.id]);
		expect(await ids('MÉÉR')).toEqual([second.id]);
		expect(await ids('0% z')).toEqual([first.id]);
		expect(await ids('100_')).toEqual([]);
		expect(await ids('  meer ')).toEqual([second.id]);
		expect(await ids('parkje')).toEqual([]);
		expect(await ids('')).toEqual([second.id, first.id]);
	});

	test('comes a page at a time, newest first, each memo once', async () => {
		const { project } = await made();
		const { coder } = project.users;
		const ids: string[] = [];
		for (let n = 0; n < 5; n += 1)
			ids.unshift((await writeMemo(store, project.id, coder, { title: `Gedachte ${n}` })).id);
		const seen: string[] = [];
		for (let cursor: string | null | undefined; cursor !== null;) {
			const page = await list(project, coder, { limit: 2, ...(cursor !== undefined && { cursor }) });
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor;
		}
		expect(seen).toEqual(ids);
		const context = await contextFor(store, coder);
		expect(codesOf(await listMemos(context, project.id, { cursor: 'x' }))).toEqual(['cursor-invalid']);
		expect(codesOf(await readMemo(context, project.id, 'x'))).toEqual(['memo-unknown']);
	});
});

describe('memos that are taken away', () => {
	const csv = async (project: TestProject, userId: string, query: object = {}) => {
		const context = await contextFor(store, userId);
		const file = valueOf(await exportMemos(context, project.id, { format: 'csv', ...query }, 'nl'));
		const rows = Papa.parse<string[]>(new TextDecoder().decode(file.bytes), { delimiter: ';' }).data;
		return rows.slice(rows.findIndex((row) => row.length > 10) + 1).filter((row) => row.length > 10);
	};
	const markdown = async (project: TestProject, userId: string) => {
		const context = await contextFor(store, userId);
		return new TextDecoder().decode(valueOf(await exportMemos(context, project.id, { format: 'md' }, 'nl')).bytes);
	};

	test('hold kind, title, text, where it is about, who wrote it and who settled it', async () => {
		const { project, source, codingId } = await made();
		const { coder } = project.users;
		const about = { kind: 'coding', codingId };
		const body = [...textOf('Zie ook'), ...mentionOf('coding', codingId, '😀 park')];
		await writeMemo(store, project.id, coder, { ...shared, about, kind: 'question', title: 'Waarom?', body });
		await writeMemo(store, project.id, coder, { about: { kind: 'source', sourceId: source.id } });
		const reference = 'VOL-B-01 · 2025 · beurt 1';
		const at = testNow.toISOString();
		expect(await csv(project, coder)).toEqual([
			[
				'gedachte',
				'Een gedachte',
				'Wat valt op?',
				'gesprek',
				'VOL-B-01',
				'',
				'alleen de schrijver',
				'Test coder',
				at,
				at,
				'',
				''
			],
			[
				...['vraag aan het team', 'Waarom?', `Zie ook\n${reference}`, 'codering', reference, 'Veiligheid', 'het team'],
				...['Test coder', at, at, '', '']
			]
		]);
		expect(await csv(project, coder, { kind: 'thought' })).toHaveLength(1);
		const text = await markdown(project, coder);
		expect(text).toContain('# Waarom?\n\nVraag aan het team · codering · VOL-B-01');
		expect(text).toContain('Nog geen antwoord\n\nZie ook\n\n[VOL-B-01 · 2025 · beurt 1]');
		expect(text).not.toContain('😀 park');
	});

	test('without private ones of others, and without text when the interview may not be quoted', async () => {
		const { project, source } = await made();
		const { coder, author } = project.users;
		const about = { kind: 'source', sourceId: source.id };
		await writeMemo(store, project.id, coder, { title: 'Privé' });
		await writeMemo(store, project.id, coder, {
			...shared,
			about,
			title: 'Over het gesprek',
			body: textOf('Het 😀 park')
		});
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', source.id).execute();
		expect((await csv(project, author)).map((row) => row.slice(0, 5))).toEqual([
			['gedachte', '', '[tekst weggelaten: niet vrij om te delen]', 'gesprek', 'VOL-B-01']
		]);
		const text = await markdown(project, author);
		expect(text).not.toMatch(/park|Over het gesprek|Privé/);
		expect(text).toContain('tekst weggelaten');
	});

	test('hold no formula that a spreadsheet would run, and no Markdown that somebody smuggled in', async () => {
		const { project } = await made();
		const { coder } = project.users;
		const evil = '=HYPERLINK("http://x")';
		await writeMemo(store, project.id, coder, { title: evil, body: textOf('@SUM(1)\u0001 <script> # kop') });
		const [row] = await csv(project, coder);
		expect(row?.[1]).toBe(`'${evil}`);
		expect(row?.[2]).toMatch(/^'@SUM/);
		const context = await contextFor(store, coder);
		const file = valueOf(await exportMemos(context, project.id, { format: 'xlsx' }, 'nl'));
		const files = Object.values(parts(file.bytes));
		expect(files.some((part) => part.includes('HYPERLINK'))).toBe(true);
		expect(files.some((part) => /<f[ >]/.test(part))).toBe(false);
		const text = await markdown(project, coder);
		expect(text).not.toContain('<script>');
		expect(text).not.toMatch(/^# kop/m);
	});

	test('leave a line in the log, without words', async () => {
		const { project } = await made();
		await csv(project, project.users.author);
		const log = store.db.selectFrom('audit_events').select(['action', 'object_kind', 'object_id']);
		expect(await log.where('project_id', '=', project.id).execute()).toEqual([
			{ action: 'export.memos', object_kind: 'project', object_id: project.id }
		]);
	});
});

test('the page of memos asks for authors whose memos this reader may read, and takes no words from an address', async () => {
	const project = await addProject(store);
	const { coder, author, interviewer } = project.users;
	await writeMemo(store, project.id, coder, { title: 'Van de codeur' });
	await writeMemo(store, project.id, author, { title: 'Van de schrijver', ...shared });
	const pageOf = async (userId: string, query = {}) => viewMemos(await contextFor(store, userId), project.id, query);
	const ids = async (userId: string) => valueOf(await pageOf(userId)).authors.map(({ id }) => id);
	expect((await ids(coder)).toSorted()).toEqual([author, coder].toSorted());
	expect(await ids(interviewer)).toEqual([author]);
	const { first, asked, mayWrite } = valueOf(await pageOf(coder, { visibility: 'private' }));
	expect(first.items.map(({ title }) => title)).toEqual(['Van de codeur']);
	expect({ asked, mayWrite }).toEqual({ asked: { visibility: 'private' }, mayWrite: true });
	expect((await pageOf(coder, { q: 'schrijver' })).ok).toBe(false);
});
