import type { AreaId, CodeId, CodingId, PillarId, WaveId } from '../project/ids.ts';

/** Where a chosen quote stands: in which display, for which theme, and the coding whose words it shows. */
export type QuotePlace = {
	readonly pillarId: PillarId;
	readonly areaId: AreaId;
	readonly fromWaveId: WaveId;
	readonly toWaveId: WaveId;
	readonly codeId: CodeId;
	readonly codingId: CodingId;
};

/** A code that goes into another, as chosen quotes see it. */
export type QuotedMerge = {
	readonly from: CodeId;
	readonly into: CodeId;
	/** the pillars in which the code that stays is a theme */
	readonly pillarIds: readonly PillarId[];
	/** the codings that went into another one, with that one */
	readonly kept: ReadonlyMap<CodingId, CodingId>;
};

/**
 * Where chosen quotes stand after a merge, in the order they were given: those of the code that goes follow it in pillars
 * where the other is a theme, and those whose coding goes into another follow that one. A quote stays where it is when
 * its new place is taken; `quotes` therefore holds those of the code that stays too.
 */
export const quotesAfterMerge = (
	quotes: readonly QuotePlace[],
	{ from, into, pillarIds, kept }: QuotedMerge
): readonly QuotePlace[] => {
	const taken = new Set(quotes.map(keyOf));
	return quotes.map((quote) => {
		const codeId = quote.codeId === from && pillarIds.includes(quote.pillarId) ? into : quote.codeId;
		const after = { ...quote, codeId, codingId: kept.get(quote.codingId) ?? quote.codingId };
		if (taken.has(keyOf(after))) return quote;
		taken.delete(keyOf(quote));
		taken.add(keyOf(after));
		return after;
	});
};

const keyOf = ({ pillarId, areaId, fromWaveId, toWaveId, codeId, codingId }: QuotePlace): string =>
	[pillarId, areaId, fromWaveId, toWaveId, codeId, codingId].join(' ');
