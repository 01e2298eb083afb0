import { describe, expect, test } from 'vitest';
import type { Table } from '#lib/report/table.ts';
import { writeSheets } from '#lib/report/write-sheets.ts';
import { newLongSheet } from '#lib/server/printing/long-sheet.ts';
import { parts, sheetsOf } from '../report/unzip.ts';

const words = { about: 'Over', cutMark: '[afgekapt]', cut: ['Let op', 'Een tekst is afgekapt'] } as const;
const columns = Array.from({ length: 30 }, (_, at) => ({ label: `Kolom ${at} & <b>`, width: 10 + at / 2 }));
const table = (more: Partial<Table>): Table => ({
	name: 'Citaten',
	watermark: null,
	about: [
		['Project', 'Één 😀'],
		['Aantal', '3']
	],
	columns,
	rows: [],
	...more
});
const rows: Table['rows'] = [
	['tekst', 12, null, '', ' met wit \n', 'a & b < c > d "e" \'f\'', -1.25, 0],
	['nog 😀', 1e21, 'tekst', 'a\u000Bb', '=1+1'],
	Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? `cel ${at}` : at)),
	[null, 'tekst']
];

const inParts = async ({ rows: all, ...head }: Table) => {
	const { about: _, ...frame } = head;
	const sheet = await newLongSheet(frame, words);
	for (const row of all) sheet.add([row]);
	return sheet.finish(head);
};

describe('a long sheet', () => {
	test.each<[string, Table]>([
		['with rows', table({ rows })],
		['with a line above', table({ rows, watermark: 'FICTIEF' })]
	])('%s, is what is written at once, part by part', async (_name, whole) => {
		expect(parts(await inParts(whole))).toEqual(parts(await writeSheets([whole], words)));
	});

	test('says the same where a text of a row is also a label, a line about the file, or longer than a cell', async () => {
		const whole = table({ rows: [['Project', 1, 'Kolom 0 & <b>', 'Aantal', 'w'.repeat(40_000), 'Citaten']] });
		const made = await inParts(whole);
		expect(sheetsOf(made)).toEqual(sheetsOf(await writeSheets([whole], words)));
		expect(sheetsOf(made)[1]?.rows.at(-1)).toEqual(['Let op', 'Een tekst is afgekapt']);
	});

	test('says the same without rows', async () => {
		expect(sheetsOf(await inParts(table({})))).toEqual(sheetsOf(await writeSheets([table({})], words)));
	});

	test('has the same bytes for the same rows, whenever it is made', async () => {
		const [one, two] = [await inParts(table({ rows })), await inParts(table({ rows }))];
		expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
	});
});
