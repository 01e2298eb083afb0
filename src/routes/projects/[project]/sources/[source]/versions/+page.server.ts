import { viewVersionsScreen } from '#lib/server/views/edit-screen.ts';
import { orError } from '../../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = (name: string) => url.searchParams.get(name);
	const wanted = { from: asked('from'), to: asked('to'), version: asked('version'), codingId: asked('coding') };
	return { screen: orError(await viewVersionsScreen(locals.context(), params.project, params.source, wanted), locals) };
};
