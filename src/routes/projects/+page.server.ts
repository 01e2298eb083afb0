import { redirect } from '@sveltejs/kit';
import { createProject } from '#lib/server/commands/create-project.ts';
import { loadDemo } from '#lib/server/commands/load-demo.ts';
import { pageOfProjects } from '#lib/server/views/list-projects.ts';
import { formAnswer, inputFrom, orError } from '../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	projects: orError(await pageOfProjects(locals.context(), { limit: 500 }), locals).items,
	mayCreate: locals.actor?.isAdministrator ?? false
});

export const actions: Actions = {
	create: async ({ request, locals }) => {
		const input = inputFrom(await request.formData(), { name: 'text', asksForConsent: 'flag' });
		const result = await createProject(locals.context(), input);
		if (!result.ok) return formAnswer(result, locals, input);
		redirect(303, `/projects/${result.value.id}`);
	},
	demo: async ({ locals }) => {
		const result = await loadDemo(locals.context());
		if (!result.ok) return formAnswer(result, locals);
		redirect(303, `/projects/${result.value.projectId}`);
	}
};
