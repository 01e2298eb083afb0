import { listCodingNotes } from '#lib/server/views/list-coding-notes.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	first: orError(await listCodingNotes(locals.context(), params.project, {}), locals)
});
