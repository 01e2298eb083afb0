import { error } from '@sveltejs/kit';
import { viewFrame } from '#lib/server/views/kernset-frame.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import { commandsOf } from './frame-commands.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewFrame(locals.context(), params.project), locals)
});

/** The form of a part of the frame: which part, which one, and what to do with it. */
const partOf = async (request: Request) => {
	const form = await request.formData();
	const commands = commandsOf(form) ?? error(400);
	return { form, commands, id: String(form.get('id') ?? '') };
};

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const { form, commands, id } = await partOf(request);
		const input = commands.read(form);
		const context = locals.context();
		const result =
			id === ''
				? await commands.add(context, params.project, input)
				: await commands.update(context, params.project, id, input);
		return formAnswer(result, locals);
	},
	move: async ({ request, locals, params }) => {
		const { form, commands, id } = await partOf(request);
		const input = inputFrom(form, { place: 'number' });
		return formAnswer(await commands.update(locals.context(), params.project, id, input), locals);
	},
	delete: async ({ request, locals, params }) => {
		const { commands, id } = await partOf(request);
		return formAnswer(await commands.remove(locals.context(), params.project, id), locals);
	}
};
