import { viewSourceUses } from '#lib/server/views/source-uses.ts';
import { orError } from '../../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

/** Everything that leans on an interview. */
export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewSourceUses(locals.context(), params.project, params.source), locals)
});
