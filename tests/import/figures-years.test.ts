import { describe, expect, test } from 'vitest';
import type { FiguresChoices } from '#lib/import/figures-choices.ts';
import { toLongFigures } from '#lib/import/figures-shape.ts';
import { codesOf, valueOf } from './fixture.ts';
import { csv, observationsOf, readWith } from './figures.ts';
import { frame } from './frame.ts';

const asksOf = (table: ReturnType<typeof csv>, choices: FiguresChoices = {}) =>
	valueOf(toLongFigures(table, frame, choices)).asks;
const yearsOf = (table: ReturnType<typeof csv>, choices: FiguresChoices = {}) =>
	observationsOf(table, choices).map(
		({ areaId, waveId, referenceYear, value }) => `${areaId} ${waveId} ${referenceYear} ${value}`
	);

describe('the year that a value is about', () => {
	test.each([
		['a column of reference years', 'Wijk;Peiljaar;KG1', 'Overvecht;2020;60,5', { wave: '2021' }],
		['a year beside a column of rounds', 'Wijk;Meetronde;Jaar;KG1', 'Overvecht;2021;2020;60,5', {}],
		['a column of reference years beside one round', 'Indicator;Wijk;Peiljaar;2021', 'KG1;Overvecht;2020;60,5', {}],
		['the heading', 'Indicator;Wijk;2021 (2020)', 'KG1;Overvecht;60,5', {}],
		['the heading, in words', 'Indicator;Wijk;Nulmeting, peiljaar 2020', 'KG1;Overvecht;60,5', {}],
		['a column beside that of the round', 'Indicator;Wijk;2021;Peiljaar 2021', 'KG1;Overvecht;60,5;2020', {}],
		['somebody, for a column', 'Indicator;Wijk;2021', 'KG1;Overvecht;60,5', { years: { '2021': 2020 } }],
		['somebody, for the file', 'Wijk;KG1', 'Overvecht;60,5', { wave: '2021', years: { '': 2020 } }],
		['the heading of an indicator', 'Wijk;KG1 2020 (%)', 'Overvecht;60,5', { wave: '2021' }],
		['the period, in another round', 'Wijk;Perioden;KG1', 'Overvecht;2020JJ00;60,5', { wave: 'Nulmeting' }],
		['a year in a long file', 'Thema;Wijk;Jaar;Percentage', 'KG1;Overvecht;2020;60,5', { wave: '2021' }]
	])('is said by %s', (_, head, row, choices) => {
		expect(yearsOf(csv(head, row), choices)).toEqual(['area-Overvecht wave-1 2020 60.5']);
	});

	test('is that of the round when nothing says otherwise', () => {
		expect(yearsOf(csv('Wijk;KG1', 'Overvecht;60,5'), { wave: '2021' })).toEqual(['area-Overvecht wave-1 2021 60.5']);
	});

	test('is asked when one column of years stands beside several rounds', () => {
		const table = csv('Indicator;Wijk;Peiljaar;2021;2023', 'KG1;Overvecht;2020;60,5;62,5');
		expect(asksOf(table)).toEqual(['years']);
		expect(yearsOf(table, { years: { '2021': 2020, '2023': 2022 } })).toEqual([
			'area-Overvecht wave-1 2020 60.5',
			'area-Overvecht wave-2 2022 62.5'
		]);
	});
});

describe('the periods of a file', () => {
	const several = csv('Wijk;Perioden;KG1', 'Overvecht;2020JJ00;60,5', 'Overvecht;2022JJ00;62,5');

	test('one that is no round is asked, and goes to the round that somebody chose', () => {
		const table = csv('Wijk;Perioden;KG1', 'Overvecht;2022JJ00;62,5');
		expect(asksOf(table)).toEqual(['wave']);
		expect(yearsOf(table, { wave: '2023' })).toEqual(['area-Overvecht wave-2 2022 62.5']);
	});

	test('several are each asked, and one of them can be passed over', () => {
		expect(asksOf(several)).toEqual(['rounds']);
		expect(asksOf(several, { wave: '2023' })).toEqual(['rounds']);
		const rounds = { '2020JJ00': '2021', '2022JJ00': 'Tweede meting' };
		expect(yearsOf(several, { rounds })).toEqual([
			'area-Overvecht wave-1 2020 60.5',
			'area-Overvecht wave-2 2022 62.5'
		]);
		expect(yearsOf(several, { rounds: { ...rounds, '2020JJ00': '' } })).toEqual(['area-Overvecht wave-2 2022 62.5']);
	});

	test('those that are rounds go there, also when somebody chose one for the file', () => {
		const table = csv('Wijk;Perioden;KG1', 'Overvecht;2021JJ00;60,5', 'Overvecht;2023JJ00;62,5');
		expect(yearsOf(table, { wave: '2023' })).toEqual([
			'area-Overvecht wave-1 2021 60.5',
			'area-Overvecht wave-2 2023 62.5'
		]);
	});

	test('a column called after a year that is no round is passed over beside rounds, or goes where somebody says', () => {
		const table = csv('Indicator;Wijk;2020;2023', 'KG1;Overvecht;60,5;62,5');
		expect(yearsOf(table)).toEqual(['area-Overvecht wave-2 2023 62.5']);
		expect(yearsOf(table, { rounds: { '2020': '2021' } })[0]).toBe('area-Overvecht wave-1 2020 60.5');
		expect(asksOf(csv('Indicator;Wijk;2020;2022', 'KG1;Overvecht;60,5;62,5'))).toContain('rounds');
	});

	test('a heading that names indicator and round gives each its place', () => {
		const table = csv('Wijk;KG1 2021;KG1 2023;KW1 Nulmeting', 'Overvecht;60,5;62,5;7,1');
		expect(yearsOf(table)).toEqual([
			'area-Overvecht wave-1 2021 60.5',
			'area-Overvecht wave-2 2023 62.5',
			'area-Overvecht wave-1 2021 7.1'
		]);
	});
});

