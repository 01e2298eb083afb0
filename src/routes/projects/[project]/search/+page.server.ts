import { viewSearchPage } from '#lib/server/views/search-page.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewSearchPage(locals.context(), params.project), locals)
});
