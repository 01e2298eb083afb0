import { listDecisionsToReview } from '#lib/server/views/decisions-to-review.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

/** All displays of a project as a list to work through. */
export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:display');
	const query = Object.fromEntries(url.searchParams);
	const context = locals.context();
	return {
		overview: orError(await viewMatrix(context, params.project, query), locals),
		review: orError(await listDecisionsToReview(context, params.project), locals).items
	};
};
