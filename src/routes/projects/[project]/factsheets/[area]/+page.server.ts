import { viewFactsheet } from '#lib/server/views/factsheet.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = { ...Object.fromEntries(url.searchParams), areaId: params.area };
	const screen = orError(await viewFactsheet(locals.context(), params.project, asked, locals.locale), locals);
	const unsettled = screen.unsettled.map((problem) => sayProblem(problem, locals.locale));
	return { screen, unsettled, language: locals.locale };
};
