import { redirect } from '@sveltejs/kit';
import { checkSetupKey, setUp } from '#lib/server/commands/set-up.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { giveCookie } from '../cookie.ts';
import { formAnswer, inputFrom } from '../form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.actor) redirect(303, '/projects');
	const key = url.searchParams.get('key');
	if (key === null) return { key: null, refusal: null };
	const checked = await checkSetupKey(locals.entrance(), key);
	if (checked.ok) return { key, refusal: null };
	return { key: null, refusal: checked.problems.map((problem) => sayProblem(problem, locals.locale)).join(' ') };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const input = {
			...inputFrom(await request.formData(), { key: 'text', name: 'text', email: 'text', password: 'text' }),
			locale: locals.locale
		};
		const result = await setUp(locals.entrance(), input);
		if (!result.ok) return formAnswer(result, locals, { ...input, password: '' });
		giveCookie(cookies, result.value.cookie);
		redirect(303, '/projects');
	}
};
