import { positionMap } from '../domain/text/position.ts';
import type { Range } from '../domain/text/range.ts';
import { union } from '../domain/text/segment.ts';

/** A word of a text with where it stands, in code points of that text. */
export type Word = Range & { readonly word: string };

/** One thing that was asked for: words that stand next to each other; a word with a star stands for all that begin so. */
export type AskedPart = readonly { readonly word: string; readonly isStart: boolean }[];

/** The stem of each word; a word without a stem (a stop word: "de", "en") is only itself. */
export type Stems = ReadonlyMap<string, string>;

const wordSign = /[\p{L}\p{M}\p{N}]+/gu;
const askedWord = /([\p{L}\p{M}\p{N}]+)(\*?)/gu;
const part = /["“”„«»]([^"“”„«»]*)["“”„«»]?|[^\s"“”„«»]+/gu;

/** The words of a text in their order, in small letters. */
export const wordsOf = (text: string): readonly Word[] => {
	const map = positionMap(text);
	return [...text.matchAll(wordSign)].map((match) => ({
		word: match[0].toLowerCase(),
		start: map.toPosition(match.index),
		end: map.toPosition(match.index + match[0].length)
	}));
};

/** The words of a text in small letters, without their places: several times faster, for who looks through much. */
export const formsIn = (text: string): readonly string[] =>
	(text.match(wordSign) ?? []).map((word) => word.toLowerCase());

/** What is asked: words apart, or phrases between double quotes. `park*` is every word that begins with "park". */
export const askedParts = (text: string): readonly AskedPart[] =>
	[...text.normalize('NFC').matchAll(part)]
		.map(([whole, quoted]) =>
			[...(quoted ?? whole).matchAll(askedWord)].map(([, word, star]) => ({
				word: (word ?? '').toLowerCase(),
				isStart: star === '*'
			}))
		)
		.filter((words) => words.length > 0);

/**
 * Where the asked words stand in a turn that holds all of them, by their stems ("parken" finds "park"); nothing in a
 * turn that lacks one. Ranges in code points of the turn, in order, none overlapping another.
 */
export const findWords = (words: readonly Word[], asked: readonly AskedPart[], stems: Stems): readonly Range[] => {
	const stemOf = (word: string) => stems.get(word) ?? word;
	const found = asked.map((sought) =>
		words.flatMap((first, at) => {
			const fits = sought.every(({ word, isStart }, step) => {
				const here = words[at + step]?.word;
				return here !== undefined && (isStart ? here.startsWith(word) : stemOf(here) === stemOf(word));
			});
			const last = words[at + sought.length - 1];
			return fits && last ? [{ start: first.start, end: last.end }] : [];
		})
	);
	return found.length === 0 || found.some((ranges) => ranges.length === 0) ? [] : union(found.flat());
};
