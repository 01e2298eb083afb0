import { updateSource } from '#lib/server/commands/update-source.ts';
import { listAssignments } from '#lib/server/views/list-assignments.ts';
import { viewSourcePreparation } from '#lib/server/views/source-screens.ts';
import { formAnswer, inputFrom, orError } from '../../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:source');
	return {
		preparation: orError(await viewSourcePreparation(locals.context(), params.project, params.source), locals),
		assignments: orError(
			await listAssignments(locals.context(), params.project, { sourceId: params.source, limit: 50 }),
			locals
		).items
	};
};

const fields = {
	title: 'text',
	areaId: 'text',
	waveId: 'text',
	group: 'text',
	studyId: 'choice',
	conductedOn: 'choice',
	language: 'text',
	quotesAllowed: 'flag',
	isMinor: 'choice',
	interpreter: 'choice'
} as const;

/** Yes, no, or not answered, as a select sends it. */
const answerOf = (value: unknown): boolean | null => (value === 'true' ? true : value === 'false' ? false : null);

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const { isMinor, interpreter, ...typed } = inputFrom(await request.formData(), fields);
		const input = { ...typed, isMinor: answerOf(isMinor), interpreter: answerOf(interpreter) };
		return formAnswer(await updateSource(locals.context(), params.project, params.source, input), locals, input);
	},
	step: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), { status: 'text', note: 'text' });
		return formAnswer(await updateSource(locals.context(), params.project, params.source, input), locals);
	}
};
