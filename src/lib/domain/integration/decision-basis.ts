import type { IndicatorRelation } from '../codebook/code.ts';
import type { Change, Level } from '../coding/valence.ts';
import type { FindingId, IndicatorId, SourceId, WaveId } from '../project/ids.ts';
import type { Group } from '../source/source.ts';
import type { Fit } from './fit.ts';

/** The value of a figure in a round, with all that a decision leans on. */
export type BasisValue = {
	readonly waveId: WaveId;
	readonly year: number;
	readonly referenceYear: number | null;
	readonly value: number | null;
	readonly n: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly suppressed: boolean;
	readonly trendBreak: boolean;
};

export type BasisFigure = {
	readonly indicatorId: IndicatorId;
	readonly label: string;
	readonly unit: string;
	readonly relation: IndicatorRelation | null;
	readonly outcome: 'better' | 'worse' | 'same' | 'neutral' | 'unknown';
	readonly values: readonly BasisValue[];
	/** what the source found when it tested the first round against the last; not there = it did not */
	readonly tested?: boolean;
};

/** What an interview said on the theme. Once it was withdrawn nothing of it is left but that it was there. */
export type BasisVoice = {
	readonly sourceId: SourceId | null;
	readonly group: Group;
	readonly change: Change | 'both' | null;
	readonly level: Level | 'both' | null;
};

/** How many interviews say what. */
export const basisSayings = ['mentions', 'forward', 'backward', 'good', 'improve'] as const;
export type BasisSaying = (typeof basisSayings)[number];

/** A finding of a study that stood beside the row, with a sign of what it said. */
export type BasisFinding = { readonly id: FindingId; readonly sign: string };

/** An observation of public space that stood on the display, with a sign of what was seen; it may be destroyed since. */
export type BasisObservation = { readonly sourceId: SourceId | null; readonly sign: string };

/** What a decision was made on: no words, only figures, counts, and which interview said what. */
export type DecisionBasis = {
	readonly figures: readonly BasisFigure[];
	readonly voices: readonly BasisVoice[];
	readonly counts: Readonly<Record<BasisSaying | 'total', number>>;
	readonly codings: number;
	readonly proposal: Fit | null;
	/** what stood beside it; absent in decisions from before it was kept */
	readonly findings?: readonly BasisFinding[];
	/** findings about the pillar as a whole, tied to no figure; absent in decisions from before they were kept */
	readonly pillarFindings?: readonly BasisFinding[];
	/** absent in decisions from before they were kept */
	readonly observed?: readonly BasisObservation[];
};
