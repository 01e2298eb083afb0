import { withMark } from '../../domain/codebook/example.ts';
import { codebookOf, pathName, type Codebook } from '../../domain/codebook/codebook.ts';
import { noFacts, type FileFacts } from '../../domain/report/file-facts.ts';
import type { ProjectId } from '../../domain/project/ids.ts';
import type { Db } from '../store/database.ts';
import { listInterviews } from '../store/display-data.ts';
import { listExampleQuotes, type ExampleQuote } from '../store/example-quotes.ts';

/** A codebook as it may go out, and what its examples quote. */
export type CheckedCodebook = {
	/** with a mark in the place of words that may not be quoted */
	readonly book: Codebook;
	/** passages of interviews among its examples: how many stand in it, and how many do not */
	readonly shown: number;
	readonly withheld: number;
	readonly facts: FileFacts;
	/** the interviews that are quoted */
	readonly sourceIds: readonly string[];
};

/** Words for a codebook that goes out: where an example stands, and what stands in the place of one that may not. */
type Words = { readonly place: string; readonly mark: string; readonly exampleOf: (path: string) => string };

/**
 * Looks through the examples of a codebook, which are words of interviews. Who reads a codebook may see no interview, so
 * that an example is named by its code and not by where it was said.
 */
export const checkCodebook = async (
	db: Db,
	projectId: ProjectId,
	book: Codebook,
	{ place, mark, exampleOf }: Words
): Promise<CheckedCodebook> => {
	const found = await listExampleQuotes(db, projectId, book.codes);
	const passages = [...Map.groupBy(found, ({ codeId, quote }) => JSON.stringify([codeId, quote])).values()];
	const withheld = passages.filter((said) => said.every(({ mayShow }) => !mayShow)).flatMap((said) => said[0] ?? []);
	const ofCode = Map.groupBy(withheld, ({ codeId }) => codeId);
	return {
		book: codebookOf(
			book.codes.map((code) => ({
				...code,
				example: longestFirst(ofCode.get(code.id) ?? []).reduce(
					(example, { quote }) => withMark(example, quote, mark),
					code.example
				)
			}))
		),
		shown: passages.length - withheld.length,
		withheld: withheld.length,
		facts: {
			...noFacts,
			interviews: await interviewsBeside(db, projectId, found),
			quotes: passages.flatMap((said) => {
				const may = said.filter(({ mayShow }) => mayShow);
				return (may.length > 0 ? may : said.slice(0, 1)).map(({ codeId, sourceId, mayShow }) => ({
					...{ place, sourceId, mayShow },
					reference: exampleOf(pathName(book, codeId))
				}));
			})
		},
		sourceIds: [...new Set(found.map(({ sourceId }) => sourceId))]
	};
};

const longestFirst = (quotes: readonly ExampleQuote[]): readonly ExampleQuote[] =>
	quotes.toSorted((a, b) => b.quote.length - a.quote.length);

/** The interviews of the groups that are quoted, in the areas of these quotes: of how many somebody can be known. */
const interviewsBeside = async (db: Db, projectId: ProjectId, quotes: readonly ExampleQuote[]) => {
	const shown = quotes.filter(({ mayShow, group }) => mayShow && group !== null);
	const names = new Map(shown.map(({ areaId, areaName }) => [areaId, areaName]));
	const cells = new Set(shown.map(({ areaId, group }) => `${areaId} ${group ?? ''}`));
	return (await listInterviews(db, projectId, [...names.keys()]))
		.filter(({ areaId, group }) => cells.has(`${areaId} ${group}`))
		.map(({ id, areaId, group }) => ({ sourceId: id, areaId, areaName: names.get(areaId) ?? '', group }));
};
