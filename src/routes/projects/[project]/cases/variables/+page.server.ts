import { error } from '@sveltejs/kit';
import { viewCases } from '#lib/server/views/case-screens.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:variables');
	const { variables, mayEditVariables } = orError(await viewCases(locals.context(), params.project), locals);
	const refusal = { code: 'not-allowed' };
	if (!mayEditVariables) error(403, { ...refusal, message: sayProblem(refusal, locals.locale) });
	return { variables };
};
