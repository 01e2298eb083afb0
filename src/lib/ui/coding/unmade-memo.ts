import type { CodingId, UserId } from '#lib/domain/project/ids.ts';

/** Begins as the drafts of forms do, so that signing out forgets it too. */
const prefix = 'wijkstem.draft.unmade';

/**
 * The note of a new coding that was given up, for when that is taken back. It stays in this tab and not in the browser,
 * where it would outlive the session of who wrote it.
 */
export const unmadeMemo = (userId: UserId, codingId: CodingId) => {
	const key = `${prefix}.${userId}.${codingId}`;
	return {
		read: (): string => {
			try {
				return sessionStorage.getItem(key) ?? '';
			} catch {
				return '';
			}
		},
		keep: (memo: string): void => {
			try {
				sessionStorage.setItem(key, memo);
			} catch {
				// Without storage the note is there for as long as the page is.
			}
		}
	};
};
