import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newQuoteTally, unpackQuotes } from '#lib/domain/coding/packed-quotes.ts';
import type { Condition } from '#lib/query/query.ts';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { accessOf } from '#lib/server/store/memberships.ts';
import { listQuotedSources, readPacked } from '#lib/server/store/packed-quotes.ts';
import { listQueried, quotesQueried } from '#lib/server/store/queries.ts';
import { listQuotes, quotesFound, type AskedQuotes, type Quote, type QuoteFilter } from '#lib/server/store/quotes.ts';
import { testStore } from '../support/database.ts';
import { addCode, addCoding, addProject, addSource, type TestProject } from '../support/project.ts';

const text = 'Ja; 😀,1, één "park"\nen 👨‍👩‍👧 thuis. '.repeat(30);
const perSource = [3, 1120, 2, 1, 130, 12];

/** The n-th passage that is coded in a source. */
type Passage = { readonly at: number; readonly n: number; readonly words: string };
const rangeOf = (n: number) => ({ start: (n * 7) % 400, end: ((n * 7) % 400) + 9 + (n % 40) });
const letters = [...text];
const passages: readonly Passage[] = perSource.flatMap((count, at) =>
	Array.from({ length: count }, (_, n) => ({ at, n, words: letters.slice(rangeOf(n).start, rangeOf(n).end).join('') }))
);

let store: Store;
let project: TestProject;
let codes: { readonly parent: string; readonly child: string; readonly other: string };
let sources: readonly string[];
beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	const parent = await addCode(store, project, 'Buiten');
	codes = {
		parent,
		child: await addCode(store, project, 'Groen', { parentId: parent }),
		other: await addCode(store, project, 'Verkeer')
	};
	const made: string[] = [];
	for (const [at, count] of perSource.entries()) {
		const group = at % 2 === 0 ? 'resident' : 'professional';
		const source = await addSource(store, project, text, { title: `VOL-${9 - at}`, group });
		made.push(source.id);
		await cutInTurns(source.id, at);
		for (let n = 0; n < count; n += 1) {
			const code = [codes.parent, codes.child, codes.other][n % 3] ?? '';
			const id = await addCoding(store, project, source, rangeOf(n), code, {
				...(n % 2 === 0 && { change: n % 4 === 0 ? 'forward' : 'backward' }),
				...(n % 5 === 0 && { level: 'improve' })
			});
			const memo = n % 4 === 0 ? `;${n},😀 “bij” 12,\n` : '';
			await store.db
				.updateTable('codings')
				.set({ memo, is_important: n % 6 === 0 })
				.where('id', '=', id)
				.execute();
		}
	}
	sources = made;
	await store.db.updateTable('users').set({ name: 'A;1, 😀' }).where('id', '=', project.users.coder).execute();
}, 120_000);
afterAll(() => store.close());

/** Turns that begin late and have gaps, of a voice that allows quotes, one that does not, and none. */
const cutInTurns = async (sourceId: string, at: number) => {
	const { db } = store;
	await db
		.updateTable('sources')
		.set({ quotes_allowed: at === 2 })
		.where('id', '=', sourceId)
		.execute();
	await db.deleteFrom('turns').where('source_id', '=', sourceId).execute();
	const [yes, no] = [newId(), newId()];
	for (const id of [yes, no])
		await db
			.insertInto('speakers')
			.values({ id, source_id: sourceId, label: id, role: 'respondent', quotes_allowed: id === yes })
			.execute();
	const turns = Array.from({ length: 12 }, (_, n) => ({
		...{ source_id: sourceId, version: 1, ordinal: n + 1, start_ms: null, end_ms: null },
		start_position: 20 + n * 40,
		end_position: 20 + n * 40 + (n % 4 === 0 ? 30 : 39),
		speaker_id: n % 5 === 4 ? null : n % 3 === 2 ? no : yes
	}));
	await db.insertInto('turns').values(turns).execute();
};

const access = () => accessOf(store.db, project.id, project.users.author);

/** What packed quotes say, in the words of quotes that were listed. */
const unpacked = async (asked: AskedQuotes) => {
	const found = await listQuotedSources(store.db, asked);
	const parts: ReturnType<typeof unpackQuotes>[number][] = [];
	for await (const packed of readPacked(store.db, asked, found)) {
		const quotes = unpackQuotes(packed, (source) => found[source]?.quotesAllowed ?? false);
		expect(quotes.length).toBeLessThanOrEqual(1000);
		parts.push(...quotes);
	}
	return parts.map(({ source, ...quote }) => ({ ...quote, sourceId: found[source]?.id }));
};

