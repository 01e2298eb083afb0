import { toSourceImportAnswer } from '#lib/contract/source-import-answer.ts';
import type { SourceImportAnswer } from '#lib/contract/source-import.ts';
import { ok, type Result } from '#lib/domain/problem.ts';
import type { SourceImport } from '#lib/domain/source/source-import.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblem } from '#lib/words/problem.ts';

/** How far an import is, in sentences for the reader. */
export const tellImport = (result: Result<SourceImport>): Result<SourceImportAnswer> => {
	if (!result.ok) return result;
	const locale = readersLocale();
	return ok(toSourceImportAnswer(result.value, (problem) => sayProblem(problem, locale)));
};
