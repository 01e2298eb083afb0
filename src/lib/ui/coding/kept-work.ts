import type { Seen } from '#lib/domain/coding/undo.ts';
import type { CodingId, SourceId, UserId } from '#lib/domain/project/ids.ts';
import { longest, type Action } from './action-history.svelte.ts';
import { neededTrails, type KeptTrail } from './kept-trails.ts';

/** What the browser remembers of one person's work on one source: ids and places, never words of the text. */
export type Kept = {
	/** the text version the places are counted over */
	readonly version: number;
	readonly done: readonly Action[];
	readonly undone: readonly Action[];
	readonly trails: readonly KeptTrail[];
	/** as what this desk knew each stored coding that can be undone */
	readonly seen?: Readonly<Record<CodingId, Seen>>;
	/** when it was kept, in milliseconds since 1970; absent = long ago */
	readonly at?: number;
};

/** Of whom and of what the work is. */
export type Work = { readonly userId: UserId; readonly sourceId: SourceId; readonly version: number };

/** The work of one desk: each that is open keeps its own, so that two of them never write over each other. */
export type DeskOfWork = Work & { readonly deskId: string };

/** What is kept under one key. `deskId` null = it is no desk's: done in a list of quotes, or kept long ago. */
export type KeptRecord = { readonly key: string; readonly deskId: string | null; readonly kept: Kept };

const start = 'wijkstem.work.';
const baseOf = ({ userId, sourceId }: Omit<Work, 'version'>) => `${start}${userId}.${sourceId}`;

/** Where work is kept; `earlier`: the version of the text it was done on, when that is not the one of the desk. */
export const keyOf = (work: Omit<Work, 'version'>, deskId: string | null, earlier?: number): string =>
	`${baseOf(work)}${earlier === undefined ? '' : `.${earlier}`}${deskId === null ? '' : `~${deskId}`}`;

/** All that is kept of this person's work on a source, by any desk. */
export const recordsOf = (work: Omit<Work, 'version'>): readonly KeptRecord[] => {
	const base = baseOf(work);
	return keysOfStorage().flatMap((key): readonly KeptRecord[] => {
		if (!key.startsWith(base)) return [];
		const found = /^(?:\.(\d+))?(?:~(.+))?$/.exec(key.slice(base.length));
		const kept = found && readKept(key, found[1] === undefined ? undefined : Number(found[1]));
		return kept ? [{ key, deskId: found[2] ?? null, kept }] : [];
	});
};

/** Several desks' work on one version of a text as that of one; what is in both counts once. */
export const mergeKept = (version: number, all: readonly Kept[]): Kept => {
	const seen = Object.assign({}, ...all.map((one) => one.seen)) as Record<CodingId, Seen>;
	const [first, ...others] = all.filter(({ done, undone }) => done.length + undone.length > 0);
	return {
		version,
		at: Math.max(0, ...all.map(({ at }) => at ?? 0)),
		...(Object.keys(seen).length > 0 && { seen }),
		done: unique(
			all.flatMap(({ done }) => done),
			(action) => JSON.stringify(action)
		).slice(-longest),
		// What one desk undid cannot be done again after what another one did.
		undone: first && others.length === 0 ? first.undone : [],
		trails: unique(
			all.flatMap(({ trails }) => trails),
			(trail) => (trail.kind === 'add' ? `add ${trail.coding.id}` : JSON.stringify(trail))
		)
	};
};

/** Each once, the last of those that are the same. */
const unique = <T>(all: readonly T[], keyed: (one: T) => string): readonly T[] => [
	...new Map(all.map((one) => [keyed(one), one])).values()
];

/**
 * Keeps work, or nothing when nothing is left. When the browser has no room, what can be undone in other sources goes,
 * the oldest first, and then what can be undone here; what is not stored stays. false = that does not fit either.
 */
export const write = (key: string, kept: Kept): boolean => {
	if (put(key, kept)) return true;
	for (const other of historiesBeside(key)) {
		put(other.key, unstoredOf(other.kept));
		if (put(key, kept)) return true;
	}
	return put(key, unstoredOf(kept));
};

const put = (key: string, kept: Kept): boolean => {
	try {
		if (isEmpty(kept)) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(kept));
		return true;
	} catch {
		// Full, or a browser that keeps nothing: it still works for this visit.
		return false;
	}
};

const isEmpty = ({ done, undone, trails }: Kept) => done.length + undone.length + trails.length === 0;

/** Work without what can be undone: what the server does not have. */
export const unstoredOf = (kept: Kept): Kept => ({
	version: kept.version,
	...(kept.at !== undefined && { at: kept.at }),
	done: [],
	undone: [],
	trails: neededTrails(kept.trails)
});

/** What is kept of other sources, with something that can be undone; the oldest first. */
const historiesBeside = (key: string): readonly { readonly key: string; readonly kept: Kept }[] =>
	keysOfStorage()
		.filter((other) => other.startsWith(start) && sourceOf(other) !== sourceOf(key))
		.flatMap((other) => {
			const kept = readKept(other);
			return kept && kept.done.length + kept.undone.length > 0 ? [{ key: other, kept }] : [];
		})
		.sort((a, b) => (a.kept.at ?? 0) - (b.kept.at ?? 0));

/** Of whom and of which source a key is, without version and desk. */
const sourceOf = (key: string): string => key.split('~', 1).join('').split('.').slice(0, 4).join('.');

/** Puts work under another key together with what is there; what does not fit stays where it was. */
export const moveKept = (from: readonly KeptRecord[], to: string, version: number): void => {
	const own = readKept(to);
	const before = from.map(({ key }) => [key, localStorage.getItem(key)] as const);
	for (const { key } of from) localStorage.removeItem(key);
	if (write(to, mergeKept(version, [...from.map(({ kept }) => kept), ...(own ? [own] : [])]))) return;
	for (const [key, value] of before) if (value !== null) localStorage.setItem(key, value);
};

/** `version`: of codings alone, which is how work on an earlier version was once kept. */
export const readKept = (key: string, version?: number): Kept | null => {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
		if (version !== undefined && Array.isArray(value)) return { version, done: [], undone: [], trails: value };
		return isKept(value) ? value : null;
	} catch {
		return null;
	}
};

const keysOfStorage = (): readonly string[] => {
	try {
		return Object.keys(localStorage);
	} catch {
		return [];
	}
};

const isKept = (value: unknown): value is Kept =>
	typeof value === 'object' &&
	value !== null &&
	'version' in value &&
	'done' in value &&
	Array.isArray(value.done) &&
	'undone' in value &&
	Array.isArray(value.undone) &&
	'trails' in value &&
	Array.isArray(value.trails);
