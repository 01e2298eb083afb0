import { byStart, type Range } from './range.ts';

/** A stretch of text over which the same ranges lie; they stand in the order of `byStart`. */
export type Segment<T extends Range> = Range & { readonly covering: readonly T[] };

/**
 * Cuts overlapping ranges into stretches that do not overlap, so that every depth can be drawn without nesting.
 * The segments are in the order of the text and cover exactly what the ranges cover together.
 */
export const segments = <T extends Range>(ranges: readonly T[]): readonly Segment<T>[] => {
	const sorted = [...ranges].sort(byStart);
	const cuts = [...new Set(sorted.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
	const found: Segment<T>[] = [];
	let covering: readonly T[] = [];
	let next = 0;
	cuts.forEach((start, index) => {
		const entering: T[] = [];
		for (let range = sorted[next]; range && range.start === start; range = sorted[next]) {
			entering.push(range);
			next += 1;
		}
		covering = [...covering.filter(({ end }) => end > start), ...entering];
		const end = cuts[index + 1];
		if (end !== undefined && covering.length > 0) found.push({ start, end, covering });
	});
	return found;
};

/** Joins ranges that touch or overlap into as few as possible. */
export const union = (ranges: readonly Range[]): readonly Range[] => {
	const joined: { start: number; end: number }[] = [];
	for (const { start, end } of [...ranges].sort(byStart)) {
		const last = joined[joined.length - 1];
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else joined.push({ start, end });
	}
	return joined;
};
