import type { SpeakerId } from '../project/ids.ts';
import type { PositionMap } from '../text/position.ts';
import type { Turn } from './turn.ts';

const hasInk = /[\p{L}\p{N}]/u;

/**
 * How many words each speaker says (null: nobody). A word is what stands between white space and holds a letter or a
 * digit: fast enough to count again after every change of the cut.
 */
export const spokenWords = (map: PositionMap, turns: readonly Turn[]): ReadonlyMap<SpeakerId | null, number> => {
	const counts = new Map<SpeakerId | null, number>();
	for (const { start, end, speakerId } of turns) {
		const words = map
			.slice(start, end)
			.split(/\s+/)
			.filter((word) => hasInk.test(word));
		counts.set(speakerId, (counts.get(speakerId) ?? 0) + words.length);
	}
	return counts;
};
