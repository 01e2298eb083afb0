import type { Valence } from '../domain/coding/valence.ts';
import type { Group } from '../domain/source/source.ts';
import * as m from '../paraglide/messages.js';
import { capitalised, groupLabel, valenceLabel } from '../words/labels.ts';
import type { Locale } from '../words/locale.ts';
import { formatNumber } from '../words/number.ts';
import { newHash } from '../domain/hash.ts';
import { aboutLines, watermarkOf, type About } from './about.ts';
import type { Cell, Table } from './table.ts';

/** A quote with all that makes it traceable: reference, place, code, coder, and whether it may be quoted. */
export type QuoteRow = {
	/** e.g. `VOL-B-01 · 2023 · 14` */
	readonly reference: string;
	readonly sourceId: string;
	readonly areaName: string;
	readonly waveYear: number;
	readonly group: Group | null;
	readonly studyName: string | null;
	readonly codePath: string;
	readonly valences: readonly Valence[];
	/** the exact words */
	readonly text: string;
	readonly memo: string;
	readonly isImportant: boolean;
	readonly coderName: string;
	/** ISO 8601, UTC */
	readonly codedAt: string;
	readonly quotesAllowed: boolean;
	/** of the codebook, under which it was coded; null = from before the first version */
	readonly codebookVersion: { readonly number: number; readonly name: string } | null;
};

/** How many cells of area, group and function group hold fewer interviews than is safe; they are not named (R12). */
export type SmallCells = { readonly count: number; readonly smallest: number };

/** What a table of quotes tells of all its rows. */
export type QuoteCounts = {
	readonly quotes: number;
	readonly interviews: number;
	readonly withheld: number;
	/** of the data, as `dataHash` makes it */
	readonly hash: string;
};

/** The quotes as one flat table (citatenbijlage). Without consent for quotes the words are left out, and it says so. */
export const quoteTable = (
	quotes: readonly QuoteRow[],
	about: About,
	locale: Locale,
	small: SmallCells = { count: 0, smallest: 0 }
): Table => {
	const counts = newQuoteCounts();
	counts.add(quotes);
	return { ...quoteSheet(counts.all(), about, locale, small), rows: quotes.map((quote) => quoteCells(quote, locale)) };
};

/** Counts quotes that come in parts; the fingerprint is that of all of them put together (`dataHash`). */
export const newQuoteCounts = () => {
	const hash = newHash();
	const interviews = new Set<string>();
	let quotes = 0;
	let withheld = 0;
	return {
		add: (rows: readonly QuoteRow[]): void => {
			for (const row of rows) {
				hash.add(`${quotes === 0 ? '[' : ','}${JSON.stringify(row)}`);
				interviews.add(row.sourceId);
				quotes += 1;
				if (!row.quotesAllowed) withheld += 1;
			}
		},
		/** to be asked once, at the end */
		all: (): QuoteCounts => ({
			quotes,
			interviews: interviews.size,
			withheld,
			hash: hash.add(quotes === 0 ? '[]' : ']').digits()
		})
	};
};

/** What the table is called, and a file of it. */
export const quotesTitle = (locale: Locale): string => m.report_quotes_title({}, { locale });

/** One quote as a row of the table. */
export const quoteCells = (quote: QuoteRow, locale: Locale): readonly Cell[] => [
	quote.reference,
	quote.areaName,
	quote.waveYear,
	groupLabel(quote.group, locale),
	quote.studyName ?? '',
	quote.codePath,
	quote.valences.map((valence) => valenceLabel(valence, locale)).join('; '),
	quote.quotesAllowed ? quote.text : m.report_text_withheld({}, { locale }),
	// a memo may repeat the words
	quote.quotesAllowed ? quote.memo : '',
	quote.isImportant ? m.report_yes({}, { locale }) : m.report_no({}, { locale }),
	quote.coderName,
	quote.codedAt,
	quote.quotesAllowed ? m.report_consent_yes({}, { locale }) : m.report_consent_no({}, { locale }),
	quote.codebookVersion ? m.codebook_version_label(quote.codebookVersion, { locale }) : ''
];

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
		name: quotesTitle(locale),
		watermark: watermarkOf(about, locale),
		about: aboutLines(about, hash, counts, locale),
		columns: columns.map(({ label, width }) => ({ label: capitalised(label({}, { locale })), width }))
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
