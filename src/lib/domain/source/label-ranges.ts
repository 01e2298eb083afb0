import type { PositionMap } from '../text/position.ts';
import { trimmedRange, type Range } from '../text/range.ts';
import type { Turn } from './turn.ts';

/** What stands in a text and is said by nobody, line by line: labels of speakers, times, a heading. */
export const labelRanges = (map: PositionMap, turns: readonly Turn[]): readonly Range[] => {
	const ranges: Range[] = [];
	let at = 0;
	for (const { start, end } of [...turns, { start: map.length, end: map.length }]) {
		let from = at;
		for (const line of map.slice(at, start).split('\n')) {
			const length = [...line].length;
			const range = trimmedRange(map, { start: from, end: from + length });
			if (range) ranges.push(range);
			from += length + 1;
		}
		at = end;
	}
	return ranges;
};
