import { redirect } from '@sveltejs/kit';
import { acceptInvitation, readInvitation } from '#lib/server/commands/accept-invitation.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { giveCookie } from '../cookie.ts';
import { formAnswer, inputFrom } from '../form-answer.ts';
import { keepLocale } from '../locale-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const key = url.searchParams.get('key') ?? '';
	const invited = await readInvitation(locals.entrance(), key);
	const isSignedIn = locals.actor !== null;
	if (invited.ok)
		return { isSignedIn, refusal: null, invited: { key, name: invited.value.name, email: invited.value.email } };
	const refusal = invited.problems.map((problem) => sayProblem(problem, locals.locale)).join(' ');
	return { isSignedIn, refusal, invited: null };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const fields = { key: 'text', name: 'text', password: 'text' } as const;
		const input = { ...inputFrom(await request.formData(), fields), locale: locals.locale };
		const result = await acceptInvitation(locals.entrance(), input);
		if (!result.ok) return formAnswer(result, locals, { ...input, password: '', key: '' });
		giveCookie(cookies, result.value.cookie);
		keepLocale(cookies, result.value.locale);
		redirect(303, '/');
	}
};
