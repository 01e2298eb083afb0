import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/database.ts';
import { exportMemos } from '#lib/server/views/export-memos.ts';
import { listCodingNotes } from '#lib/server/views/list-coding-notes.ts';
import { viewNotes } from '#lib/server/views/notes-page.ts';
import { listMemos } from '#lib/server/views/list-memos.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { confirmed } from '../support/confirmed.ts';
import { testStore } from '../support/database.ts';
import { mentionOf, writeMemo } from '../support/memos.ts';
import { addCode, addCoding, addMember, addProject, addSource, addUser, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const words = 'Het 😀 park is een stuk veiliger';

const begin = async () => {
	const project = await addProject(store);
	const source = await addSource(store, project, words, { title: 'VOL-B-01' });
	const codeId = await addCode(store, project, 'Veiligheid');
	const coded = (start: number, options = {}) =>
		addCoding(store, project, source, { start, end: start + 6 }, codeId, options);
	const note = (id: string, memo: string) =>
		store.db.updateTable('codings').set({ memo }).where('id', '=', id).execute();
	const codingId = await coded(4);
	const coder = await contextFor(store, project.users.coder);
	const notes = async (query: object = {}, context = coder) =>
		valueOf(await listCodingNotes(context, project.id, query)).items.map((item) => item.note);
	const taken = async (query: object = {}, site = '') =>
		new TextDecoder().decode(
			valueOf(await exportMemos(coder, project.id, { format: 'csv', ...query }, 'nl', site)).bytes
		);
	return { project, source, codeId, codingId, coded, note, coder, notes, taken };
};

describe('notes of codings', () => {
	test('stand in a list with words, code, place, writer and moment; codings without one do not', async () => {
		const { project, source, codeId, codingId, coded, note, coder } = await begin();
		await coded(0);
		await note(codingId, 'Twijfel é: is dit park?');
		const { items } = valueOf(await listCodingNotes(coder, project.id, {}));
		expect(items).toMatchObject([
			{
				...{ codingId, note: 'Twijfel é: is dit park?', quote: '😀 park', sourceId: source.id, codeId },
				...{ reference: 'VOL-B-01 · 2025 · beurt 1', codePath: 'Veiligheid' },
				author: { id: project.users.coder, name: 'Test coder' }
			}
		]);
	});

	test('name who wrote them last, also where that is not the coder', async () => {
		const { project, codingId, note, coder, taken } = await begin();
		await note(codingId, 'Van wie het codeboek beheert');
		const author = await addUser(store, 'Noor é');
		await store.db
			.updateTable('codings')
			.set({ memo_writers: [project.users.coder, author] })
			.where('id', '=', codingId)
			.execute();
		const { items } = valueOf(await listCodingNotes(coder, project.id, { authorId: author }));
		expect(items.map((item) => item.author)).toEqual([{ id: author, name: 'Noor é' }]);
		expect(await taken()).toContain('Noor é');
	});

	test('are found by their words, by code and by source, a page at a time', async () => {
		const { project, source, codingId, coded, note, coder, notes } = await begin();
		const other = await coded(0);
		await note(codingId, 'Eerste 100% zeker');
		await note(other, 'Tweede');
		expect(await notes({ q: '100%' })).toEqual(['Eerste 100% zeker']);
		expect(await notes({ q: 'Eérste' })).toEqual(['Eerste 100% zeker']);
		expect(await notes({ q: 'EERSTE' })).toEqual(['Eerste 100% zeker']);
		expect(await notes({ q: 'park' })).toEqual([]);
		expect(await notes({ sourceId: source.id })).toHaveLength(2);
		expect(await notes({ codeId: other })).toEqual([]);
		const first = valueOf(await listCodingNotes(coder, project.id, { limit: '1' }));
		const next = valueOf(await listCodingNotes(coder, project.id, { limit: '1', cursor: first.nextCursor }));
		expect([...first.items, ...next.items].map((item) => item.note).toSorted()).toEqual([
			'Eerste 100% zeker',
			'Tweede'
		]);
		expect(next.nextCursor).toBeNull();
		expect(codesOf(await listCodingNotes(coder, project.id, { cursor: 'x' }))).toEqual(['cursor-invalid']);
	});

	test('are found by a code with all codes below it, in the list and in the file', async () => {
		const { project, source, codeId, codingId, note, notes, taken } = await begin();
		const below = await addCode(store, project, 'Verlichting é', { parentId: codeId });
		const other = await addCode(store, project, 'Groen');
		const withCode = (id: string, start: number) => addCoding(store, project, source, { start, end: start + 6 }, id);
		await note(codingId, 'Bij de code zelf');
		await note(await withCode(below, 0), 'Bij een code eronder 😀');
		await note(await withCode(other, 2), 'Bij een andere code');
		expect(await notes({ codeId })).toEqual(['Bij de code zelf']);
		const deep = { codeId, includeDescendants: true };
		expect((await notes(deep)).toSorted()).toEqual(['Bij de code zelf', 'Bij een code eronder 😀']);
		expect(await notes({ codeId: below, includeDescendants: 'true' })).toEqual(['Bij een code eronder 😀']);
		const file = await taken({ ...deep, kind: 'note' });
		expect(file).toContain('Bij een code eronder');
		expect(file).not.toContain('Bij een andere code');
		expect(await taken({ codeId, kind: 'note' })).not.toContain('Bij een code eronder');
	});

	test('are read by who may read the codings: not those of a blind second coder, nor of another area', async () => {
		const { project, source, codingId, coded, note, notes } = await begin();
		const blind = await addUser(store, 'Tweede codeur');
		await addMember(store, project.id, blind, 'coder');
		await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: blind }).execute();
		await note(codingId, 'Van het team');
		await note(await coded(0, { coderId: blind, layer: 'second' }), 'Van de tweede');
		const elsewhere = await addUser(store, 'Andere wijk');
		await addMember(store, project.id, elsewhere, 'coder', [project.areas.other]);
		expect(await notes()).toEqual(['Van het team']);
		expect(await notes({}, await contextFor(store, blind))).toEqual(['Van de tweede']);
		expect(await notes({}, await contextFor(store, elsewhere))).toEqual([]);
		const reader = await contextFor(store, project.users.interviewer);
		expect(codesOf(await listCodingNotes(reader, project.id, {}))).toEqual(['not-allowed']);
	});

	test('go along in the file of memos, where what was asked can be said of them, and without words that may not be told', async () => {
		const { project, source, codingId, note, coder, taken } = await begin();
		await note(codingId, '=Twijfel\nover het park');
		const rows = Papa.parse<string[]>(await taken(), { delimiter: ';' }).data;
		const row = rows.find(([kind]) => kind === 'opmerking bij codering');
		expect(row?.slice(2, 7)).toEqual([
			...["'=Twijfel\nover het park", 'codering', 'VOL-B-01 · 2025 · beurt 1', 'Veiligheid', 'het team']
		]);
		expect(await taken({ q: 'twijfel', aboutKind: 'coding' })).toContain('Twijfel');
		for (const query of [{ kind: 'thought' }, { aboutKind: 'code' }, { visibility: 'private' }, { settled: 'false' }])
			expect(await taken(query)).not.toContain('Twijfel');
		const text = await exportMemos(coder, project.id, { format: 'md' }, 'nl');
		expect(new TextDecoder().decode(valueOf(text).bytes)).toContain('Opmerking bij codering · codering · VOL-B-01');
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', source.id).execute();
		expect(await taken()).not.toContain('Twijfel');
		expect(await taken()).toContain('opmerking bij codering');
	});
});

