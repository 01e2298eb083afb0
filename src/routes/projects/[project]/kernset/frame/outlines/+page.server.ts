import { deleteOutline, storeOutline } from '#lib/server/commands/store-outline.ts';
import { viewOutlines } from '#lib/server/views/area-outlines.ts';
import { uploadOf } from '../../../../../api/read-body.ts';
import { formAnswer, orError } from '../../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewOutlines(locals.context(), params.project), locals)
});

export const actions: Actions = {
	store: async ({ request, locals, params }) => {
		const { files, fields } = await uploadOf(await request.formData());
		return formAnswer(await storeOutline(locals.context(), params.project, String(fields['areaId']), files), locals);
	},
	remove: async ({ request, locals, params }) => {
		const areaId = String((await request.formData()).get('areaId'));
		return formAnswer(await deleteOutline(locals.context(), params.project, areaId), locals);
	}
};
