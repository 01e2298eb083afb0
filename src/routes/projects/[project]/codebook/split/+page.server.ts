import { splitScreen } from '#lib/server/views/split-screen.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	screen: orError(await splitScreen(locals.context(), params.project, url.searchParams.get('code') ?? ''), locals)
});
