import { redirect } from '@sveltejs/kit';
import { updateSource } from '#lib/server/commands/update-source.ts';
import { uploadSource } from '#lib/server/commands/upload-source.ts';
import { viewSourceList } from '#lib/server/views/source-screens.ts';
import { formAnswer, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewSourceList(locals.context(), params.project, {}), locals)
});

export const actions: Actions = {
	upload: async ({ request, locals, params }) => {
		const form = await request.formData();
		const file = form.get('file');
		const files =
			file instanceof File && file.size > 0
				? [{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }]
				: [];
		form.delete('file');
		const fields = Object.fromEntries(form);
		const result = await uploadSource(locals.context(), params.project, files, fields);
		if (!result.ok) return formAnswer(result, locals, fields);
		redirect(303, `/projects/${params.project}/sources`);
	},
	release: async ({ request, locals, params }) => {
		const sourceId = String((await request.formData()).get('sourceId') ?? '');
		return formAnswer(await updateSource(locals.context(), params.project, sourceId, { status: 'released' }), locals);
	}
};
