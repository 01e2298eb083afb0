import { decidedBetween, subjectOf, withIds, type Seen } from '#lib/domain/coding/undo.ts';
import type { CodeId, CodingId, UserId } from '#lib/domain/project/ids.ts';
import { leaveIn, longest, type Action } from './action-history.svelte.ts';
import type { CodingActions } from './coding-actions.ts';
import type { CodingSync } from './coding-sync.ts';
import { setOf } from './index-by.ts';
import { neededTrails, type KeptTrail } from './kept-trails.ts';
import type { DeskCoding } from './desk-coding.ts';
import { unmadeMemo } from './unmade-memo.ts';
import {
	keyOf,
	moveKept,
	readKept,
	recordsOf,
	unstoredOf,
	write,
	type DeskOfWork,
	type Kept,
	type KeptRecord,
	type Work
} from './kept-work.ts';

export type { DeskOfWork, Kept, Work } from './kept-work.ts';

type Desk = {
	readonly actions: CodingActions;
	readonly sync: CodingSync;
	readonly store: {
		readonly all: readonly DeskCoding[];
		findSaved(savedId: CodingId): DeskCoding | undefined;
	};
};

type Taker = Pick<Desk, 'actions' | 'sync' | 'store'> & {
	/** how a code was called that may be gone by now */
	readonly rememberCode?: (codeId: CodeId, name: string) => void;
};

/**
 * Writes down what can be undone and what is not stored yet, so that both outlive the page; what neither needs any more
 * is forgotten. `isLeft`: the desk went from
 * the screen, so that another one may have taken this up by now. false = the browser has no room, so that what is not
 * stored is lost with the page.
 */
export const keepWork = (work: DeskOfWork, { actions, sync, store }: Desk, isLeft = false): boolean => {
	const key = keyOf(work, work.deskId);
	if (isLeft && readKept(key) === null) return true;

	const lasting = (id: CodingId) => sync.lastingId(id);
	const lastingAction = (action: Action): Action => ({
		...action,
		steps: action.steps.map((step) => withIds(step, lasting))
	});
	const done = actions.history.done.map(lastingAction);
	const undone = actions.history.undone.map(lastingAction);
	const subjects = subjectsOf([...done, ...undone]);
	sync.forget(subjects);
	const trails = neededTrails(sync.kept(store.all), subjects);
	const seen = seenOf([...subjects].flatMap((id) => store.findSaved(id) ?? []));
	const kept: Kept = {
		version: work.version,
		at: Date.now(),
		done,
		undone,
		...(Object.keys(seen).length > 0 && { seen }),
		trails: trails.map((trail) => {
			if (trail.kind === 'add') return { ...trail, codeName: actions.nameOf(trail.coding.codeId) };
			return trail.kind === 'unmade' ? withoutMemo(work.userId, trail, key) : trail;
		})
	};
	return write(key, kept) || unstoredOf(kept).trails.length === 0;
};

/** As what codings are known here, of those that the server has so. */
const seenOf = (codings: readonly DeskCoding[]): Readonly<Record<CodingId, Seen>> =>
	Object.fromEntries(
		codings.flatMap(({ state, savedId, range, codeId, valences, isImportant, codeSetAt, decidedAt }) => {
			if (state !== 'saved' || savedId === null) return [];
			const moments = { ...(codeSetAt && { codeSetAt }), ...(decidedAt && { decidedAt }) };
			return [[savedId, { range, codeId, valences, isImportant, ...moments }]];
		})
	);

/**
 * Leaves to others what they decided while no desk was open, also when it says the same again, and that a coding of this
 * text was taken away. In another text a passage lies elsewhere without anybody's decision.
 */
const leaveToOthers = (kept: Kept, version: number, store: Desk['store']): Kept => {
	const left = (actions: readonly Action[]) =>
		Object.entries(kept.seen ?? {}).reduce((all, [id, seen]) => {
			const now = store.findSaved(id);
			const isSameText = kept.version === version;
			if (!now) return isSameText ? leaveIn(all, id) : all;
			return leaveIn(all, id, decidedBetween(isSameText ? seen : { ...seen, range: now.range }, now));
		}, actions);
	return { ...kept, done: left(kept.done), undone: left(kept.undone) };
};

/** The codings that actions are about. */
const subjectsOf = (actions: readonly Action[]): ReadonlySet<CodingId> =>
	setOf(actions.flatMap(({ steps }) => steps.map(subjectOf)));

type Unmade = Extract<KeptTrail, { readonly kind: 'unmade' }>;

/**
 * A coding that was given up, with its note in this tab only. That is kept once, when it was given up: who signs out
 * forgets it, and the page that goes then must not keep it again.
 */
const withoutMemo = (userId: UserId, trail: Unmade, key: string): Unmade => {
	const now = { ...trail, memo: '' };
	const isKept = (one: KeptTrail) => one.kind === 'unmade' && one.coding.id === trail.coding.id && one.memo === '';
	if (trail.memo !== '' && readKept(key)?.trails.some(isKept) !== true)
		unmadeMemo(userId, trail.coding.id).keep(trail.memo);
	return now;
};

