import type { Range } from '../text/range.ts';

/** Turns in a row, by their numbers; both ends belong to it. */
export type Span = { readonly first: number; readonly last: number };

/** Turns that were read: in order, and no two spans touch. */
export type ReadTurns = readonly Span[];

/** The fewest spans that hold the same turns. */
export const joinSpans = (spans: Iterable<Span>): ReadTurns => {
	const joined: Span[] = [];
	for (const span of [...spans].filter(({ first, last }) => first <= last).toSorted((a, b) => a.first - b.first)) {
		const before = joined.at(-1);
		if (before && span.first <= before.last + 1)
			joined[joined.length - 1] = { first: before.first, last: Math.max(before.last, span.last) };
		else joined.push(span);
	}
	return joined;
};

/** Single turns as spans. */
export const spansOf = (ordinals: Iterable<number>): ReadTurns =>
	joinSpans([...ordinals].map((ordinal) => ({ first: ordinal, last: ordinal })));

/** How many turns were read. */
export const countRead = (read: ReadTurns): number => read.reduce((sum, { first, last }) => sum + last - first + 1, 0);

/** Whether a turn was read. */
export const isRead = (read: ReadTurns, ordinal: number): boolean =>
	read.some(({ first, last }) => first <= ordinal && ordinal <= last);

/** The first of these turns that was not read; null = all were. */
export const firstUnread = (read: ReadTurns, ordinals: readonly number[]): number | null =>
	ordinals.find((ordinal) => !isRead(read, ordinal)) ?? null;

/** A turn as it is now, with the turns before the change that it is made of. */
export type MadeOf = { readonly ordinal: number; readonly from: readonly number[] };

/**
 * What was read of a text after its turns changed: a turn stays read when everything it is made of was read. A corrected
 * word does not make a turn unread; a turn that took words of an unread one is.
 */
export const carryRead = (read: ReadTurns, turns: readonly MadeOf[]): ReadTurns =>
	spansOf(
		turns
			.filter(({ from }) => from.length > 0 && from.every((ordinal) => isRead(read, ordinal)))
			.map(({ ordinal }) => ordinal)
	);

type Placed = Range & { readonly ordinal: number };

/** The turns of a new cut of the same text, with the ones of the old cut that they share words with. */
export const madeOf = (before: readonly Placed[], after: readonly Placed[]): readonly MadeOf[] =>
	after.map(({ ordinal, start, end }) => ({
		ordinal,
		from: before.filter((turn) => turn.start < end && start < turn.end).map((turn) => turn.ordinal)
	}));

const speed = 80; // characters a second: faster than anybody reads, slower than scrolling past
const shortest = 25; // characters that even "Ja." counts for, so that nothing is read in no time

/** A turn on the screen that was not read yet. */
export type TurnInSight = { readonly ordinal: number; readonly characters: number };

/** Reading that was done but does not fill a turn yet, in characters. */
export type Credit = number;

/**
 * What somebody read in a stretch of time: at most so many characters, spent on the turn with the focus first and then
 * from the top of the screen down. Time with nothing new in sight is no reading in advance.
 */
export const readOn = (
	inSight: readonly TurnInSight[],
	focused: number | null,
	credit: Credit,
	elapsedMs: number
): { readonly read: readonly number[]; readonly credit: Credit } => {
	const order = [
		...inSight.filter(({ ordinal }) => ordinal === focused),
		...inSight.filter(({ ordinal }) => ordinal !== focused).toSorted((a, b) => a.ordinal - b.ordinal)
	];
	let left = credit + (elapsedMs / 1000) * speed;
	const read: number[] = [];
	for (const { ordinal, characters } of order) {
		const cost = Math.max(characters, shortest);
		if (cost > left) return { read, credit: left };
		left -= cost;
		read.push(ordinal);
	}
	return { read, credit: 0 };
};

const glance = 400; // ms: who goes on by key sooner only passes through

/** Whether a turn that had the focus was read when the focus goes on to the next one. */
export const isPassedWithFocus = (from: number, to: number, heldMs: number): boolean =>
	to === from + 1 && heldMs >= glance;

const idle = 90_000; // ms without a key, a scroll or the pointer: somebody went for coffee

/** Whether somebody is still reading, by the time since he or she last did something. */
export const isReading = (sinceLastMs: number): boolean => sinceLastMs < idle;
