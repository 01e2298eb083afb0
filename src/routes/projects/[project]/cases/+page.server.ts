import { viewCases } from '#lib/server/views/case-screens.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:cases');
	return { screen: orError(await viewCases(locals.context(), params.project), locals) };
};
