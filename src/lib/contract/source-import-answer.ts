import type { Problem } from '../domain/problem.ts';
import { countStates, type SourceImport } from '../domain/source/source-import.ts';
import { toldProblems } from './problem-json.ts';
import type { SourceImportAnswer } from './source-import.ts';

/** An import as it crosses the edge; `say` turns a problem into a sentence for the reader. */
export const toSourceImportAnswer = (
	{ id, madeAt, files }: SourceImport,
	say: (problem: Problem) => string
): SourceImportAnswer => {
	const counts = countStates(files);
	return {
		id,
		madeAt: madeAt.toISOString(),
		isDone: counts.waiting + counts.reading === 0,
		...counts,
		files: files.map(({ told, ...file }) => ({ ...file, messages: toldProblems(told, say) }))
	};
};
