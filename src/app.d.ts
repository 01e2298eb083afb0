import type { Actor, Context } from '#lib/server/access/context.ts';

declare global {
	namespace App {
		interface Locals {
			/** who is signed in (by session or token), or null */
			actor: Actor | null;
			/** for commands and views; throws when nobody is signed in: hooks.server.ts keeps such requests out */
			context: () => Context;
			locale: 'nl' | 'en';
		}
		interface Error {
			code: string;
			message: string;
		}
	}
}

export {};
