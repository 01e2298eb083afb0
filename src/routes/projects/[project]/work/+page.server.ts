import { dayInTheNetherlands } from '#lib/domain/case/today.ts';
import { viewMyWork } from '#lib/server/views/my-work.ts';
import { orError } from '../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:work');
	const context = locals.context();
	return {
		work: orError(await viewMyWork(context, params.project), locals),
		today: dayInTheNetherlands(context.now())
	};
};
