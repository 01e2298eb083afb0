import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Counts an attempt under a key and tells how many there were in the window, in one statement, so that none slips by. */
export const countAttempt = async (
	db: Db,
	key: string,
	now: Date,
	windowStart: Date
): Promise<{ readonly attempts: number; readonly windowStartedAt: Date }> => {
	const isOver = sql<boolean>`throttles.window_started_at <= ${windowStart}`;
	const row = await db
		.insertInto('throttles')
		.values({ key, attempts: 1, window_started_at: now })
		.onConflict((conflict) =>
			conflict.column('key').doUpdateSet({
				attempts: sql<number>`case when ${isOver} then 1 else throttles.attempts + 1 end`,
				window_started_at: sql<Date>`case when ${isOver} then ${now} else throttles.window_started_at end`
			})
		)
		.returning(['attempts', 'window_started_at'])
		.executeTakeFirstOrThrow();
	return { attempts: row.attempts, windowStartedAt: row.window_started_at };
};

/** Forgets the attempts under a key. */
export const forgetAttempts = async (db: Db, key: string): Promise<void> => {
	await db.deleteFrom('throttles').where('key', '=', key).execute();
};

/** Forgets windows that are over. */
export const deleteOldAttempts = async (db: Db, windowStart: Date): Promise<void> => {
	await db.deleteFrom('throttles').where('window_started_at', '<=', windowStart).execute();
};
