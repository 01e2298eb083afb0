import { toldProblems } from '#lib/contract/problem-json.ts';
import type { UploadAnswer } from '#lib/contract/source.ts';
import { ok, type Result } from '#lib/domain/problem.ts';
import type { Uploaded } from '#lib/server/commands/store-source.ts';
import { uploadSource } from '#lib/server/commands/upload-source.ts';
import { listSources } from '#lib/server/views/list-sources.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = respond((context, { params, query }) =>
	listSources(context, params.projectId, query)
);

export const POST: RequestHandler = respond(
	async (context, { params, upload }) =>
		told(await uploadSource(context, params.projectId, upload?.files ?? [], upload?.fields ?? {})),
	{ status: 201, takes: 'upload' }
);

/** What to look at, in sentences for the reader. */
const told = (uploaded: Result<Uploaded>): Result<UploadAnswer> => {
	if (!uploaded.ok) return uploaded;
	const locale = readersLocale();
	const warnings = toldProblems(uploaded.value.warnings, (warning) => sayProblem(warning, locale));
	return ok({ ...uploaded.value, warnings });
};
