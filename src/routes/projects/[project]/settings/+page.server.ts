import { redirect } from '@sveltejs/kit';
import { deleteProject } from '#lib/server/commands/delete-project.ts';
import { updateProject } from '#lib/server/commands/update-project.ts';
import { updatePseudonymSettings } from '#lib/server/commands/update-pseudonym-settings.ts';
import { readPseudonymSettings } from '#lib/server/views/pseudonyms.ts';
import { viewSettings } from '#lib/server/views/settings-page.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewSettings(locals.context(), params.project), locals),
	pseudonyms: orError(await readPseudonymSettings(locals.context(), params.project), locals)
});

const fields = {
	name: 'text',
	language: 'text',
	comparisonAreaId: 'choice',
	includeEarlierWaves: 'flag',
	smallCell: 'number',
	asksForConsent: 'flag',
	withdrawalUntil: 'choice',
	originalDays: 'number',
	keysUntil: 'choice',
	networkGroupIds: 'list'
} as const;

const pseudonymFields = {
	allowed: 'lines',
	organisations: 'lines',
	functions: 'lines',
	secondReader: 'text',
	samplePercent: 'number',
	numbering: 'text',
	doneFirst: 'flag'
} as const;

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), fields);
		const result = await updateProject(locals.context(), params.project, input);
		return formAnswer(result.ok ? { ok: true, value: null } : result, locals, input);
	},
	pseudonyms: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), pseudonymFields);
		const result = await updatePseudonymSettings(locals.context(), params.project, input);
		return formAnswer(result.ok ? { ok: true, value: null } : result, locals, input);
	},
	delete: async ({ locals, params }) => {
		const result = await deleteProject(locals.context(), params.project);
		if (!result.ok) return formAnswer(result, locals);
		redirect(303, '/projects');
	}
};
