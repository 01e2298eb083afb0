import { viewIndicator } from '#lib/server/views/indicator-page.ts';
import { orError } from '../../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = Object.fromEntries(url.searchParams);
	return { screen: orError(await viewIndicator(locals.context(), params.project, params.indicator, query), locals) };
};
