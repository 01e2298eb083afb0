import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FiguresChoices } from '#lib/import/figures-choices.ts';
import { inFile, toLongFigures } from '#lib/import/figures-shape.ts';
import { readObservations, type Frame } from '#lib/import/observations-table.ts';
import { readFigures } from '#lib/import/read-figures.ts';
import type { UploadedFile } from '#lib/import/source-draft.ts';
import { codesOf, textFile, valueOf } from './fixture.ts';
import { area, frame, indicator, waves } from './frame.ts';

const tableOf = (file: UploadedFile) => {
	const [first] = valueOf(readFigures(file));
	if (!first) throw new Error('no table');
	return first.table;
};
const csv = (...lines: string[]) => tableOf(textFile('a.csv', lines.join('\n')));
const fixture = (name: string) => tableOf({ name, bytes: readFileSync(`tests/fixtures/kernset/${name}`) });
const shaped = (table: ReturnType<typeof csv>, choices: FiguresChoices = {}, within: Frame = frame) =>
	valueOf(toLongFigures(table, within, choices));
const valuesOf = (table: ReturnType<typeof csv>, choices: FiguresChoices = {}, within: Frame = frame) =>
	valueOf(readObservations(shaped(table, choices, within).table, within)).observations.map(
		({ indicatorId, areaId, waveId, value }) => `${indicatorId} ${areaId} ${waveId} ${value}`
	);

describe('a column a round', () => {
	test('gives a value for each round that the project has', () => {
		const table = csv('Indicator;Wijk;2021;Meting 2023;Bron', 'KG1;Overvecht;60,5;62,5;GGD', 'KW1;WK035603;6,8;–;GGD');
		expect(shaped(table)).toMatchObject({ shape: 'waves', asks: [], otherAreas: [] });
		expect(valuesOf(table)).toEqual([
			'indicator-KG1 area-Overvecht wave-1 60.5',
			'indicator-KG1 area-Overvecht wave-2 62.5',
			'indicator-KW1 area-Batau wave-1 6.8',
			'indicator-KW1 area-Batau wave-2 null'
		]);
		expect(shaped(table).columns.map(({ role, wave }) => [role, wave])).toEqual([
			['indicator', null],
			['area', null],
			['values', 'Nulmeting'],
			['values', 'Tweede meting'],
			['other', null]
		]);
	});

	test('passes over a column that says what a source tested', () => {
		const table = csv('Indicator;Wijk;2021;2023;getoetst tegen 2021', 'KG1;Overvecht;60,5;62,5;ja');
		expect(valuesOf(table)).toEqual([
			'indicator-KG1 area-Overvecht wave-1 60.5',
			'indicator-KG1 area-Overvecht wave-2 62.5'
		]);
	});

	test('asks of which area it is when no column says so', () => {
		const table = csv('Indicator;2021;2023', 'KG1;60,5;62,5');
		expect(shaped(table).asks).toEqual(['area']);
		expect(valuesOf(table, { area: 'Dreevenwijk' })).toEqual([
			'indicator-KG1 area-Overvecht wave-1 60.5',
			'indicator-KG1 area-Overvecht wave-2 62.5'
		]);
	});

	test('a wrong cell is told with its place in the file', () => {
		const figures = shaped(csv('Indicator;Wijk;2021;2023', 'KG1;Overvecht;60,5;62,5', 'KG1;Batau;61,5;veel'));
		const read = readObservations(figures.table, frame);
		expect(read.ok ? [] : read.problems.map((problem) => inFile(problem, figures))).toMatchObject([
			{ code: 'number-unreadable', at: 'row 3, 2023', params: { row: 3, column: '2023', value: 'veel' } }
		]);
	});
});

describe('a column an indicator', () => {
	test('asks of which round it is, and knows areas by their codes', () => {
		const table = csv('Gebiedscode;Gebied;KG1 (%);Naam van KW1', 'WK034403;x;60,5;7,1', 'WK999999;y;50,0;6,0');
		expect(shaped(table)).toMatchObject({ shape: 'indicators', asks: ['wave'], otherAreas: ['WK999999'] });
		expect(valuesOf(table, { wave: '2023' })).toEqual([
			'indicator-KG1 area-Overvecht wave-2 60.5',
			'indicator-KW1 area-Overvecht wave-2 7.1'
		]);
	});

	test('a column of rounds answers it; a round that the project lacks is a problem of that row', () => {
		const figures = shaped(csv('Wijk;Meetronde;KG1', 'Overvecht;2021;60,5', 'Batau;2019;61,5'));
		expect(figures.asks).toEqual([]);
		expect(codesOf(readObservations(figures.table, frame))).toContain('table-wave-unknown');
	});

	test('a column can be given to another indicator, or passed over', () => {
		const table = csv('Wijk;KG1;Iets anders', 'Overvecht;60,5;7,1');
		expect(valuesOf(table, { wave: '2021', columns: { KG1: '', 'Iets anders': 'KW1' } })).toEqual([
			'indicator-KW1 area-Overvecht wave-1 7.1'
		]);
	});

	test('columns that name nothing known are asked', () => {
		expect(shaped(csv('Wijk;A;B', 'Overvecht;1;2'), { wave: '2021' }).asks).toEqual(['columns']);
	});
});

