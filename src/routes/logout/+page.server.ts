import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/server/commands/sign-out.ts';
import { giveCookie } from '../cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		giveCookie(cookies, await signOut(locals.entrance(), request.headers.get('cookie') ?? ''));
		redirect(303, '/login');
	}
};
