import { isPercentage, type Threshold } from '../domain/indicator/indicator.ts';
import {
	leastCases,
	type Development,
	type FigureValue,
	type ThemeDevelopment,
	type UnknownReason
} from '../merge/development.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import * as m from '../paraglide/messages.js';
import { capitalised } from './labels.ts';
import { readersLocale, type Locale, type Saying } from './locale.ts';
import { valueInCell } from './moment.ts';
import { decimalsOf, formatNumber, formatSize, formatValue } from './number.ts';

type Outcome = ThemeDevelopment | 'neutral';

const outcomes: Readonly<Record<Outcome, Saying>> = {
	better: m.display_development_better,
	worse: m.display_development_worse,
	same: m.display_development_same,
	mixed: m.display_development_mixed,
	unknown: m.display_development_unknown,
	neutral: m.display_development_neutral
};

/** The sign that stands before the words; never alone. */
export const developmentSign: Readonly<Record<Outcome, string>> = {
	better: '▲',
	worse: '▼',
	same: '=',
	mixed: '◆',
	unknown: '?',
	neutral: '○'
};

/** "gunstiger", "wisselend", "niet te zeggen". */
export const developmentLabel = (outcome: Outcome, locale: Locale = readersLocale()): string =>
	outcomes[outcome]({}, { locale });

/** What happened to a figure, and that its source tested it where it did: "Gunstiger: 8 procentpunt lager. De bron toetste: veranderd." */
export const developmentSentence = (figures: IndicatorFigures, locale: Locale = readersLocale()): string => {
	const { development } = figures;
	switch (development.kind) {
		case 'known':
			return [
				m.display_developed(
					{
						verdict: capitalised(developmentLabel(development.verdict, locale)),
						change: changeWords(development, figures, locale)
					},
					{ locale }
				),
				...testedSentences(development, locale)
			].join(' ');
		case 'neutral':
			return development.delta === null
				? m.display_neutral_unknown({}, { locale })
				: m.display_developed_neutral({ change: capitalised(changeWords(development, figures, locale)) }, { locale });
		case 'unknown':
			return m.display_developed_unknown(
				{ reason: reasonWords(development.reason, figures.values, locale) },
				{ locale }
			);
		default:
			return development satisfies never;
	}
};

/**
 * What the verdict rests on: "Marges overlappen niet." or the threshold; null when there is no verdict, or when it rests
 * on what the source tested, which the sentence of the development says.
 */
export const basisSentence = (figures: IndicatorFigures, locale: Locale = readersLocale()): string | null => {
	if (figures.development.kind !== 'known') return null;
	const { basis } = figures.development;
	if (basis.kind === 'threshold') return thresholdSentence(figures, locale);
	if (basis.kind === 'tested') return null;
	return basis.overlap ? m.display_basis_overlap({}, { locale }) : m.display_basis_no_overlap({}, { locale });
};

/** Who says that a figure changed or not, where that is its source and no rule of this product: "De bron toetste: veranderd." */
const testedSentences = (
	{ basis, delta }: Extract<Development, { kind: 'known' }>,
	locale: Locale
): readonly string[] => {
	if (basis.kind !== 'tested') return [];
	if (!basis.isChanged) return [m.display_tested_same({}, { locale })];
	// Rounded values can be equal where the source saw a difference: which way it went is then not known here.
	return [delta === 0 ? m.display_tested_rounded({}, { locale }) : m.display_tested_changed({}, { locale })];
};

/** From which change on a figure counts as changed: "Verandering telt vanaf 5% en 10 gevallen." */
export const thresholdSentence = (
	{ threshold, unit, kind }: Pick<IndicatorFigures, 'threshold' | 'unit' | 'kind'>,
	locale: Locale = readersLocale()
): string => {
	const size = formatNumber(threshold.value, locale);
	const inPoints = threshold.unit === 'points' && isPercentage(unit);
	if (kind === 'register') {
		const inputs = { size, cases: formatNumber(leastCases, locale) };
		if (threshold.unit === 'percent') return m.display_threshold_register(inputs, { locale });
		return inPoints
			? m.display_threshold_register_points(inputs, { locale })
			: m.display_threshold_register_plain(inputs, { locale });
	}
	if (threshold.unit === 'percent') return m.display_threshold_relative({ size }, { locale });
	return inPoints ? m.display_threshold_points({ size }, { locale }) : m.display_threshold_plain({ size }, { locale });
};

/** The value of another area in the last round, and how the own area stands beside it: "21 (2024): ongunstiger"; null = beside none. */
export const comparedShortly = (figures: IndicatorFigures, locale: Locale = readersLocale()): string | null => {
	const { values, comparison } = figures;
	const last = comparison?.values.at(-1);
	if (!comparison || !last || last.value === null) return null;
	const text = formatValue(last, locale, decimalsOf([...values, ...comparison.values].map((one) => one.value)));
	const value = valueInCell(text, { ...last, trendBreak: false }, locale);
	if (comparison.development.kind !== 'known') return value;
	const verdict = developmentLabel(comparison.development.verdict, locale);
	return m.writing_compared({ value, verdict }, { locale });
};

