import type { Code } from '../domain/codebook/code.ts';
import { colorOf, pathName, pathOf, pillarsOf, type Codebook } from '../domain/codebook/codebook.ts';
import type { CodeAnswer } from './code.ts';

type Use = { readonly codings: number; readonly interviews: number };

/** How often a code itself was applied, and together with the codes below it; an interview counts once in each. */
export type CodeUse = { readonly own: Use; readonly whole: Use };

/** The use of a code that nobody applied. */
export const unusedCode: CodeUse = { own: { codings: 0, interviews: 0 }, whole: { codings: 0, interviews: 0 } };

/** A code as it crosses the edge; `use` is null when the reader may not see codings, or they were not counted. */
export const toCodeAnswer = (book: Codebook, code: Code, use: CodeUse | null): CodeAnswer => ({
	id: code.id,
	parentId: code.parentId,
	name: code.name,
	path: pathName(book, code.id),
	depth: pathOf(book, code.id).length - 1,
	place: code.place,
	definition: code.definition,
	include: code.include,
	exclude: code.exclude,
	example: code.example,
	synonyms: [...code.synonyms],
	color: code.color,
	shownColor: colorOf(book, code.id),
	isCodable: code.isCodable,
	pillarIds: code.pillarIds && [...code.pillarIds],
	servedPillarIds: [...pillarsOf(book, code.id)],
	indicators: code.indicators.map((link) => ({ ...link })),
	codings: use?.own.codings ?? null,
	interviews: use?.own.interviews ?? null,
	codingsWithDescendants: use?.whole.codings ?? null,
	interviewsWithDescendants: use?.whole.interviews ?? null
});
