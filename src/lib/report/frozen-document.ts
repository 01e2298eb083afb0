import type { CodingId } from '../domain/project/ids.ts';
import * as m from '../paraglide/messages.js';
import type { Locale } from '../words/locale.ts';
import { dataHash } from './about.ts';
import { line, type Block, type ReportDocument } from './document.ts';

/** A document as it is kept: its quotes stand apart, so that words that may not be shown any more can go. */
export type FrozenDocument = Omit<ReportDocument, 'blocks'> & {
	readonly blocks: readonly (Exclude<Block, { kind: 'quote' }> | QuotePlace)[];
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
	return { document: { ...document, blocks: frozen }, quotes };
};

/** The document as it was, but for the quotes that are not there any more: in their place it says so. */
export const thawDocument = (
	{ blocks, ...document }: FrozenDocument,
	quotes: readonly Pick<FrozenQuote, 'place' | 'text' | 'reference'>[]
): ReportDocument => {
	const byPlace = new Map(quotes.map((quote) => [quote.place, quote]));
	const locale: Locale = document.language === 'nl-NL' ? 'nl' : 'en';
	return {
		...document,
		blocks: blocks.map((block): Block => {
			if (block.kind !== 'quote-place') return block;
			const quote = byPlace.get(block.place);
			return quote
				? { kind: 'quote', text: quote.text, reference: quote.reference }
				: { kind: 'paragraph', line: line(m.edition_quote_gone({}, { locale }), 'small') };
		})
	};
};

/** Tells whether two documents say the same, at whatever moment they were made. */
export const documentFingerprint = ({ title, subtitle, language, blocks }: ReportDocument): string =>
	dataHash([title, subtitle, language, blocks.map(withoutCoding)]);

/** A part of a document without the id of a coding: what is said is the same in a copy of the project. */
export const withoutCoding = (block: Block): Block =>
	block.kind === 'quote' ? { kind: 'quote', text: block.text, reference: block.reference } : block;
