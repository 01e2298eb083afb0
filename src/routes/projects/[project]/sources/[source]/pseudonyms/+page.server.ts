import { listAssignments } from '#lib/server/views/list-assignments.ts';
import { viewPseudonyms } from '#lib/server/views/pseudonyms.ts';
import { readSourceAttributes } from '#lib/server/views/read-source.ts';
import { orError } from '../../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:source');
	return {
		source: orError(await readSourceAttributes(locals.context(), params.project, params.source), locals),
		assignments: orError(
			await listAssignments(locals.context(), params.project, { sourceId: params.source, limit: 50 }),
			locals
		).items,
		answer: orError(await viewPseudonyms(locals.context(), params.project, params.source), locals)
	};
};
