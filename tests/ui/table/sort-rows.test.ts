import { expect, test } from 'vitest';
import { nextSort, sortRows } from '../../../src/lib/ui/table/sort-rows.ts';

const sorted = (values: readonly (string | number | null)[], isDescending = false) =>
	sortRows(values, (value) => value, isDescending, 'nl');

test('numbers are ordered as numbers and names as people count', () => {
	expect(sorted([101, 3, 12])).toEqual([3, 12, 101]);
	expect(sorted(['VOL-B-10', 'VOL-B-2'])).toEqual(['VOL-B-2', 'VOL-B-10']);
});

test('letters with marks stand where the language puts them', () => {
	expect(sorted(['zorg', 'één', 'Ergernis', 'eenzaam'])).toEqual(['één', 'eenzaam', 'Ergernis', 'zorg']);
});

test('a missing value stands last in both directions', () => {
	expect(sorted([null, 2, 1])).toEqual([1, 2, null]);
	expect(sorted([null, 2, 1], true)).toEqual([2, 1, null]);
});

test('equal values keep the order they came in', () => {
	const rows = [
		{ id: 'a', n: 1 },
		{ id: 'b', n: 1 },
		{ id: 'c', n: 0 }
	];
	expect(sortRows(rows, (row) => row.n, true, 'nl').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a second press on the same head turns the order round, another head begins ascending', () => {
	const first = nextSort(null, 'name');
	expect(first).toEqual({ key: 'name', isDescending: false });
	expect(nextSort(first, 'name')).toEqual({ key: 'name', isDescending: true });
	expect(nextSort({ key: 'name', isDescending: true }, 'n')).toEqual({ key: 'n', isDescending: false });
});
