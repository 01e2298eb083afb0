import { subjectOf, withIds } from '#lib/domain/coding/undo.ts';
import type { CodingId, SourceId, UserId } from '#lib/domain/project/ids.ts';
import { longest, type Action } from './action-history.svelte.ts';
import type { CodingActions } from './coding-actions.ts';
import type { CodingSync } from './coding-sync.ts';
import type { KeptTrail } from './kept-trails.ts';
import type { DeskCoding } from './desk-coding.ts';

/** What the browser remembers of one person's work on one source: ids and places, never words of the text. */
type Kept = {
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

const keyOf = ({ userId, sourceId }: Work) => `wijkstem.work.${userId}.${sourceId}`;

/** Writes down what can be undone and what is not stored yet, so that both outlive the page. */
export const keepWork = (work: Work, { actions, sync, store }: Desk): void => {
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
		trails: sync.kept(store.all)
	};
	try {
		if (done.length + undone.length + kept.trails.length === 0) localStorage.removeItem(keyOf(work));
		else localStorage.setItem(keyOf(work), JSON.stringify(kept));
	} catch {
		// A browser that keeps nothing still works for this visit.
	}
};

/**
 * Takes up the work of an earlier visit. Answers how many codings were never stored and cannot be placed, because the
 * text has another version by now.
 */
export const takeUpWork = (work: Work, { actions, sync }: Desk): number => {
	const kept = readKept(keyOf(work));
	if (!kept) return 0;
	if (kept.version !== work.version) {
		const unplaced = kept.trails.filter(({ kind }) => kind === 'add');
		if (unplaced.length > 0) localStorage.setItem(`${keyOf(work)}.${kept.version}`, JSON.stringify(unplaced));
		localStorage.removeItem(keyOf(work));
		return unplaced.length;
	}
	actions.history.done = kept.done;
	actions.history.undone = kept.undone;
	sync.takeUp(kept.trails);
	return 0;
};

/**
 * Adds something that was done from elsewhere, such as a list of quotes, to what can be undone on the desk of its
 * interview. What is kept there over another text version stays as it is.
 */
export const keepAction = (work: Work, action: Action, trail: KeptTrail | null = null): void => {
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

const readKept = (key: string): Kept | null => {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
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
