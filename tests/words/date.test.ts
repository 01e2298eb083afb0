import { expect, test } from 'vitest';
import { formatDay, formatMoment, formatPartialDate } from '#lib/words/date.ts';

test('a moment is told as the day it was in the Netherlands', () => {
	expect(formatDay('2025-03-12T09:00:00Z', 'nl')).toBe('12 maart 2025');
	expect(formatDay('2025-03-12T23:30:00Z', 'nl')).toBe('13 maart 2025');
	expect(formatDay('2025-03-12T09:00:00Z', 'en')).toBe('12 March 2025');
});

test('a moment with its time follows summer time', () => {
	expect(formatMoment('2025-01-12T09:05:00Z', 'nl')).toContain('10:05');
	expect(formatMoment('2025-07-12T09:05:00Z', 'nl')).toContain('11:05');
});

test('what is no moment is a mistake', () => {
	expect(() => formatDay('gisteren', 'nl')).toThrow(RangeError);
});

test.each([
	['2025', '2025'],
	['2025-03', 'maart 2025'],
	['2025-03-01', '1 maart 2025'],
	['voorjaar', 'voorjaar']
])('the date of an interview %s is told as %s', (date, words) => {
	expect(formatPartialDate(date, 'nl')).toBe(words);
});