/** The same with its note, as far as this tab has it; what was kept before has it itself. */
export const withMemo = (userId: UserId, trail: KeptTrail): KeptTrail =>
	trail.kind === 'unmade' ? { ...trail, memo: trail.memo || unmadeMemo(userId, trail.coding.id).read() } : trail;

/** The other desks that kept work of this person on this source, with those that are gone. */
export const otherDesks = (work: DeskOfWork): readonly string[] => {
	const ids = recordsOf(work).flatMap(({ deskId }) => (deskId === null || deskId === work.deskId ? [] : deskId));
	return [...new Set(ids)];
};

/** What was taken up: how many changes cannot be made any more, and what was done on earlier versions of the text. */
export type TakenUp = { readonly lost: number; readonly earlier: readonly Kept[] };

/**
 * Takes up the work that a desk left behind; null = what is no desk's. It is this desk's from then on. What was done on
 * an earlier version of the text is to be carried to this one; what is about a later one is left for the desk of that.
 */
export const takeUpWork = (work: DeskOfWork, taker: Taker, from: string | null): TakenUp => {
	const { actions, sync, store, rememberCode } = taker;
	const records = recordsOf(work)
		.filter(({ deskId, kept }) => deskId === from && kept.version <= work.version)
		.map((one) => ({ ...one, kept: leaveToOthers(one.kept, work.version, store) }));
	const versions = [...new Set(records.map(({ kept }) => kept.version))].sort((a, b) => a - b);
	let lost = 0;
	for (const version of versions) {
		const ofVersion = records.filter(({ kept }) => kept.version === version);
		moveKept(ofVersion, ownKey(work, version), version);
		if (version !== work.version) continue;
		for (const { kept } of ofVersion) {
			actions.history.precede(kept.done, kept.undone);
			for (const trail of kept.trails)
				if (trail.kind === 'add' && trail.codeName) rememberCode?.(trail.coding.codeId, trail.codeName);
			lost += sync.takeUp(kept.trails.map((trail) => withMemo(work.userId, trail)));
		}
	}
	return { lost, earlier: earlierOf(records, work.version) };
};

const ownKey = (work: DeskOfWork, version: number) =>
	keyOf(work, work.deskId, version === work.version ? undefined : version);

/** The work on earlier versions of the text, the oldest first. */
const earlierOf = (records: readonly KeptRecord[], version: number): readonly Kept[] =>
	records
		.map(({ kept }) => kept)
		.filter((kept) => kept.version < version)
		.sort((a, b) => a.version - b.version);

/** Keeps what is left of the work on an earlier version of the text; nothing left = it is settled. */
export const keepEarlierWork = (work: DeskOfWork, kept: Kept): void => void write(ownKey(work, kept.version), kept);

/** Makes room for an action on this version of the text, when what is no desk's is about an earlier one. */
const setAside = (work: Work): void => {
	const key = keyOf(work, null);
	const kept = readKept(key);
	if (kept && kept.version < work.version)
		moveKept([{ key, deskId: null, kept }], keyOf(work, null, kept.version), kept.version);
};

/**
 * Adds something that was done from elsewhere, such as a list of quotes, to what can be undone on the desk of its
 * interview. It is no desk's until one takes it up. What is kept there over another text version stays as it is.
 */
export const keepAction = (work: Work, action: Action, trail: KeptTrail | null = null): void => {
	setAside(work);
	const kept = readKept(keyOf(work, null)) ?? { version: work.version, done: [], undone: [], trails: [] };
	if (kept.version !== work.version) return;
	const id = trail?.kind === 'remove' ? trail.coding.id : null;
	const others = kept.trails.filter((one) => one.kind !== 'remove' || one.coding.id !== id);
	const done = [...kept.done, action].slice(-longest);
	// Without storage it can still be undone from where it was done.
	write(keyOf(work, null), {
		version: work.version,
		at: Date.now(),
		done,
		undone: [],
		trails: neededTrails(trail ? [...others, trail] : kept.trails, subjectsOf(done))
	});
};

/** Takes back `keepAction`, after it was undone where it was done; only what was kept last can be taken back. */
export const forgetAction = (work: Work, action: Action): void => {
	const kept = readKept(keyOf(work, null));
	const last = kept?.done[kept.done.length - 1];
	if (!kept || JSON.stringify(last) !== JSON.stringify(action)) return;
	const ids = action.steps.map(subjectOf);
	// When it can be read but not written, the desk sees by itself that the step no longer fits.
	write(keyOf(work, null), {
		...kept,
		done: kept.done.slice(0, -1),
		trails: kept.trails.filter((one) => one.kind !== 'remove' || !ids.includes(one.coding.id))
	});
};
