import type { Wave } from '../domain/area/wave.ts';
import type { Indicator } from '../domain/indicator/indicator.ts';
import type { Explanation } from '../domain/integration/explanation.ts';
import type { FigureRecognition, ReviewSession } from '../domain/integration/review-session.ts';
import type { Group } from '../domain/source/source.ts';
import type { AgendaItem } from '../merge/agenda.ts';

/** What the sheet of a session is made of. */
export type SessionSheet = {
	readonly session: ReviewSession & { readonly area: string };
	readonly fromYear: number;
	readonly toYear: number;
	readonly agenda: readonly AgendaItem[];
	readonly recognitions: readonly Pick<FigureRecognition, 'indicatorId' | 'answer' | 'saidBy' | 'remark'>[];
	readonly explanations: readonly Pick<
		Explanation,
		| 'id'
		| 'indicatorId'
		| 'fromWaveId'
		| 'toWaveId'
		| 'text'
		| 'kind'
		| 'saidBy'
		| 'strength'
		| 'recognitions'
		| 'evidenceItems'
	>[];
	/** all of the project, for what is not on the agenda */
	readonly indicators: readonly Pick<Indicator, 'id' | 'key' | 'label'>[];
	/** all rounds of the project */
	readonly waves: readonly Pick<Wave, 'id' | 'year'>[];
	/** groups of which no quote is laid on the table (R12) */
	readonly tooFewToQuote: readonly Group[];
};
