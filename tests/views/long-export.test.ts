import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { referenceOf } from '#lib/domain/coding/coding.ts';
import { valenceList } from '#lib/domain/coding/valence.ts';
import { newHash, fnv1a64 } from '#lib/domain/hash.ts';
import { closePrinting, print } from '#lib/server/printing/print.ts';
import { startQuotes } from '#lib/server/printing/write-quotes.ts';
import { dataChangedAt } from '#lib/server/store/data-changed.ts';
import type { Store } from '#lib/server/store/database.ts';
import { accessOf } from '#lib/server/store/memberships.ts';
import { listQuotes } from '#lib/server/store/quotes.ts';
import { exportQuotes } from '#lib/server/views/export-quotes.ts';
import type { QuoteRow } from '#lib/report/quote-row.ts';
import { quoteWords } from '#lib/report/quote-table.ts';
import { toCsv } from '#lib/report/to-csv.ts';
import { sheetWords, toXlsx } from '#lib/report/to-xlsx.ts';
import type { ReportDocument } from '#lib/report/document.ts';
import { valueOf } from '../import/fixture.ts';
import { parts, sheetsOf } from '../report/unzip.ts';
import { addCode, addCoding, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';
import { testStore } from '../support/database.ts';
import { quoteTable } from '../report/quote-table-of.ts';

const perSource = 350;
const titles = ['VOL-B-10', 'VOL-B-2', 'VOL-B-1'];
const words = `${'Het 😀 park, "mooi"; en één plein.\n'.repeat(20)}Klaar.`;

let store: Store;
let project: TestProject;
beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	const parentId = await addCode(store, project, 'Buiten');
	const code = await addCode(store, project, 'Groen', { parentId });
	for (const title of titles) {
		const source = await addSource(store, project, words, { title });
		for (let n = 0; n < perSource; n += 1) await addCoding(store, project, source, { start: n, end: n + 9 }, code);
	}
}, 120_000);
afterAll(async () => {
	await closePrinting();
	await store.close();
});

/** The quotes as they are listed one by one, by title as people count. */
const rowsListed = async (): Promise<readonly QuoteRow[]> => {
	const access = await accessOf(store.db, project.id, project.users.author);
	const listed = await listQuotes(store.db, project.id, access, {}, null, 10_000);
	return listed
		.map((quote) => ({
			reference: referenceOf(quote.title, quote.waveYear, quote.turn ?? 1),
			sourceId: quote.sourceId,
			areaName: quote.areaName,
			waveYear: quote.waveYear,
			group: quote.group,
			studyName: 'Gesprekken',
			codePath: quote.codePath,
			valences: valenceList(quote.valences),
			text: quote.quote,
			memo: quote.memo,
			isImportant: quote.isImportant,
			coderName: quote.coderName,
			codedAt: quote.codedAt,
			quotesAllowed: quote.quotesAllowed,
			codebookVersion: null
		}))
		.sort((a, b) => ['1', '2', '10'].indexOf(numberIn(a)) - ['1', '2', '10'].indexOf(numberIn(b)));
};
const numberIn = ({ reference }: QuoteRow): string => /VOL-B-(\d+)/.exec(reference)?.[1] ?? '';

const author = (signal?: AbortSignal) => contextFor(store, project.users.author, { signal });

