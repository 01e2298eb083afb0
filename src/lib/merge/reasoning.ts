import { countOutcomes, type FigureCounts } from './development.ts';
import type { DisplayRow } from './joint-display.ts';
import type { VoiceCount } from './voices.ts';

/** The counts that a proposal follows from: those of figures and of voices that the rules look at (DOMAIN 7.2, 7.3). */
export type Reasoning = {
	/** indicators of the same topic */
	readonly figures: FigureCounts;
	/** interviews of both groups together */
	readonly voices: Pick<VoiceCount, 'total' | 'mentions' | 'forward' | 'backward' | 'improve' | 'outcome'>;
};

/** What the proposal of a row follows from, in counts. */
export const reasoningOf = ({ indicators, voices }: Pick<DisplayRow, 'indicators' | 'voices'>): Reasoning => {
	const { total, mentions, forward, backward, improve, outcome } = voices.together;
	return {
		figures: countOutcomes(indicators.filter(({ relation }) => relation === 'same-topic')),
		voices: { total, mentions, forward, backward, improve, outcome }
	};
};
