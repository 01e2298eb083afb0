import type { SpeakerId } from '../project/ids.ts';
import type { Range } from '../text/range.ts';

/**
 * One speaker's uninterrupted words (beurt). The range leaves the speaker's label out; the label stays in the
 * canonical text, so nothing of a file is lost when the cut was wrong.
 */
export type Turn = Range & {
	/** from 1 */
	readonly ordinal: number;
	/** null = words before the first label */
	readonly speakerId: SpeakerId | null;
	readonly startMs: number | null;
	readonly endMs: number | null;
};

/** The turn a position lies in, or the last one before it (labels between turns belong to what came before). */
export const turnAt = (turns: readonly Turn[], position: number): Turn | null => {
	let found: Turn | null = null;
	let low = 0;
	let high = turns.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const turn = turns[middle];
		if (!turn) break;
		if (turn.start <= position) {
			found = turn;
			low = middle + 1;
		} else high = middle - 1;
	}
	return found;
};
