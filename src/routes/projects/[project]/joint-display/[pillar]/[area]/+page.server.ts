import { addExplanation } from '#lib/server/commands/add-explanation.ts';
import { addSilenceTask } from '#lib/server/commands/change-silence-tasks.ts';
import { decideFit } from '#lib/server/commands/decide-fit.ts';
import { dropQuote } from '#lib/server/commands/drop-quote.ts';
import { readDecision } from '#lib/server/commands/read-decision.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { formAnswer, inputFrom, orError } from '../../../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
	depends('wijkstem:display');
	const { view, ...query } = Object.fromEntries(url.searchParams);
	const asked = { ...query, pillarId: params.pillar, areaId: params.area };
	return {
		screen: orError(await viewJointDisplay(locals.context(), params.project, asked), locals),
		isTable: view === 'table'
	};
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
	decide: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, {
			fit: 'text',
			reason: 'text',
			metaInference: 'text',
			withoutExplanation: 'flag',
			fingerprint: 'text',
			decidedAt: 'choice'
		});
		return formAnswer(await decideFit(locals.context(), params.project, text(form, 'rowId'), input), locals, input);
	},
	read: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, { answer: 'text', fit: 'choice', reason: 'text', decidedAt: 'text' });
		return formAnswer(await readDecision(locals.context(), params.project, text(form, 'rowId'), input), locals, input);
	},
	task: async ({ request, locals, params }) => {
		const input = inputFrom(await request.formData(), {
			...{ pillarId: 'text', areaId: 'text', fromWaveId: 'text', toWaveId: 'text' },
			...{ indicatorId: 'choice', codeId: 'choice', userId: 'text', dueOn: 'choice', remark: 'text' }
		});
		return formAnswer(await addSilenceTask(locals.context(), params.project, input), locals, input);
	},
	drop: async ({ request, locals, params }) => {
		const form = await request.formData();
		return formAnswer(
			await dropQuote(locals.context(), params.project, text(form, 'rowId'), text(form, 'codingId')),
			locals
		);
	},
	explain: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = inputFrom(form, {
			indicatorId: 'text',
			areaId: 'text',
			fromWaveId: 'text',
			toWaveId: 'text',
			kind: 'text',
			text: 'text',
			saidBy: 'text',
			evidence: 'text',
			addEvidence: 'json',
			counterEvidence: 'text',
			strength: 'text'
		});
		return formAnswer(await addExplanation(locals.context(), params.project, input), locals, input);
	}
};
