import { redirect } from '@sveltejs/kit';
import { addExplanation } from '#lib/server/commands/add-explanation.ts';
import {
	deleteReviewSession,
	recogniseFigure,
	updateReviewSession
} from '#lib/server/commands/change-review-sessions.ts';
import { viewReviewSession } from '#lib/server/views/review-sessions.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewReviewSession(locals.context(), params.project, params.session), locals)
});

const explanation = {
	areaId: 'text',
	fromWaveId: 'text',
	toWaveId: 'text',
	indicatorId: 'text',
	kind: 'text',
	text: 'text',
	saidBy: 'text',
	strength: 'text',
	evidence: 'text',
	addEvidence: 'json',
	counterEvidence: 'text'
} as const;

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), { heldOn: 'text', participants: 'text', version: 'number' });
		return formAnswer(
			await updateReviewSession(locals.context(), params.project, params.session, input),
			locals,
			input
		);
	},
	recognise: async ({ request, locals, params }) => {
		const kinds = { indicatorId: 'text', answer: 'text', saidBy: 'text', remark: 'text' } as const;
		const input = inputFrom(await request.formData(), kinds);
		return formAnswer(await recogniseFigure(locals.context(), params.project, params.session, input), locals, input);
	},
	explain: async ({ request, locals, params }) => {
		const input = { ...inputFrom(await request.formData(), explanation), sessionId: params.session };
		return formAnswer(await addExplanation(locals.context(), params.project, input), locals, input);
	},
	delete: async ({ locals, params }) => {
		const deleted = await deleteReviewSession(locals.context(), params.project, params.session);
		if (deleted.ok) redirect(303, `/projects/${params.project}/sessions`);
		return formAnswer(deleted, locals);
	}
};
