/*
 * The one place where text positions are converted. Wijkstem counts Unicode code points over the canonical text
 * (as REFI-QDA 1.5 §10.2 and PostgreSQL's char_length); browsers and JavaScript strings count UTF-16 units.
 */
declare const unit: unique symbol;

/** A place between two characters, counted in Unicode code points from 0. */
export type Position = number & { readonly [unit]?: 'code point' };

/** A place in a JavaScript string, counted in UTF-16 units from 0. Exists only at the browser's edge. */
export type Utf16Offset = number & { readonly [unit]?: 'UTF-16 unit' };

/** Converts between code points and UTF-16 units of one text; built once, each conversion takes O(log n). */
export type PositionMap = {
	readonly length: Position;
	readonly toUtf16: (position: Position) => Utf16Offset;
	/** An offset between the halves of a surrogate pair counts as the place before that character. */
	readonly toPosition: (offset: Utf16Offset) => Position;
	readonly slice: (start: Position, end: Position) => string;
};

const isLeadingSurrogate = (text: string, at: number) => {
	const first = text.charCodeAt(at);
	if (first < 0xd800 || first > 0xdbff) return false;
	const second = text.charCodeAt(at + 1);
	return second >= 0xdc00 && second <= 0xdfff;
};

/** How many of the sorted `values` are smaller than `limit`. */
const countBelow = (values: readonly number[], limit: number) => {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[middle] ?? Infinity) < limit) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** Prepares conversions for one text, remembering only where characters outside the BMP stand. */
export const positionMap = (text: string): PositionMap => {
	const astralPositions: number[] = [];
	const astralOffsets: number[] = [];
	for (let offset = 0; offset < text.length; offset += 1) {
		if (!isLeadingSurrogate(text, offset)) continue;
		astralPositions.push(offset - astralOffsets.length);
		astralOffsets.push(offset);
		offset += 1;
	}
	const length = text.length - astralOffsets.length;

	const toUtf16 = (position: Position): Utf16Offset => {
		if (!Number.isInteger(position) || position < 0 || position > length)
			throw new RangeError(`position ${position} is outside a text of ${length} code points`);
		return position + countBelow(astralPositions, position);
	};
	const toPosition = (offset: Utf16Offset): Position => {
		if (!Number.isInteger(offset) || offset < 0 || offset > text.length)
			throw new RangeError(`offset ${offset} is outside a text of ${text.length} UTF-16 units`);
		// A pair that starts at s ends at s + 2: every pair that starts before `offset` counts one unit too many,
		// also when `offset` stands inside it, which gives the place before that character.
		return offset - countBelow(astralOffsets, offset);
	};
	return { length, toUtf16, toPosition, slice: (start, end) => text.slice(toUtf16(start), toUtf16(end)) };
};

/** The number of Unicode code points of a text. */
export const codePointLength = (text: string): Position => {
	let count = 0;
	for (const _ of text) count += 1;
	return count;
};