/**
 * How the own area stands beside another, with the year of the other where it has one of its own: "Ongunstiger dan Zeist:
 * 3 procentpunt hoger. De waarde van Zeist is van een ander jaar: 2023."
 */
export const comparisonSentence = (figures: IndicatorFigures, locale: Locale = readersLocale()): string =>
	[besideSentence(figures, locale), ...otherYearSentence(figures, locale)].join(' ');

/** That the two values are about different years; nothing where they are not, or where they are not compared. */
const otherYearSentence = ({ values, comparison }: IndicatorFigures, locale: Locale): readonly string[] => {
	const own = values.at(-1);
	const other = comparison?.values.at(-1);
	if (!comparison || !own || !other || own.value === null || other.value === null) return [];
	const year = other.referenceYear ?? other.year;
	if (year === (own.referenceYear ?? own.year)) return [];
	return [m.display_compared_year({ area: comparison.areaName, year: String(year) }, { locale })];
};

const besideSentence = (figures: IndicatorFigures, locale: Locale): string => {
	const { comparison } = figures;
	if (!comparison) return m.display_compared_none({}, { locale });
	const { areaName: area, development } = comparison;
	switch (development.kind) {
		case 'known': {
			const change = changeWords(development, figures, locale);
			const verdict = capitalised(developmentLabel(development.verdict, locale));
			return development.verdict === 'same'
				? m.display_compared_same({ area, change }, { locale })
				: m.display_compared({ area, change, verdict }, { locale });
		}
		case 'neutral':
			if (development.delta === null) return m.display_compared_none({}, { locale });
			return development.delta === 0
				? m.display_compared_neutral_equal({ area }, { locale })
				: m.display_compared_neutral(
						{ area, change: capitalised(changeWords(development, figures, locale)) },
						{ locale }
					);
		case 'unknown':
			return m.display_compared_unknown(
				{ area, reason: reasonWords(development.reason, figures.values, locale) },
				{ locale }
			);
		default:
			return development satisfies never;
	}
};

/** "Lager is beter."; null when no side is. */
export const directionSentence = (
	{ direction }: Pick<IndicatorFigures, 'direction'>,
	locale: Locale = readersLocale()
): string | null => {
	if (direction === 'neutral') return null;
	return direction === 'lower-better'
		? m.display_lower_is_better({}, { locale })
		: m.display_higher_is_better({}, { locale });
};

/**
 * The size of a change: percentages in percentage points, rates per so many in percent of the first value, the rest in
 * the points of its scale.
 */
const changeWords = (
	development: Exclude<Development, { kind: 'unknown' }>,
	{ kind }: Pick<IndicatorFigures, 'kind'>,
	locale: Locale
): string => {
	const delta = development.delta ?? 0;
	if (delta === 0) return m.display_change_none({}, { locale });
	const isUp = delta > 0;
	const size = formatSize(Math.abs(delta), decimalsOf([delta]), limitOf(development, 'points'), locale);
	if (development.inPercentagePoints)
		return isUp ? m.display_change_points_up({ size }, { locale }) : m.display_change_points_down({ size }, { locale });
	if (kind === 'register' && development.kind === 'known' && development.relative !== null) {
		const percent = Math.abs(development.relative);
		const relative = { size: formatSize(percent, percent < 1 ? 1 : 0, limitOf(development, 'percent'), locale) };
		return isUp
			? m.display_change_relative_up(relative, { locale })
			: m.display_change_relative_down(relative, { locale });
	}
	if (kind !== 'register')
		return isUp ? m.display_change_score_up({ size }, { locale }) : m.display_change_score_down({ size }, { locale });
	return isUp ? m.display_change_plain_up({ size }, { locale }) : m.display_change_plain_down({ size }, { locale });
};

/** From which size on a change in this unit counts; null = its verdict does not rest on that. */
const limitOf = (development: Development, unit: Threshold['unit']): number | null =>
	development.kind === 'known' && development.basis.kind === 'threshold' && development.basis.threshold.unit === unit
		? development.basis.threshold.value
		: null;

const reasonWords = ({ kind, waveId }: UnknownReason, values: readonly FigureValue[], locale: Locale): string => {
	const value = values.find((one) => one.waveId === waveId);
	const year = String(value?.year ?? '');
	switch (kind) {
		case 'missing':
			return m.display_reason_missing({ year }, { locale });
		case 'suppressed':
			return m.display_reason_suppressed({ year }, { locale });
		case 'trend-break':
			return m.display_reason_trend_break({ year }, { locale });
		case 'no-base':
			return m.display_reason_no_base({ year }, { locale });
		case 'same-measurement':
			return m.display_reason_same_measurement({ year: String(value?.referenceYear ?? year) }, { locale });
		default:
			return kind satisfies never;
	}
};
