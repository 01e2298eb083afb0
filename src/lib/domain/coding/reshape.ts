import type { Position } from '../text/position.ts';
import type { Boundaries } from '../text/boundary.ts';
import { overlaps, type Range } from '../text/range.ts';
import { turnsOf } from './desk.ts';
import type { Valences } from './valence.ts';

/** Which end of a passage is moved. */
export type Edge = 'start' | 'end';

/** By what an end of a passage is moved. */
export type Unit = 'word' | 'sentence';

/** One end of a passage moved by a unit: -1 to earlier in the text, 1 to later. */
export type EdgeMove = { readonly edge: Edge; readonly step: 1 | -1; readonly by: Unit };

/** The words and sentences that an end of a passage can go to: those of its turns and of the turns beside it. */
export const unitsAround = <T extends Range>(
	turns: readonly T[],
	range: Range,
	boundariesOf: (turn: T) => Boundaries
): Pick<Boundaries, 'words' | 'sentences'> => {
	const own = turnsOf(turns, range);
	const first = own[0] ? turns.indexOf(own[0]) : -1;
	const near = first === -1 ? own : turns.slice(Math.max(0, first - 1), first + own.length + 1);
	const boundaries = near.map(boundariesOf);
	return {
		words: boundaries.flatMap(({ words }) => words),
		sentences: boundaries.flatMap(({ sentences }) => sentences)
	};
};

/**
 * A passage with one end moved by a unit (a word, or a sentence): -1 to earlier in the text, 1 to later. `units` are
 * those of the turns at hand, in order. The same range when there is no further unit, or when nothing would be left.
 */
export const moveEdge = (units: readonly Range[], range: Range, edge: Edge, step: 1 | -1): Range => {
	if (edge === 'start') {
		const next =
			step === -1
				? units.findLast(({ start }) => start < range.start)
				: units.find(({ start }) => start > range.start && start < range.end);
		return next ? { start: next.start, end: range.end } : range;
	}
	const next =
		step === 1
			? units.find(({ end }) => end > range.end)
			: units.findLast(({ end }) => end < range.end && end > range.start);
	return next ? { start: range.start, end: next.end } : range;
};

/**
 * A passage cut in two between words: before the word at `at`, or without one at the beginning of the sentence that is
 * nearest to the middle, or else of the word. Null when the passage holds one word only.
 */
export const splitRange = (
	{ words, sentences }: { readonly words: readonly Range[]; readonly sentences: readonly Range[] },
	range: Range,
	at: Position | null
): readonly [Range, Range] | null => {
	const inside = words.filter((word) => overlaps(word, range));
	const cuts = inside.slice(1).map(({ start }) => start);
	if (cuts.length === 0) return null;
	const middle = (range.start + range.end) / 2;
	const nearest = (places: readonly Position[]) =>
		[...places].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0];
	const starts = sentences.map(({ start }) => words.find((word) => word.start >= start)?.start);
	const atSentence = cuts.filter((cut) => starts.includes(cut));
	const pressed = at === null ? undefined : cuts.findLast((cut) => cut <= at);
	const cut = pressed ?? nearest(atSentence) ?? nearest(cuts);
	const before = inside.findLast(({ end }) => cut !== undefined && end <= cut);
	if (cut === undefined || !before) return null;
	// What stands between the halves and is no white space, such as a full stop, stays with the first.
	const sentence = sentences.find(({ end }) => end > before.start && end <= cut);
	return [
		{ start: range.start, end: Math.max(before.end, sentence?.end ?? before.end) },
		{ start: cut, end: range.end }
	];
};

/** What counts for uniting two passages of one code. */
export type Reshapable = {
	readonly id: string;
	readonly range: Range;
	readonly codeId: string;
	readonly coderId: string;
	readonly valences: Valences;
};

/**
 * The codings that can become one passage with this one: of the same coder and code, overlapping it or standing next to
 * it with nothing between (`isBlank` tells whether a stretch of the text holds only white space). They may not say the
 * opposite of it.
 */
export const neighboursToUnite = <C extends Reshapable>(
	codings: readonly C[],
	coding: C,
	isBlank: (between: Range) => boolean
): readonly C[] => {
	const meets = ({ range }: C) => {
		if (overlaps(range, coding.range)) return true;
		const [first, second] = range.start < coding.range.start ? [range, coding.range] : [coding.range, range];
		return first.end === second.start || isBlank({ start: first.end, end: second.start });
	};
	return codings.filter(
		(other) =>
			other.id !== coding.id &&
			other.codeId === coding.codeId &&
			other.coderId === coding.coderId &&
			agree(other.valences, coding.valences) &&
			meets(other)
	);
};

const agree = (a: Valences, b: Valences): boolean =>
	(a.change === null || b.change === null || a.change === b.change) &&
	(a.level === null || b.level === null || a.level === b.level);

/**
 * A passage with one end dragged to a position. With `wholeWords` it goes to the nearest beginning or end of a word or
 * sentence, else just there. The same range when no word of it would be left.
 */
export const dragEdge = (
	{ words, sentences }: { readonly words: readonly Range[]; readonly sentences: readonly Range[] },
	range: Range,
	edge: Edge,
	position: Position,
	wholeWords: boolean
): Range => {
	const other = edge === 'start' ? range.end : range.start;
	const places = [...words, ...sentences]
		.map((unit) => unit[edge])
		.filter((place) => (edge === 'start' ? place < other : place > other));
	const nearest = [...places].sort((a, b) => Math.abs(a - position) - Math.abs(b - position) || a - b)[0];
	const place = wholeWords ? nearest : position;
	if (place === undefined || place === range[edge]) return range;
	const dragged = edge === 'start' ? { start: place, end: other } : { start: other, end: place };
	const isPassage = dragged.start < dragged.end && words.some((word) => overlaps(word, dragged));
	return isPassage ? dragged : range;
};
