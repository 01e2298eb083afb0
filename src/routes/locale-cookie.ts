import type { Cookies } from '@sveltejs/kit';
import { cookieName, isLocale } from '#lib/paraglide/runtime.js';
import { preferenceAge } from '#lib/ui/theme/theme.ts';

/** Keeps the language a person reads in the browser; a script may read it, it holds nothing about the person. */
export const keepLocale = (cookies: Cookies, locale: unknown): void => {
	if (isLocale(locale))
		cookies.set(cookieName, locale, { path: '/', maxAge: preferenceAge, sameSite: 'lax', httpOnly: false });
};
