import type { CodingId } from '#lib/domain/project/ids.ts';
import type { CodingChange, Trail } from './coding-trails.ts';
import { settled, type DeskCoding } from './desk-coding.ts';

/** What the desk has to remember of a coding when the page is left; ids and places, never words. */
export type KeptTrail =
	| KeptAddition
	| { readonly kind: 'change'; readonly savedId: CodingId; readonly change: CodingChange }
	/** taken away here; `deletionId` null = the server does not know yet; `onlyOwn`: by an undo */
	| {
			readonly kind: 'remove';
			readonly coding: DeskCoding;
			readonly deletionId: string | null;
			readonly onlyOwn?: boolean;
	  }
	/** to be brought back, which the server does not know yet */
	| { readonly kind: 'restore'; readonly coding: DeskCoding; readonly deletionId: string }
	/** taken away before the server had it; an undo makes it anew, with what was written */
	| { readonly kind: 'unmade'; readonly coding: DeskCoding; readonly memo: string };

/** A coding that the server does not have yet. */
export type KeptAddition = {
	readonly kind: 'add';
	readonly coding: DeskCoding;
	readonly memo: string;
	/** how its code was called, for when that goes meanwhile */
	readonly codeName?: string;
};

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
	{ savedId: known, removed, deletionId, onlyOwn, change, failed, isGone, isBehind, waiting }: Trail,
	shown: DeskCoding | undefined,
	memo: string
): KeptTrail | null => {
	const savedId = known ?? shown?.savedId ?? null;
	if (removed && savedId === null) return { kind: 'unmade', coding: removed, memo };
	if (isGone || savedId === null) return null;
	const lasting = (coding: DeskCoding) => ({ ...settled(coding), id: savedId, savedId });
	const undoing = onlyOwn ? { onlyOwn } : {};
	if (removed) return { kind: 'remove', coding: lasting(removed), deletionId, ...undoing };
	if (shown?.failedTo === 'remove') return { kind: 'remove', coding: lasting(shown), deletionId: null, ...undoing };
	if (shown && deletionId !== null) return { kind: 'restore', coding: lasting(shown), deletionId };
	return change && (waiting > 0 || isBehind || failed) ? { kind: 'change', savedId, change } : null;
};
