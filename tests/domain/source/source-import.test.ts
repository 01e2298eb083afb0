import { describe, expect, test } from 'vitest';
import { countStates, distinctTitles } from '#lib/domain/source/source-import.ts';

describe('titles of many files', () => {
	test('a second one of the same name gets a number, whatever its capitals', () => {
		expect(distinctTitles(['Eén', 'eÉn', 'twee', 'Eén', 'eén (2)'], 200)).toEqual([
			'Eén',
			'eÉn (2)',
			'twee',
			'Eén (3)',
			'eén (2) (2)'
		]);
	});

	test('a number fits within the longest title, also after a sign of two units', () => {
		const title = '😀'.repeat(10);
		expect(distinctTitles([title, title], 10)).toEqual([title, `${'😀'.repeat(6)} (2)`]);
	});

	test('without a title there is nothing to number', () => {
		expect(distinctTitles(['', ''], 10)).toEqual(['', '']);
	});
});

test('files are counted in each state, also in those that none is in', () => {
	expect(countStates([{ state: 'stored' }, { state: 'stored' }, { state: 'refused' }])).toEqual({
		waiting: 0,
		reading: 0,
		stored: 2,
		refused: 1,
		cancelled: 0
	});
});
