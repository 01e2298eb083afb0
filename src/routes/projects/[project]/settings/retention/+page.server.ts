import { decideDestructions, proposeDestructions } from '#lib/server/commands/destroy-key.ts';
import { viewRetention } from '#lib/server/views/retention-page.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewRetention(locals.context(), params.project), locals)
});

export const actions: Actions = {
	propose: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), { sourceIds: 'list', reason: 'text' });
		return formAnswer(await proposeDestructions(locals.context(), params.project, input), locals, input);
	},
	decide: async ({ request, locals, params }) => {
		const form = await request.formData();
		const text = (name: string) => String(form.get(name) ?? '');
		const proposals = [{ sourceId: text('sourceId'), destructionId: text('destructionId') }];
		const input = { proposals, decision: text('decision') };
		return formAnswer(await decideDestructions(locals.context(), params.project, input), locals);
	}
};
