import type { Cookies } from '@sveltejs/kit';
import type { SignedIn } from '#lib/server/commands/sign-in.ts';

/** Hands the cookie of a session to the browser. */
export const giveCookie = (cookies: Cookies, { name, value, attributes }: SignedIn['cookie']): void =>
	cookies.set(name, value, { ...attributes });
