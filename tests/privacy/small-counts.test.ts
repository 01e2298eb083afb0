import { expect, test } from 'vitest';
import { smallCountsIn } from '#lib/privacy/small-counts.ts';

const table = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]) =>
	smallCountsIn({ caption: 'Diploma’s 😀', columns, rows }, 'Loopbanen');

test('a table of a study in which few people are counted tells so', () => {
	const rows = [
		['2018', 62.5, 4],
		['2020', 3, '9'],
		['2022', 2, 10],
		['2024', 1, 0],
		['2025', 1, null]
	];
	expect(table(['Jaar', '% geslaagd', 'Aantal leerlingen'], rows)).toEqual([
		{ place: 'Loopbanen', label: 'Diploma’s 😀', n: 2 }
	]);
	expect(table(['Jaar', '% geslaagd', 'n'], rows)).toHaveLength(1);
});

test('a share, a year or a name of a column that only begins like one is no number of people', () => {
	expect(table(['Jaar', 'Aandeel'], [[2018, 4]])).toEqual([]);
	expect(table(['Nummer', 'Naam'], [[4, 'x']])).toEqual([]);
	expect(table(['Aantal'], [['4,5'], [4.5], ['vier']])).toEqual([]);
});
