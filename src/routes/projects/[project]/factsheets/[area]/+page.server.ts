import { viewFactsheet } from '#lib/server/views/factsheet.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = { ...Object.fromEntries(url.searchParams), areaId: params.area };
	return { screen: orError(await viewFactsheet(locals.context(), params.project, asked, locals.locale), locals) };
};
