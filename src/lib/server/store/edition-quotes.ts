import { sql } from 'kysely';
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

/** Stores which interviews a new edition counts. */
export const insertEditionSources = async (
	trx: Db,
	editionId: EditionId,
	sourceIds: readonly SourceId[]
): Promise<void> => {
	await sql`insert into edition_sources (edition_id, source_id)
		select ${editionId}::uuid, unnest(${[...sourceIds]}::uuid[])`.execute(trx);
};

/** The editions that count a source, as far as that is known. */
export const listEditionsCounting = async (db: Db, sourceId: SourceId): Promise<readonly EditionId[]> =>
	(await db.selectFrom('edition_sources').select('edition_id').where('source_id', '=', sourceId).execute()).map(
		({ edition_id }) => edition_id
	);

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

/** A quote of a source in a published edition. */
export type QuoteFrom = EditionQuote & {
	readonly editionId: EditionId;
	/** from 1, among the quotes that are shown now; null = it is not shown any more */
	readonly shownAs: number | null;
};

/** Where published editions quote a source, in reading order; the rule of `listEditionQuotes` says what is shown. */
export const listEditionQuotesFrom = async (db: Db, sourceId: SourceId): Promise<readonly QuoteFrom[]> => {
	const { rows } = await sql<{
		edition_id: string;
		place: number;
		coding_id: string;
		said: string;
		reference: string;
		shown_as: number | null;
	}>`select edition_id, place, coding_id, said, reference, case when is_shown then nth::int end as shown_as
		from (select quotes.*, count(*) filter (where is_shown) over (partition by edition_id order by place) as nth
			from (select edition_quotes.*, codings.source_id, sources.status = 'released' and sources.deleted_at is null
					and ${mayQuoteCoding} as is_shown
				from edition_quotes join codings on codings.id = edition_quotes.coding_id
					join sources on sources.id = codings.source_id
				where edition_id in (select edition_id from edition_quotes as quoting
					join codings as own on own.id = quoting.coding_id where own.source_id = ${sourceId})) as quotes) as numbered
		where source_id = ${sourceId} order by edition_id, place`.execute(db);
	return rows.map(({ edition_id, coding_id, said, shown_as, ...row }) => ({
		...row,
		...{ editionId: edition_id, codingId: coding_id, text: said, shownAs: shown_as }
	}));
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
