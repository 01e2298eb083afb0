import { viewNetworkDisplay } from '#lib/server/views/network-display.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:network');
	const query = Object.fromEntries(url.searchParams);
	return { screen: orError(await viewNetworkDisplay(locals.context(), params.project, query), locals) };
};