describe('the page of notes', () => {
	test('is narrowed by the codes, interviews and writers of notes that its reader may read, never by words', async () => {
		const { project, source, codeId, codingId, note, coder } = await begin();
		const below = await addCode(store, project, 'Verlichting', { parentId: codeId });
		await addCode(store, project, 'Zonder opmerking');
		await note(await addCoding(store, project, source, { start: 0, end: 6 }, below), 'Donker 😀');
		const pageOf = (query: object, context = coder) => viewNotes(context, project.id, query);
		const { asked, first, choices } = valueOf(await pageOf({ codeId }));
		expect(asked).toEqual({ codeId });
		expect(first.items.map((item) => item.note)).toEqual(['Donker 😀']);
		expect(choices).toEqual({
			codes: [
				{ id: codeId, path: 'Veiligheid' },
				{ id: below, path: 'Veiligheid › Verlichting' }
			],
			sources: [{ id: source.id, title: 'VOL-B-01' }],
			authors: [{ id: project.users.coder, name: 'Test coder' }]
		});
		await note(codingId, 'Nog een');
		expect(valueOf(await pageOf({ sourceId: source.id, authorId: project.users.coder })).first.items).toHaveLength(2);
		const elsewhere = await addUser(store, 'Andere wijk');
		await addMember(store, project.id, elsewhere, 'coder', [project.areas.other]);
		const seen = valueOf(await pageOf({}, await contextFor(store, elsewhere)));
		expect(seen).toMatchObject({ first: { items: [] }, choices: { codes: [], sources: [], authors: [] } });
		expect((await pageOf({ q: 'donker' })).ok).toBe(false);
	});

	test('offers nothing that only a blind second coder wrote about', async () => {
		const { project, source, coded, note, coder } = await begin();
		const blind = await addUser(store, 'Tweede codeur');
		await addMember(store, project.id, blind, 'coder');
		await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: blind }).execute();
		await note(await coded(0, { coderId: blind, layer: 'second' }), 'Van de tweede');
		const choicesFor = async (context = coder) => valueOf(await viewNotes(context, project.id, {})).choices;
		expect(await choicesFor()).toEqual({ codes: [], sources: [], authors: [] });
		expect((await choicesFor(await contextFor(store, blind))).authors).toEqual([{ id: blind, name: 'Tweede codeur' }]);
	});
});

