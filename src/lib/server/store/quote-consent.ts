import { sql } from 'kysely';
import type { CodingId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/**
 * Whether the words of a coding may be shown in reports and exports, as a condition on `codings` and `sources`:
 * `mayQuotePassage` in SQL, and a test walks both. The voices are looked at only where the interview as a whole may not
 * be quoted.
 */
export const mayQuoteCoding = sql<boolean>`(sources.quotes_allowed or coalesce((
	select bool_and(coalesce(speakers.quotes_allowed, false))
	from turns left join speakers on speakers.id = turns.speaker_id
	where turns.source_id = codings.source_id and turns.version = codings.version
		and turns.start_position < codings.end_position and turns.end_position > codings.start_position), false))`;

/** Whether the words of one coding may be shown; false when there is no such coding. */
export const isQuotable = async (db: Db, codingId: CodingId): Promise<boolean> => {
	const { rows } = await sql<{ may: boolean }>`select ${mayQuoteCoding} as may
		from codings join sources on sources.id = codings.source_id where codings.id = ${codingId}`.execute(db);
	return rows[0]?.may ?? false;
};
