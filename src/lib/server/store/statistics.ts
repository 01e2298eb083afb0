import { sql } from 'kysely';
import type { Db } from './database.ts';
import { inTransaction } from './transaction.ts';

const detail = 20; // PostgreSQL's own is 100; a fifth keeps each statement short, and our columns are evenly filled
const grown = 1.2; // a table is measured again when it takes up so many times the pages it had then
const few = 4; // pages; below this any plan is quick

/**
 * Measures the tables that grew since they were last measured, so that the database knows which way is quick. A server
 * does this by itself; the embedded database has nobody to do it. Answers the tables that were measured.
 */
export const refreshStatistics = async (db: Db): Promise<readonly string[]> => {
	const { rows } = await sql<{ name: string }>`select relname as name from pg_class
		where relnamespace = 'public'::regnamespace and relkind = 'r'
			and pg_relation_size(oid) / current_setting('block_size')::int > ${few} + ${grown}::float * relpages
		order by relname`.execute(db);
	// A statement each: others get their turn in between.
	for (const { name } of rows)
		await inTransaction(db, async (trx) => {
			await sql`set local default_statistics_target = ${sql.lit(detail)}`.execute(trx);
			await sql`analyze ${sql.table(name)}`.execute(trx);
		});
	return rows.map(({ name }) => name);
};
