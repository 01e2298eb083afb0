import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Sends a payload to every process that listens on a channel of the database; at most 8,000 bytes. */
export const notify = async (db: Db, channel: string, payload: string): Promise<void> => {
	await sql`select pg_notify(${channel}, ${payload})`.execute(db);
};
