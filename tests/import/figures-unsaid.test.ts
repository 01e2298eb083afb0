import { expect, test } from 'vitest';
import { unsayableParts, type UnsayablePart } from '#lib/domain/indicator/figure-revision.ts';
import type { FiguresChoices } from '#lib/import/figures-choices.ts';
import type { Table } from '#lib/import/table.ts';
import { csv, odata, readWith } from './figures.ts';
import { valueOf } from './fixture.ts';

const unsaidIn = (table: Table, choices: FiguresChoices = {}) => [...valueOf(readWith(table, choices)).unsaid.values()];
const but = (...said: UnsayablePart[]) => unsayableParts.filter((part) => !said.includes(part));

test('a column an indicator says a value, and what stands in columns beside it, of that indicator alone', () => {
	const table = csv('Gebied;KG1;KG1 respondenten;KG1 ondergrens;KW1', 'Overvecht;60,5;200;55,5;7,1');
	expect(unsaidIn(table, { wave: 'Nulmeting' })).toEqual([but('n', 'lower'), but()]);
});

test('a year that the headings or somebody says is said; that of the round is only supposed', () => {
	expect(unsaidIn(csv('Indicator;Gebied;2021;Tweede meting', 'KG1;Overvecht;60;61'))).toEqual([
		but('referenceYear'),
		but()
	]);
	expect(unsaidIn(csv('Gebied;KG1', 'Overvecht;60'), { wave: '2021', years: { '': 2020 } })).toEqual([
		but('referenceYear')
	]);
	expect(unsaidIn(odata({ Wijk: 'WK034403', Perioden: '2021JJ00', KG1: 60 }))).toEqual([but('referenceYear')]);
});

test('a file with a value a row says what it has a column for, be it empty', () => {
	const rows = csv('indicator;gebied;waarde;aantal;trendbreuk;opmerking', 'KG1;Overvecht;60;;;');
	expect(unsaidIn(rows, { wave: 'Nulmeting' })).toEqual([but('n', 'trendBreak', 'note')]);
	expect(unsaidIn(csv('indicator;gebied;jaar;waarde', 'KG1;Overvecht;2021;60'))).toEqual([but('referenceYear')]);
});

test('a column that somebody sets aside says nothing', () => {
	const rows = csv('indicator;gebied;meetronde;peiljaar;waarde;onderdrukt', 'KG1;Overvecht;2021;2021;60;nee');
	expect(unsaidIn(rows)).toEqual([but('referenceYear', 'suppressed')]);
	expect(unsaidIn(rows, { roles: { onderdrukt: 'other' } })).toEqual([but('referenceYear')]);
});

test('a value that is hidden in its cell is said to be suppressed', () => {
	expect(unsaidIn(csv('Gebied;KG1', 'Overvecht;<10', 'Batau;60'), { wave: '2021' })).toEqual([
		but('suppressed'),
		but()
	]);
});
