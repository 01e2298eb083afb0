import { addReviewSession } from '#lib/server/commands/change-review-sessions.ts';
import { viewReviewSessions } from '#lib/server/views/review-sessions.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewReviewSessions(locals.context(), params.project), locals)
});

const fields = {
	areaId: 'text',
	fromWaveId: 'text',
	toWaveId: 'text',
	heldOn: 'text',
	participants: 'text'
} as const;

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), fields);
		return formAnswer(await addReviewSession(locals.context(), params.project, input), locals, input);
	}
};
