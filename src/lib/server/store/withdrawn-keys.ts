import { sql } from 'kysely';
import type { SourceId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** How many placeholders of some interviews the key explains. Without a key (a project that has none) there are none. */
export const countKeys = async (db: Db, sourceIds: readonly SourceId[]): Promise<ReadonlyMap<SourceId, number>> => {
	const { rows: tables } = await sql<{ is_there: boolean }>`select
		to_regclass('pseudonym_keys') is not null as is_there`.execute(db);
	if (!tables[0]?.is_there) return new Map();
	const { rows } = await sql<{ source_id: string; keys: number }>`select source_id, count(*)::int as keys
		from pseudonym_keys where source_id = any(${[...sourceIds]}::uuid[]) group by source_id`.execute(db);
	return new Map(rows.map(({ source_id, keys }) => [source_id, keys]));
};
