import { isCount, isPercentage, type Indicator, type Threshold } from '../domain/indicator/indicator.ts';
import type { IndicatorRelation } from '../domain/codebook/code.ts';
import { testedSince, type SourceTest } from '../domain/indicator/source-test.ts';
import type { WaveId } from '../domain/project/ids.ts';

/** Which way a figure went, or how it stands beside another area, turned by the indicator's direction. */
export type Verdict = 'better' | 'worse' | 'same';

/** Why nothing can be said about two values. */
export type UnknownReason = {
	readonly kind: 'missing' | 'suppressed' | 'trend-break' | 'no-base' | 'same-measurement';
	readonly waveId: WaveId;
};

/** What the verdict rests on: what the source tested itself, the margins of two surveys, or a threshold. */
export type Basis =
	| { readonly kind: 'tested'; readonly isChanged: boolean }
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
export type FigureValue = SourceTest & {
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
	/** null = where the indicator says */
	readonly source: string | null;
	readonly sourceVersion: string | null;
	/** null = no break, or nobody said why */
	readonly trendBreakReason: string | null;
};

/** The figures of a theme together. */
export type ThemeDevelopment = 'better' | 'same' | 'worse' | 'mixed' | 'unknown';

export type MeasuredIndicator = Pick<Indicator, 'unit' | 'direction' | 'kind' | 'threshold'>;

/** The cases a register must change by before a rate counts as changed (DOMAIN 7.2): fewer is chance. */
export const leastCases = 10;

/**
 * How an indicator went from the first of these values to the last (DOMAIN 7.2). A trend break after the first round,
 * up to and including the last, makes them incomparable. Where the source tested this very pair itself its answer holds
 * before the margins: it knows the sample and its weights, of which two margins beside each other tell less (they can
 * overlap while the difference is no chance). A break is stronger than a test, as is a value that may not be shown. Two
 * rounds that both use the measurement of one year (DOMAIN 4: the newest figure per source) say nothing of a change.
 */
export const developmentOf = (indicator: MeasuredIndicator, values: readonly FigureValue[]): Development => {
	const first = values[0];
	const last = values[values.length - 1];
	if (!first || !last) throw new RangeError('a development needs a value for at least one wave');
	const broken = values.slice(1).find(({ trendBreak }) => trendBreak);
	return judge(indicator, first, last, {
		obstacle: broken ? { kind: 'trend-break', waveId: broken.waveId } : sameMeasurement(first, last),
		tested: testOfPair(values),
		base: smallest(first.n, last.n)
	});
};

/** What the source found when it tested the last of these values against the first; null = it did not test that pair. */
export const testOfPair = (values: readonly FigureValue[]): boolean | null => {
	const [first] = values;
	const last = values[values.length - 1];
	return first && last ? testedSince(last, first.waveId) : null;
};

/** How the own area stands beside another at one wave, by the same rule; a break in the series does not matter here. */
export const comparisonOf = (indicator: MeasuredIndicator, own: FigureValue, other: FigureValue): Development =>
	judge(indicator, other, own, { obstacle: null, tested: null, base: own.n });

/** The figures of a theme: over its indicators of the same topic that something can be said about (DOMAIN 7.2). */
export const themeDevelopment = (
	indicators: readonly { readonly relation: IndicatorRelation | null; readonly development: Development }[]
): ThemeDevelopment => {
	const verdicts = indicators
		.filter(({ relation }) => relation === 'same-topic')
		.flatMap(({ development }) => (development.kind === 'known' ? [development.verdict] : []));
	const better = verdicts.includes('better');
	const worse = verdicts.includes('worse');
	if (verdicts.length === 0) return 'unknown';
	if (better && worse) return 'mixed';
	if (better) return 'better';
	return worse ? 'worse' : 'same';
};

/** The verdict of a development in one word. */
export const outcomeOf = (development: Development): Verdict | 'neutral' | 'unknown' =>
	development.kind === 'known' ? development.verdict : development.kind;

/** How many indicators go which way: "2 van 5 gunstiger". */
export type FigureCounts = {
	/** those that something can be said about */
	readonly total: number;
	readonly better: number;
	readonly worse: number;
	readonly same: number;
	readonly unknown: number;
	readonly neutral: number;
};

/** Counts what became of indicators. */
export const countOutcomes = (indicators: readonly { readonly development: Development }[]): FigureCounts => {
	const outcomes = indicators.map(({ development }) => outcomeOf(development));
	const count = (outcome: (typeof outcomes)[number]) => outcomes.filter((one) => one === outcome).length;
	const [better, worse, same] = [count('better'), count('worse'), count('same')];
	return { total: better + worse + same, better, worse, same, unknown: count('unknown'), neutral: count('neutral') };
};

