import { sql } from 'kysely';
import type { Db } from '../../src/lib/server/store/database.ts';

/** How many rows each table has. */
export const countRows = async (db: Db): Promise<Readonly<Record<string, number>>> => {
	const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
		where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
	const counts = tables.map(
		({ name }) => sql`select ${name}::text as name, count(*)::int as rows from ${sql.table(name)}`
	);
	const { rows } = await sql<{ name: string; rows: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
	return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
};
