import type { Direction, Indicator, IndicatorKind, Threshold } from '../domain/indicator/indicator.ts';
import type { IndicatorRelation } from '../domain/codebook/code.ts';
import type { AreaId, IndicatorId, WaveId } from '../domain/project/ids.ts';

/** Which way a figure went, or how it stands beside another area, turned by the indicator's direction. */
export type Verdict = 'better' | 'worse' | 'same';

/** Why nothing can be said about two values. */
export type UnknownReason = {
	readonly kind: 'missing' | 'suppressed' | 'trend-break' | 'no-base';
	readonly waveId: WaveId;
};

/** What the verdict rests on: the margins of two surveys, or a threshold. */
export type Basis =
	| { readonly kind: 'intervals'; readonly overlap: boolean }
	/** cases: how many cases the change amounts to, where the rule asks for it (registers) */
	| { readonly kind: 'threshold'; readonly threshold: Threshold; readonly cases: number | null };

/**
 * An indicator between two rounds (or beside another area). `delta` is the second value minus the first, in the
 * indicator's unit: percentage points when `inPercentagePoints`; it is not turned by direction.
 */
export type Development =
	| {
			readonly kind: 'known';
			readonly verdict: Verdict;
			readonly delta: number;
			readonly inPercentagePoints: boolean;
			/** delta in percent of the first value; null when that is 0 */
			readonly relative: number | null;
			readonly basis: Basis;
	  }
	| { readonly kind: 'neutral'; readonly delta: number | null; readonly inPercentagePoints: boolean }
	| { readonly kind: 'unknown'; readonly reason: UnknownReason };

/** The value of an indicator at one wave; `value` is null when it is missing or suppressed. */
export type FigureValue = {
	readonly waveId: WaveId;
	readonly year: number;
	readonly referenceYear: number | null;
	readonly value: number | null;
	/** survey: respondents; register: the base of the rate */
	readonly n: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly suppressed: boolean;
	readonly trendBreak: boolean;
	readonly note: string;
};

/** The own area beside a larger one at the last wave; `verdict` speaks of the own area. */
export type Comparison = {
	readonly areaId: AreaId;
	readonly areaName: string;
	/** per wave of the display, for the dotted line */
	readonly values: readonly FigureValue[];
	/** delta = own value minus the other area's */
	readonly development: Development;
};

/** An indicator as the display shows it; `relation` null = linked to no theme here. */
export type IndicatorFigures = {
	readonly indicatorId: IndicatorId;
	readonly key: string;
	readonly label: string;
	readonly unit: string;
	readonly direction: Direction;
	readonly kind: IndicatorKind;
	readonly source: string;
	readonly threshold: Threshold;
	readonly relation: IndicatorRelation | null;
	/** one per wave from the first to the last round of the display, in order of time */
	readonly values: readonly FigureValue[];
	readonly development: Development;
	readonly comparison: Comparison | null;
};

/** The figures of a theme together. */
export type ThemeDevelopment = 'better' | 'same' | 'worse' | 'mixed' | 'unknown';

export type MeasuredIndicator = Pick<Indicator, 'unit' | 'direction' | 'kind' | 'threshold'>;
