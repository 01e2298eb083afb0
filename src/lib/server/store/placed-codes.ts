import { sql } from 'kysely';
import type { CodeId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Notes who gave these codes their place. */
export const notePlaced = async (db: Db, codeIds: readonly CodeId[], by: UserId): Promise<void> => {
	if (codeIds.length === 0) return;
	await sql`update codes set placed_by = ${by} where id = any(${[...codeIds]}::uuid[])`.execute(db);
};

/** Who put these codes where they stand: oneself or another; a code is absent when that is not known. */
export const listPlacedBy = async (
	db: Db,
	codeIds: readonly CodeId[],
	me: UserId
): Promise<ReadonlyMap<CodeId, 'me' | 'other'>> => {
	const { rows } = await sql<{ id: CodeId; by: UserId }>`select id, placed_by as by from codes
		where id = any(${[...codeIds]}::uuid[]) and placed_by is not null`.execute(db);
	return new Map(rows.map(({ id, by }) => [id, by === me ? 'me' : 'other']));
};
