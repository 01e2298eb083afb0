import { describe, expect, test } from 'vitest';
import { readSource } from '#lib/import/read-source.ts';
import { spoken, valueOf } from '../import/fixture.ts';
import { goldenVectors } from '../support/golden-vectors.ts';
import { inEveryFormat } from '../support/in-every-format.ts';

/**
 * F1, F2, F4: all after an emoji drifts, because one part counts UTF-16 and another code points, or by a formula of its
 * own. In a file of any format the places of the second turn are those of its words, counted by iteration.
 */
describe.each(goldenVectors)('after $name', ({ text }) => {
	const before = `Aan het begin ${text} en dan`;
	test.each(inEveryFormat(before, `${text}: het einde ${text}.`))(
		'the next turn of $name keeps its place',
		async (file) => {
			const draft = valueOf(await readSource(file));
			const words = [before, `${text}: het einde ${text}.`].map((said) => said.normalize('NFC'));
			expect(spoken(draft)).toEqual([
				['I', words[0]],
				['R', words[1]]
			]);
			const characters = [...draft.text];
			expect(draft.turns.map(({ start, end }) => characters.slice(start, end).join(''))).toEqual(words);
		}
	);
});
