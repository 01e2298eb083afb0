import type { CodingId } from '#lib/domain/project/ids.ts';

/**
 * What someone is writing, kept in this tab until it is stored: a session that ends, or a page that closes, loses
 * nothing. It goes when the tab closes.
 */
export const memoDraft = (codingId: CodingId) => {
	const key = `wijkstem.memo.${codingId}`;
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
