import { subjectOf, withIds } from '#lib/domain/coding/undo.ts';
import type { CodeId, CodingId, SourceId, UserId } from '#lib/domain/project/ids.ts';
import { longest, type Action } from './action-history.svelte.ts';
import type { CodingActions } from './coding-actions.ts';
import type { CodingSync } from './coding-sync.ts';
import type { KeptTrail } from './kept-trails.ts';
import type { DeskCoding } from './desk-coding.ts';

/** What the browser remembers of one person's work on one source: ids and places, never words of the text. */
export type Kept = {
	/** the text version the places are counted over */
	readonly version: number;
	readonly done: readonly Action[];
	readonly undone: readonly Action[];
	readonly trails: readonly KeptTrail[];
};

/** Of whom and of what the work is. */
export type Work = { readonly userId: UserId; readonly sourceId: SourceId; readonly version: number };

type Desk = {
	readonly actions: CodingActions;
	readonly sync: CodingSync;
	readonly store: { readonly all: readonly DeskCoding[] };
};

type Taker = Pick<Desk, 'actions' | 'sync'> & {
	/** how a code was called that may be gone by now */
	readonly rememberCode?: (codeId: CodeId, name: string) => void;
};

const keyOf = ({ userId, sourceId }: Omit<Work, 'version'>) => `wijkstem.work.${userId}.${sourceId}`;

/** Work that was done on another version of the text, and is not carried to the present one yet. */
const earlierKeyOf = (work: Omit<Work, 'version'>, version: number) => `${keyOf(work)}.${version}`;

/**
 * Writes down what can be undone and what is not stored yet, so that both outlive the page. When the text has a newer
 * version by now, it waits for the desk of that version; `isLeft`: which has it already.
 */
export const keepWork = (work: Work, { actions, sync, store }: Desk, isLeft = false): void => {
	const isBehind = (readKept(keyOf(work))?.version ?? 0) > work.version;
	if (isBehind && isLeft) return;

	const lasting = (id: CodingId) => sync.lastingId(id);
	const lastingAction = (action: Action): Action => ({
		...action,
		steps: action.steps.map((step) => withIds(step, lasting))
	});
	const { done, undone } = actions.history;
	const kept: Kept = {
		version: work.version,
		done: done.map(lastingAction),
		undone: undone.map(lastingAction),
		trails: sync
			.kept(store.all)
			.map((trail) => (trail.kind === 'add' ? { ...trail, codeName: actions.nameOf(trail.coding.codeId) } : trail))
	};
	write(isBehind ? earlierKeyOf(work, work.version) : keyOf(work), kept);
};

const write = (key: string, kept: Kept): void => {
	try {
		if (kept.done.length + kept.undone.length + kept.trails.length === 0) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(kept));
	} catch {
		// A browser that keeps nothing still works for this visit.
	}
};

/**
 * Takes up the work of an earlier visit. What was done on an earlier version of the text is set aside, to be carried to
 * this one. Answers how many changes cannot be made any more, because their coding went meanwhile.
 */
export const takeUpWork = (work: Work, { actions, sync, rememberCode }: Taker): number => {
	setAside(work);
	const kept = readKept(keyOf(work));
	if (kept?.version !== work.version) return 0;
	actions.history.done = kept.done;
	actions.history.undone = kept.undone;
	for (const trail of kept.trails)
		if (trail.kind === 'add' && trail.codeName) rememberCode?.(trail.coding.codeId, trail.codeName);
	return sync.takeUp(kept.trails);
};

/** Makes room for work on this version of the text, when what is kept is about an earlier one. */
const setAside = (work: Work): void => {
	const kept = readKept(keyOf(work));
	if (!kept || kept.version >= work.version) return;
	const before = readKept(earlierKeyOf(work, kept.version), kept.version);
	keepEarlierWork(work, {
		version: kept.version,
		done: [...(before?.done ?? []), ...kept.done],
		undone: kept.undone,
		trails: [...(before?.trails ?? []), ...kept.trails]
	});
	localStorage.removeItem(keyOf(work));
};

/** The work on earlier versions of the text that is not settled yet, the oldest first. */
export const earlierWork = (work: Work): readonly Kept[] => {
	try {
		const versions = Object.keys(localStorage)
			.filter((key) => key.startsWith(`${keyOf(work)}.`))
			.map((key) => Number(key.slice(keyOf(work).length + 1)))
			.filter((version) => version < work.version)
			.sort((a, b) => a - b);
		return versions.flatMap((version) => readKept(earlierKeyOf(work, version), version) ?? []);
	} catch {
		return [];
	}
};

/** Keeps what is left of the work on an earlier version of the text; nothing left = it is settled. */
export const keepEarlierWork = (work: Work, kept: Kept): void => write(earlierKeyOf(work, kept.version), kept);

/**
 * Adds something that was done from elsewhere, such as a list of quotes, to what can be undone on the desk of its
 * interview. What is kept there over another text version stays as it is.
 */
export const keepAction = (work: Work, action: Action, trail: KeptTrail | null = null): void => {
	setAside(work);
	const kept = readKept(keyOf(work)) ?? { version: work.version, done: [], undone: [], trails: [] };
	if (kept.version !== work.version) return;
	const id = trail?.kind === 'remove' ? trail.coding.id : null;
	const others = kept.trails.filter((one) => one.kind !== 'remove' || one.coding.id !== id);
	const now: Kept = {
		version: work.version,
		done: [...kept.done, action].slice(-longest),
		undone: [],
		trails: trail ? [...others, trail] : kept.trails
	};
	try {
		localStorage.setItem(keyOf(work), JSON.stringify(now));
	} catch {
		// Without storage it can still be undone from where it was done.
	}
};

/** Takes back `keepAction`, after it was undone where it was done; only what was kept last can be taken back. */
export const forgetAction = (work: Work, action: Action): void => {
	const kept = readKept(keyOf(work));
	const last = kept?.done[kept.done.length - 1];
	if (!kept || JSON.stringify(last) !== JSON.stringify(action)) return;
	const ids = action.steps.map(subjectOf);
	const now: Kept = {
		...kept,
		done: kept.done.slice(0, -1),
		trails: kept.trails.filter((one) => one.kind !== 'remove' || !ids.includes(one.coding.id))
	};
	try {
		localStorage.setItem(keyOf(work), JSON.stringify(now));
	} catch {
		// It could be read but not written: the desk sees by itself that the step no longer fits.
	}
};

/** `version`: of codings alone, which is how work on an earlier version was once kept. */
const readKept = (key: string, version?: number): Kept | null => {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
		if (version !== undefined && Array.isArray(value)) return { version, done: [], undone: [], trails: value };
		return isKept(value) ? value : null;
	} catch {
		return null;
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
