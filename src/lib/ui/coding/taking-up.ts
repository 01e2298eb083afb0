import type { CodingId } from '#lib/domain/project/ids.ts';
import type { CodingChange } from './coding-trails.ts';
import type { DeskCoding } from './desk-coding.ts';
import { seenAt, type KeptAddition, type KeptTrail } from './kept-trails.ts';
import { sendRemoval } from './send-removals.ts';
import type { Board, Sending } from './sending.ts';

/** What is done with codings once it is taken up. */
type Doing = {
	add(codings: readonly DeskCoding[], memo: string): void;
	change(id: CodingId, change: CodingChange): void;
	remove(id: CodingId, onlyOwn?: boolean, into?: CodingId | null): void;
	restore(id: CodingId): boolean;
};

/** Goes on with what was remembered of one coding; false when that cannot be any more, because the coding went. */
export const takeUpOne = (sending: Sending, doing: Doing, kept: KeptTrail): boolean => {
	const { board } = sending;
	switch (kept.kind) {
		case 'add':
			if (!board.get(kept.coding.id)) addAgain(doing, kept);
			return true;
		case 'change':
			if (!seeAs(board, kept, kept.savedId)) return false;
			doing.change(kept.savedId, kept.change);
			return true;
		case 'remove':
			if (kept.deletionId !== null) break;
			if (seeAs(board, kept, kept.coding.id)) doing.remove(kept.coding.id, kept.onlyOwn, kept.into);
			else removeAgain(sending, kept);
			return true;
		case 'restore':
		case 'unmade':
			break;
	}
	if (!board.get(kept.coding.id)) knowAsGone(sending, doing, kept);
	return true;
};

/** A coding that is off the screen can come back from here, and does when that was asked for. */
const knowAsGone = (
	{ memos, trails }: Sending,
	doing: Doing,
	kept: Extract<KeptTrail, { readonly kind: 'remove' | 'restore' | 'unmade' }>
): void => {
	const { id, savedId } = kept.coding;
	const deletionId = kept.kind === 'unmade' ? null : kept.deletionId;
	Object.assign(trails.of(id), { savedId, deletionId, removed: kept.coding });
	if (kept.kind === 'restore') doing.restore(id);
	if (kept.kind === 'unmade' && kept.memo !== '') memos.set(id, kept.memo);
};

/** Perhaps the server took it away without being heard: asked again, it tells how it can come back. */
const removeAgain = (sending: Sending, kept: Extract<KeptTrail, { readonly kind: 'remove' }>): void => {
	const { coding, onlyOwn = false } = kept;
	const { id, savedId } = coding;
	Object.assign(sending.trails.of(id), { savedId, removed: coding, onlyOwn, into: kept.into ?? null });
	sending.trails.next(id, () => sendRemoval(sending, id, coding));
};

/** Goes on with a coding as it was known when it was changed or taken away; false when it is not there (any more). */
const seeAs = (board: Board, kept: Parameters<typeof seenAt>[0], id: CodingId): boolean => {
	const coding = board.get(id);
	if (coding) board.put({ ...coding, changedAt: seenAt(kept, coding) });
	return coding !== undefined;
};

/** Perhaps the server has it, as it was asked before it was changed here: so that is asked again, and then changed. */
const addAgain = (doing: Doing, { coding, memo }: KeptAddition): void => {
	const { asked, ...now } = coding;
	const { range, codeId, valences, isImportant } = now;
	doing.add([{ ...now, ...asked, state: 'saving', problem: null }], memo);
	if (asked) doing.change(coding.id, { range, codeId, valences, isImportant });
};
