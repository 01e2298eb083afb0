import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText } from '#lib/domain/text/find.ts';

const words = (text: string, wanted: string) =>
	findInText(text, wanted).map(({ start, end }) => [...text].slice(start, end).join(''));

describe('finding in a text', () => {
	it('ignores case and accents, composed or not', () => {
		expect(words('Het Café, het cafe\u0301 en het CAFE', 'cafe')).toEqual(['Café', 'cafe\u0301', 'CAFE']);
		expect(words('één keer, een keer', 'een')).toEqual(['één', 'een']);
	});

	it('counts code points after emoji and families', () => {
		const text = '😀👨‍👩‍👧 het park 😀 het park';
		expect(findInText(text, 'park')).toEqual([
			{ start: 11, end: 15 },
			{ start: 22, end: 26 }
		]);
		expect(words(text, '😀')).toEqual(['😀', '😀']);
	});

	it('takes a row of white space for one space', () => {
		expect(words('in de\n  wijk, in de wijk', 'de wijk')).toEqual(['de\n  wijk', 'de wijk']);
	});

	it('finds nothing for nothing, and nothing twice', () => {
		expect(findInText('park', '  ')).toEqual([]);
		expect(findInText('', 'park')).toEqual([]);
		expect(findInText('aaaa', 'aa')).toEqual([
			{ start: 0, end: 2 },
			{ start: 2, end: 4 }
		]);
	});

	it('treats signs of a pattern as themselves', () => {
		expect(words('(a+)+ en aa', '(a+)+')).toEqual(['(a+)+']);
	});

	it('finds a word wherever it is put', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
				const text = `${before} Wijkstem ${after}`;
				expect(words(text, 'wijkstem').some((found) => found.startsWith('Wijkstem'))).toBe(true);
			})
		);
	});
});
