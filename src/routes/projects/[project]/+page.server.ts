import { redirect } from '@sveltejs/kit';
import { listEditions } from '#lib/server/views/factsheet-editions.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { orError } from '../../form-answer.ts';
import type { PageServerLoad } from './$types';

/**
 * The overview; who may not see it (an interviewer) begins at the own work. Who reads what is published and sees no
 * interviews (a reader) finds the factsheets first.
 */
export const load: PageServerLoad = async ({ locals, params, url, parent, depends }) => {
	depends('wijkstem:display');
	const { navigation } = await parent();
	if (!navigation.allowed.includes('display.read'))
		redirect(303, `/projects/${params.project}/${navigation.allowed.includes('work.read') ? 'work' : 'sources'}`);
	const context = locals.context();
	const isReader = navigation.allowed.includes('publication.read') && !navigation.allowed.includes('source.list');
	const editions = isReader ? orError(await listEditions(context, params.project, {}), locals).items : null;
	return {
		overview: orError(await viewMatrix(context, params.project, Object.fromEntries(url.searchParams)), locals),
		editions: editions?.filter(({ state }) => state === 'current') ?? null
	};
};