test('a value a row stays as it is, and what it lacks is said by its own reader', () => {
	const table = csv('indicator;wijk;meetronde;peiljaar;waarde', 'KG1;Batau;2021;2020;7,5');
	expect(shaped(table)).toMatchObject({ shape: 'long', table });
	const lacking = shaped(csv('indicator;wijk;meetronde;peiljaar;warde', 'KG1;Batau;2021;2020;7,5'));
	expect(codesOf(readObservations(lacking.table, frame))).toEqual(['column-missing']);
});

describe('files of Statistics Netherlands', () => {
	const within: Frame = {
		indicators: [indicator('AantalInwoners', 'aantal'), { ...indicator('KG1', '%'), label: 'Overgewicht' }],
		areas: [
			area('Soesterkwartier', { statisticalCodes: ['BU03070101', 'BU03071700'] }),
			area('Utrecht', { name: 'GGD Regio Utrecht', kind: 'region' })
		],
		waves
	};

	test.each([
		'statline-85318NED-kwb2022.windows-1252.csv',
		'statline-85318NED-kwb2022.met-symbolen.csv',
		'statline-85318NED-kwb2022.zonder-duizendpunt.csv'
	])('%s: lines above, units and source are passed over; areas go by their codes', (name) => {
		const figures = shaped(fixture(name), { wave: '2023' }, within);
		expect(figures.asks).toEqual([]);
		expect(figures.columns.find(({ role }) => role === 'area')?.column).toBe('Regioaanduiding|Codering (code)');
		expect(figures.columns.filter(({ role }) => role === 'values')).toMatchObject([
			{ column: 'Bevolking|Aantal inwoners (aantal)', indicatorKey: 'AantalInwoners' }
		]);
		const found = figures.table.rows.map(({ cells }) => cells[4]);
		expect(found).toEqual([460 + 455]);
		// The line with the source below is no area that was passed over.
		expect(figures.otherAreas.filter((name) => !/^BU\d+$/.test(name))).toEqual([]);
	});

	test('a dot is a value that is missing, not a nought and not a fault', () => {
		const name = 'statline-85318NED-kwb2022.windows-1252.csv';
		const whole = new TextDecoder('windows-1252').decode(readFileSync(`tests/fixtures/kernset/${name}`));
		const table = tableOf(textFile('a.csv', whole.replace('"BU03070104";"1";"1.255"', '"BU03070104";"1";"."')));
		const areas = [
			area('Koppel', { statisticalCodes: ['BU03070104'] }),
			area('Smallepad', { statisticalCodes: ['BU03070200'] })
		];
		expect(valuesOf(table, { wave: '2023' }, { ...within, areas })).toEqual([
			'indicator-AantalInwoners area-Koppel wave-2 null',
			'indicator-AantalInwoners area-Smallepad wave-2 435'
		]);
	});

	test.each(['met-symbolen', 'zonder-duizendpunt'])(
		'numbers of people are read with or without a sign in them (%s)',
		(kind) => {
			const koppel = area('Koppel', { statisticalCodes: ['BU03070104'] });
			const several = area('Soesterkwartier', { statisticalCodes: ['BU03070101', 'BU03070900'] });
			const table = fixture(`statline-85318NED-kwb2022.${kind}.csv`);
			const found = (areas: Frame['areas']) => valuesOf(table, { wave: '2023' }, { ...within, areas });
			const inKoppel = 'indicator-AantalInwoners area-Koppel wave-2 1255';
			expect(found([koppel])).toEqual([inKoppel]);
			expect(found([koppel, several]).toSorted()).toEqual([
				inKoppel,
				`indicator-AantalInwoners area-Soesterkwartier wave-2 ${460 + 2015}`
			]);
		}
	);

	test('OData gives the same', () => {
		const figures = shaped(fixture('odata-85318NED-typed.json'), { wave: '2023' }, within);
		expect(figures.table.rows[0]?.cells[4]).toBe(460 + 455);
		expect(figures.columns.filter(({ role }) => role === 'values')).toMatchObject([{ column: 'AantalInwoners_5' }]);
	});

	test('the health monitor names regions with their kind behind it', () => {
		expect(valuesOf(fixture('statline-85012NED-gezondheidsmonitor2020.csv'), { wave: '2021' }, within)).toEqual([
			'indicator-KG1 area-Utrecht wave-1 44.3'
		]);
	});

	test('JSON of something else is refused', () => {
		expect(codesOf(readFigures(textFile('a.json', '{"a": 1}')))).toEqual(['figures-json-unknown']);
		expect(codesOf(readFigures(textFile('a.json', '{"value": [}')))).toEqual(['figures-json-unknown']);
	});
});
