import type { CodingId } from '../domain/project/ids.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { dataHash } from './about.ts';
import { line, type Block, type ReportDocument } from './document.ts';
import type { ToldFigure } from './told-figures.ts';

/**
 * A document as it is kept: its quotes stand apart, so that words that may not be shown any more can go; and it knows
 * which values it tells, so that one that is suppressed later can go too.
 */
export type FrozenDocument = Omit<ReportDocument, 'blocks'> & {
	readonly blocks: readonly (Exclude<Block, { kind: 'quote' }> | QuotePlace)[];
	/** absent in a document from before values were known in it */
	readonly knowsFigures?: true;
};

/** Where a quote stands among the quotes of its document. */
type QuotePlace = { readonly kind: 'quote-place'; readonly place: number };

/** A quote as it was published. */
export type FrozenQuote = {
	/** from 0, in reading order */
	readonly place: number;
	readonly codingId: CodingId;
	readonly text: string;
	readonly reference: string;
};

/** Takes a document apart, to be kept as it is. */
export const freezeDocument = ({
	blocks,
	...document
}: ReportDocument): { readonly document: FrozenDocument; readonly quotes: readonly FrozenQuote[] } => {
	const quotes: FrozenQuote[] = [];
	const frozen = blocks.map((block): FrozenDocument['blocks'][number] => {
		if (block.kind !== 'quote') return block;
		const { codingId, text, reference } = block;
		if (codingId === undefined) throw new RangeError('a quote without a coding cannot be taken back');
		const place = quotes.length;
		quotes.push({ place, codingId, text, reference });
		return { kind: 'quote-place', place };
	});
	return { document: { ...document, blocks: frozen, knowsFigures: true }, quotes };
};

/** A value of an indicator in an area and a round. */
type Cell = Pick<ToldFigure, 'indicatorId' | 'areaId' | 'waveId'>;

/**
 * The document as it was, but for the quotes that are not there any more, and the figures that were suppressed since: in
 * their place it says so.
 */
export const thawDocument = (
	{ blocks, knowsFigures: _, ...document }: FrozenDocument,
	quotes: readonly Pick<FrozenQuote, 'place' | 'text' | 'reference'>[],
	suppressed: readonly Cell[]
): ReportDocument => {
	const byPlace = new Map(quotes.map((quote) => [quote.place, quote]));
	const locale: Locale = document.language === 'nl-NL' ? 'nl' : 'en';
	const gone = new Set(suppressed.map(keyOf));
	const said = blocks.map((block): Block => {
		if (block.kind !== 'quote-place') return withoutFigures(block, gone, locale);
		const quote = byPlace.get(block.place);
		return quote
			? { kind: 'quote', text: quote.text, reference: quote.reference }
			: { kind: 'paragraph', line: line(m.edition_quote_gone({}, { locale }), 'small') };
	});
	const figureGone = m.edition_figure_gone({}, { locale });
	const saysGone = (block: Block | undefined) => block?.kind === 'paragraph' && block.line.text === figureGone;
	// A figure of several parts (a chart and its table) is missed once.
	return { ...document, blocks: said.filter((block, at) => !saysGone(block) || !saysGone(said[at - 1])) };
};

const keyOf = ({ indicatorId, areaId, waveId }: Cell): string => `${indicatorId} ${areaId} ${waveId}`;

/** A part of a document without figures that are gone: rows of a table, or all of it. */
const withoutFigures = (block: Exclude<Block, { kind: 'quote' }>, gone: ReadonlySet<string>, locale: Locale): Block => {
	if (!('figures' in block)) return block;
	const { figures = [], ...said } = block;
	const hit = figures.filter((figure) => gone.has(keyOf(figure)));
	if (hit.length === 0) return said;
	const words = line(m.edition_figure_gone({}, { locale }), 'small');
	const rows = new Set(hit.flatMap(({ row }) => (row === undefined ? [] : [row])));
	if (said.kind !== 'table' || hit.some(({ row }) => row === undefined)) return { kind: 'paragraph', line: words };
	return {
		...said,
		rows: said.rows.map((cells, at) =>
			rows.has(at)
				? cells.map((cell, column) => (column === 0 ? cell : [column === cells.length - 1 ? words : line('–')]))
				: cells
		)
	};
};

/** Tells whether two documents say the same, at whatever moment they were made. */
export const documentFingerprint = ({ title, subtitle, language, blocks }: ReportDocument): string =>
	dataHash([title, subtitle, language, blocks.map(withoutIds)]);

/** A part of a document without ids of codings and figures: what is said is the same in a copy of the project. */
export const withoutIds = (block: Block): Block => {
	if (block.kind === 'quote') return { kind: 'quote', text: block.text, reference: block.reference };
	if (!('figures' in block)) return block;
	const { figures: _, ...said } = block;
	return said;
};
