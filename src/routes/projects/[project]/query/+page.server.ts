import { listCodings } from '#lib/server/views/list-codings.ts';
import { codebookScreen } from '#lib/server/views/list-codes.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
	const context = locals.context();
	return {
		query,
		quotes: orError(await listCodings(context, params.project, query), locals),
		codebook: orError(await codebookScreen(context, params.project), locals)
	};
};
