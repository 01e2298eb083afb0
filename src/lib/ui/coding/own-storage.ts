import type { UserId } from '#lib/domain/project/ids.ts';

/** Where the browser keeps something of one person: more than one may work in it. */
export const ownKey = (key: string, userId: UserId): string => `${key}.${userId}`;

/**
 * What the browser keeps of one person under a key; null = nothing, also when it cannot be read. What was kept there
 * when the key was not yet of one person goes to who comes first.
 */
export const readOwn = (key: string, userId: UserId): string | null => {
	try {
		const own = localStorage.getItem(ownKey(key, userId));
		const shared = localStorage.getItem(key);
		if (shared === null) return own;
		if (own === null) localStorage.setItem(ownKey(key, userId), shared);
		localStorage.removeItem(key);
		return own ?? shared;
	} catch {
		return null;
	}
};

/** Keeps something of one person; in a browser that keeps nothing it lasts for this visit. */
export const keepOwn = (key: string, userId: UserId, value: unknown): void => {
	try {
		localStorage.setItem(ownKey(key, userId), JSON.stringify(value));
	} catch {
		// Nothing to keep it in.
	}
};
