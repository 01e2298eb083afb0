import { addPhoto } from '#lib/server/commands/add-photo.ts';
import { changePhoto, deletePhoto } from '#lib/server/commands/change-photo.ts';
import { updateSource } from '#lib/server/commands/update-source.ts';
import { viewSourcePreparation } from '#lib/server/views/source-screens.ts';
import { error } from '@sveltejs/kit';
import { uploadOf } from '../../../../../api/read-body.ts';
import { formAnswer, inputFrom, orError } from '../../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:source');
	const preparation = orError(await viewSourcePreparation(locals.context(), params.project, params.source), locals);
	if (preparation.source.kind !== 'observation') error(404);
	return { preparation };
};

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const { files, fields } = await uploadOf(await request.formData());
		return formAnswer(await addPhoto(locals.context(), params.project, params.source, files, fields), locals);
	},
	describe: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { alternative: 'text', isChecked: 'flag' });
		return formAnswer(
			await changePhoto(locals.context(), params.project, params.source, idIn(form), input),
			locals,
			input
		);
	},
	move: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { place: 'number' });
		return formAnswer(await changePhoto(locals.context(), params.project, params.source, idIn(form), input), locals);
	},
	remove: async ({ request, locals, params }) => {
		const id = idIn(await request.formData());
		return formAnswer(await deletePhoto(locals.context(), params.project, params.source, id), locals);
	},
	spot: async ({ request, locals, params }) => {
		const { latitude, longitude } = inputFrom(await request.formData(), { latitude: 'number', longitude: 'number' });
		const spot = latitude === null && longitude === null ? null : { latitude, longitude };
		return formAnswer(await updateSource(locals.context(), params.project, params.source, { spot }), locals);
	}
};

const idIn = (form: FormData): string => {
	const id = form.get('photoId');
	return typeof id === 'string' ? id : '';
};
