import type { CodeId } from '#lib/domain/project/ids.ts';

/** The codes behind the keys 1-9. A key keeps its code for as long as possible; `lastUsed` says which is the oldest. */
export type Recents = { readonly slots: readonly CodeId[]; readonly lastUsed: readonly CodeId[] };

export const noRecents: Recents = { slots: [], lastUsed: [] };

/** Only 1-9 are one key. */
export const slotCount = 9;

/** The recents after a code was used: it keeps its key, takes a free one, or that of the code used longest ago. */
export const remember = ({ slots, lastUsed }: Recents, codeId: CodeId): Recents => {
	const used = [codeId, ...lastUsed.filter((id) => id !== codeId)].slice(0, slotCount);
	if (slots.includes(codeId)) return { slots, lastUsed: used };
	if (slots.length < slotCount) return { slots: [...slots, codeId], lastUsed: used };
	const oldest = [...lastUsed].reverse().find((id) => slots.includes(id)) ?? slots[slotCount - 1];
	return { slots: slots.map((id) => (id === oldest ? codeId : id)), lastUsed: used };
};

/** The recents without codes that are gone or became folders. */
export const keepKnown = ({ slots, lastUsed }: Recents, isKnown: (id: CodeId) => boolean): Recents => ({
	slots: slots.filter(isKnown),
	lastUsed: lastUsed.filter(isKnown)
});

/** Reads what was kept in the browser; anything unexpected counts as nothing. */
export const readRecents = (kept: string | null): Recents => {
	if (kept === null) return noRecents;
	try {
		const value: unknown = JSON.parse(kept);
		if (typeof value !== 'object' || value === null) return noRecents;
		const list = (name: string) => {
			const found: unknown = Reflect.get(value, name);
			return Array.isArray(found) ? found.filter((id) => typeof id === 'string').slice(0, slotCount) : [];
		};
		return { slots: [...new Set(list('slots'))], lastUsed: [...new Set(list('lastUsed'))] };
	} catch {
		return noRecents;
	}
};
