import type { SpeakerId } from '../project/ids.ts';
import type { Speaker } from '../source/speaker.ts';
import type { Turn } from '../source/turn.ts';
import type { Position } from '../text/position.ts';
import { includes, type Range } from '../text/range.ts';
import type { Coding } from './coding.ts';

/** What the desk needs to know of a coding to find and order it. */
export type Placed = Pick<Coding, 'id' | 'range' | 'codedAt'>;

/** Reading order: by start, an enclosing passage before what it encloses, then who came first. */
export const byReading = (a: Placed, b: Placed): number =>
	a.range.start - b.range.start ||
	b.range.end - a.range.end ||
	(a.codedAt < b.codedAt ? -1 : a.codedAt > b.codedAt ? 1 : 0) ||
	(a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The codings in reading order with one added, or put in the place of the one with its id. */
export const withCoding = <C extends Placed>(codings: readonly C[], coding: C): readonly C[] => {
	const others = withoutCoding(codings, coding.id);
	return others.toSpliced(placeInReading(others, coding), 0, coding);
};

/** Where a coding stands, or would stand, in a list in reading order. */
export const placeInReading = <C extends Placed>(codings: readonly C[], coding: C): number => {
	let low = 0;
	let high = codings.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const there = codings[middle];
		if (there && byReading(there, coding) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** The codings without one; the same list when it was not there. */
export const withoutCoding = <C extends Placed>(codings: readonly C[], id: Placed['id']): readonly C[] => {
	const at = codings.findIndex((coding) => coding.id === id);
	return at === -1 ? codings : [...codings.slice(0, at), ...codings.slice(at + 1)];
};

/** The turns a range lies in, also in part. */
export const turnsOf = <T extends Range>(turns: readonly T[], range: Range): readonly T[] => {
	const first = firstEndingAfter(turns, range.start);
	let end = first;
	while ((turns[end]?.start ?? Infinity) < range.end) end += 1;
	return turns.slice(first, end);
};

/** Index of the first range that ends after a position; the ranges stand in order and do not overlap. */
const firstEndingAfter = (ranges: readonly Range[], position: Position): number => {
	let low = 0;
	let high = ranges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ranges[middle]?.end ?? Infinity) <= position) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** The codings that lie in each turn, also in part, in reading order; turns without codings are left out. */
export const codingsByTurn = <C extends Placed>(
	turns: readonly Turn[],
	codings: readonly C[]
): ReadonlyMap<number, readonly C[]> => {
	const found = new Map<number, C[]>();
	for (const coding of [...codings].sort(byReading)) {
		for (const { ordinal } of turnsOf(turns, coding.range)) {
			const ofTurn = found.get(ordinal);
			if (ofTurn) ofTurn.push(coding);
			else found.set(ordinal, [coding]);
		}
	}
	return found;
};

/** The codings on a character, the shortest first: that is the one a reader points at. */
export const codingsAt = <C extends Placed>(codings: readonly C[], position: Position): readonly C[] =>
	codings
		.filter(({ range }) => includes(range, position))
		.sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start) || byReading(a, b));

/** The coding after (1) or before (-1) the present one, or else the nearest one from a position; null at the end. */
export const stepCoding = <C extends Placed>(
	codings: readonly C[],
	from: { readonly id: Placed['id'] } | { readonly position: Position },
	step: 1 | -1
): C | null => {
	if ('id' in from) {
		const at = codings.findIndex(({ id }) => id === from.id);
		return at === -1 ? null : (codings[at + step] ?? null);
	}
	const { position } = from;
	return step === 1
		? (codings.find(({ range }) => range.start >= position) ?? null)
		: (codings.findLast(({ range }) => range.start < position) ?? null);
};

/** Turns that are there to be coded: the interviewer's are not; an interpreter speaks for the respondent. */
export const turnsToCode = <T extends Turn>(turns: readonly T[], speakers: readonly Speaker[]): readonly T[] => {
	const aside = new Set<SpeakerId | null>(speakers.filter(({ role }) => role === 'interviewer').map(({ id }) => id));
	return turns.filter(({ speakerId }) => !aside.has(speakerId));
};

/** The first turn without codings after an ordinal, else from the beginning; null when every turn has one. */
export const nextUncoded = (
	toCode: readonly Turn[],
	isCoded: (ordinal: number) => boolean,
	after: number
): Turn | null => {
	const uncoded = toCode.filter(({ ordinal }) => !isCoded(ordinal));
	return uncoded.find(({ ordinal }) => ordinal > after) ?? uncoded[0] ?? null;
};

/** A vertical stretch of the margin, in any unit. */
export type Extent = { readonly id: string; readonly from: number; readonly to: number };

/**
 * Packs stretches into as few lanes as their order allows: each takes the first lane that is free. What already has a
 * lane keeps it, so that nothing moves when a coding is added or comes into sight.
 */
export const packLanes = (
	extents: readonly Extent[],
	fixed: ReadonlyMap<string, number> = new Map()
): ReadonlyMap<string, number> => {
	const placed = new Map<string, number>();
	const kept: Extent[][] = [];
	const inOrder = [...extents].sort((a, b) => a.from - b.from || b.to - a.to || (a.id < b.id ? -1 : 1));
	const meets = (lane: number, { from, to }: Extent) =>
		(kept[lane] ?? []).some((other) => from < other.to && other.from < to);
	for (const extent of inOrder) {
		const lane = fixed.get(extent.id);
		if (lane === undefined || meets(lane, extent)) continue;
		(kept[lane] ??= []).push(extent);
		placed.set(extent.id, lane);
	}
	// What is placed now comes in order, so of each lane only the last end counts.
	const ends: number[] = [];
	for (const extent of inOrder) {
		if (placed.has(extent.id)) continue;
		let lane = 0;
		while ((ends[lane] ?? -Infinity) > extent.from || meets(lane, extent)) lane += 1;
		ends[lane] = extent.to;
		placed.set(extent.id, lane);
	}
	return placed;
};
