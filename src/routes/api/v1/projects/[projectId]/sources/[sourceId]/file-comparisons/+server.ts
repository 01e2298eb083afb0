import { toldProblems } from '#lib/contract/problem-json.ts';
import type { FileComparisonAnswer } from '#lib/contract/source-edit.ts';
import { ok, type Result } from '#lib/domain/problem.ts';
import { compareFile, type ComparedFile } from '#lib/server/commands/compare-file.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	async (context, { params, upload }) =>
		told(await compareFile(context, params.projectId, params.sourceId, upload?.files ?? [])),
	{ takes: 'upload' }
);

/** What to look at, in sentences for the reader. */
const told = (compared: Result<ComparedFile>): Result<FileComparisonAnswer> => {
	if (!compared.ok) return compared;
	const locale = readersLocale();
	const warnings = toldProblems(compared.value.warnings, (warning) => sayProblem(warning, locale));
	return ok({ ...compared.value, warnings });
};
