import type { Sign } from '#lib/merge/voices.ts';
import type { InterviewVoice } from '../chart/sign.ts';

/** Interviews of a display as the charts draw them; one that says both on an axis names both directions. */
export const interviewVoices = (signs: readonly Sign[]): readonly InterviewVoice[] =>
	signs.map(({ sourceId, title, group, change, level }) => ({
		id: sourceId,
		name: title,
		group,
		change: change === 'both' ? ['forward', 'backward'] : change === null ? [] : [change],
		level: level === 'both' ? ['good', 'improve'] : level === null ? [] : [level]
	}));
