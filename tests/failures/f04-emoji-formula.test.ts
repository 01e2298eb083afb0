import { expect, test } from 'vitest';
import { positionMap } from '../../src/lib/domain/text/position.ts';
import { goldenVectors } from '../support/golden-vectors.ts';

/**
 * F4: a formula for emoji was right for some and wrong for hearts, families and astral letters. Places are converted by
 * walking the characters, for every character of every golden vector.
 */
test.each(goldenVectors)('$name: each place is that of its character', ({ text, codePoints }) => {
	const whole = `de ${text} wijk`;
	const map = positionMap(whole);
	const characters = [...whole];
	expect([positionMap(text).length, map.length]).toEqual([codePoints, characters.length]);
	let offset = 0;
	for (const [position, character] of characters.entries()) {
		expect(map.toUtf16(position)).toBe(offset);
		expect(map.toPosition(offset)).toBe(position);
		expect(map.slice(position, position + 1)).toBe(character);
		offset += character.length;
	}
	expect(map.toUtf16(characters.length)).toBe(whole.length);
});

test('a formula that counts one more for each emoji would be wrong here', () => {
	const wrong = goldenVectors.filter(({ text }) => {
		const guessed =
			[...text].length + [...text].filter((character) => /\p{Emoji_Presentation}|\ufe0f/u.test(character)).length;
		return guessed !== text.length;
	});
	expect(wrong.map(({ name }) => name)).toEqual(
		expect.arrayContaining(['heart with variation selector', 'astral letter'])
	);
});
