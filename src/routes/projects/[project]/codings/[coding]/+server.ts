import { redirect } from '@sveltejs/kit';
import { readCoding } from '#lib/server/views/list-codings.ts';
import { orError } from '../../../../form-answer.ts';
import type { RequestHandler } from './$types';

/** Leads to the place of a coding in its interview: a mention in a memo knows the coding, not where it stands. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { id, sourceId } = orError(await readCoding(locals.context(), params.project, params.coding), locals);
	redirect(303, `/projects/${params.project}/sources/${sourceId}?coding=${id}`);
};
