import type { Direction, IndicatorKind, Threshold } from '../domain/indicator/indicator.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale, type Saying } from './locale.ts';

/** A column of a kernset file: how it is called, and what stands in it. The import reads these names. */
export type KernsetColumn = {
	readonly label: (locale?: Locale) => string;
	readonly what: (locale?: Locale) => string;
	readonly isNeeded: boolean;
};

const column = (label: Saying, what: Saying, isNeeded = false): KernsetColumn => ({
	label: (locale = readersLocale()) => label({}, { locale }),
	what: (locale = readersLocale()) => what({}, { locale }),
	isNeeded
});

/** The columns of a file of values, in the order in which the file to fill in has them. */
export const observationColumns: readonly KernsetColumn[] = [
	column(m.kernset_col_indicator_key, m.kernset_what_indicator_key, true),
	column(m.kernset_col_area, m.kernset_what_area, true),
	column(m.kernset_col_wave, m.kernset_what_wave, true),
	column(m.kernset_col_reference_year, m.kernset_what_reference_year, true),
	column(m.kernset_col_value, m.kernset_what_value, true),
	column(m.kernset_col_n, m.kernset_what_n),
	column(m.kernset_col_lower, m.kernset_what_margin),
	column(m.kernset_col_upper, m.kernset_what_margin),
	column(m.kernset_col_trend_break, m.kernset_what_yes_no),
	column(m.kernset_col_suppressed, m.kernset_what_yes_no),
	column(m.kernset_col_note, m.kernset_what_note),
	column(m.kernset_col_source, m.kernset_what_value_source),
	column(m.kernset_col_version, m.kernset_what_version),
	column(m.kernset_col_break_reason, m.kernset_what_break_reason),
	column(m.kernset_col_tested_against, m.kernset_what_tested_against),
	column(m.kernset_col_tested_change, m.kernset_what_tested_change)
];

/** The columns of a file of indicators. */
export const indicatorColumns: readonly KernsetColumn[] = [
	column(m.kernset_col_key, m.kernset_what_key, true),
	column(m.kernset_col_pillar, m.kernset_what_pillar, true),
	column(m.kernset_col_label, m.kernset_what_label, true),
	column(m.kernset_col_unit, m.kernset_what_unit, true),
	column(m.kernset_col_direction, m.kernset_what_direction, true),
	column(m.kernset_col_kind, m.kernset_what_kind, true),
	column(m.kernset_col_source, m.kernset_what_source),
	column(m.kernset_col_rhythm, m.kernset_what_rhythm),
	column(m.kernset_col_threshold, m.kernset_what_threshold),
	column(m.kernset_col_threshold_unit, m.kernset_what_threshold_unit)
];

const directions: Readonly<Record<Direction, Saying>> = {
	'higher-better': m.kernset_word_direction_higher,
	'lower-better': m.kernset_word_direction_lower,
	neutral: m.kernset_word_direction_neutral
};
const kinds: Readonly<Record<IndicatorKind, Saying>> = {
	survey: m.kernset_word_kind_survey,
	model: m.kernset_word_kind_model,
	register: m.kernset_word_kind_register
};
const units: Readonly<Record<Threshold['unit'], Saying>> = {
	points: m.kernset_word_points,
	percent: m.kernset_word_percent
};

/** The words of a file, which the import reads back. */
export const fileWords = (locale: Locale = readersLocale()) => ({
	direction: (value: Direction): string => directions[value]({}, { locale }),
	kind: (value: IndicatorKind): string => kinds[value]({}, { locale }),
	thresholdUnit: (value: Threshold['unit']): string => units[value]({}, { locale }),
	yesOr: (value: boolean): string => (value ? m.kernset_word_yes({}, { locale }) : ''),
	/** null = nothing is said */
	yesOrNo: (value: boolean | null): string =>
		value === null ? '' : value ? m.kernset_word_yes({}, { locale }) : m.kernset_word_no({}, { locale })
});
