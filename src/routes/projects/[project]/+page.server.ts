import { redirect } from '@sveltejs/kit';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { orError } from '../../form-answer.ts';
import type { PageServerLoad } from './$types';

/** The overview; who may not see it begins at the own work (an interviewer), or at what is published (a reader). */
export const load: PageServerLoad = async ({ locals, params, url, parent, depends }) => {
	depends('wijkstem:display');
	const { navigation } = await parent();
	if (!navigation.allowed.includes('display.read'))
		redirect(303, `/projects/${params.project}/${navigation.allowed.includes('work.read') ? 'work' : 'publications'}`);
	const asked = Object.fromEntries(url.searchParams);
	return { overview: orError(await viewMatrix(locals.context(), params.project, asked), locals) };
};
