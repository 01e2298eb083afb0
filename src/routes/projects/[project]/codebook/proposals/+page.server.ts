import { listProposals } from '#lib/server/views/code-proposals.ts';
import { codebookScreen } from '#lib/server/views/list-codes.ts';
import { orError } from '../../../../form-answer.ts';
import type { PageServerLoad } from './$types';

const page = 50; // proposals shown at first, and more each time
const most = 500;

export const load: PageServerLoad = async ({ locals, params, url, parent, depends }) => {
	depends('wijkstem:proposals');
	const { navigation } = await parent();
	const context = locals.context();
	const mayDecide = navigation.allowed.includes('codebook.edit');
	const show = url.searchParams.get('show') === 'ended' ? 'ended' : 'open';
	const asked = url.searchParams.get('mine');
	const mine = asked === 'true' || asked === 'false' ? asked : mayDecide ? 'false' : 'true';
	const shown = Number(url.searchParams.get('shown') ?? page);
	const limit = Number.isInteger(shown) ? Math.min(Math.max(shown, page), most) : page;
	const proposals = orError(await listProposals(context, params.project, { state: show, mine, limit }), locals);
	const codes = mayDecide ? orError(await codebookScreen(context, params.project), locals).codes : [];
	return {
		show,
		mine: mine === 'true',
		mayDecide,
		proposals: proposals.items,
		more: proposals.nextCursor !== null && limit < most ? limit + page : null,
		codes: codes.map(({ id, path, isCodable }) => ({ value: id, label: path, isCodable }))
	};
};
