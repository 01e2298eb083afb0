import { toldProblems } from '#lib/contract/problem-json.ts';
import type { RereadAnswer } from '#lib/contract/reread.ts';
import { ok, type Result } from '#lib/domain/problem.ts';
import { rereadSource, type Reread } from '#lib/server/commands/reread-source.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { respond } from '../../../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(async (context, { params, body, query }) =>
	told(await rereadSource(context, params.projectId, params.sourceId, body, query))
);

/** What to look at, in sentences for the reader. */
const told = (read: Result<Reread>): Result<RereadAnswer> => {
	if (!read.ok) return read;
	const locale = readersLocale();
	const warnings = toldProblems(read.value.warnings, (warning) => sayProblem(warning, locale));
	return ok({ ...read.value, warnings });
};
