import { withMarks } from '../../domain/codebook/example.ts';
import { codebookOf, pathName, type Codebook } from '../../domain/codebook/codebook.ts';
import { noFacts, type FileFacts } from '../../domain/report/file-facts.ts';
import type { CodeId } from '../../domain/project/ids.ts';
import type { Project } from '../../domain/project/project.ts';
import type { Db } from '../store/database.ts';
import { listExampleQuotes } from '../store/example-quotes.ts';
import { interviewsBeside } from './interviews-beside.ts';

/** A codebook as it may go out, and what its examples quote. */
export type CheckedCodebook = {
	/** with a mark in the place of words that may not be quoted */
	readonly book: Codebook;
	/** passages of interviews among its examples: how many stand in it, and how many do not */
	readonly shown: number;
	readonly withheld: number;
	/** the passages of each code that stand in the project and not in it, in their order */
	readonly hidden: ReadonlyMap<CodeId, readonly string[]>;
	readonly facts: FileFacts;
	/** the interviews that are quoted */
	readonly sourceIds: readonly string[];
};

/**
 * Looks through the examples of a codebook, which are words of interviews. Who reads a codebook may see no interview, so
 * that an example is named by its code and not by where it was said. `mark` stands in the place of words that may not be
 * quoted.
 */
export const checkCodebook = async (
	db: Db,
	{ id: projectId, name }: Pick<Project, 'id' | 'name'>,
	book: Codebook,
	mark: string
): Promise<CheckedCodebook> => {
	const found = await listExampleQuotes(db, projectId, book.codes);
	const all = [...Map.groupBy(found, ({ codeId, quote }) => JSON.stringify([codeId, quote])).values()];
	const unquotable = all.filter((said) => said.every(({ mayShow }) => !mayShow)).flatMap((said) => said[0] ?? []);
	const ofCode = Map.groupBy(unquotable, ({ codeId }) => codeId);
	const hidden = new Map<CodeId, readonly string[]>();
	const codes = book.codes.map((code) => {
		const quotes = (ofCode.get(code.id) ?? []).map(({ quote }) => quote);
		const marked = withMarks(code.example, quotes, mark);
		if (marked.hidden.length > 0) hidden.set(code.id, marked.hidden);
		return { ...code, example: marked.example };
	});
	const withheld = new Set(unquotable.filter(({ codeId, quote }) => hidden.get(codeId)?.includes(quote)));
	const passages = all.filter((said) => said.some((quote) => quote.mayShow || withheld.has(quote)));
	return {
		book: codebookOf(codes),
		shown: passages.length - withheld.size,
		withheld: withheld.size,
		hidden,
		facts: {
			...noFacts,
			interviews: await interviewsBeside(
				db,
				projectId,
				found.filter(({ mayShow }) => mayShow)
			),
			quotes: passages.flatMap((said) => {
				const may = said.filter(({ mayShow }) => mayShow);
				return (may.length > 0 ? may : said.slice(0, 1)).map(({ codeId, sourceId, mayShow }) => ({
					...{ place: name, sourceId, mayShow },
					reference: pathName(book, codeId)
				}));
			})
		},
		sourceIds: [...new Set(found.map(({ sourceId }) => sourceId))]
	};
};
