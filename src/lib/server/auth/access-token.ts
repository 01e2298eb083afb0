import type { Actor } from '../access/context.ts';
import type { Db } from '../store/database.ts';
import { findTokenOwner } from '../store/access-tokens.ts';
import { hashKey, newKey } from './one-time-key.ts';

const prefix = 'wst_'; // so that a token found in a file or a log is known for what it is

/** A new personal token: `token` is shown once, `hash` is kept. */
export const newAccessToken = (): { readonly token: string; readonly hash: string } => {
	const token = newKey(prefix);
	return { token, hash: hashKey(token) };
};

/** The token of an `Authorization: Bearer` header, or null when there is no such header. */
export const readBearer = (header: string | null): string | null => {
	const [scheme = '', token = '', ...rest] = (header ?? '').trim().split(/\s+/);
	return scheme.toLowerCase() === 'bearer' && rest.length === 0 ? token : null;
};

/** For whom a token acts, and how far; null when it opens nothing. */
export const actorOfToken = async (db: Db, token: string, now: Date): Promise<Actor | null> => {
	if (!token.startsWith(prefix)) return null;
	const owner = await findTokenOwner(db, hashKey(token), now);
	if (!owner) return null;
	return {
		userId: owner.userId,
		name: owner.name,
		isAdministrator: owner.isAdministrator,
		token: { scope: owner.scope, projectId: owner.projectId }
	};
};
