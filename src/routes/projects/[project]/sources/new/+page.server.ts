import { viewUploadChoices } from '#lib/server/views/source-screens.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	choices: orError(await viewUploadChoices(locals.context(), params.project), locals)
});
