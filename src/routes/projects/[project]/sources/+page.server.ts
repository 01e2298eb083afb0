import { viewSourceList } from '#lib/server/views/source-screens.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:sources');
	return { screen: orError(await viewSourceList(locals.context(), params.project, {}), locals) };
};
