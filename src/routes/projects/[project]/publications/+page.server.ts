import { viewEditions } from '#lib/server/views/factsheet-editions.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewEditions(locals.context(), params.project), locals)
});
