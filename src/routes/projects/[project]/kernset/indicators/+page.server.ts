import { addIndicator } from '#lib/server/commands/add-indicator.ts';
import { deleteIndicator } from '#lib/server/commands/delete-indicator.ts';
import { updateIndicator } from '#lib/server/commands/update-indicator.ts';
import { viewFrame } from '#lib/server/views/kernset-frame.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewFrame(locals.context(), params.project), locals)
});

const fields = {
	label: 'text',
	key: 'text',
	pillarId: 'text',
	unit: 'text',
	direction: 'text',
	kind: 'text',
	source: 'text',
	rhythm: 'choice'
} as const;

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** The fields of an indicator; an empty threshold is left out, so that the default of its kind counts. */
const indicatorFrom = (form: FormData): Record<string, unknown> => {
	const { thresholdValue } = inputFrom(form, { thresholdValue: 'number' });
	const threshold =
		thresholdValue == null ? {} : { threshold: { value: thresholdValue, unit: form.get('thresholdUnit') } };
	return { ...inputFrom(form, fields), ...threshold };
};

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const id = text(form, 'id');
		const input = indicatorFrom(form);
		const context = locals.context();
		const result =
			id === ''
				? await addIndicator(context, params.project, input)
				: await updateIndicator(context, params.project, id, input);
		return formAnswer(result, locals);
	},
	move: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { place: 'number' });
		return formAnswer(await updateIndicator(locals.context(), params.project, text(form, 'id'), input), locals);
	},
	delete: async ({ request, locals, params }) => {
		const form = await request.formData();
		const query = form.has('observations') ? { observations: 'delete' } : {};
		return formAnswer(await deleteIndicator(locals.context(), params.project, text(form, 'id'), query), locals);
	}
};