describe('more quotes than one page of the database', () => {
	test('are all in a CSV file, by title as people count, each in the order of reading', async () => {
		const { bytes } = valueOf(await exportQuotes(await author(), project.id, { format: 'csv' }, 'nl'));
		const rows = Papa.parse<string[]>(new TextDecoder().decode(bytes), { delimiter: ';' }).data;
		const body = rows.slice(rows.findIndex((row) => row.length > 10) + 1).filter((row) => row.length > 10);
		expect(body.map(([reference]) => reference?.split(' ')[0])).toEqual(
			['VOL-B-1', 'VOL-B-2', 'VOL-B-10'].flatMap((title) => Array<string>(perSource).fill(title))
		);
		expect(new Set(body.map((row) => row[5]))).toEqual(new Set(['Buiten › Groen']));
		const quotes = body.slice(0, perSource).map((row) => row[7]);
		expect(quotes).toEqual(
			Array.from({ length: perSource }, (_, n) => {
				const quote = [...words].slice(n, n + 9).join('');
				return /^[=+\-@\t\r\n]/.test(quote) ? `'${quote}` : quote;
			})
		);
		expect(rows.find(([label]) => label === 'Aantal citaten')?.[1]).toBe('1.050');
	});

	test('are the same file as one that is written at once', async () => {
		const context = await author();
		const { db } = store;
		const { name } = await db
			.updateTable('projects')
			.set({ is_fictional: true, small_cell: 1 })
			.where('id', '=', project.id)
			.returning('name')
			.executeTakeFirstOrThrow();
		const frozenAt = (await dataChangedAt(db, project.id, { areaIds: null, reportId: null })).toISOString();
		const about = { projectName: name, isFictional: true, frozenAt };
		const table = quoteTable(await rowsListed(), about, 'nl', { count: 0, smallest: 1 });
		const csv = valueOf(await exportQuotes(context, project.id, { format: 'csv' }, 'nl')).bytes;
		expect(Buffer.from(csv).equals(Buffer.from(toCsv(table, 'nl')))).toBe(true);

		const xlsx = valueOf(await exportQuotes(context, project.id, { format: 'xlsx' }, 'nl')).bytes;
		const whole = await toXlsx([table], 'nl');
		expect(sheetsOf(xlsx)).toEqual(sheetsOf(whole));
		const [made, expected] = [parts(xlsx), parts(whole)];
		expect(Object.keys(made)).toEqual(Object.keys(expected));
		for (const [path, content] of Object.entries(expected)) expect(made[path] === content, path).toBe(true);
	});

	test('are given up when nobody waits for them any more', async () => {
		const stop = new AbortController();
		const making = exportQuotes(await author(stop.signal), project.id, { format: 'xlsx' }, 'nl');
		stop.abort();
		await expect(making).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
	});
});

describe('quotes in a thread', () => {
	const frame = { name: 'x', watermark: null, columns: [] };
	const file: Parameters<typeof startQuotes>[0] = {
		...{ format: 'csv', locale: 'nl', frame, words: quoteWords('nl', []), sheetWords: sheetWords('nl') },
		legend: { sources: [], paths: new Map(), versions: [] }
	};

	test('that is ended does not answer', async () => {
		const writer = startQuotes(file);
		const finished = writer.finish({ ...frame, about: [] });
		await writer.close();
		await expect(finished).rejects.toThrow('ended');
	});

	test('that cannot read them says so, and nothing of their words', async () => {
		const writer = startQuotes(file);
		writer.add({ first: 0, quotes: '1,1,0,9,code,,,f,geheim,0,0,6;geheim', turns: '' });
		const read = await writer.read().catch(String);
		await writer.close();
		expect(read).toMatch(/^Error: writing quotes failed: RangeError/);
		expect(read).not.toContain('geheim');
	});
});

describe('PDF files in a thread', () => {
	const report = (title: string): ReportDocument => ({
		title,
		subtitle: '',
		language: 'nl-NL',
		watermark: null,
		footer: '',
		madeAt: '2025-06-01T09:00:00.000Z',
		pageWords: { page: 'pagina', of: 'van' },
		blocks: []
	});

	test(
		'the one that is being made and one that waits are given up; the rest are made',
		{ timeout: 60_000 },
		async () => {
			const [first, second] = [new AbortController(), new AbortController()];
			const making = [
				print(report('een'), 'pdf', first.signal),
				print(report('twee'), 'pdf', second.signal),
				print(report('drie'), 'pdf')
			];
			first.abort();
			second.abort();
			const ends = await Promise.allSettled(making);
			expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
			await expect(print(report('vier'), 'pdf', first.signal)).rejects.toThrow(
				expect.objectContaining({ name: 'AbortError' })
			);
			expect((await print(report('vijf'), 'pdf')).length).toBeGreaterThan(1000);
		}
	);
});

test('a fingerprint of pieces is that of the whole', () => {
	const pieces = ['', '😀', 'één ', '\uffff'.repeat(300), 'x'];
	expect(pieces.reduce((hash, piece) => hash.add(piece), newHash()).digits()).toBe(fnv1a64(pieces.join('')));
});
