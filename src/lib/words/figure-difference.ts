import * as m from '../paraglide/messages.js';
import { fileWords } from './kernset-columns.ts';
import { readersLocale, type Locale } from './locale.ts';
import { formatNumber, formatPair } from './number.ts';

const names = {
	referenceYear: m.kernset_col_reference_year,
	value: m.kernset_col_value,
	n: m.kernset_col_n,
	lower: m.kernset_col_lower,
	upper: m.kernset_col_upper,
	trendBreak: m.kernset_col_trend_break,
	suppressed: m.kernset_col_suppressed,
	note: m.kernset_col_note,
	source: m.kernset_col_source,
	sourceVersion: m.kernset_col_version,
	trendBreakReason: m.kernset_col_break_reason,
	testedAgainst: m.kernset_col_tested_against,
	testedChange: m.kernset_col_tested_change
} as const;

type Said = number | boolean | string | null;

/** One thing that a figure says otherwise than before: "peiljaar 2020 → 2021", "trendbreuk"; of a new figure what it says. */
export const sayDifference = (
	{ part, from, to, isNew }: { part: keyof typeof names; from: Said; to: Said; isNew: boolean },
	locale: Locale = readersLocale()
): string => {
	const name = names[part]({}, { locale });
	const { yesOrNo } = fileWords(locale);
	if (typeof to === 'boolean' && part !== 'testedChange')
		return to ? name : `${name} ${yesOrNo(true)} → ${yesOrNo(false)}`;
	const say = (said: Said): string => {
		if (said === null || said === '') return '–';
		if (typeof said === 'boolean') return yesOrNo(said);
		if (typeof said === 'number') return part === 'referenceYear' ? String(said) : formatNumber(said, locale);
		return part === 'note' ? `‘${String(said)}’` : String(said);
	};
	if (isNew) return `${name} ${say(to)}`;
	const [before, after] =
		typeof from === 'number' && typeof to === 'number' && part !== 'referenceYear'
			? formatPair(from, to, locale)
			: [say(from), say(to)];
	return `${name} ${before} → ${after}`;
};
