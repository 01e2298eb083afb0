import type { MemoAnswer } from '#lib/contract/memo.ts';

/** How many memos there are at each turn: on the turn itself, or on a coding that begins there and was not taken away. */
export const countByTurn = (memos: readonly Pick<MemoAnswer, 'place'>[]): ReadonlyMap<number, number> => {
	const counts = new Map<number, number>();
	for (const { place } of memos)
		if (place.turn !== null && !place.isRemoved) counts.set(place.turn, (counts.get(place.turn) ?? 0) + 1);
	return counts;
};
