import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carrier } from '../../../src/lib/domain/text/carry.ts';
import { diffTexts, refineEdit } from '../../../src/lib/domain/text/diff.ts';
import { applyEdit, canonicalEdit, composeEdits, invertEdit, type Edit } from '../../../src/lib/domain/text/edit.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { editedText, someText } from '../../support/random-edit.ts';

/** A difference as text: what goes out between [ ], what comes in between { }. */
const shown = (text: string, edit: Edit): string => {
	const map = positionMap(text);
	let at = 0;
	const parts = edit.map((operation) => {
		if ('insert' in operation) return `{${operation.insert}}`;
		const start = at;
		at += 'retain' in operation ? operation.retain : operation.delete;
		const words = map.slice(start, at);
		return 'retain' in operation ? words : `[${words}]`;
	});
	return parts.join('') + map.slice(at, map.length);
};
const diff = (before: string, after: string) => shown(before, diffTexts(before, after));

describe('the difference between two texts', () => {
	test.each([
		['a word that was missed', 'Het park is mooi.', 'Het park is heel mooi.', 'Het park is {heel }mooi.'],
		['a word too many', 'Het 😀 park park is mooi.', 'Het 😀 park is mooi.', 'Het 😀 park [park ]is mooi.'],
		['a spelling', 'in de weik hier', 'in de wijk hier', 'in de w{ij}[ei]k hier'],
		['two spellings side by side', 'heel mooi', 'hele mooie', 'he{le}[el] mooi{e}'],
		['another word', 'een mooi plein', 'een lelijk plein', 'een {lelijk}[mooi] plein'],
		['other words, that share only spaces', 'ik woon hier', 'het park is', '{het park is}[ik woon hier]'],
		['an emoji of several signs', 'ja 👨‍👩‍👧 nee', 'ja 👨‍👩‍👦 nee', 'ja {👨‍👩‍👦}[👨‍👩‍👧] nee'],
		['a flag', 'ja 🇳🇱 nee', 'ja 🇳🇿 nee', 'ja {🇳🇿}[🇳🇱] nee'],
		['a letter with its accent', 'de x\u0323a', 'de xa', 'de {xa}[x\u0323a]'],
		['a line', 'een\ntwee\ndrie', 'een\ndrie', 'een\n[twee\n]drie'],
		['two lines, each on its own', 'A: ja.\nB: nee.', 'A: Nou.\nB: Goed.', 'A: {Nou}[ja].\nB: {Goed}[nee].']
	])('%s', (_, before, after, expected) => {
		expect(diff(before, after).normalize('NFC')).toBe(expected.normalize('NFC'));
		expect(applyEdit(before, diffTexts(before, after))).toBe(after);
	});

	test('keeps words that are the same thrice at their three places (F11)', () => {
		expect(diff('ja\nja\nja', 'ja\nnou ja\nja')).toBe('ja\n{nou }ja\nja');
		expect(diff('ja, ja, ja.', 'ja, ja, ja, hoor.')).toBe('ja, ja, ja{, hoor}.');
	});

	test('of long texts is found by the lines that stand once', () => {
		const lines = Array.from({ length: 4000 }, (_, n) => (n % 3 === 0 ? 'Ja.' : `Zin ${n} met woorden 😀.`));
		const changed = lines.flatMap((line, n) => (n === 1000 ? [] : n === 2000 ? [`${line} En meer.`] : [line]));
		const edit = diffTexts(lines.join('\n'), changed.join('\n'));
		expect(applyEdit(lines.join('\n'), edit)).toBe(changed.join('\n'));
		expect(edit.filter((operation) => !('retain' in operation))).toHaveLength(2);
	});
});

describe('laws of the difference', () => {
	test('it makes the one text into the other', () => {
		fc.assert(
			fc.property(someText, someText, (before, after) => {
				expect(applyEdit(before, diffTexts(before, after))).toBe(after);
			})
		);
	});

	test('no difference is no edit', () => {
		fc.assert(fc.property(someText, (text) => void expect(diffTexts(text, text)).toEqual([])));
	});

	test('a finer edit does the same, and touches nothing more', () => {
		fc.assert(
			fc.property(editedText, ({ text, operations, ranges }) => {
				const edit = canonicalEdit(operations);
				const finer = refineEdit(text, edit);
				expect(applyEdit(text, finer)).toBe(applyEdit(text, edit));
				for (const range of ranges)
					if (carrier(edit)(range).kind === 'moved') expect(carrier(finer)(range)).toEqual(carrier(edit)(range));
			})
		);
	});

	test('what was changed and taken back is no change', () => {
		fc.assert(
			fc.property(editedText, ({ text, operations }) => {
				const edit = canonicalEdit(operations);
				expect(refineEdit(text, composeEdits(edit, invertEdit(text, edit)))).toEqual([]);
			})
		);
	});
});
