import type { Position, PositionMap } from './position.ts';

/** A half-open range [start, end) of code points over a canonical text. */
export type Range = { readonly start: Position; readonly end: Position };

/** Makes a range; an empty or reversed range is a programmer's mistake. */
export const makeRange = (start: Position, end: Position): Range => {
	if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0)
		throw new RangeError(`range ${start}-${end} is not made of positions`);
	if (end <= start) throw new RangeError(`range ${start}-${end} ends before it starts`);
	return { start, end };
};

/** Whether two ranges are the same place. */
export const samePlace = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

/** Whether two ranges share at least one character. */
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

/** Whether the whole of `inner` lies in `outer`. */
export const contains = (outer: Range, inner: Range): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether a position lies on a character of the range. */
export const includes = (range: Range, position: Position): boolean => range.start <= position && position < range.end;

/** Order by start, then the longer first: an enclosing range comes before what it encloses. */
export const byStart = (a: Range, b: Range): number => a.start - b.start || b.end - a.end;

/** The characters both ranges have, or null. */
export const intersection = (a: Range, b: Range): Range | null =>
	overlaps(a, b) ? { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) } : null;

/** The words of a range. */
export const textOf = (map: PositionMap, range: Range): string => map.slice(range.start, range.end);

/** The range without white space at its ends; null when nothing is left. White space is one code point each. */
export const trimmedRange = (map: PositionMap, { start, end }: Range): Range | null => {
	const words = map.slice(start, end);
	const leading = words.length - words.trimStart().length;
	const trailing = words.length - words.trimEnd().length;
	return leading === words.length ? null : { start: start + leading, end: end - trailing };
};
