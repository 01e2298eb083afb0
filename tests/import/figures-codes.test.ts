import { describe, expect, test } from 'vitest';
import type { FiguresChoices } from '#lib/import/figures-choices.ts';
import type { Frame } from '#lib/import/observations-table.ts';
import { codesOf, valueOf } from './fixture.ts';
import { csv, observationsOf, odata, readWith } from './figures.ts';
import { area, frame, indicator } from './frame.ts';

const within: Frame = {
	...frame,
	indicators: [...frame.indicators, indicator('AI', 'aantal'), { ...indicator('RG', '%'), kind: 'register' }],
	areas: [...frame.areas, area('Stad', { kind: 'municipality', statisticalCodes: ['GM0344'] })]
};
const valuesOf = (table: ReturnType<typeof csv>, choices: FiguresChoices = { wave: '2021' }) =>
	observationsOf(table, choices, within).map(({ indicatorId, areaId, value }) => `${indicatorId} ${areaId} ${value}`);
const warningsOf = (table: ReturnType<typeof csv>) =>
	valueOf(readWith(table, { wave: '2021' }, within)).warnings.map(({ code }) => code);

describe('several codes of one area', () => {
	test('numbers are added up, which is told', () => {
		const table = csv('Codering;AI', 'WK035603;1.200', 'WK035604;80', 'WK034403;1.250.000');
		expect(valuesOf(table)).toEqual(['indicator-AI area-Batau 1280', 'indicator-AI area-Overvecht 1250000']);
		expect(warningsOf(table)).toEqual(['figures-codes-added']);
		expect(valuesOf(odata({ Codering_3: 'WK035603  ', AI: 1200 }, { Codering_3: 'WK035604  ', AI: 80 }))).toEqual([
			'indicator-AI area-Batau 1280'
		]);
	});

	test('a percentage is refused with the codes it is of, and is weighed when the file says by what', () => {
		const table = csv('Codering;KG1', 'WK035603;60,0', 'WK035604;70,0');
		expect(readWith(table, { wave: '2021' }, within)).toMatchObject({
			problems: [
				{
					code: 'figures-codes-unweighted',
					params: { area: 'Batau', codes: 'WK035603, WK035604', indicator: 'KG1' },
					at: 'row 2, KG1'
				}
			]
		});
		const weighed = csv('Codering;Inwoners;KG1', 'WK035603;3.000;60,0', 'WK035604;1.000;70,0');
		expect(valuesOf(weighed)).toEqual(['indicator-KG1 area-Batau 62.5']);
		expect(warningsOf(weighed)).toEqual(['figures-codes-weighted']);
	});

	test('the rate of a register is weighed by what it is a part of, that of a survey is not', () => {
		expect(valuesOf(csv('Codering;RG;n', 'WK035603;60,0;300', 'WK035604;70,0;100'))).toEqual([
			'indicator-RG area-Batau 62.5'
		]);
		const survey = csv('Codering;KG1;n', 'WK035603;60,0;300', 'WK035604;70,0;100');
		expect(codesOf(readWith(survey, { wave: '2021' }, within))).toEqual(['figures-codes-unweighted']);
	});

	test('a value under the name of the area goes before those of its codes', () => {
		const table = csv('Codering;KG1', 'WK035603;60,0', 'WK035604;70,0', 'Batau;64,0');
		expect(valuesOf(table)).toEqual(['indicator-KG1 area-Batau 64']);
		expect(warningsOf(table)).toEqual(['figures-codes-named']);
	});

	test('a missing part makes a missing whole; a code that the file lacks is told', () => {
		const table = csv('Codering;AI', 'WK035603;1200', 'WK035604;<10');
		expect(observationsOf(table, { wave: '2021' }, within)).toMatchObject([{ value: null, suppressed: true }]);
		expect(warningsOf(table)).toEqual(['figures-codes-incomplete']);
		expect(warningsOf(csv('Codering;AI', 'WK035603;1200'))).toEqual(['figures-codes-absent']);
	});

	test('a buurt within a wijk of the area is not counted twice', () => {
		const nested: Frame = { ...within, areas: [area('Batau', { statisticalCodes: ['WK035603', 'BU03560301'] })] };
		const table = csv('Codering;AI', 'WK035603;1200', 'BU03560301;300');
		expect(observationsOf(table, { wave: '2021' }, nested).map(({ value }) => value)).toEqual([1200]);
	});

	test('in a file with a value a row and in one with a column a round as well', () => {
		const rows = csv(
			'indicator;gebied;meetronde;peiljaar;waarde',
			'AI;WK035603;2021;2020;1200',
			'AI;WK035604;2021;2020;80'
		);
		expect(valuesOf(rows, {})).toEqual(['indicator-AI area-Batau 1280']);
		const waves = csv('Indicator;Gebied;2021', 'AI;WK035603;1200', 'AI;WK035604;80');
		expect(valuesOf(waves, {})).toEqual(['indicator-AI area-Batau 1280']);
	});

	test('the same code twice is still told', () => {
		const twice = csv('Codering;AI', 'WK035603;1200', 'WK035603;80');
		expect(codesOf(readWith(twice, { wave: '2021' }, within))).toEqual(['observation-double']);
	});
});

