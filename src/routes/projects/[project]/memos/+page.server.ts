import { viewMemos } from '#lib/server/views/memos-page.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	screen: orError(await viewMemos(locals.context(), params.project, Object.fromEntries(url.searchParams)), locals)
});
