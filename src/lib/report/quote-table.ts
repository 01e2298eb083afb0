import { valences } from '../domain/coding/valence.ts';
import * as m from '../paraglide/messages.js';
import { capitalised, groupLabel, valenceLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { formatNumber } from '../words/number.ts';
import { aboutLines, watermarkOf, type About } from './about.ts';
import type { QuoteCounts, QuoteWords } from './quote-row.ts';
import type { Table } from './table.ts';

/** How many cells of area, group and function group hold fewer interviews than is safe; they are not named (R12). */
export type SmallCells = { readonly count: number; readonly smallest: number };

/** What the table is called, and a file of it. */
export const quotesTitle = (locale: Locale): string => m.report_quotes_title({}, { locale });

/** What rows say in words; with the versions of the codebook that can occur. */
export const quoteWords = (
	locale: Locale,
	versions: readonly { readonly number: number; readonly name: string }[]
): QuoteWords => ({
	groups: { resident: groupLabel('resident', locale), professional: groupLabel('professional', locale) },
	noGroup: groupLabel(null, locale),
	valences: Object.fromEntries(valences.map(({ key }) => [key, valenceLabel(key, locale)])) as QuoteWords['valences'],
	withheld: m.report_text_withheld({}, { locale }),
	yes: m.report_yes({}, { locale }),
	no: m.report_no({}, { locale }),
	consentYes: m.report_consent_yes({}, { locale }),
	consentNo: m.report_consent_no({}, { locale }),
	versions: new Map(
		versions.map(({ number, name }) => [number, m.codebook_version_label({ number, name }, { locale })])
	)
});

/** What stands around the rows of such a table and does not depend on them. */
export const quoteFrame = (about: Pick<About, 'isFictional'>, locale: Locale): Omit<Table, 'rows' | 'about'> => ({
	name: quotesTitle(locale),
	watermark: watermarkOf(about, locale),
	columns: columns.map(({ label, width }) => ({ label: capitalised(label({}, { locale })), width }))
});

/** All of the table but its rows. */
export const quoteSheet = (
	{ quotes, interviews, withheld, hash }: QuoteCounts,
	about: About,
	locale: Locale,
	small: SmallCells
): Omit<Table, 'rows'> => {
	const counts = [
		[m.report_about_quotes({}, { locale }), formatNumber(quotes, locale)],
		[m.report_about_interviews({}, { locale }), formatNumber(interviews, locale)],
		[m.report_about_withheld({}, { locale }), formatNumber(withheld, locale)],
		...(small.count > 0
			? [
					[
						m.report_about_small({}, { locale }),
						m.report_about_small_text({ n: small.count, smallest: small.smallest }, { locale })
					] as const
				]
			: []),
		[
			m.writing_left_title({}, { locale }),
			withheld > 0 ? m.report_left_words({ n: withheld }, { locale }) : m.writing_left_nothing({}, { locale })
		]
	] as const;
	return {
		...quoteFrame(about, locale),
		about: aboutLines(about, hash, counts, locale)
	};
};

const columns = [
	{ label: m.report_quote_reference, width: 22 },
	{ label: m.report_quote_area, width: 18 },
	{ label: m.report_quote_wave, width: 11 },
	{ label: m.report_quote_group, width: 13 },
	{ label: m.report_quote_study, width: 26 },
	{ label: m.report_quote_code, width: 32 },
	{ label: m.report_quote_valences, width: 18 },
	{ label: m.report_quote_text, width: 70 },
	{ label: m.report_quote_memo, width: 30 },
	{ label: m.report_quote_important, width: 11 },
	{ label: m.report_quote_coder, width: 16 },
	{ label: m.report_quote_coded_at, width: 24 },
	{ label: m.report_quote_consent, width: 14 },
	{ label: m.report_quote_codebook, width: 24 }
];