test('codes of a gemeente, wijk and buurt are known, with the spaces of OData', () => {
	const more = { ...within, areas: [...within.areas, area('Buurt', { statisticalCodes: ['BU03440101'] })] };
	const table = odata(
		{ WijkenEnBuurten: 'GM0344    ', KG1: 61.5 },
		{ WijkenEnBuurten: 'WK034403  ', KG1: 60.5 },
		{ WijkenEnBuurten: 'BU03440101', KG1: 59.5 }
	);
	expect(observationsOf(table, { wave: '2021' }, more).map(({ areaId, value }) => [areaId, value])).toEqual([
		['area-Stad', 61.5],
		['area-Overvecht', 60.5],
		['area-Buurt', 59.5]
	]);
});

describe('breakdowns, as the health figures of wijken have', () => {
	const ages = ['18 jaar of ouder', '18 tot 65 jaar'];
	const table = csv(
		'Leeftijd;Marges;Wijken en buurten;Perioden;KG1',
		...ages.flatMap((age, at) =>
			['WK034403', 'WK035603'].flatMap((code) => [
				`${age};Waarde;${code};2020JJ00;${60 + at},5`,
				`${age};Ondergrens 95%-interval;${code};2020JJ00;${58 + at},5`,
				`${age};Bovengrens 95%-interval;${code};2020JJ00;${62 + at},5`
			])
		)
	);

	test('margins become bounds, and the rows of everybody are read, which is told', () => {
		expect(observationsOf(table, { wave: '2021' })).toMatchObject([
			{ areaId: 'area-Overvecht', referenceYear: 2020, value: 60.5, lower: 58.5, upper: 62.5 },
			{ areaId: 'area-Batau', referenceYear: 2020, value: 60.5, lower: 58.5, upper: 62.5 }
		]);
		const { warnings, columns } = valueOf(readWith(table, { wave: '2021' }));
		expect(warnings).toMatchObject([{ code: 'figures-dimension-total' }, { code: 'figures-codes-absent' }]);
		expect(columns.map(({ role }) => role)).toEqual(['dimension', 'margins', 'area', 'wave', 'values']);
	});

	test('somebody chooses another group, by the codes of OData as well', () => {
		expect(observationsOf(table, { wave: '2021', dimensions: { Leeftijd: '18 tot 65 jaar' } })[0]?.value).toBe(61.5);
		const coded = odata(
			...['20300', '53115'].flatMap((Leeftijd, at) =>
				['MW00000', 'MOG0095', 'MBG0095'].map((Marges, margin) => ({
					...{ Leeftijd, Marges, WijkenEnBuurten: 'WK034403  ', Perioden: '2020JJ00' },
					KG1_1: 60 + at + ([0, -2, 2][margin] ?? 0)
				}))
			)
		);
		expect(observationsOf(coded, { wave: '2021' })).toMatchObject([{ value: 60, lower: 58, upper: 62 }]);
	});

	test('a group that is not of everybody is asked', () => {
		const kinds = csv('Wijk;Herkomst;KG1', 'Overvecht;A;60,5', 'Overvecht;B;61,5', 'Batau;A;62,5', 'Batau;B;63,5');
		expect(valueOf(readWith(kinds, { wave: '2021' }))).toMatchObject({
			asks: ['dimensions'],
			dimensions: [{ column: 'Herkomst', values: ['A', 'B'], chosen: null }]
		});
		expect(observationsOf(kinds, { wave: '2021', dimensions: { Herkomst: 'B' } }).map(({ value }) => value)).toEqual([
			61.5, 63.5
		]);
	});

	test('in a file with a value a row too', () => {
		const rows = csv(
			'Indicator;Wijk;Jaar;Geslacht;Marges;Percentage',
			'KG1;Overvecht;2021;Totaal mannen en vrouwen;Waarde;60,5',
			'KG1;Overvecht;2021;Totaal mannen en vrouwen;Ondergrens;58,5',
			'KG1;Overvecht;2021;Mannen;Waarde;61,5',
			'KG1;Overvecht;2021;Mannen;Ondergrens;59,5'
		);
		expect(observationsOf(rows)).toMatchObject([{ value: 60.5, lower: 58.5 }]);
	});
});
