import { publishFactsheet } from '#lib/server/commands/publish-factsheet.ts';
import { viewFactsheet } from '#lib/server/views/factsheet.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const asked = { ...Object.fromEntries(url.searchParams), areaId: params.area };
	const screen = orError(await viewFactsheet(locals.context(), params.project, asked, locals.locale), locals);
	return { screen, unsettled: screen.unsettled.map((problem) => sayProblem(problem, locals.locale)) };
};

export const actions: Actions = {
	publish: async ({ request, locals, params }) => {
		const fields = { areaId: 'text', fromWaveId: 'text', toWaveId: 'text' } as const;
		const input = { ...inputFrom(await request.formData(), fields), language: locals.locale };
		return formAnswer(await publishFactsheet(locals.context(), params.project, input), locals, input);
	}
};
