import type { About } from '#lib/report/about.ts';
import { newQuoteCounts, quoteCells, type QuoteRow } from '#lib/report/quote-row.ts';
import { quoteSheet, quoteWords, type SmallCells } from '#lib/report/quote-table.ts';
import type { Table } from '#lib/report/table.ts';
import type { Locale } from '#lib/words/locale.ts';

/** All quotes as one table, put together at once: what a file that was written in parts must be. */
export const quoteTable = (
	quotes: readonly QuoteRow[],
	about: About,
	locale: Locale,
	small: SmallCells = { count: 0, smallest: 0 }
): Table => {
	const counts = newQuoteCounts();
	counts.add(quotes);
	const versions = quotes.flatMap(({ codebookVersion }) => (codebookVersion ? [codebookVersion] : []));
	const words = quoteWords(locale, versions);
	return { ...quoteSheet(counts.all(), about, locale, small), rows: quotes.map((quote) => quoteCells(quote, words)) };
};
