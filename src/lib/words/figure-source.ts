import type { SourceTest } from '../domain/indicator/source-test.ts';
import type { WaveId } from '../domain/project/ids.ts';
import type { FigureValue } from '../merge/development.ts';
import type { IndicatorFigures } from '../merge/figures.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';

type Sourced = Pick<FigureValue, 'source' | 'sourceVersion'>;
type Broken = Pick<FigureValue, 'trendBreak' | 'trendBreakReason'>;

/** Where one value comes from, with the version: "Gezondheidsmonitor (versie 2)"; null = nothing was said of it apart. */
export const sourceOfValue = (
	{ source, sourceVersion }: Sourced,
	ofIndicator = '',
	locale: Locale = readersLocale()
): string | null => {
	const name = source ?? (sourceVersion === null ? null : ofIndicator);
	if (name === null || sourceVersion === null) return name;
	return m.display_source_version({ source: name, version: sourceVersion }, { locale }).trim();
};

type Figures = Pick<IndicatorFigures, 'source' | 'values'>;

/** Where the values of some indicators come from, each source once; those that say nothing come from where their indicator says. */
export const sourceNames = (all: readonly Figures[], locale: Locale = readersLocale()): readonly string[] => [
	...new Set(all.flatMap((figures) => namesOf(figures, locale)))
];

/** The sources of one indicator as words. */
export const sourcesOf = (figures: Figures, locale: Locale = readersLocale()): string =>
	sourceNames([figures], locale).join('; ');

const namesOf = ({ source, values }: Figures, locale: Locale): readonly string[] => {
	const shown = values.filter(({ value, suppressed }) => value !== null || suppressed);
	const names = shown.map((value) => sourceOfValue(value, source, locale) ?? source);
	return (names.length > 0 ? names : [source]).filter((name) => name !== '');
};

/** Why the series breaks before a value: "Reden: andere vraag."; null = it does not, or nobody said. */
export const breakReason = (
	{ trendBreak, trendBreakReason }: Broken,
	locale: Locale = readersLocale()
): string | null =>
	trendBreak && trendBreakReason !== null
		? m.display_break_reason({ reason: withoutStop(trendBreakReason) }, { locale })
		: null;

/** The breaks within a series of which the reason is known: "Trendbreuk in 2023: andere vraag." */
export const breakSentences = (
	{ values }: Pick<IndicatorFigures, 'values'>,
	locale: Locale = readersLocale()
): readonly string[] =>
	values.flatMap(({ trendBreak, trendBreakReason, year }) =>
		trendBreak && trendBreakReason !== null
			? [m.display_break_in({ year: String(year), reason: withoutStop(trendBreakReason) }, { locale })]
			: []
	);

/** All that is said beside one value: why it cannot be compared, its note and its source. */
export const besideValue = (
	value: Broken & Sourced & { readonly note: string },
	ofIndicator = '',
	locale: Locale = readersLocale()
): string => {
	const source = sourceOfValue(value, ofIndicator, locale);
	return [
		breakReason(value, locale),
		value.note,
		source === null ? null : m.display_value_source({ source }, { locale })
	]
		.filter(Boolean)
		.join(' ');
};

/** What the source of a value tested itself: "De bron toetste tegen 2021: veranderd."; '' = nothing, or against no round of these. */
export const testBeside = (
	{ testedAgainst, testedChange, suppressed }: SourceTest & Pick<FigureValue, 'suppressed'>,
	yearOf: (waveId: WaveId) => number | undefined,
	locale: Locale = readersLocale()
): string => {
	const year = testedAgainst === null ? undefined : yearOf(testedAgainst);
	if (year === undefined || testedChange === null || suppressed) return '';
	const inputs = { year: String(year) };
	return testedChange
		? m.display_value_tested_changed(inputs, { locale })
		: m.display_value_tested_same(inputs, { locale });
};

/** A text that goes on into a sentence. */
export const withoutStop = (text: string): string => text.replace(/[.\s]+$/, '');
