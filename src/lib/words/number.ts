import { isPercentage } from '../domain/indicator/indicator.ts';
import * as m from '../paraglide/messages.js';
import { readersLocale, type Locale } from './locale.ts';

const tags: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };
const mostDecimals = 2; // more than the kernset is delivered in

/** A number in the reader's notation: 7,4 and 1.000 in Dutch. `decimals` = exactly so many, else as many as it has. */
export const formatNumber = (value: number, locale: Locale = readersLocale(), decimals?: number): string =>
	new Intl.NumberFormat(tags[locale], {
		minimumFractionDigits: decimals ?? 0,
		maximumFractionDigits: decimals ?? mostDecimals
	}).format(Object.is(value, -0) ? 0 : value);

const tellingDecimals = 15; // a double has no more digits that tell

/** Two numbers in the reader's notation, with as many decimals as tell them apart: 7,104 and 7,1. */
export const formatPair = (from: number, to: number, locale: Locale = readersLocale()): readonly [string, string] => {
	const pair = (most: number): readonly [string, string] => {
		const format = new Intl.NumberFormat(tags[locale], { maximumFractionDigits: most });
		return [format.format(from), format.format(to)];
	};
	for (let most = mostDecimals; most < tellingDecimals; most += 1) {
		const [before, after] = pair(most);
		if (from === to || before !== after) return [before, after];
	}
	return pair(tellingDecimals);
};

const sizeDecimals = 9; // more than a change is calculated in

/**
 * The size of a change with so many decimals, or as many more as tell that it is not nothing, and on which side of the
 * size from which a change counts it is: 4,96 where 5 counts, and not 5,0.
 */
export const formatSize = (size: number, decimals: number, limit: number | null, locale: Locale): string => {
	const tells = (least: number): boolean => {
		const shown = Number(formatPlain(size, least));
		return shown > 0 && (limit === null || shown >= limit === size >= limit);
	};
	let needed = decimals;
	while (needed < sizeDecimals && !tells(needed)) needed += 1;
	return formatNumber(size, locale, needed);
};

const formatPlain = (value: number, decimals: number): string =>
	new Intl.NumberFormat('en-GB', { maximumFractionDigits: decimals, useGrouping: false }).format(value);

/** How many decimals a series needs, so that its values line up: 7,0 beside 7,4. */
export const decimalsOf = (values: readonly (number | null)[]): number =>
	Math.max(0, ...values.flatMap((value) => (value === null ? [] : [decimalPlaces(value)])));

/** A value as it stands in a table: "–" when it is missing, "te weinig gevallen" when it is suppressed. */
export const formatValue = (
	value: { readonly value: number | null; readonly suppressed: boolean },
	locale: Locale = readersLocale(),
	decimals?: number
): string => {
	if (value.suppressed) return m.display_value_suppressed({}, { locale });
	return value.value === null ? m.display_value_missing({}, { locale }) : formatNumber(value.value, locale, decimals);
};

/** A value with the sign of its unit where that is a percentage: "26%". The rest of the unit stands with the indicator. */
export const formatWithUnit = (
	value: { readonly value: number | null; readonly suppressed: boolean },
	unit: string,
	locale: Locale = readersLocale(),
	decimals?: number
): string => {
	const text = formatValue(value, locale, decimals);
	const isNumber = value.value !== null && !value.suppressed;
	return isNumber && isPercentage(unit) ? m.display_value_percent({ value: text }, { locale }) : text;
};

/** Numbers in a sentence: "2023", "2023 en 2025", "2021, 2023 en 2025". Years are not grouped. */
export const listYears = (years: readonly number[], locale: Locale = readersLocale()): string =>
	listWords(years.map(String), locale);

/** Words in a sentence: "a, b en c". */
export const listWords = (words: readonly string[], locale: Locale = readersLocale()): string => {
	const last = words[words.length - 1];
	if (last === undefined || words.length === 1) return last ?? '';
	return m.display_list_two({ first: words.slice(0, -1).join(', '), last }, { locale });
};

const decimalPlaces = (value: number) => {
	const rounded = value.toFixed(mostDecimals).replace(/0+$/, '');
	return rounded.length - rounded.indexOf('.') - 1;
};
