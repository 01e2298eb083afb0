import { viewNavigation } from '#lib/server/views/navigation.ts';
import { orError } from '../../form-answer.ts';
import type { LayoutServerLoad } from './$types';

/** The menu of a project; its numbers follow what changes on the pages. */
export const load: LayoutServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:navigation');
	return { navigation: orError(await viewNavigation(locals.context(), params.project), locals) };
};
