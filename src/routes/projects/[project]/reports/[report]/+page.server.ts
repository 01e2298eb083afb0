import { viewReport } from '#lib/server/views/report-page.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:report');
	const asked = {
		pillarId: url.searchParams.get('pillarId') ?? undefined,
		areaId: url.searchParams.get('areaId') ?? undefined
	};
	return { screen: orError(await viewReport(locals.context(), params.project, params.report, asked), locals) };
};
