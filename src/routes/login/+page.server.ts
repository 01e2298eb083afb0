import { redirect } from '@sveltejs/kit';
import { cookieName as localeCookie } from '#lib/paraglide/runtime.js';
import { signIn } from '#lib/server/commands/sign-in.ts';
import { nextPath } from '#lib/server/request-rules.ts';
import { giveCookie } from '../cookie.ts';
import { formAnswer, inputFrom } from '../form-answer.ts';
import { keepLocale } from '../locale-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (locals.actor) redirect(303, nextPath(url.searchParams.get('next'), url.origin));
	return {};
};

export const actions: Actions = {
	default: async ({ request, locals, url, cookies }) => {
		const input = inputFrom(await request.formData(), { email: 'text', password: 'text' });
		const result = await signIn(locals.entrance(), input);
		if (!result.ok) return formAnswer(result, locals, { email: input['email'] });
		giveCookie(cookies, result.value.cookie);
		if (cookies.get(localeCookie) === undefined) keepLocale(cookies, result.value.locale);
		redirect(303, nextPath(url.searchParams.get('next'), url.origin));
	}
};
