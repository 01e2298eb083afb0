import { addStudy } from '#lib/server/commands/add-study.ts';
import { viewStudies } from '#lib/server/views/studies.ts';
import { formAnswer, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';
import { studyInput } from './study-form.ts';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewStudies(locals.context(), params.project), locals)
});

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const input = studyInput(await request.formData());
		return formAnswer(await addStudy(locals.context(), params.project, input), locals, input);
	}
};
