import { viewEditScreen } from '#lib/server/views/edit-screen.ts';
import { orError } from '../../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	screen: orError(await viewEditScreen(locals.context(), params.project, params.source), locals),
	/** the loose coding that the address leads to */
	orphanId: url.searchParams.get('orphan')
});
