import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import type { Codebook } from './codebook.ts';

/** Where a code goes: below which parent, and at which place among its siblings there (counted without itself). */
export type CodePlace = { readonly parentId: CodeId | null; readonly place: number };

/** The four steps with which the keyboard moves a code through the tree. */
export type TreeStep = 'up' | 'down' | 'in' | 'out';

const siblingsOf = (book: Codebook, code: Code): readonly Code[] => book.children.get(parentIn(book, code)) ?? [];

const parentIn = (book: Codebook, { parentId }: Code): CodeId | null =>
	parentId !== null && book.byId.has(parentId) ? parentId : null;

/** The chosen codes that are moved themselves; what stands below them comes along. */
const movingIn = (book: Codebook, codeIds: readonly CodeId[]): readonly Code[] => {
	const chosen = new Set(codeIds);
	return codeIds
		.flatMap((id) => book.byId.get(id) ?? [])
		.filter((code) => {
			for (let above = parentIn(book, code); above !== null; above = book.byId.get(above)?.parentId ?? null)
				if (chosen.has(above)) return false;
			return true;
		});
};

/**
 * Where a step takes codes of one parent: up or down among their siblings, in = below the sibling before them, out =
 * right after their parent. Null when there is no such place, or when they stand below different parents.
 */
export const stepInTree = (book: Codebook, codeIds: readonly CodeId[], step: TreeStep): CodePlace | null => {
	const codes = movingIn(book, codeIds);
	const [first] = codes;
	if (!first || codes.some((code) => parentIn(book, code) !== parentIn(book, first))) return null;
	const moving = new Set(codes.map(({ id }) => id));
	const siblings = siblingsOf(book, first);
	const staying = siblings.filter(({ id }) => !moving.has(id));
	const start = siblings.findIndex(({ id }) => moving.has(id));
	const parentId = parentIn(book, first);
	switch (step) {
		case 'up':
			return start > 0 ? { parentId, place: start - 1 } : null;
		case 'down':
			return start < staying.length ? { parentId, place: start + 1 } : null;
		case 'in': {
			const before = staying[start - 1];
			return before ? { parentId: before.id, place: (book.children.get(before.id) ?? []).length } : null;
		}
		case 'out': {
			const parent = parentId === null ? undefined : book.byId.get(parentId);
			if (!parent) return null;
			const place = siblingsOf(book, parent).findIndex(({ id }) => id === parent.id) + 1;
			return { parentId: parentIn(book, parent), place };
		}
		default:
			return step satisfies never;
	}
};

/** Where codes go when they are dropped before, after or inside another one; null on themselves or below themselves. */
export const dropInTree = (
	book: Codebook,
	codeIds: readonly CodeId[],
	targetId: CodeId,
	where: 'before' | 'after' | 'inside'
): CodePlace | null => {
	const moving = new Set(movingIn(book, codeIds).map(({ id }) => id));
	const target = book.byId.get(targetId);
	if (!target || moving.size === 0) return null;
	for (let above: Code | undefined = target; above; above = above.parentId ? book.byId.get(above.parentId) : undefined)
		if (moving.has(above.id)) return null;
	const others = (codes: readonly Code[]) => codes.filter(({ id }) => !moving.has(id));
	if (where === 'inside') return { parentId: target.id, place: others(book.children.get(target.id) ?? []).length };
	const place = others(siblingsOf(book, target)).findIndex(({ id }) => id === targetId);
	return { parentId: parentIn(book, target), place: where === 'before' ? place : place + 1 };
};
