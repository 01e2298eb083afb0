import type { Range } from '../domain/text/range.ts';

/**
 * A passage with the turns it stands in and `count` turns before and behind them: what overlaps it is at most that many
 * turns away. What stands between two turns (a label) belongs to the first of them; what stands before all is one turn.
 */
export const aroundTurns = ({ start, end }: Range, turns: readonly Range[], count: number): Range => {
	const first = turns.filter((turn) => turn.start <= start).length - 1;
	const last = turns.filter((turn) => turn.start < end).length - 1;
	return {
		start: turns[first - count]?.start ?? 0,
		end: turns[last + count + 1]?.start ?? Number.MAX_SAFE_INTEGER
	};
};
