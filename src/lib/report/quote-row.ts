import { versionAt } from '../domain/codebook/version.ts';
import { referenceOf } from '../domain/coding/coding.ts';
import {
	newQuoteTally,
	unpackQuotes,
	type PackedQuotes,
	type QuoteTally,
	type UnpackedQuote
} from '../domain/coding/packed-quotes.ts';
import { valenceList, type Valence } from '../domain/coding/valence.ts';
import { newHash } from '../domain/hash.ts';
import type { Group } from '../domain/source/source.ts';
import type { Cell } from './table.ts';

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
	/** of the codebook, under which it got the code it has now; null = from before the first version */
	readonly codebookVersion: { readonly number: number; readonly name: string } | null;
};

/** What a table of quotes tells of all its rows. */
export type QuoteCounts = {
	readonly quotes: number;
	readonly interviews: number;
	readonly withheld: number;
	/** of the data, as `dataHash` makes it */
	readonly hash: string;
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

/** What rows say in words, in the language of who takes them away: a thread knows no language. */
export type QuoteWords = {
	readonly groups: Readonly<Record<Group, string>>;
	readonly noGroup: string;
	readonly valences: Readonly<Record<Valence, string>>;
	/** in the place of words that may not be shown */
	readonly withheld: string;
	readonly yes: string;
	readonly no: string;
	readonly consentYes: string;
	readonly consentNo: string;
	/** versions of the codebook, by number */
	readonly versions: ReadonlyMap<number, string>;
};

/** What packed quotes refer to. */
export type QuoteLegend = {
	/** by their number in `PackedQuotes` */
	readonly sources: readonly (Pick<QuoteRow, 'sourceId' | 'areaName' | 'waveYear' | 'group' | 'studyName'> & {
		readonly title: string;
		readonly quotesAllowed: boolean;
	})[];
	/** of codes, by id */
	readonly paths: ReadonlyMap<string, string>;
	readonly versions: readonly { readonly number: number; readonly name: string; readonly madeAt: Date }[];
};

/** Makes rows of packed quotes that come in parts, and counts them. */
export const newQuoteReader = (legend: QuoteLegend) => {
	const counts = newQuoteCounts();
	const tally = newQuoteTally();
	const allowsAll = (source: number) => legend.sources[source]?.quotesAllowed ?? false;
	return {
		read: (packed: PackedQuotes): readonly QuoteRow[] => {
			const quotes = unpackQuotes(packed, allowsAll);
			const rows = quotes.flatMap((quote) => rowOf(quote, legend));
			counts.add(rows);
			tally.add(quotes);
			return rows;
		},
		/** to be asked once, at the end */
		all: (): QuotesRead => ({ counts: counts.all(), tally: tally.all() })
	};
};

/** What is known of quotes when all were read. */
export type QuotesRead = { readonly counts: QuoteCounts; readonly tally: ReadonlyMap<number, QuoteTally> };

const rowOf = (quote: UnpackedQuote, { sources, paths, versions }: QuoteLegend): readonly QuoteRow[] => {
	const source = sources[quote.source];
	if (!source) return [];
	const { title, sourceId, areaName, waveYear, group, studyName } = source;
	const version = versionAt(versions, new Date(quote.codeSetAt));
	return [
		{
			reference: referenceOf(title, waveYear, quote.turn ?? 1),
			sourceId,
			areaName,
			waveYear,
			group,
			studyName,
			codePath: paths.get(quote.codeId) ?? '',
			valences: valenceList(quote.valences),
			text: quote.text,
			memo: quote.memo,
			isImportant: quote.isImportant,
			coderName: quote.coderName,
			codedAt: quote.codedAt,
			quotesAllowed: quote.quotesAllowed,
			codebookVersion: version && { number: version.number, name: version.name }
		}
	];
};

/** One quote as a row of the table. */
export const quoteCells = (quote: QuoteRow, words: QuoteWords): readonly Cell[] => [
	quote.reference,
	quote.areaName,
	quote.waveYear,
	quote.group === null ? words.noGroup : words.groups[quote.group],
	quote.studyName ?? '',
	quote.codePath,
	quote.valences.map((valence) => words.valences[valence]).join('; '),
	quote.quotesAllowed ? quote.text : words.withheld,
	// a memo may repeat the words
	quote.quotesAllowed ? quote.memo : '',
	quote.isImportant ? words.yes : words.no,
	quote.coderName,
	quote.codedAt,
	quote.quotesAllowed ? words.consentYes : words.consentNo,
	quote.codebookVersion ? (words.versions.get(quote.codebookVersion.number) ?? '') : ''
];