/** What stands in the way of comparing two values, what the source says of them, and how many a rate is of. */
type Circumstances = {
	readonly obstacle: UnknownReason | null;
	readonly tested: boolean | null;
	readonly base: number | null;
};

const judge = (
	indicator: MeasuredIndicator,
	first: FigureValue,
	last: FigureValue,
	{ obstacle, tested, base }: Circumstances
): Development => {
	const inPercentagePoints = isPercentage(indicator.unit);
	const delta = first.value === null || last.value === null ? null : tidy(last.value - first.value);
	if (indicator.direction === 'neutral') return { kind: 'neutral', delta: obstacle ? null : delta, inPercentagePoints };
	const reason = absence(first) ?? absence(last) ?? obstacle;
	if (reason) return { kind: 'unknown', reason };
	if (first.value === null || delta === null) throw new RangeError('a value that is not absent is a number');

	const change =
		tested === null
			? changed(indicator, first, last, delta, first.value, base)
			: { isChanged: tested, basis: { kind: 'tested' as const, isChanged: tested } };
	if (change === 'no-base') return { kind: 'unknown', reason: { kind: 'no-base', waveId: last.waveId } };
	const isUp = delta > 0;
	const isBetter = isUp === (indicator.direction === 'higher-better');
	return {
		kind: 'known',
		verdict: !change.isChanged || delta === 0 ? 'same' : isBetter ? 'better' : 'worse',
		delta,
		inPercentagePoints,
		relative: first.value === 0 ? null : tidy((delta / Math.abs(first.value)) * 100),
		basis: change.basis
	};
};

const sameMeasurement = (first: FigureValue, last: FigureValue): UnknownReason | null =>
	first.waveId !== last.waveId && first.referenceYear !== null && first.referenceYear === last.referenceYear
		? { kind: 'same-measurement', waveId: last.waveId }
		: null;

const absence = (value: FigureValue): UnknownReason | null => {
	if (value.suppressed) return { kind: 'suppressed', waveId: value.waveId };
	return value.value === null ? { kind: 'missing', waveId: value.waveId } : null;
};

/** Whether two values differ, and on what ground; no-base = a register's rate moved, but on how many cases is unknown. */
const changed = (
	{ kind, unit, threshold }: MeasuredIndicator,
	first: FigureValue,
	last: FigureValue,
	delta: number,
	firstValue: number,
	base: number | null
): { isChanged: boolean; basis: Basis } | 'no-base' => {
	const margins = intervalsOverlap(first, last);
	if (margins !== null) return { isChanged: !margins, basis: { kind: 'intervals', overlap: margins } };

	const size = Math.abs(delta);
	const limit = threshold.unit === 'percent' ? (threshold.value / 100) * Math.abs(firstValue) : threshold.value;
	const isLarge = atLeast(size, limit);
	const cases = kind === 'register' ? casesOf(unit, size, base) : null;
	if (cases === 'no-base' && isLarge) return 'no-base';
	const known = cases === 'no-base' ? null : cases;
	return {
		isChanged: isLarge && (known === null || atLeast(known, leastCases)),
		basis: { kind: 'threshold', threshold, cases: known }
	};
};

/**
 * The number of cases a change of a register amounts to: base n × rate ("aantal per 1.000 inwoners" is a rate too), or
 * the change itself of a number of people or things; null when the unit is neither.
 */
const casesOf = (unit: string, size: number, base: number | null): number | null | 'no-base' => {
	const per = rateBase(unit);
	if (per === null) return isCount(unit) ? size : null;
	return base === null ? 'no-base' : tidy((base * size) / per);
};

/** Whether the margins have a value in common; null when one of the two has no margins. */
const intervalsOverlap = (a: FigureValue, b: FigureValue): boolean | null => {
	if (a.lower === null || a.upper === null || b.lower === null || b.upper === null) return null;
	return a.lower <= b.upper && b.lower <= a.upper;
};

/** Of how many a rate speaks: % = 100, "per 1.000 inwoners" = 1000; null = not a rate. */
export const rateBase = (unit: string): number | null => {
	if (isPercentage(unit)) return 100;
	if (/‰|promille/i.test(unit)) return 1000;
	const per = /\bper\s+(\d[\d.\s]*)/i.exec(unit)?.[1];
	return per === undefined ? null : Number(per.replace(/\D/g, '')) || null;
};

const smallest = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.min(a, b));

const noise = 1e-9; // 7,4 - 7,2 is 0,20000000000000018 in binary: differences this small come from the arithmetic

const atLeast = (size: number, limit: number) => size > limit - noise;

const tidy = (value: number) => Math.round(value * 1e9) / 1e9;
