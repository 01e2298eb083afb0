import { viewSearch } from '#lib/server/views/search-page.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:search');
	return { search: orError(await viewSearch(locals.context(), params.project), locals) };
};
