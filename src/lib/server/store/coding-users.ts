import { sql } from 'kysely';
import type { CodingId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/**
 * Everybody whose work leans on a coding, beside `codings`: who wrote its note or a memo about it (also a private one),
 * chose its words for a display, brought them forward as evidence, or has them in a report or a published factsheet.
 */
const users = sql`select unnest(case when codings.memo_writers = '{}'
			then array[codings.coder_id] else codings.memo_writers end) where codings.memo <> ''
	union all select author_id from memos where coding_id = codings.id and deleted_at is null
	union all select chosen_by from chosen_quotes where coding_id = codings.id
	union all select added_by from explanation_evidence where coding_id = codings.id
	union all select unnest(array_remove(array[said_by, kept_by], null)) from report_blocks join reports on reports.id = report_id
		where coding_id = codings.id and reports.deleted_at is null
	union all select published_by from edition_quotes join factsheet_editions as edition on edition.id = edition_id
		where coding_id = codings.id and edition.withdrawn_at is null`;

/** Whether work of somebody else than this person leans on a coding, as a condition beside `codings`. */
export const isUsedByOthers = (userId: UserId) =>
	sql<boolean>`exists (select from (${users}) as used (by) where used.by <> ${userId}::uuid)`;

/** Everybody whose work leans on a coding. */
export const listCodingUsers = async (db: Db, codingId: CodingId): Promise<readonly UserId[]> => {
	const { rows } = await sql<{ by: UserId }>`select distinct used.by
		from codings cross join lateral (${users}) as used (by) where codings.id = ${codingId}::uuid`.execute(db);
	return rows.map(({ by }) => by);
};

/** Those of these codings that work of somebody else than this person leans on. */
export const listUsedByOthers = async (
	db: Db,
	codingIds: readonly CodingId[],
	userId: UserId
): Promise<ReadonlySet<CodingId>> => {
	const { rows } = await sql<{ id: CodingId }>`select codings.id from codings
		where codings.id = any(${[...codingIds]}::uuid[]) and ${isUsedByOthers(userId)}`.execute(db);
	return new Set(rows.map(({ id }) => id));
};
