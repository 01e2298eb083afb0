import { withdrawEdition } from '#lib/server/commands/withdraw-edition.ts';
import { viewEdition } from '#lib/server/views/factsheet-editions.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewEdition(locals.context(), params.project, params.edition), locals)
});

export const actions: Actions = {
	withdraw: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), { reason: 'text' });
		return formAnswer(await withdrawEdition(locals.context(), params.project, params.edition, input), locals, input);
	}
};
