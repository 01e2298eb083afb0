import type { Cut } from './recut.ts';

/** What in a cut deserves a look before people code on it; none of it stops a release. */
export type CutAttention = {
	/** numbers of turns that belong to no speaker, so that nobody's voice is counted for them */
	readonly turnsOfNobody: readonly number[];
	/** labels of speakers who say nothing */
	readonly silentSpeakers: readonly string[];
};

/** What a person should still look at in a cut. A text without speakers has turns of nobody by nature. */
export const attentionFor = ({ turns, speakers }: Cut): CutAttention => {
	const speaking = new Set(turns.map(({ speakerId }) => speakerId));
	return {
		turnsOfNobody:
			speakers.length === 0 ? [] : turns.filter(({ speakerId }) => speakerId === null).map(({ ordinal }) => ordinal),
		silentSpeakers: speakers.filter(({ id }) => !speaking.has(id)).map(({ label }) => label)
	};
};
