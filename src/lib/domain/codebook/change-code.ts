import { movedTo } from '../order.ts';
import { fail, ok, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';
import { withChanges, type Changes } from '../with-changes.ts';
import type { Code } from './code.ts';
import { checkMove, checkName, type Codebook } from './codebook.ts';

/** A code as it is to be, and the new places of its siblings where they differ from the old ones. */
export type CodeChange = { readonly code: Code; readonly places: readonly { id: CodeId; place: number }[] };

/** A new code among the others: its name is free below its parent, and it stands at its place (absent = last). */
export const newCode = (book: Codebook, draft: Omit<Code, 'place'>, place?: number): Result<CodeChange> => {
	if (draft.parentId !== null && !book.byId.has(draft.parentId))
		return fail('code-parent-unknown', undefined, 'parentId');
	const named = checkName(book, draft.name, draft.parentId, null);
	return named.ok ? ok(placed(book, { ...draft, place: 0 }, place)) : named;
};

/** A code renamed, moved, or described in another way; what is left out stays as it is. */
export const changeCode = (book: Codebook, codeId: CodeId, changes: Changes<Omit<Code, 'id'>>): Result<CodeChange> => {
	const before = book.byId.get(codeId);
	if (!before) return fail('code-unknown');
	const { place, ...others } = changes;
	const after = withChanges(before, others);
	const isMoved = after.parentId !== before.parentId;
	if (isMoved) {
		const move = checkMove(book, codeId, after.parentId);
		if (!move.ok) return move;
	}
	if (isMoved || after.name !== before.name) {
		const named = checkName(book, after.name, after.parentId, codeId);
		if (!named.ok) return named;
	}
	return ok(isMoved || place !== undefined ? placed(book, after, place) : { code: after, places: [] });
};

const placed = (book: Codebook, code: Code, place: number | undefined): CodeChange => {
	const siblings = book.children.get(code.parentId) ?? [];
	const order = movedTo(
		siblings.map(({ id }) => id),
		code.id,
		place ?? siblings.length
	);
	const placeOf = new Map(order.map((id, index) => [id, index]));
	return {
		code: { ...code, place: placeOf.get(code.id) ?? 0 },
		places: siblings.flatMap(({ id, place: before }) => {
			const now = placeOf.get(id) ?? before;
			return id !== code.id && now !== before ? [{ id, place: now }] : [];
		})
	};
};
