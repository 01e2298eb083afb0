import { fail } from '@sveltejs/kit';
import { httpStatusOf } from '#lib/contract/problem-json.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { importObservations, previewObservations } from '#lib/server/commands/import-figures.ts';
import { undoFigureImport } from '#lib/server/commands/undo-figure-import.ts';
import { listFigureImports } from '#lib/server/views/figure-history.ts';
import { viewFiguresImport } from '#lib/server/views/figures-import.ts';
import { fileProblem } from '#lib/words/file-problem.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { uploadOf } from '../../../../api/read-body.ts';
import { formAnswer, orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	choices: orError(await viewFiguresImport(locals.context(), params.project), locals),
	imports: orError(await listFigureImports(locals.context(), params.project, { limit: '100' }), locals).items
});

const refused = (problems: readonly Problem[], locals: App.Locals) =>
	fail(httpStatusOf(problems), {
		rows: problems.slice(0, 200).map((problem) => fileProblem(problem, locals.locale)),
		total: problems.length
	});

export const actions: Actions = {
	preview: async ({ request, locals, params }) => {
		const { files, fields } = await uploadOf(await request.formData());
		const result = await previewObservations(locals.context(), params.project, files, fields);
		if (!result.ok) return refused(result.problems, locals);
		const { warnings, ...about } = result.value;
		const told = warnings.map((warning) => sayProblem(warning, locals.locale));
		return { answer: { dryRun: true as const, ...about, warnings: told } };
	},
	apply: async ({ request, locals, params }) => {
		const { files, fields } = await uploadOf(await request.formData());
		const result = await importObservations(locals.context(), params.project, files, fields);
		if (!result.ok) return refused(result.problems, locals);
		return { answer: { dryRun: false as const, ...result.value, changes: [], warnings: [] } };
	},
	undo: async ({ request, locals, params }) => {
		const importId = String((await request.formData()).get('importId') ?? '');
		return formAnswer(await undoFigureImport(locals.context(), params.project, importId), locals);
	}
};
