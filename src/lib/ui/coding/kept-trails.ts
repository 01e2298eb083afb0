import type { CodingId } from '#lib/domain/project/ids.ts';
import type { CodingChange, Trail } from './coding-trails.ts';
import type { DeskCoding } from './desk-coding.ts';

/** What the desk has to remember of a coding when the page is left; ids and places, never words. */
export type KeptTrail =
	| KeptAddition
	| { readonly kind: 'change'; readonly savedId: CodingId; readonly change: CodingChange }
	/** taken away here; `deletionId` null = the server does not know yet */
	| { readonly kind: 'remove'; readonly coding: DeskCoding; readonly deletionId: string | null };

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

/** What of a trail is to be remembered; `savedId`: the id under which the server knows the coding, null = not at all. */
export const keptTrail = (
	{ removed, deletionId, change, failed, isGone, isBehind, waiting }: Trail,
	savedId: CodingId | null
): KeptTrail | null => {
	if (isGone || savedId === null) return null;
	if (removed) return { kind: 'remove', coding: { ...removed, id: savedId, savedId }, deletionId };
	return change && (waiting > 0 || isBehind || failed) ? { kind: 'change', savedId, change } : null;
};
