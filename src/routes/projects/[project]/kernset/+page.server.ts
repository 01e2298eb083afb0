import { addKernsetTemplate } from '#lib/server/commands/add-kernset-template.ts';
import { deleteObservation } from '#lib/server/commands/delete-observation.ts';
import { importIndicators } from '#lib/server/commands/import-indicators.ts';
import { saveTypedObservation } from '#lib/server/commands/save-typed-observation.ts';
import { importObservations } from '#lib/server/commands/import-figures.ts';
import { viewKernset } from '#lib/server/views/kernset.ts';
import { uploadOf } from '../../../api/read-body.ts';
import { formAnswer, orError } from '../../../form-answer.ts';
import { importAnswer } from './import-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const query = Object.fromEntries(url.searchParams);
	return { screen: orError(await viewKernset(locals.context(), params.project, query), locals) };
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
	template: async ({ locals, params }) =>
		formAnswer(await addKernsetTemplate(locals.context(), params.project), locals),
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const result = await saveTypedObservation(locals.context(), params.project, {
			indicatorId: text(form, 'indicatorId'),
			areaId: text(form, 'areaId'),
			waveId: text(form, 'waveId'),
			referenceYear: text(form, 'referenceYear'),
			value: text(form, 'value'),
			n: text(form, 'n'),
			lower: text(form, 'lower'),
			upper: text(form, 'upper'),
			trendBreak: form.has('trendBreak'),
			suppressed: form.has('suppressed'),
			note: text(form, 'note'),
			source: text(form, 'source'),
			sourceVersion: text(form, 'sourceVersion'),
			trendBreakReason: text(form, 'trendBreakReason'),
			testedAgainst: text(form, 'testedAgainst'),
			testedChange: text(form, 'testedChange')
		});
		return formAnswer(result, locals);
	},
	delete: async ({ request, locals, params }) => {
		const id = text(await request.formData(), 'observationId');
		return formAnswer(await deleteObservation(locals.context(), params.project, id), locals);
	},
	import: async ({ request, locals, params }) => {
		const form = await request.formData();
		const { files } = await uploadOf(form);
		const run = form.get('what') === 'indicators' ? importIndicators : importObservations;
		return importAnswer(await run(locals.context(), params.project, files), locals.locale);
	}
};
