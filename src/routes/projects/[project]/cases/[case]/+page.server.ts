import { viewCase } from '#lib/server/views/case-screens.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:case');
	return { screen: orError(await viewCase(locals.context(), params.project, params.case), locals) };
};
