import { redirect } from '@sveltejs/kit';
import { preferenceAge, themeCookie, themeFrom } from '#lib/ui/theme/theme.ts';
import { keepLocale } from '../locale-cookie.ts';
import type { RequestHandler } from './$types';

/** Keeps language and appearance in cookies that a script may read; they hold nothing about a person. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const options = { path: '/', maxAge: preferenceAge, sameSite: 'lax', httpOnly: false } as const;

	const theme = form.get('theme');
	if (theme !== null) cookies.set(themeCookie, themeFrom(theme), options);
	keepLocale(cookies, form.get('locale'));

	redirect(303, pathWithin(url, form.get('back')));
};

/** The path to go back to, only within this site. */
const pathWithin = (url: URL, back: FormDataEntryValue | null): string => {
	if (typeof back !== 'string' || !URL.canParse(back, url)) return '/';
	const target = new URL(back, url);
	return target.origin === url.origin ? target.pathname.replace(/^\/+/, '/') + target.search : '/';
};
