import type { CodingId, UserId } from '#lib/domain/project/ids.ts';

/** Begins as the drafts of forms do, so that signing out forgets it too. */
const prefix = 'wijkstem.draft.note';

/**
 * What someone is writing, kept in this tab until it is stored: a session that ends, or a page that closes, loses
 * nothing. It is for that person alone, and goes when he or she signs out, or the tab closes.
 */
export const memoDraft = (userId: UserId, codingId: CodingId) => {
	const key = `${prefix}.${userId}.${codingId}`;
	return {
		read: (): string | null => {
			try {
				return sessionStorage.getItem(key);
			} catch {
				return null;
			}
		},
		keep: (text: string): void => {
			try {
				sessionStorage.setItem(key, text);
			} catch {
				// Without storage the text is still in the field.
			}
		},
		forget: (): void => {
			try {
				sessionStorage.removeItem(key);
			} catch {
				// Nothing was kept.
			}
		}
	};
};
