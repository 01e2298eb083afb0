import type { FigureValue } from '../merge/development.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';

type Moment = Pick<FigureValue, 'year' | 'referenceYear' | 'value' | 'suppressed'>;

/** The year that a value is about (peiljaar) where that is another than the year of its round; null = it is not, or there is no value. */
export const otherYear = ({ year, referenceYear, value, suppressed }: Moment): number | null =>
	referenceYear === year || (value === null && !suppressed) ? null : referenceYear;

/** A round and, where the value is about another year, that year: "2021", "2021 (2020)". */
export const momentLabel = (value: Moment, locale: Locale = readersLocale()): string => {
	const other = otherYear(value);
	return other === null
		? String(value.year)
		: m.display_page_moment({ year: String(value.year), referenceYear: String(other) }, { locale });
};

/** A value in a sentence with its round and the year that it is about: "26% in 2023", "26% in 2025 (peiljaar 2024)". */
export const valueInRound = (text: string, value: Moment, locale: Locale): string => {
	const inputs = { value: text, year: String(value.year) };
	const other = otherYear(value);
	return other === null
		? m.report_twin_value(inputs, { locale })
		: m.report_twin_value_about({ ...inputs, referenceYear: String(other) }, { locale });
};

/** A value below its round, with the year that it is about and a break before it: "26", "26 (2024)", "26 (2024; trendbreuk)". */
export const valueInCell = (text: string, value: Moment & Pick<FigureValue, 'trendBreak'>, locale: Locale): string => {
	const other = otherYear(value);
	if (other === null) return value.trendBreak ? m.report_value_broken({ value: text }, { locale }) : text;
	const inputs = { value: text, referenceYear: String(other) };
	return value.trendBreak ? m.report_value_about_broken(inputs, { locale }) : m.report_value_about(inputs, { locale });
};

/** A caption that says what a year in brackets is, where one stands beside some of these values. */
export const captionWithYears = (caption: string, values: readonly Moment[], locale: Locale): string =>
	values.some((value) => otherYear(value) !== null)
		? m.report_caption_years({ caption, sentence: m.report_years_in_brackets({}, { locale }) }, { locale })
		: caption;
