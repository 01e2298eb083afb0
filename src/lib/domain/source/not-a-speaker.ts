import type { SpeakerId } from '../project/ids.ts';
import type { Cut, CutOperation } from './recut.ts';

/**
 * What is done when a label turns out to be no speaker ("Let op:"): its turns go to the turn before, label and all, and
 * the speaker goes away. Words at the very beginning of a text have no turn before them and are then nobody's.
 */
export const notASpeaker = ({ turns, speakers }: Cut, speakerId: SpeakerId): readonly CutOperation[] => {
	const joins = turns.flatMap((turn, index): readonly CutOperation[] => {
		const before = turns[index - 1];
		return before && turn.speakerId === speakerId
			? [{ kind: 'join', ordinal: before.ordinal, start: before.start }]
			: [];
	});
	const first = turns[0];
	const other = speakers.find(({ id }) => id !== speakerId);
	return [
		...joins.toReversed(), // from the end, so that the numbers before it stay as they are
		...(first?.speakerId === speakerId
			? [{ kind: 'assign', ordinal: first.ordinal, start: first.start, speakerId: null } as const]
			: []),
		...(other ? [{ kind: 'merge-speakers', speakerId, intoSpeakerId: other.id } as const] : [])
	];
};
