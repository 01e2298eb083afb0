import { codebookOf, colorOf, inTreeOrder, pathName } from '../domain/codebook/codebook.ts';
import type { Code } from '../domain/codebook/code.ts';
import type { CodebookVersion } from '../domain/codebook/version.ts';
import type { CodebookVersionAnswer, CodebookVersionItem } from './codebook-version.ts';

type Listed = CodebookVersion & { readonly madeByName: string; readonly codes: number };

/** A version as it crosses the edge in a list. */
export const toCodebookVersionItem = (version: Listed): CodebookVersionItem => ({
	id: version.id,
	number: version.number,
	name: version.name,
	note: version.note,
	waveIds: [...version.waveIds],
	madeBy: { id: version.madeBy, name: version.madeByName },
	madeAt: version.madeAt.toISOString(),
	codes: version.codes
});

/** A version with its tree as it was then. */
export const toCodebookVersionAnswer = (
	version: Listed & { readonly tree: readonly Code[] }
): CodebookVersionAnswer => {
	const book = codebookOf(version.tree);
	return {
		...toCodebookVersionItem(version),
		tree: inTreeOrder(book).map(({ code, depth }) => ({
			id: code.id,
			parentId: code.parentId,
			name: code.name,
			path: pathName(book, code.id),
			depth,
			definition: code.definition,
			include: code.include,
			exclude: code.exclude,
			example: code.example,
			synonyms: [...code.synonyms],
			isCodable: code.isCodable,
			shownColor: colorOf(book, code.id)
		}))
	};
};
