import { samePlace, type Range } from '#lib/domain/text/range.ts';

type Note = { readonly range: Range; readonly memo: string };

const left = new WeakMap<object, Note>();

/** Keeps the note that was being written when a picker was closed on a passage, by Esc or a press beside it. */
export const leaveNote = (desk: object, range: Range, memo: string): void => {
	if (memo.trim() !== '') left.set(desk, { range, memo });
};

/** The note that was left on exactly this passage, once; empty = none. */
export const takeNote = (desk: object, range: Range): string => {
	const note = left.get(desk);
	if (!note || !samePlace(note.range, range)) return '';
	left.delete(desk);
	return note.memo;
};
