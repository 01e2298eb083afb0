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

/**
 * Where a step takes a code: up or down among its siblings, in = below the sibling before it, out = right after its
 * parent. Null when there is no such place.
 */
export const stepInTree = (book: Codebook, codeId: CodeId, step: TreeStep): CodePlace | null => {
	const code = book.byId.get(codeId);
	if (!code) return null;
	const siblings = siblingsOf(book, code);
	const index = siblings.findIndex(({ id }) => id === codeId);
	const parentId = parentIn(book, code);
	switch (step) {
		case 'up':
			return index > 0 ? { parentId, place: index - 1 } : null;
		case 'down':
			return index < siblings.length - 1 ? { parentId, place: index + 1 } : null;
		case 'in': {
			const before = siblings[index - 1];
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

/** Where a code goes when it is dropped before, after or inside another one; null on itself or below itself. */
export const dropInTree = (
	book: Codebook,
	codeId: CodeId,
	targetId: CodeId,
	where: 'before' | 'after' | 'inside'
): CodePlace | null => {
	const target = book.byId.get(targetId);
	if (!target || codeId === targetId) return null;
	for (let above: Code | undefined = target; above; above = above.parentId ? book.byId.get(above.parentId) : undefined)
		if (above.id === codeId) return null;
	const others = (codes: readonly Code[]) => codes.filter(({ id }) => id !== codeId);
	if (where === 'inside') return { parentId: target.id, place: others(book.children.get(target.id) ?? []).length };
	const place = others(siblingsOf(book, target)).findIndex(({ id }) => id === targetId);
	return { parentId: parentIn(book, target), place: where === 'before' ? place : place + 1 };
};
