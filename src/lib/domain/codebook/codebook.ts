import { fail, ok, type Result } from '../problem.ts';
import type { CodeId, PillarId } from '../project/ids.ts';
import type { Code } from './code.ts';

/** The tree of codes. */
export type Codebook = {
	readonly codes: readonly Code[];
	readonly byId: ReadonlyMap<CodeId, Code>;
	readonly children: ReadonlyMap<CodeId | null, readonly Code[]>;
};

const byPlace = (a: Code, b: Code) =>
	a.place - b.place || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.id < b.id ? -1 : 1);

/** Arranges codes as a tree; a code whose parent is unknown stands at the top. */
export const codebookOf = (codes: readonly Code[]): Codebook => {
	const byId = new Map(codes.map((code) => [code.id, code]));
	const children = new Map<CodeId | null, Code[]>();
	for (const code of [...codes].sort(byPlace)) {
		const parent = code.parentId !== null && byId.has(code.parentId) ? code.parentId : null;
		const siblings = children.get(parent);
		if (siblings) siblings.push(code);
		else children.set(parent, [code]);
	}
	return { codes, byId, children };
};

/** The codes from the top down to this one. */
export const pathOf = (book: Codebook, codeId: CodeId): readonly Code[] => {
	const path: Code[] = [];
	for (let code = book.byId.get(codeId); code && !path.includes(code);) {
		path.unshift(code);
		code = code.parentId === null ? undefined : book.byId.get(code.parentId);
	}
	return path;
};

/** The path as one line: "Wonen › Groen en spelen". */
export const pathName = (book: Codebook, codeId: CodeId): string =>
	pathOf(book, codeId)
		.map(({ name }) => name)
		.join(' › ');

/** A code and all codes below it, in the order of the tree. */
export const withDescendants = (book: Codebook, codeId: CodeId): readonly Code[] => {
	const found: Code[] = [];
	const visit = (code: Code) => {
		if (found.includes(code)) return;
		found.push(code);
		for (const child of book.children.get(code.id) ?? []) visit(child);
	};
	const code = book.byId.get(codeId);
	if (code) visit(code);
	return found;
};

/** All codes in the order of the tree, each with its depth (0 at the top). */
export const inTreeOrder = (book: Codebook): readonly { code: Code; depth: number }[] => {
	const rows: { code: Code; depth: number }[] = [];
	const visit = (parent: CodeId | null, depth: number) => {
		for (const code of book.children.get(parent) ?? []) {
			rows.push({ code, depth });
			visit(code.id, depth + 1);
		}
	};
	visit(null, 0);
	return rows;
};

/** The pillars a code serves: its own list, else its parent's. */
export const pillarsOf = (book: Codebook, codeId: CodeId): readonly PillarId[] =>
	[...pathOf(book, codeId)].reverse().find(({ pillarIds }) => pillarIds !== null)?.pillarIds ?? [];

/** The colour of a code: its own, else that of the nearest code above, else by the place of its top code. */
export const colorOf = (book: Codebook, codeId: CodeId): number => {
	const path = pathOf(book, codeId);
	const own = [...path].reverse().find(({ color }) => color !== null)?.color;
	if (own !== null && own !== undefined) return own;
	const siblings = book.children.get(path[path.length - 1]?.parentId ?? null) ?? [];
	return (
		Math.max(
			0,
			siblings.findIndex(({ id }) => id === codeId)
		) % paletteSize
	);
};

/** The number of hues that colour-blind readers can tell apart. */
export const paletteSize = 12;

/** Whether a code may go below a new parent (null = the top): the parent exists and is not the code or below it. */
export const checkMove = (book: Codebook, codeId: CodeId, parentId: CodeId | null): Result<null> => {
	if (!book.byId.has(codeId)) return fail('code-unknown');
	if (parentId === null) return ok(null);
	if (!book.byId.has(parentId)) return fail('code-parent-unknown');
	if (pathOf(book, parentId).some(({ id }) => id === codeId)) return fail('code-below-itself');
	return ok(null);
};

/** Whether a name is free among the codes below one parent; two codes of one name in one place cannot be told apart. */
export const checkName = (book: Codebook, name: string, parentId: CodeId | null, self: CodeId | null): Result<null> => {
	const plain = name.trim().toLocaleLowerCase('nl');
	if (plain === '') return fail('code-name-empty', undefined, 'name');
	const taken = (book.children.get(parentId) ?? []).some(
		(code) => code.id !== self && code.name.trim().toLocaleLowerCase('nl') === plain
	);
	return taken ? fail('code-name-taken', { name }, 'name') : ok(null);
};
