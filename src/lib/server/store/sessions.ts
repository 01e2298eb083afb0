import type { UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';

/** A session as it is kept: under the SHA-256 of what the browser holds. */
export type StoredSession = {
	readonly hash: string;
	readonly userId: UserId;
	/** end by standing still; moves on with activity */
	readonly expiresAt: Date;
	/** end in any case */
	readonly endsAt: Date;
};

/** The person of a session, when the account was not ended. */
export type SessionUser = {
	readonly userId: UserId;
	readonly name: string;
	readonly isAdministrator: boolean;
};

/** Finds a session with its person; `user` is null when the account was ended. */
export const findSession = async (
	db: Db,
	hash: string
): Promise<{ session: StoredSession; user: SessionUser | null } | null> => {
	const row = await db
		.selectFrom('sessions')
		.innerJoin('users', 'users.id', 'sessions.user_id')
		.select(['sessions.user_id', 'sessions.expires_at', 'sessions.ends_at'])
		.select(['users.name', 'users.is_administrator', 'users.disabled_at'])
		.modifyFront(keepPlan)
		.where('sessions.id', '=', hash)
		.executeTakeFirst();
	if (!row) return null;
	return {
		session: { hash, userId: row.user_id, expiresAt: row.expires_at, endsAt: row.ends_at },
		user:
			row.disabled_at === null ? { userId: row.user_id, name: row.name, isAdministrator: row.is_administrator } : null
	};
};

/** Stores a new session. */
export const insertSession = async (db: Db, session: StoredSession): Promise<void> => {
	await db
		.insertInto('sessions')
		.values({
			id: session.hash,
			user_id: session.userId,
			expires_at: session.expiresAt,
			ends_at: session.endsAt
		})
		.execute();
};

/** Moves the end by standing still. */
export const updateSessionExpiry = async (db: Db, hash: string, expiresAt: Date): Promise<void> => {
	await db.updateTable('sessions').set({ expires_at: expiresAt }).where('id', '=', hash).execute();
};

/** The sessions of a person that are still open, the latest first. */
export const listSessions = async (db: Db, userId: UserId, now: Date): Promise<readonly StoredSession[]> => {
	const rows = await db
		.selectFrom('sessions')
		.select(['id', 'user_id', 'expires_at', 'ends_at'])
		.where('user_id', '=', userId)
		.where('expires_at', '>', now)
		.orderBy('ends_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		hash: row.id,
		userId: row.user_id,
		expiresAt: row.expires_at,
		endsAt: row.ends_at
	}));
};

/** Ends one session. */
export const deleteSession = async (db: Db, hash: string): Promise<void> => {
	await db.deleteFrom('sessions').where('id', '=', hash).execute();
};

/** Ends a session of this person; false when there is none with this hash. */
export const deleteSessionOf = async (db: Db, userId: UserId, hash: string): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('sessions')
		.where('id', '=', hash)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};

/** Ends all sessions of a person, or all but one. */
export const deleteSessionsOf = async (db: Db, userId: UserId, exceptHash: string | null = null): Promise<void> => {
	const query = db.deleteFrom('sessions').where('user_id', '=', userId);
	await (exceptHash === null ? query : query.where('id', '<>', exceptHash)).execute();
};

/** Removes sessions that ended. */
export const deleteEndedSessions = async (db: Db, now: Date): Promise<void> => {
	await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
};
