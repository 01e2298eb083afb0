import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, canonicalEdit, type Edit } from '../../../src/lib/domain/text/edit.ts';
import { hunksOf } from '../../../src/lib/domain/text/hunk.ts';
import { conflictsIn, mergeEdits, rebasedEdit, type Choice } from '../../../src/lib/domain/text/merge-edits.ts';
import { codePointLength, positionMap } from '../../../src/lib/domain/text/position.ts';
import { operationsOn, someText } from '../../support/random-edit.ts';

const base = 'Het 😀 park is mooi. De wijk is oud.';
const put = (before: string, insert: string, out = ''): Edit => {
	const at = codePointLength(base.slice(0, base.indexOf(before)));
	return canonicalEdit([{ retain: at }, { insert }, { delete: codePointLength(out) }]);
};
const merged = (mine: Edit, theirs: Edit, choice?: Choice) => {
	const passages = mergeEdits(positionMap(base), mine, theirs);
	return {
		passages,
		text: applyEdit(
			applyEdit(base, theirs),
			rebasedEdit(passages, () => choice)
		)
	};
};

describe('two edits of one text', () => {
	test('that do not touch each other are both kept', () => {
		const { passages, text } = merged(put('oud', 'heel '), put('park', '👍🏽 plein', 'park'));
		expect(conflictsIn(passages)).toEqual([]);
		expect(text).toBe('Het 😀 👍🏽 plein is mooi. De wijk is heel oud.');
	});

	test('that do the same are one', () => {
		const { passages, text } = merged(put('oud', 'heel '), put('oud', 'heel '));
		expect(passages.map(({ by }) => by)).toEqual(['same']);
		expect(text).toBe('Het 😀 park is mooi. De wijk is heel oud.');
	});

	test.each<[Choice | undefined, string]>([
		['mine', 'lelijk'],
		['theirs', 'prachtig'],
		['theirs-then-mine', 'prachtiglelijk'],
		[undefined, 'prachtig']
	])('that touch each other become what a person chooses: %s', (choice, words) => {
		const { passages, text } = merged(put('mooi', 'lelijk', 'mooi'), put('mooi', 'prachtig', 'mooi'), choice);
		expect(conflictsIn(passages)).toMatchObject([{ was: 'mooi', mine: 'lelijk', theirs: 'prachtig' }]);
		expect(text).toBe(base.replace('mooi', words));
	});

	test('at the same place touch each other, also when both only put words in', () => {
		const { passages } = merged(put('mooi', 'heel '), put('mooi', 'erg '));
		expect(conflictsIn(passages)).toMatchObject([{ was: '', mine: 'heel ', theirs: 'erg ' }]);
	});
});

const twoEdits = someText.chain((text) => {
	const operations = operationsOn(codePointLength(text)).map(canonicalEdit);
	return fc.record({ text: fc.constant(text), mine: operations, theirs: operations });
});

describe('laws of laying two edits side by side', () => {
	test('without conflicts it makes no difference who was first', () => {
		fc.assert(
			fc.property(twoEdits, ({ text, mine, theirs }) => {
				const map = positionMap(text);
				const [one, other] = [mergeEdits(map, mine, theirs), mergeEdits(map, theirs, mine)];
				expect(conflictsIn(one)).toHaveLength(conflictsIn(other).length);
				fc.pre(conflictsIn(one).length === 0);
				const never = () => undefined;
				expect(applyEdit(applyEdit(text, theirs), rebasedEdit(one, never))).toBe(
					applyEdit(applyEdit(text, mine), rebasedEdit(other, never))
				);
			})
		);
	});

	test('with one choice for all, the text of the conflicts is that of the chosen one, and the rest is of both', () => {
		fc.assert(
			fc.property(twoEdits, fc.constantFrom('mine' as const, 'theirs' as const), ({ text, mine, theirs }, choice) => {
				const passages = mergeEdits(positionMap(text), mine, theirs);
				const after = applyEdit(
					applyEdit(text, theirs),
					rebasedEdit(passages, () => choice)
				);
				const expected = passages.map((passage) =>
					passage.by === 'mine' || (passage.by === 'both' && choice === 'mine') ? passage.mine : passage.theirs
				);
				const characters = [...text];
				let at = 0;
				const parts = passages.map(({ start, end }, index) => {
					const kept = characters.slice(at, start).join('');
					at = end;
					return kept + (expected[index] ?? '');
				});
				expect(after).toBe(parts.join('') + characters.slice(at).join(''));
			})
		);
	});

	test('an edit beside an empty one stays as it was', () => {
		fc.assert(
			fc.property(twoEdits, ({ text, mine }) => {
				const passages = mergeEdits(positionMap(text), mine, []);
				expect(hunksOf(rebasedEdit(passages, () => undefined)).length).toBe(passages.length);
				expect(
					applyEdit(
						text,
						rebasedEdit(passages, () => undefined)
					)
				).toBe(applyEdit(text, mine));
			})
		);
	});
});
