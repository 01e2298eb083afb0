import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import { codebookOf, inTreeOrder, pathName, type Codebook } from './codebook.ts';
import { lineage, type Forerunner } from './lineage.ts';

/** What a code is described by; a change here can change what coders pick. */
export type Description = 'definition' | 'include' | 'exclude' | 'example';
export const descriptions: readonly Description[] = ['definition', 'include', 'exclude', 'example'];

/** One thing that differs between two states of a codebook; names and paths are those of the state they stood in. */
export type VersionDifference =
	| {
			readonly kind: 'added';
			readonly codeId: CodeId;
			readonly path: string;
			/** codes of the older state that it carries on */
			readonly forerunners: readonly { readonly codeId: CodeId; readonly path: string }[];
	  }
	| { readonly kind: 'removed'; readonly codeId: CodeId; readonly path: string }
	| {
			readonly kind: 'merged';
			readonly codeId: CodeId;
			readonly path: string;
			/** the codes that carry it on */
			readonly into: readonly { readonly codeId: CodeId; readonly path: string }[];
	  }
	| {
			readonly kind: 'renamed';
			readonly codeId: CodeId;
			readonly path: string;
			readonly before: string;
			readonly after: string;
	  }
	| {
			readonly kind: 'moved';
			readonly codeId: CodeId;
			readonly path: string;
			readonly before: string | null;
			readonly after: string | null;
	  }
	| {
			readonly kind: 'described';
			readonly codeId: CodeId;
			readonly path: string;
			readonly field: Description;
			readonly before: string;
			readonly after: string;
	  }
	| {
			readonly kind: 'synonyms';
			readonly codeId: CodeId;
			readonly path: string;
			readonly before: readonly string[];
			readonly after: readonly string[];
	  }
	/** it can no longer be applied, only hold other codes; or the other way round */
	| { readonly kind: 'became-group'; readonly codeId: CodeId; readonly path: string }
	| { readonly kind: 'became-code'; readonly codeId: CodeId; readonly path: string };

/**
 * What differs from one state of the codebook to a later one, in the order of the later tree, with what went at the end.
 * A code that went counts as merged when a code of the later state carries it on.
 */
export const versionDifferences = (
	before: readonly Code[],
	after: readonly Code[],
	links: readonly Forerunner[]
): readonly VersionDifference[] => {
	const old = codebookOf(before);
	const now = codebookOf(after);
	const standing = inTreeOrder(now).flatMap(({ code }) => {
		const was = old.byId.get(code.id);
		return was ? changesOf(old, now, was, code) : [addedOf(old, now, code, links)];
	});
	const gone = inTreeOrder(old)
		.filter(({ code }) => !now.byId.has(code.id))
		.map(({ code }) => goneOf(old, now, code, links));
	return [...standing, ...gone];
};

const addedOf = (old: Codebook, now: Codebook, { id }: Code, links: readonly Forerunner[]): VersionDifference => ({
	kind: 'added',
	codeId: id,
	path: pathName(now, id),
	forerunners: lineage(links, id)
		.before.filter((codeId) => old.byId.has(codeId))
		.map((codeId) => ({ codeId, path: pathName(old, codeId) }))
});

const goneOf = (old: Codebook, now: Codebook, { id }: Code, links: readonly Forerunner[]): VersionDifference => {
	const into = lineage(links, id)
		.after.filter((codeId) => now.byId.has(codeId))
		.map((codeId) => ({ codeId, path: pathName(now, codeId) }));
	const path = pathName(old, id);
	return into.length > 0 ? { kind: 'merged', codeId: id, path, into } : { kind: 'removed', codeId: id, path };
};

const changesOf = (old: Codebook, now: Codebook, was: Code, code: Code): readonly VersionDifference[] => {
	const one = { codeId: code.id, path: pathName(now, code.id) };
	const found: VersionDifference[] = [];
	if (was.name !== code.name) found.push({ kind: 'renamed', ...one, before: was.name, after: code.name });
	if (was.parentId !== code.parentId)
		found.push({ kind: 'moved', ...one, before: parentPath(old, was), after: parentPath(now, code) });
	if (was.isCodable !== code.isCodable) found.push({ kind: code.isCodable ? 'became-code' : 'became-group', ...one });
	for (const field of descriptions)
		if (was[field] !== code[field])
			found.push({ kind: 'described', ...one, field, before: was[field], after: code[field] });
	if (!sameWords(was.synonyms, code.synonyms))
		found.push({ kind: 'synonyms', ...one, before: was.synonyms, after: code.synonyms });
	return found;
};

/** The order of synonyms says nothing. */
const sameWords = (some: readonly string[], others: readonly string[]): boolean =>
	some.length === others.length && new Set([...some, ...others]).size === new Set(some).size;

const parentPath = (book: Codebook, { parentId }: Code): string | null =>
	parentId === null ? null : pathName(book, parentId);
