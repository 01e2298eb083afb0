import type { ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** Keeps the one-time link of an invitation by its hash; an earlier link of the same person stops working. */
export const insertInvitation = async (
	db: Db,
	userId: UserId,
	hash: string,
	expiresAt: Date,
	at: Date
): Promise<void> => {
	await deleteInvitationsOf(db, userId);
	await db
		.insertInto('invitations')
		.values({ token_hash: hash, user_id: userId, expires_at: expiresAt, created_at: at })
		.execute();
};

/** Whom an invitation is for, while it lasts. */
export const findInvited = async (db: Db, hash: string, now: Date): Promise<UserId | null> => {
	const row = await db
		.selectFrom('invitations')
		.innerJoin('users', 'users.id', 'invitations.user_id')
		.select('invitations.user_id')
		.where('invitations.token_hash', '=', hash)
		.where('invitations.expires_at', '>', now)
		.where('users.disabled_at', 'is', null)
		.executeTakeFirst();
	return row?.user_id ?? null;
};

/** Uses an invitation up; false when somebody just did. */
export const deleteInvitation = async (db: Db, hash: string): Promise<boolean> => {
	const { numDeletedRows } = await db.deleteFrom('invitations').where('token_hash', '=', hash).executeTakeFirst();
	return numDeletedRows > 0n;
};

/** Withdraws the invitations of a person. */
export const deleteInvitationsOf = async (db: Db, userId: UserId): Promise<void> => {
	await db.deleteFrom('invitations').where('user_id', '=', userId).execute();
};

/** Until when the links of invited members of a project work; who is not in it has no link any more. */
export const invitationsOfMembers = async (db: Db, projectId: ProjectId): Promise<ReadonlyMap<UserId, Date>> => {
	const rows = await db
		.selectFrom('invitations')
		.select(['user_id', 'expires_at'])
		.where('user_id', 'in', (eb) =>
			eb.selectFrom('memberships').select('memberships.user_id').where('memberships.project_id', '=', projectId)
		)
		.execute();
	return new Map(rows.map((row) => [row.user_id, row.expires_at]));
};
