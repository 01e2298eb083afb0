import type { CodingId, EditionId, SourceId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { mayQuoteCoding } from './quote-consent.ts';

/** A quote in a published edition, as it was published. */
export type EditionQuote = {
	/** from 0, in reading order */
	readonly place: number;
	readonly codingId: CodingId;
	readonly text: string;
	readonly reference: string;
};

/** Stores the quotes of a new edition. */
export const insertEditionQuotes = async (
	trx: Db,
	editionId: EditionId,
	quotes: readonly EditionQuote[]
): Promise<void> => {
	if (quotes.length === 0) return;
	await trx
		.insertInto('edition_quotes')
		.values(
			quotes.map(({ place, codingId, text, reference }) => ({
				edition_id: editionId,
				place,
				coding_id: codingId,
				said: text,
				reference
			}))
		)
		.execute();
};

/**
 * The quotes of an edition that may still be shown: their interview is there and released, and who speaks allows
 * quotes. That a coder took the coding away does not matter: what was published then stays.
 */
export const listEditionQuotes = async (db: Db, editionId: EditionId): Promise<readonly EditionQuote[]> => {
	const rows = await db
		.selectFrom('edition_quotes')
		.innerJoin('codings', 'codings.id', 'edition_quotes.coding_id')
		.innerJoin('sources', 'sources.id', 'codings.source_id')
		.select(['place', 'coding_id', 'said', 'reference'])
		.where('edition_id', '=', editionId)
		.where('sources.status', '=', 'released')
		.where('sources.deleted_at', 'is', null)
		.where(mayQuoteCoding)
		.orderBy('place')
		.execute();
	return rows.map(({ place, coding_id, said, reference }) => ({ place, codingId: coding_id, text: said, reference }));
};

/** The words of an interview in published editions. */
export type EditionWords = Pick<EditionQuote, 'place' | 'text'> & { readonly editionId: EditionId };

/** The words that published editions hold of an interview. */
export const listEditionWords = async (db: Db, sourceId: SourceId): Promise<readonly EditionWords[]> => {
	const rows = await db
		.selectFrom('edition_quotes')
		.innerJoin('codings', 'codings.id', 'edition_quotes.coding_id')
		.select(['edition_id', 'place', 'said'])
		.where('codings.source_id', '=', sourceId)
		.orderBy('edition_id')
		.orderBy('place')
		.execute();
	return rows.map(({ edition_id, place, said }) => ({ editionId: edition_id, place, text: said }));
};

/** Stores words of an interview in an edition in which something was replaced. */
export const storeEditionWords = async (trx: Db, { editionId, place, text }: EditionWords): Promise<void> => {
	await trx
		.updateTable('edition_quotes')
		.set({ said: text })
		.where('edition_id', '=', editionId)
		.where('place', '=', place)
		.execute();
};
