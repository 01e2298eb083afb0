import { viewQuestion } from '#lib/server/views/question.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:query');
	const asked = Object.fromEntries([...url.searchParams].filter(([, value]) => value !== ''));
	return { question: orError(await viewQuestion(locals.context(), params.project, asked), locals) };
};
