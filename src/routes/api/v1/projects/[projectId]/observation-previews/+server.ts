import { toldProblems } from '#lib/contract/problem-json.ts';
import { ok } from '#lib/domain/problem.ts';
import { previewObservations } from '#lib/server/commands/import-figures.ts';
import { readersLocale } from '#lib/words/locale.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { respond } from '../../../../respond.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = respond(
	async (context, { params, upload }) => {
		const preview = await previewObservations(context, params.projectId, upload?.files ?? [], upload?.fields ?? {});
		if (!preview.ok) return preview;
		const { warnings, ...about } = preview.value;
		const locale = readersLocale();
		return ok({ ...about, problems: toldProblems(warnings, (problem) => sayProblem(problem, locale)) });
	},
	{ takes: 'upload' }
);
