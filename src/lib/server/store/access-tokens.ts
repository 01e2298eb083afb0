import type { ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';

/** A personal token for the API; the token itself is shown once and kept nowhere. */
export type AccessToken = {
	readonly id: string;
	readonly name: string;
	readonly scope: 'read' | 'write';
	/** null = all projects of the person */
	readonly projectId: ProjectId | null;
	readonly expiresAt: Date;
	readonly createdAt: Date;
};

/** The person a token acts for; null when it is unknown, past its end, or the account was ended. */
export const findTokenOwner = async (
	db: Db,
	hash: string,
	now: Date
): Promise<{
	readonly userId: UserId;
	readonly name: string;
	readonly isAdministrator: boolean;
	readonly scope: 'read' | 'write';
	readonly projectId: ProjectId | null;
} | null> => {
	const row = await db
		.selectFrom('access_tokens')
		.innerJoin('users', 'users.id', 'access_tokens.user_id')
		.select(['access_tokens.user_id', 'access_tokens.scope', 'access_tokens.project_id'])
		.select(['users.name', 'users.is_administrator'])
		.modifyFront(keepPlan)
		.where('access_tokens.token_hash', '=', hash)
		.where('access_tokens.expires_at', '>', now)
		.where('users.disabled_at', 'is', null)
		.executeTakeFirst();
	if (!row) return null;
	return {
		userId: row.user_id,
		name: row.name,
		isAdministrator: row.is_administrator,
		scope: row.scope,
		projectId: row.project_id
	};
};

/** The tokens of a person, the newest first; those past their end too, so that one sees why a program stopped. */
export const listTokens = async (db: Db, userId: UserId): Promise<readonly AccessToken[]> => {
	const rows = await db
		.selectFrom('access_tokens')
		.select(['id', 'name', 'scope', 'project_id', 'expires_at', 'created_at'])
		.where('user_id', '=', userId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		scope: row.scope,
		projectId: row.project_id,
		expiresAt: row.expires_at,
		createdAt: row.created_at
	}));
};

/** Stores a token by its hash. */
export const insertToken = async (db: Db, userId: UserId, token: AccessToken, hash: string): Promise<void> => {
	await db
		.insertInto('access_tokens')
		.values({
			id: token.id,
			user_id: userId,
			project_id: token.projectId,
			name: token.name,
			token_hash: hash,
			scope: token.scope,
			expires_at: token.expiresAt,
			created_at: token.createdAt
		})
		.execute();
};

/** Withdraws a token of this person; false when there is none with this id. */
export const deleteTokenOf = async (db: Db, userId: UserId, tokenId: string): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('access_tokens')
		.where('id', '=', tokenId)
		.where('user_id', '=', userId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};

/** Withdraws all tokens of a person. */
export const deleteTokensOf = async (db: Db, userId: UserId): Promise<void> => {
	await db.deleteFrom('access_tokens').where('user_id', '=', userId).execute();
};
