import { makeCodebookVersion } from '#lib/server/commands/make-codebook-version.ts';
import { updateCodebookVersion } from '#lib/server/commands/update-codebook-version.ts';
import { readVersion, readVersionDifferences, versionsScreen } from '#lib/server/views/codebook-versions.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const context = locals.context();
	const screen = orError(await versionsScreen(context, params.project), locals);
	const id = url.searchParams.get('version') ?? screen.versions[0]?.id;
	const other = url.searchParams.get('with') ?? 'now';
	if (id === undefined) return { screen, version: null, differences: null, other };
	return {
		screen,
		version: orError(await readVersion(context, params.project, id), locals),
		differences: orError(await readVersionDifferences(context, params.project, id, { with: other }), locals),
		other
	};
};

const fields = { name: 'text', note: 'text', waveIds: 'list' } as const;

export const actions: Actions = {
	make: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), fields);
		return formAnswer(await makeCodebookVersion(locals.context(), params.project, input), locals, input);
	},
	change: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, fields);
		const id = String(form.get('versionId') ?? '');
		return formAnswer(await updateCodebookVersion(locals.context(), params.project, id, input), locals, input);
	}
};
