import { viewReportComments } from '#lib/server/views/report-comments.ts';
import { orError } from '../../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:report');
	return { screen: orError(await viewReportComments(locals.context(), params.project, params.report), locals) };
};
