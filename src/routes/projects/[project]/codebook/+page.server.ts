import { addCode } from '#lib/server/commands/add-code.ts';
import { deleteCode } from '#lib/server/commands/delete-code.ts';
import { updateCode } from '#lib/server/commands/update-code.ts';
import { codebookScreen } from '#lib/server/views/list-codes.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends('wijkstem:codebook');
	return { screen: orError(await codebookScreen(locals.context(), params.project), locals) };
};

const fields = {
	name: 'text',
	definition: 'text',
	include: 'text',
	exclude: 'text',
	example: 'text',
	synonyms: 'lines',
	color: 'number'
} as const;

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

/**
 * The parts of a code's form that are no plain fields: folder, own pillars, indicators with their relation. A page that
 * runs scripts names the fields that were changed; the others stay as a colleague may have made them meanwhile.
 */
const codeFrom = (form: FormData): Record<string, unknown> => {
	const relations = form.getAll('relations');
	const changed = form.get('changed') ? new Set(text(form, 'changed').split(' ')) : null;
	const all: Record<string, unknown> = {
		...inputFrom(form, fields),
		isCodable: form.get('isFolder') === null,
		pillarIds: form.get('inheritsPillars') === null ? form.getAll('pillarIds') : null,
		indicators: form.getAll('indicatorIds').map((indicatorId, index) => ({ indicatorId, relation: relations[index] }))
	};
	return changed ? Object.fromEntries(Object.entries(all).filter(([field]) => changed.has(field))) : all;
};

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { name: 'text', parentId: 'choice' });
		return formAnswer(await addCode(locals.context(), params.project, input), locals, input);
	},
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = codeFrom(form);
		return formAnswer(await updateCode(locals.context(), params.project, text(form, 'codeId'), input), locals, input);
	},
	delete: async ({ request, locals, params }) => {
		const form = await request.formData();
		const query = form.get('codings') === 'delete' ? { codings: 'delete' } : {};
		return formAnswer(await deleteCode(locals.context(), params.project, text(form, 'codeId'), query), locals);
	}
};
