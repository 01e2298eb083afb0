import { redirect } from '@sveltejs/kit';
import { addReport } from '#lib/server/commands/add-report.ts';
import { viewReports } from '#lib/server/views/list-reports.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:reports');
	return { screen: orError(await viewReports(locals.context(), params.project), locals) };
};

export const actions: Actions = {
	default: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), {
			title: 'text',
			kind: 'text',
			areaIds: 'list',
			fromWaveId: 'text',
			toWaveId: 'text',
			language: 'text'
		});
		const added = await addReport(locals.context(), params.project, input);
		if (!added.ok) return formAnswer(added, locals, input);
		redirect(303, `/projects/${params.project}/reports/${added.value.id}`);
	}
};