test('bounds and numbers stand beside the value, whatever the layout', () => {
	const beside = { value: 60.5, lower: 58, upper: 63, n: 1500 };
	for (const table of [
		csv('Indicator;Wijk;2021;2021 ondergrens;2021 bovengrens;2021 n', 'KG1;Overvecht;60,5;58,0;63,0;1500'),
		csv(
			'Indicator;Wijk;2021;Ondergrens 95%-interval 2021;bovengrens (2021);Respondenten 2021',
			'KG1;Batau;60,5;58,0;63,0;1500'
		),
		csv('Wijk;KG1;KG1_ondergrens;KG1_bovengrens;KG1 (n)', 'Overvecht;60,5;58,0;63,0;1500'),
		csv('Wijk;KG1;ondergrens;bovengrens;n', 'Overvecht;60,5;58,0;63,0;1500')
	])
		expect(observationsOf(table, { wave: '2021' })).toMatchObject([beside]);
});

describe('a file with a value a row', () => {
	test('goes by other headings, and by what somebody says of its columns', () => {
		const table = csv('Item;Waar;Wanneer;Uitslag;Laag', 'KG1;Overvecht;2021;60,5;58,5');
		expect(asksOf(table)).toContain('columns');
		const roles = { Wanneer: 'wave', Uitslag: 'values', Laag: 'lower' } as const;
		expect(observationsOf(table, { roles, years: { '': 2020 } })).toMatchObject([
			{ areaId: 'area-Overvecht', waveId: 'wave-1', referenceYear: 2020, value: 60.5, lower: 58.5 }
		]);
	});

	test('a faulty cell is told by the heading of the file', () => {
		const read = readWith(csv('Thema;Wijk;Jaar;Percentage', 'KG1;Overvecht;2021;veel 😀'));
		expect(read).toMatchObject({ problems: [{ code: 'number-unreadable', at: 'row 2, Percentage' }] });
	});

	test('what it lacks is asked with the name that is nearest', () => {
		const { asks, warnings } = valueOf(
			readWith(csv('indicator;wijk;meetronde;peiljaar;warde', 'KG1;Batau;2021;2020;7,5'))
		);
		expect(asks).toContain('columns');
		expect(warnings).toMatchObject([{ code: 'column-missing', params: { suggestion: 'warde' } }]);
	});

	test('names the project does not have are asked, passed over or read as another', () => {
		const table = csv(
			'Thema;Wijk;Jaar;Waarde',
			'KG1;Overvecht;2021;60,5',
			'Geluk 😀;Overvecht;2021;7,1',
			'Rest;Batau;2021;1'
		);
		expect(valueOf(toLongFigures(table, frame))).toMatchObject({
			asks: ['indicators'],
			names: [
				{ name: 'Geluk 😀', indicatorKey: null },
				{ name: 'Rest', indicatorKey: null }
			]
		});
		const indicators = { 'Geluk 😀': 'KW1', Rest: '' };
		expect(observationsOf(table, { indicators }).map(({ indicatorId }) => indicatorId)).toEqual([
			'indicator-KG1',
			'indicator-KW1'
		]);
		const waves = csv('Onderwerp;Wijk;2021', 'KG1;Overvecht;60,5', 'Rest;Overvecht;1');
		expect(observationsOf(waves, { indicators: { Rest: '' } })).toHaveLength(1);
		expect(codesOf(readWith(table, { indicators: { 'Geluk 😀': 'KW1', Rest: 'KG1' } }))).toEqual([]);
	});

	test('too few cases and codes for missing are no values', () => {
		const table = csv('Indicator;Wijk;2021;2023', 'KG1;Overvecht;<10;-99997', 'KW1;Batau;7,1;≤ 5');
		expect(observationsOf(table).map(({ value, suppressed }) => [value, suppressed])).toEqual([
			[null, true],
			[null, false],
			[7.1, false],
			[null, true]
		]);
	});
});
