import { listSourceImports } from '#lib/server/views/source-imports.ts';
import { viewUploadChoices } from '#lib/server/views/source-screens.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const context = locals.context();
	const imports = orError(await listSourceImports(context, params.project, { limit: 10 }), locals);
	return {
		choices: orError(await viewUploadChoices(context, params.project), locals),
		/** what is still being read from before this page was opened */
		unfinished: imports.items.filter(({ isDone }) => !isDone).map(({ id }) => id)
	};
};
