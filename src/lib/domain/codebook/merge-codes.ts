import { fail, ok, type Result } from '../problem.ts';
import type { CodeId } from '../project/ids.ts';
import type { Code } from './code.ts';
import { checkName, codebookOf, pathOf, type Codebook } from './codebook.ts';

/** What a merge does to the tree; the codings follow. */
export type CodeMerge = {
	readonly from: Code;
	/** the code that stays; it answers to the name of the other as well */
	readonly into: Code;
	/** the names by which it can be found from now on */
	readonly addedSynonyms: readonly string[];
	/** codes that stood below the one that goes, with their new places */
	readonly children: readonly Code[];
};

/** Lets one code go into another: what stood below it moves along, and its name stays as a synonym to find it by. */
export const mergeCodes = (book: Codebook, fromId: CodeId, intoId: CodeId): Result<CodeMerge> => {
	const from = book.byId.get(fromId);
	if (!from) return fail('code-unknown', undefined, 'fromCodeId');
	const into = book.byId.get(intoId);
	if (!into) return fail('code-unknown', undefined, 'intoCodeId');
	if (fromId === intoId) return fail('code-merge-itself', undefined, 'intoCodeId');
	if (pathOf(book, intoId).some(({ id }) => id === fromId)) return fail('code-merge-below', undefined, 'intoCodeId');
	const moving = book.children.get(fromId) ?? [];
	for (const child of moving) {
		const free = checkName(book, child.name, intoId, fromId);
		if (!free.ok) return free;
	}
	const last = (book.children.get(intoId) ?? []).length;
	const names = new Set([into.name, ...into.synonyms].map(plain));
	const added = [...new Set([from.name, ...from.synonyms])]
		.filter((name) => !names.has(plain(name)))
		.slice(0, Math.max(0, mostSynonyms - into.synonyms.length));
	return ok({
		from,
		into: added.length === 0 ? into : { ...into, synonyms: [...into.synonyms, ...added] },
		addedSynonyms: added,
		children: moving.map((child, index) => ({ ...child, parentId: intoId, place: last + index }))
	});
};

/** The codebook once a code went into another. */
export const afterMerge = (book: Codebook, { from, into, children }: CodeMerge): Codebook => {
	const changed = new Map([into, ...children].map((code) => [code.id, code]));
	return codebookOf(book.codes.filter(({ id }) => id !== from.id).map((code) => changed.get(code.id) ?? code));
};

const mostSynonyms = 100; // as many as the contract takes

const plain = (name: string) => name.trim().toLocaleLowerCase('nl');
