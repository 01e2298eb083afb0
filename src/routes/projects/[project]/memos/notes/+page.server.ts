import { viewNotes } from '#lib/server/views/notes-page.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:notes');
	return {
		screen: orError(await viewNotes(locals.context(), params.project, Object.fromEntries(url.searchParams)), locals)
	};
};
