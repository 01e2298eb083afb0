import { codebookOf, pathOf, withDescendants, type Codebook } from './codebook.ts';
import type { CodeId } from '../project/ids.ts';

/** The part of the tree with codes whose name or synonyms hold the text, with what stands above and below them. */
export const findCodes = (book: Codebook, text: string): Codebook => {
	const wanted = text.trim().toLocaleLowerCase('nl');
	const found = book.codes.filter(({ name, synonyms }) =>
		[name, ...synonyms].some((word) => word.toLocaleLowerCase('nl').includes(wanted))
	);
	const keep = new Set<CodeId>();
	for (const code of found) {
		for (const { id } of pathOf(book, code.id)) keep.add(id);
		for (const { id } of withDescendants(book, code.id)) keep.add(id);
	}
	return codebookOf(book.codes.filter(({ id }) => keep.has(id)));
};
