import { fail, type ActionFailure } from '@sveltejs/kit';
import { httpStatusOf } from '#lib/contract/problem-json.ts';
import type { Result } from '#lib/domain/problem.ts';
import type { Imported } from '#lib/server/commands/import-indicators.ts';
import { fileProblem, type FileProblem } from '#lib/words/file-problem.ts';
import { sayProblem } from '#lib/words/problem.ts';

export type ImportDone = Omit<Imported, 'warnings'> & { readonly warnings: readonly string[] };
export type ImportFailed = { readonly rows: readonly FileProblem[]; readonly total: number };

type Locale = 'nl' | 'en';

const mostShown = 200; // nobody mends more than these before trying again

/** The end of an import: what it did, or everything that is wrong with the file, row by row. */
export const importAnswer = (
	result: Result<Imported>,
	locale: Locale
): { readonly done: ImportDone } | ActionFailure<ImportFailed> => {
	if (result.ok) {
		const { warnings, ...counts } = result.value;
		return { done: { ...counts, warnings: warnings.map((warning) => sayProblem(warning, locale)) } };
	}
	const { problems } = result;
	return fail(httpStatusOf(problems), {
		rows: problems.slice(0, mostShown).map((problem) => fileProblem(problem, locale)),
		total: problems.length
	});
};
