import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../src/lib/contract/search.ts';
import { loadDemo } from '../../src/lib/server/commands/load-demo.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findPattern } from '../../src/lib/server/views/find-pattern.ts';
import { search, searchByWords } from '../../src/lib/server/views/search.ts';
import { askedParts, findWords, wordsOf } from '../../src/lib/query/word-search.ts';
import { permit } from '../../src/lib/server/access/permit.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { listSearchedTurns } from '../../src/lib/server/store/search.ts';
import { inTransaction } from '../../src/lib/server/store/transaction.ts';
import { saveCut } from '../../src/lib/server/store/turns.ts';
import { stemsOf } from '../../src/lib/server/store/turn-words.ts';
import { testStore } from '../support/database.ts';
import { addProject, addSource, addUser, contextFor } from '../support/project.ts';
import { valueOf } from '../import/fixture.ts';

let store: Store;
let context: Context;
let projectId: string;

beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Test administrator', true));
	projectId = valueOf(await loadDemo(context)).projectId;
}, 120_000);
afterAll(() => store.close());

const ask = async (input: object) => valueOf(await search(context, projectId, { limit: 500, ...input }));

test('every passage stands in the stored text where it says', async () => {
	const { items, found } = await ask({ kind: 'words', text: 'buurt' });
	expect(found).toBeGreaterThan(0);
	for (const hit of items) {
		const { text } = await store.db
			.selectFrom('source_versions')
			.select('text')
			.where('source_id', '=', hit.sourceId)
			.where('version', '=', hit.version)
			.executeTakeFirstOrThrow();
		expect([...text].slice(hit.start, hit.end).join('')).toBe(hit.quote);
	}
});

test('words are found by the Dutch stem of the database, literal text only as it stands', async () => {
	const one = await ask({ text: 'buurt' });
	const more = await ask({ text: 'buurten' });
	expect(more.items.map(({ start }) => start)).toEqual(one.items.map(({ start }) => start));
	const literal = await ask({ kind: 'text', text: 'BUÚRT' });
	expect(literal.items.every(({ quote }) => quote.toLowerCase() === 'buurt')).toBe(true);
	expect(literal.found).toBeGreaterThan(0);
});

test('pages together are the whole, each passage once', async () => {
	const whole = await ask({ text: 'de' });
	const seen: string[] = [];
	let cursor: string | null = null;
	do {
		const page: SearchAnswer = valueOf(
			await searchByWords(context, projectId, { text: 'de', limit: '7', ...(cursor !== null && { cursor }) })
		);
		seen.push(...page.items.map(({ sourceId, start }) => `${sourceId} ${start}`));
		cursor = page.nextCursor;
	} while (cursor !== null);
	expect(seen).toEqual(whole.items.map(({ sourceId, start }) => `${sourceId} ${start}`).slice(0, seen.length));
	expect(new Set(whole.items.map(({ sourceId, turn }) => `${sourceId} ${turn}`)).size).toBe(whole.found);
	expect(seen).toHaveLength(whole.items.length);
});

test('pages of what is no matter of words are the whole too', async () => {
	const whole = await ask({ kind: 'text', text: 'de buurt' });
	const seen: string[] = [];
	for (let cursor: string | undefined; ;) {
		const page = await ask({ kind: 'text', text: 'de buurt', limit: 3, cursor });
		seen.push(...page.items.map(({ sourceId, start }) => `${sourceId} ${start}`));
		if (page.nextCursor === null) break;
		cursor = page.nextCursor;
	}
	expect(seen).toEqual(whole.items.map(({ sourceId, start }) => `${sourceId} ${start}`));
});

