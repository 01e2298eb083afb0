import type { Change, Level } from '../domain/coding/valence.ts';
import type { SourceId, WaveId } from '../domain/project/ids.ts';
import type { Group } from '../domain/source/source.ts';

/** What a theme's interviews say about change. */
export type VoiceOutcome = 'forward' | 'divided' | 'backward' | 'improve-only' | 'no-direction' | 'silent';

/** The level line that is always shown: a concern or wish when half of the interviews say "kan beter". */
export type LevelLine = 'concern' | 'no-concern';

/** Whether residents and professionals say the same. */
export type GroupsAgreement = 'agree' | 'disagree' | 'partly' | 'one-silent' | 'both-silent';

/** What one interview says about a theme: one sign on the screen. `both` = forward and backward (good and improve). */
export type Sign = {
	readonly sourceId: SourceId;
	readonly title: string;
	readonly group: Group;
	readonly waveId: WaveId;
	readonly year: number;
	readonly change: Change | 'both' | null;
	readonly level: Level | 'both' | null;
};

/** Interviews, never passages: each counts once per letter. */
export type VoiceCount = {
	/** interviews in scope, whether they mention the theme or not */
	readonly total: number;
	/** m: interviews that mention the theme */
	readonly mentions: number;
	readonly forward: number;
	readonly backward: number;
	readonly improve: number;
	readonly good: number;
	readonly outcome: VoiceOutcome;
	/** null when no interview mentions the theme */
	readonly level: LevelLine | null;
	/** 1 or 2 interviews (dun: weinig gesprekken) */
	readonly isThin: boolean;
};

export type Voices = {
	readonly together: VoiceCount;
	readonly resident: VoiceCount;
	readonly professional: VoiceCount;
	readonly groups: GroupsAgreement;
	/** residents before professionals, then by wave and title */
	readonly signs: readonly Sign[];
};
