import type { CodeId } from '#lib/domain/project/ids.ts';
import { slotCount, type Recents } from './recents.ts';

/** Codes that a person tied to a number, by number. */
export type Favourites = Readonly<Record<string, CodeId>>;

export const noFavourites: Favourites = {};

/** The number a code is tied to; null = none. */
export const numberOf = (favourites: Favourites, codeId: CodeId): number | null => {
	const found = Object.entries(favourites).find(([, id]) => id === codeId);
	return found ? Number(found[0]) : null;
};

/** The favourites with a code at a number, and only there; null takes it away. What was at the number gives way. */
export const tie = (favourites: Favourites, codeId: CodeId, number: number | null): Favourites => {
	const others = Object.entries(favourites).filter(([at, id]) => id !== codeId && at !== String(number));
	return Object.fromEntries(number === null ? others : [...others, [String(number), codeId]]);
};

/**
 * The codes behind the keys 1-9: favourites at their own number, and the codes used last on the rest. Those keep their
 * place when it is free; with too little room the ones used longest ago give way.
 */
export const behindKeys = ({ slots, lastUsed }: Recents, favourites: Favourites): readonly (CodeId | null)[] => {
	const keys: (CodeId | null)[] = Array.from(
		{ length: slotCount },
		(_, index) => favourites[String(index + 1)] ?? null
	);
	const free = keys.filter((id) => id === null).length;
	const tied = new Set(Object.values(favourites));
	const age = (id: CodeId) => (lastUsed.includes(id) ? lastUsed.indexOf(id) : slotCount);
	const loose = slots.map((id, index) => ({ id, index })).filter(({ id }) => !tied.has(id));
	const kept = [...loose].sort((a, b) => age(a.id) - age(b.id)).slice(0, free);
	const homeless = loose.filter((slot) => {
		if (!kept.includes(slot)) return false;
		if (keys[slot.index] !== null) return true;
		keys[slot.index] = slot.id;
		return false;
	});
	for (const { id } of homeless) keys[keys.indexOf(null)] = id;
	return keys;
};

/** Reads what was kept in the browser, without codes that are gone; anything unexpected counts as nothing. */
export const readFavourites = (kept: string | null, isKnown: (id: CodeId) => boolean): Favourites => {
	try {
		const value: unknown = JSON.parse(kept ?? '{}');
		if (typeof value !== 'object' || value === null) return noFavourites;
		return Object.entries(value).reduce<Favourites>(
			(found, [number, id]: [string, unknown]) =>
				/^[1-9]$/.test(number) && typeof id === 'string' && isKnown(id) ? tie(found, id, Number(number)) : found,
			noFavourites
		);
	} catch {
		return noFavourites;
	}
};