describe('the words that are kept of turns', () => {
	test.each([
		'buurt',
		'buurten',
		'par*',
		'b*',
		'niet meer',
		'"in de buurt"',
		'"de par*"',
		'één',
		'de* "van de" buurt',
		'zwembadx'
	])('find for %s what reading all turns finds', async (text) => {
		const { project, access } = valueOf(await permit(context, projectId, 'coding.read'));
		const turns = await listSearchedTurns(store.db, project.id, access, {});
		const asked = askedParts(text);
		const words = turns.map((turn) => wordsOf(turn.text));
		const stems = await stemsOf(
			store.db,
			[...words, asked].flat(2).map(({ word }) => word)
		);
		const read = turns.flatMap(({ sourceId, start }, at) =>
			findWords(words[at] ?? [], asked, stems).map((range) => `${sourceId} ${start + range.start} ${start + range.end}`)
		);
		const kept: string[] = [];
		for (let cursor: string | undefined; ;) {
			const page = await ask({ text, cursor });
			kept.push(...page.items.map(({ sourceId, start, end }) => `${sourceId} ${start} ${end}`));
			if (page.nextCursor === null) break;
			cursor = page.nextCursor;
		}
		expect(kept).toEqual(read);
	});

	test('follow a correction, and keep nothing of what was taken out', async () => {
		const project = await addProject(store);
		const text = 'Mevrouw Zonnebloem 😀 woont bij het park.';
		const source = await addSource(store, project, text);
		const coder = await contextFor(store, project.users.coder);
		const found = async (words: string) => valueOf(await search(coder, project.id, { text: words })).found;
		expect(await found('zonnebloem')).toBe(1);
		const operations = [{ retain: 8 }, { delete: 10 }, { insert: '[naam 1]' }, { retain: 22 }];
		const editor = await contextFor(store, project.users.interviewer);
		valueOf(await editSource(editor, project.id, source.id, { version: 1, operations, reason: 'een naam' }));
		const kept = async () =>
			await store.db.selectFrom('turn_words').select(['version', 'words']).where('source_id', '=', source.id).execute();
		expect(await kept()).toEqual([]);
		expect(await found('zonnebloem')).toBe(0);
		expect(await found('"bij het park"')).toBe(1);
		expect(await kept()).toMatchObject([{ version: 2, words: expect.not.stringContaining('zonnebloem') }]);
	});

	test('are made anew when the text is cut anew', async () => {
		const project = await addProject(store);
		const source = await addSource(store, project, 'Het park. Het plein.');
		const coder = await contextFor(store, project.users.coder);
		const found = async (words: string) => valueOf(await search(coder, project.id, { text: words })).found;
		expect(await found('park plein')).toBe(1);
		const speakers = [{ id: source.speakerId, label: 'R', role: 'respondent' as const }];
		const turn = (ordinal: number, start: number, end: number) => ({
			ordinal,
			start,
			end,
			speakerId: source.speakerId,
			startMs: null,
			endMs: null
		});
		await inTransaction(store.db, (trx) =>
			saveCut(trx, source.id, 1, { turns: [turn(1, 0, 9), turn(2, 10, 20)], speakers })
		);
		expect(await found('park plein')).toBe(0);
		expect(await found('het')).toBe(2);
	});

	test('a page that begins after a text that is gone is refused', async () => {
		const project = await addProject(store);
		const first = await addSource(store, project, 'park park', { title: 'A' });
		await addSource(store, project, 'park', { title: 'B' });
		const coder = await contextFor(store, project.users.coder);
		for (const kind of ['words', 'text']) {
			const page = valueOf(await search(coder, project.id, { kind, text: 'park', limit: 1 }));
			await store.db.updateTable('sources').set({ status: 'restricted' }).where('id', '=', first.id).execute();
			const next = await search(coder, project.id, { kind, text: 'park', limit: 1, cursor: page.nextCursor });
			expect(next).toMatchObject({ ok: false, problems: [{ code: 'cursor-invalid' }] });
			await store.db.updateTable('sources').set({ status: 'released' }).where('id', '=', first.id).execute();
		}
	});

	test('a turn too long to keep the places of its words is read', async () => {
		const project = await addProject(store);
		await addSource(store, project, `${'de straat en '.repeat(6000)}het plantsoen 😀 achteraan`, { title: 'B lang' });
		await addSource(store, project, `${'ja '.repeat(300)}het plantsoen`, { title: 'C vaak hetzelfde' });
		await addSource(store, project, 'Een plantsoen.', { title: 'A kort' });
		await addSource(store, project, 'Een plein.', { title: 'D' });
		const coder = await contextFor(store, project.users.coder);
		const { items, found, sources } = valueOf(await search(coder, project.id, { text: 'plantsoen' }));
		expect(items.map(({ title, quote }) => [title, quote])).toEqual([
			['A kort', 'plantsoen'],
			['B lang', 'plantsoen'],
			['C vaak hetzelfde', 'plantsoen']
		]);
		expect({ found, sources }).toEqual({ found: 3, sources: 3 });
		const paged = valueOf(await search(coder, project.id, { text: '"het plantsoen"', limit: 1 }));
		expect(paged).toMatchObject({ items: [{ title: 'B lang' }], found: 2, sources: 2 });
		const rest = valueOf(
			await search(coder, project.id, { text: '"het plantsoen"', limit: 1, cursor: paged.nextCursor })
		);
		expect(rest).toMatchObject({ items: [{ title: 'C vaak hetzelfde' }], nextCursor: null });
	});
});

test('a speaker gives whole turns, of the asked sources only', async () => {
	const [first] = (await ask({ kind: 'speaker', speakerRole: 'respondent' })).items;
	if (!first) throw new Error('the demo has respondents');
	const { items, sources } = await ask({ kind: 'speaker', speakerRole: 'respondent', sourceIds: [first.sourceId] });
	expect(sources).toBe(1);
	expect(items.every(({ sourceId, before, after }) => sourceId === first.sourceId && before + after === '')).toBe(true);
});

test('says of a passage whether the asked code lies on it', async () => {
	const coding = await store.db
		.selectFrom('codings')
		.select(['code_id', 'source_id', 'quote', 'start_position'])
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is', null)
		.where('layer', '=', 'shared')
		.orderBy('id')
		.executeTakeFirstOrThrow();
	const { items } = await ask({
		kind: 'text',
		text: coding.quote.split('\n')[0]?.slice(0, 40),
		sourceIds: [coding.source_id],
		codeId: coding.code_id
	});
	expect(items.find(({ start }) => start === coding.start_position)?.isCoded).toBe(true);
	expect((await ask({ text: 'buurt' })).items.every(({ isCoded }) => isCoded === null)).toBe(true);
});

test('a pattern finds places in code points; a wrong one and one without end are refused', async () => {
	expect(await findPattern(['😀 Park 12'], 'park \\d+', 5000)).toEqual({ ok: true, value: [[{ start: 2, end: 9 }]] });
	expect(await search(context, projectId, { kind: 'pattern', text: '(a' })).toMatchObject({
		problems: [{ code: 'pattern-invalid' }]
	});
	expect(await findPattern([`${'a'.repeat(40)}!`], '^(a+)+$', 300)).toMatchObject({
		problems: [{ code: 'pattern-too-slow' }]
	});
});

test('nothing to search for, and an unknown source, are refused', async () => {
	expect(await search(context, projectId, { text: '?!' })).toMatchObject({ problems: [{ code: 'search-empty' }] });
	const sourceIds = ['00000000-0000-4000-8000-000000000000'];
	expect(await search(context, projectId, { kind: 'speaker', sourceIds })).toMatchObject({
		problems: [{ code: 'query-source-unknown' }]
	});
});
