import type { PositionMap } from './position.ts';
import type { Range } from './range.ts';

/** The text before and after a passage. */
export type Around = { readonly before: string; readonly after: string };

/**
 * What stands before and after a passage in the part of a text that is `within`, at most so many code points on either
 * side. It is cut between words, with "…" where words were left out; one endless word is cut between two letters.
 */
export const textAround = (map: PositionMap, within: Range, passage: Range, most: number): Around => ({
	before: endOf(map, { start: within.start, end: passage.start }, most),
	after: beginningOf(map, { start: passage.end, end: within.end }, most)
});

/** Code points that a letter, with its marks or joined emoji, does not exceed. */
const letterReach = 32;

const letters = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** The last whole words of a part of a text. */
const endOf = (map: PositionMap, { start, end }: Range, most: number): string => {
	const from = end - most;
	if (from <= start) return map.slice(start, end);
	// One sign more is read, to see whether a word begins here.
	const words = /\s(\S.*)$/su.exec(map.slice(from - 1, end))?.[1];
	if (words !== undefined) return `… ${words}`;
	const first = Math.max(start, from - letterReach);
	const text = map.slice(first, end);
	const cut = map.toUtf16(from) - map.toUtf16(first);
	const next = [...letters.segment(text)].find(({ index }) => index >= cut);
	return `…${next ? text.slice(next.index) : ''}`;
};

/** The first whole words of a part of a text. */
const beginningOf = (map: PositionMap, { start, end }: Range, most: number): string => {
	const to = start + most;
	if (to >= end) return map.slice(start, end);
	const words = /^(.*\S)\s/su.exec(map.slice(start, to + 1))?.[1];
	if (words !== undefined) return `${words} …`;
	const text = map.slice(start, Math.min(end, to + letterReach));
	const cut = map.toUtf16(to) - map.toUtf16(start);
	const last = [...letters.segment(text)].findLast(({ index, segment }) => index + segment.length <= cut);
	return `${last ? text.slice(0, last.index + last.segment.length) : ''}…`;
};
