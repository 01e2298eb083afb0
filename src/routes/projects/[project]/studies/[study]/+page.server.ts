import { redirect } from '@sveltejs/kit';
import { addFinding, deleteFinding, updateFinding } from '#lib/server/commands/change-findings.ts';
import { addStudyTable, deleteStudyTable, updateStudyTable } from '#lib/server/commands/change-study-tables.ts';
import { deleteStudy } from '#lib/server/commands/delete-study.ts';
import { updateStudy } from '#lib/server/commands/update-study.ts';
import { viewStudy } from '#lib/server/views/studies.ts';
import { uploadOf } from '../../../../api/read-body.ts';
import { formAnswer, inputFrom, orError } from '../../../../form-answer.ts';
import { studyInput } from '../study-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	screen: orError(await viewStudy(locals.context(), params.project, params.study), locals)
});

const links = { pillarIds: 'list', indicatorIds: 'list', areaIds: 'list', waveIds: 'list' } as const;
const finding = { text: 'text', direction: 'text', ...links } as const;
const aboutTable = { caption: 'text', note: 'text', rowHeaders: 'flag', version: 'number', ...links } as const;

const idOf = (form: FormData): string => String(form.get('id') ?? '');

export const actions: Actions = {
	save: async ({ request, locals, params }) => {
		const input = studyInput(await request.formData());
		return formAnswer(await updateStudy(locals.context(), params.project, params.study, input), locals, input);
	},
	delete: async ({ locals, params }) => {
		const deleted = await deleteStudy(locals.context(), params.project, params.study);
		if (deleted.ok) redirect(303, `/projects/${params.project}/studies`);
		return formAnswer(deleted, locals);
	},
	addFinding: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), finding);
		return formAnswer(await addFinding(locals.context(), params.project, params.study, input), locals, input);
	},
	saveFinding: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { ...finding, version: 'number' });
		const saved = await updateFinding(locals.context(), params.project, params.study, idOf(form), input);
		return formAnswer(saved, locals, input);
	},
	deleteFinding: async ({ request, locals, params }) => {
		const form = await request.formData();
		return formAnswer(await deleteFinding(locals.context(), params.project, params.study, idOf(form)), locals);
	},
	addTable: async ({ request, locals, params }) => {
		const { files, fields } = await uploadOf(await request.formData());
		// a checkbox that is off is not sent
		const input = { ...fields, rowHeaders: fields['rowHeaders'] === undefined ? 'false' : 'true' };
		return formAnswer(await addStudyTable(locals.context(), params.project, params.study, files, input), locals);
	},
	saveTable: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, aboutTable);
		const saved = await updateStudyTable(locals.context(), params.project, params.study, idOf(form), input);
		return formAnswer(saved, locals, input);
	},
	deleteTable: async ({ request, locals, params }) => {
		const form = await request.formData();
		return formAnswer(await deleteStudyTable(locals.context(), params.project, params.study, idOf(form)), locals);
	}
};
