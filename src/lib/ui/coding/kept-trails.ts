import { agrees, type Decision } from '#lib/domain/coding/undo.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import type { CodingChange, Trail } from './coding-trails.ts';
import { settled, type DeskCoding } from './desk-coding.ts';

/**
 * What the desk has to remember of a coding when the page is left; ids and places, never words of the text. The note of
 * a new coding goes along until the server has it; that of one that was given up stays in the tab (`unmade-memo.ts`).
 */
export type KeptTrail =
	| KeptAddition
	| ({ readonly kind: 'change'; readonly savedId: CodingId; readonly change: CodingChange } & Seen)
	/** taken away here; `deletionId` null = the server does not know yet; `onlyOwn`: by an undo */
	| {
			readonly kind: 'remove';
			readonly coding: DeskCoding;
			readonly deletionId: string | null;
			readonly onlyOwn?: boolean;
			/** the coding it became one with */
			readonly into?: CodingId;
			readonly asked?: Decision;
	  }
	/** to be brought back, which the server does not know yet */
	| { readonly kind: 'restore'; readonly coding: DeskCoding; readonly deletionId: string }
	/** taken away before the server had it; an undo makes it anew, with what was written */
	| { readonly kind: 'unmade'; readonly coding: DeskCoding; readonly memo: string };

/** As what the coding was changed. */
type Seen = {
	/** when it had changed last, as far as it was known then; absent = that was not kept */
	readonly changedAt?: string | null;
	/** what it says when the server did what it had not answered about yet */
	readonly asked?: Decision;
};

/** A coding that the server does not have yet. */
export type KeptAddition = {
	readonly kind: 'add';
	readonly coding: DeskCoding;
	readonly memo: string;
	/** how its code was called, for when that goes meanwhile */
	readonly codeName?: string;
};

/** Whether a trail serves an undo or redo only: the server has nothing to hear of it. */
const isForUndo = (trail: KeptTrail): trail is Extract<KeptTrail, { readonly kind: 'remove' | 'unmade' }> =>
	trail.kind === 'unmade' || (trail.kind === 'remove' && trail.deletionId !== null);

/** The trails without those that only an undo or redo of one of the `subjects` would need. */
export const neededTrails = (
	trails: readonly KeptTrail[],
	subjects: ReadonlySet<CodingId> = new Set()
): readonly KeptTrail[] => trails.filter((trail) => !isForUndo(trail) || subjects.has(trail.coding.id));

/** The codings of a desk that the server does not have yet, with the memos they were made with. */
export const keptCodings = (
	all: readonly DeskCoding[],
	memos: ReadonlyMap<CodingId, string>
): readonly KeptAddition[] =>
	all
		.filter(({ savedId }) => savedId === null)
		.map((coding) => ({ kind: 'add', coding, memo: memos.get(coding.id) ?? '' }));

/** What of a trail is to be remembered; `shown`: the coding as it is on the screen, `memo`: what waits with it. */
export const keptTrail = (
	{ savedId: known, removed, deletionId, onlyOwn, into, change, failed, asked, isGone, isBehind, waiting }: Trail,
	shown: DeskCoding | undefined,
	memo: string
): KeptTrail | null => {
	const savedId = known ?? shown?.savedId ?? null;
	if (removed && savedId === null) return { kind: 'unmade', coding: removed, memo };
	if (isGone || savedId === null) return null;
	const lasting = (coding: DeskCoding) => ({ ...settled(coding), id: savedId, savedId });
	const undoing = { ...(onlyOwn && { onlyOwn }), ...(into !== null && { into }) };
	const unanswered = asked ? { asked } : {};
	if (removed) return { kind: 'remove', coding: lasting(removed), deletionId, ...undoing, ...unanswered };
	if (shown?.failedTo === 'remove') return { kind: 'remove', coding: lasting(shown), deletionId: null, ...undoing };
	if (shown && deletionId !== null) return { kind: 'restore', coding: lasting(shown), deletionId };
	if (!change || (waiting === 0 && !isBehind && !failed)) return null;
	return { kind: 'change', savedId, change, ...(shown && { changedAt: shown.changedAt }), ...unanswered };
};

/**
 * When a coding changed last as far as a kept change or removal knows, so that the server can refuse it when somebody
 * else changed the coding since. What it did for this person without an answer is no reason for that.
 */
export const seenAt = (
	kept: Extract<KeptTrail, { readonly kind: 'change' | 'remove' }>,
	now: DeskCoding
): string | null => {
	const seen = kept.kind === 'change' ? (kept.changedAt ?? null) : kept.coding.changedAt;
	if (seen === null || now.changedAt === null) return now.changedAt;
	if (kept.asked && agrees(now, kept.asked)) return now.changedAt;
	return Date.parse(seen) < Date.parse(now.changedAt) ? seen : now.changedAt;
};
