import { describe, expect, test } from 'vitest';
import { readObservations } from '#lib/import/observations-table.ts';
import { readTable } from '#lib/import/read-table.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { csv, observationsOf, readWith } from './figures.ts';
import { textFile, valueOf } from './fixture.ts';
import { frame } from './frame.ts';

const head = 'indicator;wijk;meetronde;peiljaar;waarde;aantal;ondergrens;bovengrens;onderdrukt;opmerking';
const read = (...rows: string[]) =>
	readObservations(valueOf(readTable(textFile('a.csv', [head, ...rows].join('\n')))), frame);
const said = (...rows: string[]) => {
	const { observations, warnings } = valueOf(read(...rows));
	return {
		values: observations.map(({ value, n, lower, upper, suppressed, note }) => [
			...[value, n, lower, upper, suppressed, note]
		]),
		warnings
	};
};

describe('a value of which the file hides the number of people', () => {
	test.each(['<10', '< 10', 'minder dan 10'])(
		'is stored as too few cases, without the value and its margins: %s',
		(n) => {
			expect(said(`KG1;Overvecht;2021;2021;54,5;${n};40;60;;grens é 😀`)).toEqual({
				values: [[null, null, null, null, true, 'grens é 😀; n < 10']],
				warnings: [{ code: 'figures-few-left-out', params: { row: 2, n: 1, below: 10 }, at: 'row 2' }]
			});
		}
	);

	test('that has no value says why there is none', () => {
		expect(said('KG1;Overvecht;2021;2021;.;<5;;;;', 'KG1;Batau;2021;2021;<10;<10;;;;')).toEqual({
			values: [
				[null, null, null, null, true, 'n < 5'],
				[null, null, null, null, true, 'n < 10']
			],
			warnings: [{ code: 'figures-few-noted', params: { row: 2, n: 2, below: 5 }, at: 'row 2' }]
		});
	});

	test('stays when it is about more people than can be too few; the number goes into the note', () => {
		expect(said('KG1;Overvecht;2021;2021;54,5;<50;40;60;;')).toEqual({
			values: [[54.5, null, 40, 60, false, 'n < 50']],
			warnings: [{ code: 'figures-few-noted', params: { row: 2, n: 1, below: 50 }, at: 'row 2' }]
		});
	});

	test('is told of in the place of a wide file where it stands, and in words', () => {
		const table = csv(
			'Indicator;Wijk;2021;2021 n;2023;2023 n',
			'KW1;Batau;7,1;400;7,2;< 10',
			'KW1;Overvecht;6,1;<10;6;90'
		);
		const { warnings } = valueOf(readWith(table));
		expect(warnings).toMatchObject([{ code: 'figures-few-left-out', params: { row: 2, n: 2, below: 10 } }]);
		expect(warnings.map((warning) => sayProblem(warning, 'nl'))).toEqual([
			'Bij 2 waarden staat dat het om heel weinig mensen of gevallen gaat, zoals minder dan 10; de eerste staat in rij 2. Zulke waarden kunnen iets over personen zeggen. Zij worden bewaard als ‘te weinig gevallen’, zonder het cijfer, met een opmerking zoals ‘n < 10’.'
		]);
		expect(observationsOf(table).map(({ value, n, suppressed }) => [value, n, suppressed])).toEqual([
			[7.1, 400, false],
			[null, null, true],
			[null, null, true],
			[6, 90, false]
		]);
	});

	test('in the lower bound is no number', () => {
		const result = read('KG1;Overvecht;2021;2021;54,5;90;<10;60;;');
		expect(result.ok ? [] : result.problems.map(({ code, at }) => [code, at])).toEqual([
			['number-unreadable', 'row 2, ondergrens']
		]);
	});
});

describe('codes of one area that all hide the number of people', () => {
	const rows = (second: string) =>
		csv(
			'Indicator;Codering;Meetronde;Peiljaar;Waarde;Aantal;Inwoners',
			'KG1;WK035603;2021;2021;20;<10;100',
			`KG1;WK035604;2021;2021;30;${second};300`
		);

	test('make one value with too few cases; when one tells it, the value is made and its number is not known', () => {
		expect(observationsOf(rows('<10')).map(({ value, suppressed }) => [value, suppressed])).toEqual([[null, true]]);
		expect(observationsOf(rows('250')).map(({ value, n, suppressed }) => [value, n, suppressed])).toEqual([
			[27.5, null, false]
		]);
	});
});