describe('the file of memos and notes', () => {
	test('has the notes alone where these are asked for, narrowed by words like the list', async () => {
		const { project, codeId, codingId, coded, note, coder, taken } = await begin();
		await note(codingId, 'Twijfel over het park');
		await note(await coded(0), 'Zeker van de straat');
		const about = { kind: 'coding', codingId };
		await writeMemo(store, project.id, project.users.coder, { about, visibility: 'shared', title: 'Een memo' });
		expect(await taken({ aboutKind: 'coding' })).toContain('Een memo');
		const notes = await taken({ kind: 'note' });
		expect(notes).not.toContain('Een memo');
		for (const one of ['Twijfel', 'Zeker']) expect(notes).toContain(one);
		const narrowed = await taken({ kind: 'note', q: 'twijfel', codeId });
		expect(narrowed).toContain('Twijfel');
		expect(narrowed).not.toContain('Zeker');
		expect(await taken({ kind: 'note', settled: 'false' })).not.toContain('Twijfel');
		expect(codesOf(await exportMemos(coder, project.id, { kind: 'x', format: 'csv' }, 'nl'))).not.toEqual([]);
	});

	test('says whether somebody looked at it where it is about a group of few', async () => {
		const { project, source, codingId, note, coder, taken } = await begin();
		await note(codingId, 'Twijfel over het park');
		const smallest = (small_cell: number) =>
			store.db.updateTable('projects').set({ small_cell }).where('id', '=', project.id).execute();
		await smallest(3);
		expect(await taken()).toContain('Niet bevestigd: in dit bestand');
		const text = await exportMemos(coder, project.id, { format: 'md' }, 'nl');
		expect(new TextDecoder().decode(valueOf(text).bytes)).toContain('Niet bevestigd: in dit bestand');
		for (const [choice, file] of [
			[{}, {}],
			[
				{ kind: 'note', q: 'twijfel' },
				{ memoKind: 'note', q: 'twijfel' }
			]
		] as const) {
			const confirmation = await confirmed(coder, project.id, { kind: 'memos', ...file });
			expect(await taken({ ...choice, confirmation })).toContain('Nagekeken op herkenning door Test coder');
			const other = { ...choice, kind: 'question', format: 'csv', confirmation };
			expect(codesOf(await exportMemos(coder, project.id, other, 'nl'))).toEqual(['export-check-changed']);
		}
		await smallest(1);
		expect(await taken()).not.toContain('Niet bevestigd');
		await smallest(3);
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', source.id).execute();
		expect(await taken()).not.toContain('Niet bevestigd');
	});
});

describe('a memo', () => {
	test('leads in a file to the places in the program that it mentions, and nowhere where its reader may not see these', async () => {
		const { project, source, codeId, codingId, taken } = await begin();
		const hidden = await addSource(store, project, words, { title: 'AND-B-01', areaId: project.areas.other });
		const body = [
			...mentionOf('coding', codingId, '😀 park'),
			...mentionOf('code', codeId, 'Veiligheid'),
			...mentionOf('source', source.id, 'VOL-B-01')
		];
		await writeMemo(store, project.id, project.users.coder, { body });
		const text = await taken({ format: 'md' }, 'https://wijkstem.test');
		const base = `https://wijkstem.test/projects/${project.id}`;
		expect(text).toContain(`[VOL-B-01 · 2025 · beurt 1](<${base}/codings/${codingId}>)`);
		expect(text).toContain(`[Veiligheid](<${base}/codebook?code=${codeId}>)`);
		expect(text).toContain(`[VOL-B-01](<${base}/sources/${source.id}>)`);
		await store.db.updateTable('sources').set({ deleted_at: new Date() }).where('id', '=', source.id).execute();
		const after = await taken({ format: 'md' }, 'https://wijkstem.test');
		expect(after).not.toContain(`/sources/${source.id}`);
		expect(after).not.toContain(hidden.id);
	});

	test('on a coding that was taken away can still be found, says so, and is as it was once the coding is back', async () => {
		const { project, codingId, coder, taken } = await begin();
		const about = { kind: 'coding', codingId };
		const memo = await writeMemo(store, project.id, project.users.coder, { about, visibility: 'shared' });
		const found = async () => valueOf(await listMemos(coder, project.id, { q: 'gedachte' })).items;
		const deleted = (at: Date | null) =>
			store.db.updateTable('codings').set({ deleted_at: at }).where('id', '=', codingId).execute();
		const before = await found();
		expect(before).toMatchObject([{ id: memo.id, place: { isRemoved: false, quote: '😀 park' } }]);
		await deleted(new Date());
		expect(await found()).toMatchObject([
			{
				id: memo.id,
				place: { isRemoved: true, quote: null, codePath: 'Veiligheid', reference: 'VOL-B-01 · 2025 · beurt 1' }
			}
		]);
		expect(await taken()).toContain('weggehaalde codering');
		const elsewhere = await addUser(store, 'Andere wijk');
		await addMember(store, project.id, elsewhere, 'coder', [project.areas.other]);
		expect(valueOf(await listMemos(await contextFor(store, elsewhere), project.id, {})).items).toEqual([]);
		await deleted(null);
		expect(await found()).toEqual(before);
	});
});
