import type { Position } from '../text/position.ts';
import type { MadeOf } from './reading.ts';

type Placed = { readonly ordinal: number; readonly start: Position };

/**
 * Where the turn begins now that stood at a position, so that what is said about it stays with it. Of a turn that is gone
 * it is the turn before it, or the first.
 */
export const carryTurnPlace = (
	before: readonly Placed[],
	after: readonly (Placed & MadeOf)[],
	position: Position
): Position => {
	const was = before.findLast(({ start }) => start <= position)?.ordinal ?? 1;
	const same = after.find(({ from }) => from.includes(was));
	const near = after.findLast(({ from }) => from.some((ordinal) => ordinal < was)) ?? after[0];
	return (same ?? near)?.start ?? 0;
};
