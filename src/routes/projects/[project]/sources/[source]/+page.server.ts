import { redirect } from '@sveltejs/kit';
import { codingDesk } from '#lib/server/views/coding-desk.ts';
import { viewNavigation } from '#lib/server/views/navigation.ts';
import { viewSourcePreparation } from '#lib/server/views/source-screens.ts';
import { Packed } from '#lib/ui/api/packed.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:desk');
	const turn = Number(url.searchParams.get('turn') ?? '');
	const { project, allowed } = orError(await viewNavigation(locals.context(), params.project), locals);
	const desk = await codingDesk(locals.context(), params.project, params.source);
	// Who may not code on it yet may still prepare it.
	if (!desk.ok && (await viewSourcePreparation(locals.context(), params.project, params.source)).ok)
		redirect(303, `${url.pathname}/speakers`);
	return {
		isFictional: project.isFictional,
		memos: allowed.includes('memo.read') ? { mayWrite: allowed.includes('memo.write') } : null,
		desk: new Packed(orError(desk, locals)),
		goTo: { codingId: url.searchParams.get('coding'), turn: Number.isInteger(turn) && turn > 0 ? turn : null }
	};
};
