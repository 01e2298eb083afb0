import { redirect } from '@sveltejs/kit';
import { deleteProject } from '#lib/server/commands/delete-project.ts';
import { updateProject } from '#lib/server/commands/update-project.ts';
import { viewSettings } from '#lib/server/views/settings-page.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewSettings(locals.context(), params.project), locals)
});

const fields = {
	name: 'text',
	language: 'text',
	comparisonAreaId: 'choice',
	includeEarlierWaves: 'flag',
	smallCell: 'number',
	asksForConsent: 'flag',
	withdrawalUntil: 'choice'
} as const;

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), fields);
		const result = await updateProject(locals.context(), params.project, input);
		return formAnswer(result.ok ? { ok: true, value: null } : result, locals, input);
	},
	delete: async ({ locals, params }) => {
		const result = await deleteProject(locals.context(), params.project);
		if (!result.ok) return formAnswer(result, locals);
		redirect(303, '/projects');
	}
};
