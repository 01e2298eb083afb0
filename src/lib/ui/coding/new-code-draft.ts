import type { Valences } from '#lib/domain/coding/valence.ts';
import type { CodeId, SourceId, UserId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';

/** What someone fills in about a code that is not there yet; an empty `parentId` = at the top. */
export type CodeDraft = {
	readonly name: string;
	readonly parentId: string;
	readonly definition: string;
	readonly why: string;
};

/** What goes on the passage together with the new code. */
export type Along = { readonly codeIds: readonly CodeId[]; readonly valences: Valences; readonly memo: string };

/** A code that is not there yet, for the chosen passage. */
export type NewCodeTask = { readonly kind: 'new'; readonly name: string; readonly along: Along };

/** A code that was made for a passage. */
export type MadeOn = { readonly range: Range; readonly codeId: CodeId };

/** Begins as the drafts of forms do, so that signing out forgets it too. */
const prefix = 'wijkstem.draft.code';

/** What this person filled in for a passage, kept in this tab until it is sent or given up. */
export const newCodeDraft = (userId: UserId, sourceId: SourceId, { start, end }: Range) => {
	const key = `${prefix}.${userId}.${sourceId}.${start}-${end}`;
	return {
		read: (): CodeDraft | null => {
			try {
				const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
				if (typeof value !== 'object' || value === null) return null;
				const text = (field: keyof CodeDraft): string => {
					const found: unknown = Reflect.get(value, field);
					return typeof found === 'string' ? found : '';
				};
				return { name: text('name'), parentId: text('parentId'), definition: text('definition'), why: text('why') };
			} catch {
				return null;
			}
		},
		keep: (draft: CodeDraft): void => {
			try {
				sessionStorage.setItem(key, JSON.stringify(draft));
			} catch {
				// Without storage the draft is still in the form.
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
