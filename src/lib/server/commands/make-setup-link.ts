import type { Entrance } from '../auth/entrance.ts';
import { hashKey, newKey } from '../auth/one-time-key.ts';
import { insertSetupLink } from '../store/setup-links.ts';
import { hasUsers } from '../store/users.ts';
import { setupLinksSince } from './set-up.ts';

/** The key of a one-time link for the first administrator, or null when there is one already. */
export const makeSetupLink = async ({ db, now }: Entrance): Promise<string | null> => {
	if (await hasUsers(db)) return null;
	const key = newKey();
	await insertSetupLink(db, hashKey(key), now(), setupLinksSince(now()));
	return key;
};