const asListed = (quotes: readonly Quote[]) =>
	quotes.map(
		({ sourceId, codeId, valences, isImportant, codedAt, codeSetAt, coderName, memo, quote, turn, quotesAllowed }) => ({
			...{
				sourceId,
				codeId,
				valences,
				isImportant,
				codedAt,
				codeSetAt,
				coderName,
				memo,
				text: quote,
				turn,
				quotesAllowed
			}
		})
	);

describe('quotes that the database packs', () => {
	test.each<[string, () => QuoteFilter, (passage: Passage) => boolean]>([
		['all', () => ({}), () => true],
		['of a code', () => ({ codeId: codes.parent }), ({ n }) => n % 3 === 0],
		['of a code and those below it', () => ({ codeId: codes.parent, includeDescendants: true }), ({ n }) => n % 3 < 2],
		['of a source', () => ({ sourceId: sources[1] ?? '' }), ({ at }) => at === 1],
		['of an area and a group', () => ({ areaId: project.areas.district, group: 'resident' }), ({ at }) => at % 2 === 0],
		['of an area without interviews', () => ({ areaId: project.areas.other }), () => false],
		['in one direction, that are important', () => ({ valence: 'forward', important: true }), ({ n }) => n % 12 === 0],
		['with a word', () => ({ q: '😀,' }), ({ words }) => words.includes('😀,')],
		['of a coder', () => ({ coderId: project.users.author }), () => false]
	])('%s, are the quotes that are listed, in their order', async (_name, filter, fits) => {
		const who = await access();
		const listed = await listQuotes(store.db, project.id, who, filter(), null, 10_000);
		expect(await unpacked(quotesFound(project.id, who, filter()))).toEqual(asListed(listed));
		expect(listed).toHaveLength(passages.filter(fits).length);
	});

	test('say of each voice whether it may be quoted', async () => {
		const quotes = await unpacked(quotesFound(project.id, await access(), {}));
		expect(new Set(quotes.map(({ quotesAllowed }) => quotesAllowed))).toEqual(new Set([true, false]));
		expect(new Set(quotes.map(({ turn }) => turn))).toContain(null);
	});

	test('that a question finds, are those that are listed', async () => {
		const where: Condition = { and: [{ code: codes.parent, descendants: true }, { not: { valence: 'improve' } }] };
		const who = await access();
		const listed = await listQueried(store.db, project.id, who, where, null, 10_000);
		expect(listed.length).toBeGreaterThan(100);
		expect(await unpacked(quotesQueried(project.id, who, where))).toEqual(asListed(listed));
	});

	test('of a source that a person codes blind, are that person’s own when asked for that source alone', async () => {
		const { author } = project.users;
		const source = await addSource(store, project, text, { title: 'BLIND' });
		const own = { coderId: author, layer: 'second' } as const;
		await addCoding(store, project, source, { start: 0, end: 9 }, codes.child);
		await addCoding(store, project, source, { start: 3, end: 9 }, codes.other, own);
		await store.db.insertInto('second_coders').values({ source_id: source.id, user_id: author }).execute();
		const who = await access();
		const ofSource = await unpacked(quotesFound(project.id, who, { sourceId: source.id }));
		expect(ofSource.map(({ codeId }) => codeId)).toEqual([codes.other]);
		const inList = await unpacked(quotesFound(project.id, who, {}));
		expect(inList.filter(({ sourceId }) => sourceId === source.id)).toEqual([]);
		await store.db.deleteFrom('codings').where('source_id', '=', source.id).execute();
	});
});

test('quotes are tallied by source: the turns of those that may be shown, and of those that may not', () => {
	const tally = newQuoteTally();
	tally.add([
		{ source: 1, turn: 4, quotesAllowed: true },
		{ source: 1, turn: 5, quotesAllowed: false }
	]);
	tally.add([
		{ source: 1, turn: 6, quotesAllowed: true },
		{ source: 0, turn: null, quotesAllowed: false }
	]);
	expect([...tally.all()]).toEqual([
		[1, { shown: [4, 6], withheld: [5] }],
		[0, { shown: [], withheld: [1] }]
	]);
});
