import { error, fail } from '@sveltejs/kit';
import { httpStatusOf } from '#lib/contract/problem-json.ts';
import { importCases } from '#lib/server/commands/import-cases.ts';
import { viewCases } from '#lib/server/views/case-screens.ts';
import { fileProblem } from '#lib/words/file-problem.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { uploadOf } from '../../../../api/read-body.ts';
import { orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { variables, mayAdd } = orError(await viewCases(locals.context(), params.project), locals);
	const refusal = { code: 'not-allowed' };
	if (!mayAdd) error(403, { ...refusal, message: sayProblem(refusal, locals.locale) });
	return { variables };
};

const run = async (request: Request, locals: App.Locals, projectId: string, query: object) => {
	const { files, fields } = await uploadOf(await request.formData());
	const result = await importCases(locals.context(), projectId, files, fields, query);
	if (result.ok) return { answer: result.value };
	const rows = result.problems.slice(0, 200).map((problem) => fileProblem(problem, locals.locale));
	return fail(httpStatusOf(result.problems), { rows, total: result.problems.length });
};

export const actions: Actions = {
	preview: ({ request, locals, params }) => run(request, locals, params.project, { dryRun: 'true' }),
	apply: ({ request, locals, params }) => run(request, locals, params.project, {})
};
