import { redirect } from '@sveltejs/kit';
import { listProjects } from '#lib/server/views/list-projects.ts';
import { orError } from './form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const [first, ...others] = orError(await listProjects(locals.context()), locals);
	redirect(303, first && others.length === 0 ? `/projects/${first.id}` : '/projects');
};
