import { positionCarrier } from '../text/carry.ts';
import type { Edit } from '../text/edit.ts';
import type { PositionMap } from '../text/position.ts';
import { trimmedRange, type Range } from '../text/range.ts';

/**
 * Carries the turns of a text to the text after an edit. Words put in at the beginning or the end of a turn are said in
 * that turn; a turn of which no words are left is gone, and those behind it move up.
 */
export const carryTurns = <T extends Range & { readonly ordinal: number }>(
	turns: readonly T[],
	edit: Edit,
	after: PositionMap
): readonly T[] => {
	const carry = positionCarrier(edit);
	const carried: T[] = [];
	let from = 0;
	for (const turn of turns) {
		const end = carry(turn.end, 'end');
		const start = Math.max(from, carry(turn.start, 'start'));
		const range = start < end ? trimmedRange(after, { start, end }) : null;
		if (range) carried.push({ ...turn, ...range, ordinal: carried.length + 1 });
		from = Math.max(from, end);
	}
	return carried;
};
