import type { CodingId, UserId } from '#lib/domain/project/ids.ts';

/** Begins as the drafts of forms do, so that signing out forgets it too. */
const prefix = 'wijkstem.draft.note';

/**
 * What someone is writing, kept in this tab until it is stored: a session that ends, or a page that closes, loses
 * nothing. It is for that person alone, and goes when he or she signs out, or the tab closes.
 */
export const memoDraft = (userId: UserId, codingId: CodingId) => {
	const key = `${prefix}.${userId}.${codingId}`;
	// what stood there when it was written, so that one can see whether that is another text by now
	const onKey = `${key}.on`;
	const read = (name: string): string | null => {
		try {
			return sessionStorage.getItem(name);
		} catch {
			return null;
		}
	};
	return {
		read: (): string | null => read(key),
		/** The text it was written over; null = not known. */
		writtenOver: (): string | null => read(onKey),
		keep: (text: string, over = ''): void => {
			try {
				sessionStorage.setItem(key, text);
				sessionStorage.setItem(onKey, over);
			} catch {
				// Without storage the text is still in the field.
			}
		},
		forget: (): void => {
			try {
				for (const name of [key, onKey]) sessionStorage.removeItem(name);
			} catch {
				// Nothing was kept.
			}
		}
	};
};
