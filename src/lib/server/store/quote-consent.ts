import { sql, type RawBuilder } from 'kysely';
import type { CodingId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** A place in the text of a source: a range of positions in one of its versions. */
type Place = Readonly<Record<'sourceId' | 'version' | 'start' | 'end', RawBuilder<unknown>>>;

/** Whether everybody who speaks in a place allows quotes, where the interview as a whole may not be quoted. */
export const mayVoicesQuote = ({ sourceId, version, start, end }: Place) => sql<boolean>`coalesce((
	select bool_and(coalesce(speakers.quotes_allowed, false))
	from turns left join speakers on speakers.id = turns.speaker_id
	where turns.source_id = ${sourceId} and turns.version = ${version}
		and turns.start_position < ${end} and turns.end_position > ${start}), false)`;

/**
 * Whether the words of a coding may be shown in reports and exports, as a condition on `codings` and `sources`:
 * `mayQuotePassage` in SQL, and a test walks both. The voices are looked at only where the interview as a whole may not
 * be quoted.
 */
export const mayQuoteCoding = sql<boolean>`(sources.quotes_allowed or ${mayVoicesQuote({
	sourceId: sql`codings.source_id`,
	version: sql`codings.version`,
	start: sql`codings.start_position`,
	end: sql`codings.end_position`
})})`;

/** Whether the words of one coding may be shown; false when there is no such coding. */
export const isQuotable = async (db: Db, codingId: CodingId): Promise<boolean> => {
	const { rows } = await sql<{ may: boolean }>`select ${mayQuoteCoding} as may
		from codings join sources on sources.id = codings.source_id where codings.id = ${codingId}`.execute(db);
	return rows[0]?.may ?? false;
};
