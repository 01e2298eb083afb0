import { codingDesk } from '#lib/server/views/coding-desk.ts';
import { viewNavigation } from '#lib/server/views/navigation.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:desk');
	const turn = Number(url.searchParams.get('turn') ?? '');
	const { project } = orError(await viewNavigation(locals.context(), params.project), locals);
	return {
		isFictional: project.isFictional,
		desk: orError(await codingDesk(locals.context(), params.project, params.source), locals),
		goTo: { codingId: url.searchParams.get('coding'), turn: Number.isInteger(turn) && turn > 0 ? turn : null }
	};
};
