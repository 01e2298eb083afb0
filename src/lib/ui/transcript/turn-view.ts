import { turnsToCode } from '#lib/domain/coding/desk.ts';
import type { Speaker } from '#lib/domain/source/speaker.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import { positionMap } from '#lib/domain/text/position.ts';

/** A turn as a reader sees it: who, when, and the words. */
export type TurnView = Turn & {
	readonly speaker: string;
	/** the interviewer's words: softer, and not there to be coded */
	readonly isAside: boolean;
	/** 09:46 or 1:02:03; null when the transcript has no times */
	readonly time: string | null;
	readonly words: string;
};

/** The turns of a text with their words; `nobody` stands where no speaker is known. */
export const turnViews = (
	text: string,
	turns: readonly Turn[],
	speakers: readonly Speaker[],
	nobody: string
): readonly TurnView[] => {
	const map = positionMap(text);
	const labels = new Map(speakers.map(({ id, label }) => [id, label]));
	const toCode = new Set(turnsToCode(turns, speakers).map(({ ordinal }) => ordinal));
	return turns.map((turn) => ({
		...turn,
		speaker: (turn.speakerId !== null && labels.get(turn.speakerId)) || nobody,
		isAside: !toCode.has(turn.ordinal),
		time: turn.startMs === null ? null : clock(turn.startMs),
		words: map.slice(turn.start, turn.end)
	}));
};

const clock = (milliseconds: number) => {
	const seconds = Math.floor(milliseconds / 1000);
	const pad = (value: number) => String(value).padStart(2, '0');
	const minutes = Math.floor(seconds / 60);
	const hours = Math.floor(minutes / 60);
	return hours > 0 ? `${hours}:${pad(minutes % 60)}:${pad(seconds % 60)}` : `${pad(minutes)}:${pad(seconds % 60)}`;
};
