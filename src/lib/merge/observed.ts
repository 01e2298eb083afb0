import type { Valence } from '../domain/coding/valence.ts';
import type { Wave } from '../domain/area/wave.ts';
import type { CodeId, SourceId, WaveId } from '../domain/project/ids.ts';

/** What was seen in public space with one code: passages, and how many of them say each valence. */
export type ObservedTheme = Readonly<Record<Valence, number>> & {
	readonly codeId: CodeId;
	readonly name: string;
	readonly codings: number;
};

/** An observation of public space with codes of a pillar, without words. */
export type SeenObservation = {
	readonly sourceId: SourceId;
	readonly waveId: WaveId;
	readonly codes: readonly Omit<ObservedTheme, 'name'>[];
};

/** The observations of the rounds of a display. */
export const observedIn = <O extends SeenObservation>(observed: readonly O[], waves: readonly Wave[]): readonly O[] =>
	observed.filter(({ waveId }) => waves.some(({ id }) => id === waveId));

/** An observation of public space on a joint display: evidence of its own, never among the interviews. */
export type ShownObservation = {
	readonly sourceId: SourceId;
	/** null = the reader may not see the list of sources */
	readonly title: string | null;
	readonly waveId: WaveId;
	readonly year: number;
	/** in the order of the codebook */
	readonly codes: readonly ObservedTheme[];
};
