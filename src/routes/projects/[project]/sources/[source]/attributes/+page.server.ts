import { updateSource } from '#lib/server/commands/update-source.ts';
import { viewSourceAttributes } from '#lib/server/views/case-screens.ts';
import { listAssignments } from '#lib/server/views/list-assignments.ts';
import { formAnswer, inputFrom, orError } from '../../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:source-attributes');
	const screen = orError(await viewSourceAttributes(locals.context(), params.project, params.source), locals);
	const assignments = orError(
		await listAssignments(locals.context(), params.project, { sourceId: params.source, limit: 50 }),
		locals
	).items;
	return { screen, assignments };
};

export const actions: Actions = {
	step: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), { status: 'text', note: 'text' });
		return formAnswer(await updateSource(locals.context(), params.project, params.source, input), locals);
	}
};
