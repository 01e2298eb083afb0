import type { UserId } from '#lib/domain/project/ids.ts';
import { keepOwn, readOwn } from './own-storage.ts';
import { readOwnKeys, type OwnKeys } from './key-map.ts';

/** What the colours in the text and its margin stand for. */
export type ColourBy = 'code' | 'coder' | 'valence';

/** What a coder sets, kept in the browser. */
export type Kept = {
	singleKeys: boolean;
	wholeWords: boolean;
	codes: boolean;
	fragment: boolean;
	view: boolean;
	softAside: boolean;
	keepValence: boolean;
	colourBy: ColourBy;
	codesWidth: number;
	fragmentWidth: number;
	keys: OwnKeys;
};

const key = 'wijkstem.desk';

/** Keeps them in this browser for one person; one that keeps nothing still works for this visit. */
export const keepSettings = (userId: UserId, kept: Kept): void => keepOwn(key, userId, kept);

const switches = ['singleKeys', 'wholeWords', 'codes', 'fragment', 'view', 'softAside', 'keepValence'] as const;

/** What was kept in this browser for one person, as far as it can be read. */
export const readKept = (userId: UserId): Partial<Kept> => {
	try {
		const value: unknown = JSON.parse(readOwn(key, userId) ?? '{}');
		if (typeof value !== 'object' || value === null) return {};
		const at = (name: string): unknown => Reflect.get(value, name);
		const set = switches.flatMap((name) => (typeof at(name) === 'boolean' ? [[name, at(name)] as const] : []));
		const [colourBy, codesWidth, fragmentWidth] = [at('colourBy'), at('codesWidth'), at('fragmentWidth')];
		return {
			...Object.fromEntries(set),
			...(colourBy === 'coder' || colourBy === 'valence' ? { colourBy } : {}),
			...(typeof codesWidth === 'number' ? { codesWidth } : {}),
			...(typeof fragmentWidth === 'number' ? { fragmentWidth } : {}),
			keys: readOwnKeys(at('keys'))
		};
	} catch {
		return {};
	}
};
