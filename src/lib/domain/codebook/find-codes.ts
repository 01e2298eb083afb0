import type { CodeId } from '../project/ids.ts';
import { withoutAccents } from '../text/without-accents.ts';
import type { Code } from './code.ts';
import { codebookOf, pathOf, withDescendants, type Codebook } from './codebook.ts';

/**
 * The part of the tree with codes whose name or synonyms hold the text, whatever its accents, with what stands above and
 * below them.
 */
export const findCodes = (book: Codebook, text: string): Codebook => {
	const wanted = withoutAccents(text.trim());
	const isFound = ({ name, synonyms }: Code) =>
		[name, ...synonyms].some((word) => withoutAccents(word).includes(wanted));
	const keep = new Set<CodeId>();
	for (const code of book.codes.filter(isFound))
		for (const { id } of [...pathOf(book, code.id), ...withDescendants(book, code.id)]) keep.add(id);
	return codebookOf(book.codes.filter(({ id }) => keep.has(id)));
};

/** The part of the tree with the codes that are kept, and what stands above them so that their place is clear. */
export const onlyCodes = (book: Codebook, isKept: (code: Code) => boolean): Codebook => {
	const keep = new Set<CodeId>();
	for (const code of book.codes.filter(isKept)) for (const { id } of pathOf(book, code.id)) keep.add(id);
	return codebookOf(book.codes.filter(({ id }) => keep.has(id)));
};
