import type { Change, Level } from '#lib/domain/coding/valence.ts';
import type { Group } from '#lib/domain/source/source.ts';

/** What one interview says about one theme: each direction it names, on either axis, at most once. */
export type InterviewVoice = {
	readonly id: string;
	/** its stable name, such as VOL-B-01 */
	readonly name: string;
	readonly group: Group;
	readonly change: readonly Change[];
	readonly level: readonly Level[];
};

/** What is drawn inside the sign. The shape around it (● or ■) is the group. */
export type SignMark = 'forward' | 'backward' | 'change-both' | 'good' | 'improve' | 'level-both' | 'none';

/** Where a sign stands in a lane: before the axis (backward, could be better), on it (both), or behind it. */
export type LanePlace = 'before' | 'on' | 'behind';

/** The sign of an interview in the lane of change; null when it names no change. */
export const changeMark = (voice: Pick<InterviewVoice, 'change'>): SignMark | null => {
	const isForward = voice.change.includes('forward');
	const isBackward = voice.change.includes('backward');
	if (isForward && isBackward) return 'change-both';
	if (isForward) return 'forward';
	return isBackward ? 'backward' : null;
};

/** The sign of an interview in the lane of level; null when it names no level. */
export const levelMark = (voice: Pick<InterviewVoice, 'level'>): SignMark | null => {
	const isGood = voice.level.includes('good');
	const isImprove = voice.level.includes('improve');
	if (isGood && isImprove) return 'level-both';
	if (isGood) return 'good';
	return isImprove ? 'improve' : null;
};

/** One sign for the whole interview, where there is room for one: its change, else its level, else none. */
export const interviewMark = (voice: Pick<InterviewVoice, 'change' | 'level'>): SignMark =>
	changeMark(voice) ?? levelMark(voice) ?? 'none';

/** Where a mark stands; a sign without direction stands in no lane. */
export const placeOf = (mark: Exclude<SignMark, 'none'>): LanePlace => {
	switch (mark) {
		case 'backward':
		case 'improve':
			return 'before';
		case 'change-both':
		case 'level-both':
			return 'on';
		case 'forward':
		case 'good':
			return 'behind';
		default:
			return mark satisfies never;
	}
};
