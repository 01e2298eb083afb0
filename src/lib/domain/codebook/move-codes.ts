import { fail, ok, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';
import { changeCode, newCode } from './change-code.ts';
import type { Code } from './code.ts';
import { codebookOf, inTreeOrder, pathOf, type Codebook } from './codebook.ts';
import { spotOf } from './code-steps.ts';

/** Chosen codes in the order of the tree, without those that come along because a code above them is chosen. */
export const topmost = (book: Codebook, codeIds: readonly CodeId[]): readonly Code[] => {
	const chosen = new Set(codeIds);
	return inTreeOrder(book)
		.map(({ code }) => code)
		.filter(
			({ id }) =>
				chosen.has(id) &&
				!pathOf(book, id)
					.slice(0, -1)
					.some((above) => chosen.has(above.id))
		);
};

/** The codebook with one code as it became. */
const withChange = (
	book: Codebook,
	{ code, places }: { readonly code: Code; readonly places: readonly { id: CodeId; place: number }[] }
): Codebook => {
	const placeOf = new Map(places.map(({ id, place }) => [id, place]));
	const others = book.codes
		.filter(({ id }) => id !== code.id)
		.map((other) => ({ ...other, place: placeOf.get(other.id) ?? other.place }));
	return codebookOf([...others, code]);
};

/** Moves codes, with all below them, under a parent (null = the top), one after the other from a place on; absent = last. */
export const moveCodes = (
	book: Codebook,
	codeIds: readonly CodeId[],
	parentId: CodeId | null,
	place?: number
): Result<Codebook> => {
	if (codeIds.some((id) => !book.byId.has(id))) return fail('code-unknown', undefined, 'codeIds');
	let after = book;
	let at = place;
	// A place counts the siblings that stay; those that move leave first.
	const moving = new Set(topmost(book, codeIds).map(({ id }) => id));
	const staying = (book.children.get(parentId) ?? []).filter(({ id }) => !moving.has(id));
	let previous = at === undefined ? undefined : (staying[at - 1]?.id ?? null);
	for (const { id } of topmost(book, codeIds)) {
		if (previous !== undefined) {
			const siblings = (after.children.get(parentId) ?? []).filter((code) => code.id !== id);
			at = previous === null ? 0 : siblings.findIndex((code) => code.id === previous) + 1;
		}
		const moved = changeCode(after, id, { parentId, place: at ?? after.codes.length });
		if (!moved.ok) return moved;
		after = withChange(after, moved.value);
		if (previous !== undefined) previous = id;
	}
	return ok(after);
};

/** A folder that is there already, or a new one by its name. */
export type Fold = { readonly codeId: CodeId } | { readonly name: string };

/** Puts codes below a folder; a new one stands where the first of them stood. */
export const foldCodes = (
	book: Codebook,
	codeIds: readonly CodeId[],
	folder: Fold,
	newId: () => CodeId
): Result<{ readonly book: Codebook; readonly folderId: CodeId }> => {
	const [first] = topmost(book, codeIds);
	if (!first || codeIds.some((id) => !book.byId.has(id))) return fail('code-unknown', undefined, 'codeIds');
	if ('codeId' in folder) {
		const there = book.byId.get(folder.codeId);
		if (!there) return fail('code-parent-unknown', undefined, 'folder');
		if (there.isCodable) return fail('code-fold-no-folder', { name: there.name }, 'folder');
		const moved = moveCodes(book, codeIds, folder.codeId);
		return moved.ok ? ok({ book: moved.value, folderId: folder.codeId }) : moved;
	}
	const { parentId } = spotOf(book, first);
	const place = (book.children.get(parentId) ?? []).findIndex(({ id }) => id === first.id);
	const made = newCode(book, { ...emptyCode, id: newId(), name: folder.name, parentId, isCodable: false }, place);
	if (!made.ok) return made;
	const folderId = made.value.code.id;
	const moved = moveCodes(withChange(book, made.value), codeIds, folderId);
	return moved.ok ? ok({ book: moved.value, folderId }) : moved;
};

/** A code of which only the name is known. */
export const emptyCode: Omit<Code, 'id' | 'name' | 'parentId' | 'place'> = {
	...{ definition: '', include: '', exclude: '', example: '', synonyms: [], color: null },
	...{ isCodable: true, pillarIds: null, indicators: [] }
};
