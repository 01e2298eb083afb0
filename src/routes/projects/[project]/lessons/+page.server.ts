import { addLesson, archiveLesson, restoreLesson, updateLesson } from '#lib/server/commands/change-lessons.ts';
import { viewLessons } from '#lib/server/views/lessons.ts';
import { formAnswer, inputFrom, orError } from '../../../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	screen: orError(await viewLessons(locals.context(), params.project, Object.fromEntries(url.searchParams)), locals)
});

const fields = {
	areaId: 'text',
	waveId: 'choice',
	period: 'text',
	pillarIds: 'list',
	title: 'text',
	happened: 'text',
	learnt: 'text',
	audience: 'text',
	state: 'text',
	isShared: 'flag'
} as const;

/** What a lesson rests on is one choice on the screen: "explanation:" or "display:" with an id, or nothing. */
const lessonFrom = (form: FormData): Record<string, unknown> => {
	const [kind, id] = String(form.get('evidence') ?? '').split(':');
	const evidence = { explanation: { kind, explanationId: id }, display: { kind, pillarId: id } };
	return { ...inputFrom(form, fields), evidence: kind === 'explanation' || kind === 'display' ? evidence[kind] : null };
};

const text = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
	add: async ({ request, locals, params }) => {
		const input = lessonFrom(await request.formData());
		return formAnswer(await addLesson(locals.context(), params.project, input), locals, input);
	},
	save: async ({ request, locals, params }) => {
		const form = await request.formData();
		const input = { ...lessonFrom(form), ...inputFrom(form, { version: 'number' }) };
		const id = text(form, 'lessonId');
		return formAnswer(await updateLesson(locals.context(), params.project, id, input), locals, input);
	},
	archive: async ({ request, locals, params }) => {
		const id = text(await request.formData(), 'lessonId');
		return formAnswer(await archiveLesson(locals.context(), params.project, id), locals);
	},
	restore: async ({ request, locals, params }) => {
		const id = text(await request.formData(), 'lessonId');
		return formAnswer(await restoreLesson(locals.context(), params.project, id), locals);
	}
};
