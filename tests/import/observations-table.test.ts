import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readObservations } from '#lib/import/observations-table.ts';
import { readTable } from '#lib/import/read-table.ts';
import project from '../../static/demo/project.json' with { type: 'json' };
import { demo, textFile, valueOf } from './fixture.ts';
import { area, frame, indicator } from './frame.ts';

const dutch = 'indicator;wijk;meetronde;peiljaar;waarde;aantal;ondergrens;bovengrens;trendbreuk;onderdrukt;opmerking';
const read = (...rows: string[]) =>
	readObservations(valueOf(readTable(textFile('a.csv', [dutch, ...rows].join('\n')))), frame);
const problems = (...rows: string[]) => {
	const result = read(...rows);
	return result.ok ? [] : result.problems;
};

describe('a table of observations', () => {
	test('a row with Dutch names and a decimal comma is read', () => {
		expect(valueOf(read('KG1;Overvecht;Tweede meting;2022;62,5;1.500;59,5;64,5;ja;nee;grens gewijzigd'))).toEqual({
			observations: [
				{
					indicatorId: 'indicator-KG1',
					areaId: 'area-Overvecht',
					waveId: 'wave-2',
					referenceYear: 2022,
					value: 62.5,
					n: 1500,
					lower: 59.5,
					upper: 64.5,
					trendBreak: true,
					suppressed: false,
					note: 'grens gewijzigd',
					source: null,
					sourceVersion: null,
					trendBreakReason: null,
					testedAgainst: null,
					testedChange: null
				}
			],
			unsaid: new Map([
				[
					'indicator-KG1 area-Overvecht wave-2',
					['source', 'sourceVersion', 'trendBreakReason', 'testedAgainst', 'testedChange']
				]
			]),
			warnings: [{ code: 'trend-break-unexplained', params: { row: 2, n: 1 } }]
		});
	});

	test.each([
		['bron;versie;reden trendbreuk', 'in Dutch'],
		['source;version;trend break reason', 'in English'],
		['source;sourceVersion;trendBreakReason', 'as the API calls them']
	])('a value has its own source, version and reason of a break: %s, %s', (columns) => {
		const rows = ['Gezondheidsmonitor é 😀;uitgave 2;andere vraag', ';;'];
		const table = [
			`${dutch};${columns}`,
			...rows.map((said, at) => `KG1;Overvecht;${2021 + 2 * at};2022;6;;;;ja;;;${said}`)
		];
		const draft = valueOf(readObservations(valueOf(readTable(textFile('a.csv', table.join('\n')))), frame));
		expect(draft.observations.map((one) => [one.source, one.sourceVersion, one.trendBreakReason])).toEqual([
			['Gezondheidsmonitor é 😀', 'uitgave 2', 'andere vraag'],
			[null, null, null]
		]);
		expect(draft.warnings).toEqual([{ code: 'trend-break-unexplained', params: { row: 3, n: 1 } }]);
	});

	test('a source that is too long for its place is refused, with how much fits', () => {
		const table = [`${dutch};bron`, `KG1;Overvecht;2021;2022;6;;;;;;;${'é'.repeat(201)}`].join('\n');
		expect(readObservations(valueOf(readTable(textFile('a.csv', table))), frame)).toMatchObject({
			problems: [{ code: 'cell-too-long', at: 'row 2, bron', params: { limit: 200, column: 'bron' } }]
		});
	});

	test.each(['–', '-', '.', 'x', 'xxx', ''])('%j is a missing value', (sign) => {
		expect(valueOf(read(`KG1;Batau;2021;2020;${sign};;;;;ja;`)).observations[0]).toMatchObject({
			value: null,
			n: null,
			suppressed: true
		});
	});

	test('names are found without regard to capitals, by alias, statistical code, label or year', () => {
		const areas = ['overvecht', 'DREEVENWIJK', 'wk034403'].map(
			(name, index) => `${index === 1 ? 'naam van kg1' : 'kg1'};${name};${2021 + (index % 2) * 2};2020;1;;;;;;`
		);
		expect(valueOf(read(areas[0] ?? '')).observations[0]?.areaId).toBe('area-Overvecht');
		expect(valueOf(read(areas[1] ?? '')).observations[0]).toMatchObject({
			areaId: 'area-Overvecht',
			waveId: 'wave-2',
			indicatorId: 'indicator-KG1'
		});
		expect(valueOf(read(areas[2] ?? '')).observations[0]?.areaId).toBe('area-Overvecht');
	});

	test('a name that two areas share leads to neither', () => {
		const shared = { ...frame, areas: [...frame.areas, area('Elders', { aliasName: 'Batau' })] };
		const table = valueOf(readTable(textFile('a.csv', `${dutch}\nKG1;Batau;2021;2020;1;;;;;;`)));
		expect(readObservations(table, shared)).toMatchObject({ problems: [{ code: 'table-area-unknown' }] });
	});

	test('an unknown name gives row, column, value and the nearest known name', () => {
		expect(
			problems('KG1;Overvegt;2021;2020;1;;;;;;', 'KG9;Batau;2022;2020;1;;;;;;', 'KG1;Leidsche Rijn;2021;2020;1;;;;;;')
		).toEqual([
			{
				code: 'table-area-unknown',
				params: { row: 2, column: 'wijk', value: 'Overvegt', suggestion: 'Overvecht', suggestions: 1 },
				at: 'row 2, wijk'
			},
			{
				code: 'table-indicator-unknown',
				params: { row: 3, column: 'indicator', value: 'KG9', suggestion: 'KG1', suggestions: 1 },
				at: 'row 3, indicator'
			},
			{
				code: 'table-wave-unknown',
				params: { row: 3, column: 'meetronde', value: '2022', suggestion: '2021', suggestions: 1 },
				at: 'row 3, meetronde'
			},
			{
				code: 'table-area-unknown',
				params: { row: 4, column: 'wijk', value: 'Leidsche Rijn', suggestion: '', suggestions: 0 },
				at: 'row 4, wijk'
			}
		]);
	});

	test.each([
		['KG1;Batau;2021;2020;tien;;;;;;', 'number-unreadable', 'waarde'],
		['KG1;Batau;2021;2020;1.000;;;;;;', 'number-ambiguous', 'waarde'],
		['KG1;Batau;2021;2020;1;12,5;;;;;', 'number-not-a-count', 'aantal'],
		['KG1;Batau;2021;2020;1;-3;;;;;', 'number-not-a-count', 'aantal'],
		['KG1;Batau;2021;20;1;;;;;;', 'year-unreadable', 'peiljaar'],
		['KG1;Batau;2021;;1;;;;;;', 'cell-empty', 'peiljaar'],
		[';Batau;2021;2020;1;;;;;;', 'cell-empty', 'indicator'],
		['KG1;Batau;2021;2020;1;;;;misschien;;', 'yes-no-unreadable', 'trendbreuk'],
		['KG1;Batau;2021;2020;1;;;;;ja;', 'suppressed-with-value', 'waarde'],
		['KG1;Batau;2021;2020;101;;;;;;', 'percentage-out-of-range', 'waarde'],
		['KG1;Batau;2021;2020;-1;;;;;;', 'percentage-out-of-range', 'waarde'],
		['KG1;Batau;2021;2020;50;;51;60;;;', 'value-outside-bounds', 'waarde'],
		['KG1;Batau;2021;2020;50;;;49;;;', 'value-outside-bounds', 'waarde'],
		['KG1;Batau;2021;2020;50;;60;40;;;', 'bounds-reversed', 'ondergrens']
	])('%s is refused: %s', (row, code, column) => {
		expect(problems(row)).toMatchObject([{ code, params: { row: 2, column }, at: `row 2, ${column}` }]);
	});

	test('a value above 100 is fine where the unit is no percentage', () => {
		expect(problems('KW1;Batau;2021;2020;120;;;;;;')).toEqual([]);
	});

	test('the same indicator, area and round twice is told, with the first row; another round is not', () => {
		expect(
			problems('KG1;Batau;2021;2020;1;;;;;;', 'KG1;Batau;2023;2020;1;;;;;;', 'kg1;WK035603;Nulmeting;2021;2;;;;;;')
		).toMatchObject([{ code: 'observation-double', params: { row: 4, first: 2 } }]);
	});

	test('decimal comma and decimal point in one file are told once, with the row', () => {
		expect(problems('KG1;Batau;2021;2020;7,4;;;;;;', 'KG1;Batau;2023;2020;7.4;;;;;;')).toEqual([
			{ code: 'number-signs-mixed', params: { row: 3 }, at: 'row 3' }
		]);
	});

	test('all or nothing: every problem of every row is told', () => {
		const result = problems(
			'KG1;Batau;2021;2020;1;;;;;;',
			'KGG;Btau;2021;jaar;tien;;;;;;',
			'KG1;Overvecht;2021;2020;200;;;;;;'
		);
		expect(result.map(({ code }) => code)).toEqual([
			'table-indicator-unknown',
			'table-area-unknown',
			'year-unreadable',
			'number-unreadable',
			'percentage-out-of-range'
		]);
	});

	test('missing and double columns are told; a column without use is a warning', () => {
		const table = (header: string) => valueOf(readTable(textFile('a.csv', `${header}\nKG1;Batau;2021;2020;1;x`)));
		expect(readObservations(table('indicator;wijk;ronde;peiljaar;warde;wijk'), frame)).toMatchObject({
			problems: [
				{ code: 'column-double', params: { column: 'wijk' } },
				{ code: 'column-missing', params: { column: 'waarde', suggestion: 'warde', suggestions: 1 } }
			]
		});
		expect(valueOf(readObservations(table('Indicator;Wijk ;Ronde;Peil_jaar;WAARDE;kleur'), frame)).warnings).toEqual([
			{ code: 'column-ignored', params: { column: 'kleur' }, at: 'kleur' }
		]);
	});

	test('the demo project’s observations are read, value by value', () => {
		const raw = Papa.parse<Record<string, string>>(new TextDecoder().decode(demo('observations.csv').bytes), {
			header: true,
			skipEmptyLines: true
		}).data;
		const indicators = [...new Set(raw.map((row) => row['indicatorKey'] ?? ''))].map((key) =>
			indicator(key, key === 'KW1' ? 'cijfer' : key.startsWith('KV') ? 'per 1.000' : '')
		);
		const areas = project.areas.map(({ key, name }) => area(name, { id: key }));
		const waves = project.waves.map(({ key, label, year }) => ({ id: key, label, year }));
		const areaNames = project.areas.map(({ key }) => [key, key] as const);
		const draft = valueOf(
			readObservations(valueOf(readTable(demo('observations.csv'))), { indicators, areas, waves, areaNames })
		);
		const number = (written = '') => (written === '' ? null : Number(written));
		const broken = raw.filter((row) => row['trendBreak'] === 'yes').length;
		expect(draft.warnings).toMatchObject([{ code: 'trend-break-unexplained', params: { n: broken } }]);
		expect(draft.observations).toEqual(
			raw.map((row) => ({
				indicatorId: `indicator-${row['indicatorKey']}`,
				areaId: row['area'],
				waveId: row['wave'],
				referenceYear: Number(row['referenceYear']),
				value: number(row['value']),
				n: number(row['n']),
				lower: number(row['lower']),
				upper: number(row['upper']),
				trendBreak: row['trendBreak'] === 'yes',
				suppressed: row['suppressed'] === 'yes',
				note: row['note'],
				source: null,
				sourceVersion: null,
				trendBreakReason: null,
				testedAgainst: null,
				testedChange: null
			}))
		);
	});

	test('20,000 rows with a misspelled name each are told, and soon', () => {
		const rows = Array.from({ length: 20_000 }, (_, index) => `KG1;Overvegt${index};2021;2020;1;;;;;;`);
		const start = performance.now();
		expect(problems(...rows)).toHaveLength(20_000);
		expect(performance.now() - start).toBeLessThan(10_000);
	});
});
