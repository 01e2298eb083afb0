import { outcomeOf } from './development.ts';
import type { DisplayRow } from './joint-display.ts';
import type { VoiceCount } from './voices.ts';

/** The counts that a proposal follows from: those of figures and of voices that the rules look at (DOMAIN 7.2, 7.3). */
export type Reasoning = {
	/** indicators of the same topic; total = those that something can be said about */
	readonly figures: {
		readonly total: number;
		readonly better: number;
		readonly worse: number;
		readonly same: number;
		readonly unknown: number;
		readonly neutral: number;
	};
	/** interviews of both groups together */
	readonly voices: Pick<VoiceCount, 'total' | 'mentions' | 'forward' | 'backward' | 'improve' | 'outcome'>;
};

/** What the proposal of a row follows from, in counts. */
export const reasoningOf = ({ indicators, voices }: Pick<DisplayRow, 'indicators' | 'voices'>): Reasoning => {
	const outcomes = indicators
		.filter(({ relation }) => relation === 'same-topic')
		.map(({ development }) => outcomeOf(development));
	const count = (outcome: (typeof outcomes)[number]) => outcomes.filter((one) => one === outcome).length;
	const [better, worse, same] = [count('better'), count('worse'), count('same')];
	const { total, mentions, forward, backward, improve, outcome } = voices.together;
	return {
		figures: {
			total: better + worse + same,
			...{ better, worse, same, unknown: count('unknown'), neutral: count('neutral') }
		},
		voices: { total, mentions, forward, backward, improve, outcome }
	};
};
