import { addExplanation } from '#lib/server/commands/add-explanation.ts';
import { addRecognition } from '#lib/server/commands/add-recognition.ts';
import { deleteExplanation } from '#lib/server/commands/delete-explanation.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import { viewExplanations } from '#lib/server/views/explanations-page.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:explanations');
	const query = Object.fromEntries(url.searchParams);
	return { screen: orError(await viewExplanations(locals.context(), params.project, query), locals) };
};

const fields = {
	areaId: 'text',
	indicatorId: 'text',
	fromWaveId: 'text',
	toWaveId: 'text',
	kind: 'text',
	text: 'text',
	saidBy: 'text',
	evidence: 'text',
	addEvidence: 'json',
	counterEvidence: 'text',
	strength: 'text'
} as const;

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), fields);
		return formAnswer(await addExplanation(locals.context(), params.project, input), locals, input);
	},
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { ...fields, removeEvidence: 'list', version: 'number' });
		const id = text(form, 'explanationId');
		return formAnswer(await updateExplanation(locals.context(), params.project, id, input), locals, input);
	},
	delete: async ({ request, locals, params }) => {
		const form = await request.formData();
		return formAnswer(await deleteExplanation(locals.context(), params.project, text(form, 'explanationId')), locals);
	},
	recognise: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { explanationId: 'text', answer: 'text', saidBy: 'text', session: 'text' });
		return formAnswer(await addRecognition(locals.context(), params.project, input), locals, input);
	}
};
