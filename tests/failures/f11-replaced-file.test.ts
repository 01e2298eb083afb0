import { expect, test } from 'vitest';
import { carrier } from '../../src/lib/domain/text/carry.ts';
import { diffTexts } from '../../src/lib/domain/text/diff.ts';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { marked } from '../support/marked.ts';

/** F11: a replaced file moved each code to the first look-alike. Three times "ja" keep their three places. */
const { text, ranges } = marked('INT: Mag het?\nR: <a>ja</a>\nINT: Echt?\nR: <b>ja</b>, <c>ja</c> 😀.');

test.each<[string, string]>([
	['a line before', `Gesprek 1\n${text}`],
	['another word between', text.replace('Echt?', 'Werkelijk?')],
	['a word more behind', text.replace('😀.', '😀, hoor.')]
])('"ja", "ja", "ja" keep three places with %s', (_, after) => {
	const [carry, map] = [carrier(diffTexts(text, after)), positionMap(after)];
	const places = Object.values(ranges).map((range) => {
		const carried = carry(range);
		if (carried.kind === 'orphaned') throw new Error('lost');
		expect(map.slice(carried.range.start, carried.range.end)).toBe('ja');
		return carried.range.start;
	});
	expect(places).toEqual(places.toSorted((a, b) => a - b));
	expect(new Set(places).size).toBe(3);
});

test('a "ja" that is gone is listed, and the others stay where they are', () => {
	const after = text.replace('R: ja\nINT: Echt?', 'R: nee\nINT: Echt?');
	const carry = carrier(diffTexts(text, after));
	expect(Object.values(ranges).map((range) => carry(range).kind)).toEqual(['orphaned', 'moved', 'moved']);
});
