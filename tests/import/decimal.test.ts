import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewerThan, notationOf, readNumber, type Notation } from '#lib/import/decimal.ts';

const learn = (...cells: (string | number)[]) =>
	notationOf(cells.map((cell, index) => ({ row: index + 2, cell, isWhole: false })));

describe('the notation of a file', () => {
	test.each([
		[['7,4'], ','],
		[['7.4'], '.'],
		[['1.234,5'], ','],
		[['1,234.5'], '.'],
		[['1.234.567'], ','],
		[['0,125'], ','],
		[['1234.567'], '.'],
		[['62', '1.000', '–'], 'unknown'],
		[[7.4, 1000], 'unknown'],
		[['12.500', '7,4'], ','],
		[['62,5%'], ','],
		[['-0.5'], '.']
	])('%j shows %s', (cells, decimal) => {
		expect(learn(...cells)).toEqual({ decimal });
	});

	test('a whole number with a sign before three digits shows what the decimal sign is not', () => {
		expect(notationOf([{ row: 2, cell: '1.500', isWhole: true }])).toEqual({ decimal: ',' });
	});

	test('numbers that disagree are told with the first row that does', () => {
		expect(learn('7,4', '62', '7.4')).toEqual({ decimal: 'mixed', row: 4 });
	});
});

describe('reading a number', () => {
	const comma: Notation = { decimal: ',' };
	const point: Notation = { decimal: '.' };

	test.each([
		['7,4', comma, 7.4],
		['1.234,5', comma, 1234.5],
		['1.000', comma, 1000],
		['1.000', point, 1],
		['1 234,5', comma, 1234.5],
		['1\u00A0234', point, 1234],
		['−0,5', comma, -0.5],
		['62%', point, 62],
		['62', { decimal: 'unknown' } as const, 62],
		[0.1, comma, 0.1]
	])('%s is a number', (cell, notation, value) => {
		expect(readNumber(cell, notation)).toEqual({ kind: 'number', value });
	});

	test.each(['', ' ', '–', '-', '.', 'x', 'xxx', 'n.v.t.', '—'])('%j says that there is no value', (cell) => {
		expect(readNumber(cell, comma)).toEqual({ kind: 'missing' });
	});

	test.each(['<10', 'tien', '1.00', '1.2345,6', '1,2,3', '12a', '=1+1', '1e5', '7 / 9'])(
		'%j cannot be read',
		(cell) => {
			expect(readNumber(cell, comma)).toEqual({ kind: 'unreadable' });
		}
	);

	test('"1.000" is never guessed in a file that shows no notation', () => {
		expect(readNumber('1.000', { decimal: 'unknown' })).toEqual({ kind: 'ambiguous' });
	});

	test('law: a number written in a notation is read back, with and without thousands signs', () => {
		const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((each) => Number(each.toFixed(2)) + 0);
		fc.assert(
			fc.property(number, fc.constantFrom('nl', 'en'), fc.boolean(), (value, language, useGrouping) => {
				const written = new Intl.NumberFormat(language, { useGrouping, minimumFractionDigits: 2 }).format(value);
				const notation = notationOf([{ row: 2, cell: written, isWhole: false }]);
				expect(readNumber(written, notation)).toEqual({ kind: 'number', value });
			})
		);
	});
});

describe('a count that is hidden', () => {
	test.each([
		['<10', 10],
		['< 10', 10],
		['minder dan 10', 10],
		['Fewer than 5', 5],
		['≤ 10', 11],
		['<=10', 11]
	])('%s says fewer than %i', (cell, below) => {
		expect(fewerThan(cell)).toBe(below);
	});

	test.each(['10', '>10', '<', '< tien', 'minder dan', 9, ''])('%j says no such thing', (cell) => {
		expect(fewerThan(cell)).toBeNull();
	});
});
