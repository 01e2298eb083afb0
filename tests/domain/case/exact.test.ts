import { describe, expect, test } from 'vitest';
import { exactIn, exactInClass } from '#lib/domain/case/exact.ts';

describe('the label of a person', () => {
	test.each(['VOL-B-03', 'BAT-B-01-2', 'Bewoner 12', 'Café 😀 é', 'R1', '2023 B1', 'Jongeren 16-17', 'TES.2025.001'])(
		'may be a code: %s',
		(label) => expect(exactIn(label)).toBeNull()
	);
	test.each([
		['fatima@voorbeeld.nl', 'contact'],
		['@fatima_o', null],
		['fatima @voorbeeld', null],
		['www.buurthuis.nl', 'contact'],
		['06 12 34 56 78', 'contact'],
		['+31 30 123 45 67', 'contact'],
		['3562 KN', 'postcode'],
		['flat 3562kn', 'postcode'],
		['14-03-1971', 'date'],
		['1971/3/14', 'date'],
		['14 maart', 'date'],
		['geboren in Utrecht', 'date'],
		['Bewoner, 34 jaar', 'age'],
		['Resident 34 years', 'age'],
		['123.456.782', 'number']
	])('may not be %s (%s)', (label, kind) => expect(exactIn(label)).toBe(kind));

	test('is read in one form: full-width digits are digits', () => {
		expect(exactIn('３５６２ ＫＮ')).toBe('postcode');
	});
});

describe('a class', () => {
	test.each(['0-4', '80+', '30-44', '30-44 jaar', 'tot 30 jaar', 'politie en handhaving', 'anders, één taal'])(
		'may be %s',
		(name) => expect(exactInClass(name)).toBeNull()
	);
	test.each([
		['34', 'age'],
		['1971', 'age'],
		['34-34', 'age'],
		['34 jaar', 'age'],
		['3562 KN', 'postcode'],
		['14-03-1971', 'date']
	])('may not be %s', (name, kind) => expect(exactInClass(name)).toBe(kind));
});
