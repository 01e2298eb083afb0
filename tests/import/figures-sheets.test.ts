import { describe, expect, test } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { FiguresChoices } from '#lib/import/figures-choices.ts';
import { readFigureTables } from '#lib/import/figures-sheets.ts';
import { readFigures } from '#lib/import/read-figures.ts';
import { codesOf, textFile, valueOf } from './fixture.ts';
import { frame } from './frame.ts';

type Cells = readonly (readonly (string | number)[])[];

const workbook = async (sheets: Readonly<Record<string, Cells>>) => {
	const buffer = await writeXlsxFile(
		Object.entries(sheets).map(([sheet, rows]) => ({
			sheet,
			data: rows.map((cells) => cells.map((value) => ({ value }))) as SheetData
		}))
	).toBuffer();
	return { name: 'wijken.xlsx', bytes: new Uint8Array(buffer) };
};
const read = async (sheets: Readonly<Record<string, Cells>>, choices: FiguresChoices = {}) => {
	const tables = readFigures(await workbook(sheets));
	return tables.ok ? readFigureTables(tables.value, frame, choices) : tables;
};
const told = (result: ReturnType<typeof readFigureTables>) =>
	valueOf(result).observations.map(
		({ indicatorId, areaId, waveId, value }) => `${indicatorId} ${areaId} ${waveId} ${value}`
	);

const perWave = (first: number, second: number): Cells => [
	['Indicator', '2021', '2023'],
	['KG1', first, second]
];

describe('a sheet a wijk', () => {
	test('is about the area it is called after; a sheet with an explanation is passed over and named', async () => {
		const result = await read({
			Toelichting: [['Deze tabellen gaan over'], ['Overvecht', 'en Batau'], ['in', '2025']],
			Overvecht: perWave(60.5, 62.5),
			Batau: perWave(61, 63)
		});
		expect(valueOf(result)).toMatchObject({ shape: 'waves', asks: [], otherSheets: ['Toelichting'] });
		expect(told(result)).toEqual([
			'indicator-KG1 area-Overvecht wave-1 60.5',
			'indicator-KG1 area-Overvecht wave-2 62.5',
			'indicator-KG1 area-Batau wave-1 61',
			'indicator-KG1 area-Batau wave-2 63'
		]);
	});

	test('may also hold a value a row, without a column of areas', async () => {
		const rows: Cells = [
			['indicator', 'meetronde', 'peiljaar', 'waarde'],
			['KW1', 2023, 2022, 7.1]
		];
		expect(told(await read({ Dreevenwijk: rows, Batau: rows }))).toEqual([
			'indicator-KW1 area-Overvecht wave-2 7.1',
			'indicator-KW1 area-Batau wave-2 7.1'
		]);
	});

	test('asks of which round it is, once for the file', async () => {
		const rows: Cells = [
			['Onderwerp', 'KG1'],
			['waarde', 60.5]
		];
		const sheets = {
			Overvecht: [
				['KG1', 'KW1'],
				[60.5, 7]
			],
			Batau: [
				['KG1', 'KW1'],
				[61, 7.2]
			]
		} as const;
		expect(valueOf(await read(sheets)).asks).toEqual(['wave']);
		expect(told(await read(sheets, { wave: '2021' }))).toHaveLength(4);
		expect(valueOf(await read({ Overvecht: rows, Batau: rows })).asks).toContain('columns');
	});

	test('problems name the sheet', async () => {
		const result = await read({
			Overvecht: perWave(60.5, 62.5),
			Batau: [
				['Indicator', '2021', '2023'],
				['KG1', 61, 'veel']
			]
		});
		expect(result).toMatchObject({ problems: [{ code: 'number-unreadable', at: 'Batau: row 2, 2023' }] });
	});

	test('a value that two sheets give is refused', async () => {
		expect(codesOf(await read({ Overvecht: perWave(60.5, 62.5), Dreevenwijk: perWave(60, 62) }))).toEqual([
			'figures-sheets-double',
			'figures-sheets-double'
		]);
	});
});

test('a sheet a round is of the round it is called after', async () => {
	const rows: Cells = [
		['Wijk', 'KG1'],
		['Overvecht', 60.5]
	];
	expect(told(await read({ 2021: rows, 'Meting 2023': rows }))).toEqual([
		'indicator-KG1 area-Overvecht wave-1 60.5',
		'indicator-KG1 area-Overvecht wave-2 60.5'
	]);
});

test('a workbook in which no sheet is about an area is refused with the names of its sheets', async () => {
	const rows: Cells = [
		['x', 'y'],
		[1, 2]
	];
	const result = await read({ Blad1: rows, Blad2: rows });
	expect(result).toMatchObject({ problems: [{ code: 'figures-sheets-unknown', params: { sheets: 'Blad1, Blad2' } }] });
});

test('a file with one table is read as before, whatever its sheet is called', async () => {
	const rows: Cells = [
		['Wijk', 'KG1'],
		['Overvecht', 60.5]
	];
	expect(valueOf(await read({ Blad1: rows })).asks).toEqual(['wave']);
	const tables = valueOf(readFigures(textFile('a.csv', 'Indicator;2021\nKG1;60,5')));
	expect(valueOf(readFigureTables(tables, frame)).asks).toEqual(['area']);
});
