import { describe, expect, test } from 'vitest';
import {
	decimalsOf,
	formatNumber,
	formatPair,
	formatValue,
	formatWithUnit,
	listWords,
	listYears
} from '#lib/words/number.ts';

const value = (number: number | null, suppressed = false) => ({ value: number, suppressed });

describe('numbers', () => {
	test.each([
		[7.4, '7,4', '7.4'],
		[1000, '1.000', '1,000'],
		[17_000_000, '17.000.000', '17,000,000'],
		[0.1 + 0.2, '0,3', '0.3'],
		[-8, '-8', '-8'],
		[-0, '0', '0'],
		[3.456, '3,46', '3.46']
	])('%d is written %s in Dutch and %s in English', (number, dutch, english) => {
		expect(formatNumber(number, 'nl')).toBe(dutch);
		expect(formatNumber(number, 'en')).toBe(english);
	});

	test('that differ are told apart, however little they differ', () => {
		expect(formatPair(7.1, 7.2, 'nl')).toEqual(['7,1', '7,2']);
		expect(formatPair(7.1, 7.1001, 'nl')).toEqual(['7,1', '7,1001']);
		expect(formatPair(0.1 + 0.2, 0.3, 'nl')[0]).not.toBe('');
		expect(formatPair(7, 7, 'nl')).toEqual(['7', '7']);
	});

	test('of one series have the decimals of the most precise, so that they line up', () => {
		expect(decimalsOf([7, 7.4, null])).toBe(1);
		expect(decimalsOf([62, 58])).toBe(0);
		expect(decimalsOf([])).toBe(0);
		expect(decimalsOf([3.456])).toBe(2);
		expect(formatNumber(7, 'nl', 1)).toBe('7,0');
	});
});

describe('values', () => {
	test('that are missing or suppressed say so', () => {
		expect(formatValue(value(null), 'nl')).toBe('–');
		expect(formatValue(value(null, true), 'nl')).toBe('te weinig gevallen');
		expect(formatValue(value(null, true), 'en')).toBe('too few cases');
	});

	test('that are suppressed are never shown, also when they were handed on by mistake', () => {
		expect(formatWithUnit(value(4, true), '%', 'nl')).toBe('te weinig gevallen');
	});

	test('get the sign of a percentage, and no other unit', () => {
		expect(formatWithUnit(value(26), '% 15+', 'nl')).toBe('26%');
		expect(formatWithUnit(value(7), 'cijfer 1-10', 'nl', 1)).toBe('7,0');
		expect(formatWithUnit(value(null), '% 15+', 'nl')).toBe('–');
	});
});

describe('lists', () => {
	test('join the last with a word; years are not grouped', () => {
		expect(listYears([2021, 2023, 2025], 'nl')).toBe('2021, 2023 en 2025');
		expect(listWords(['a', 'b'], 'en')).toBe('a and b');
		expect(listWords(['a'], 'nl')).toBe('a');
		expect(listWords([], 'nl')).toBe('');
	});
});
