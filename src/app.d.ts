import type { Actor, Context } from '#lib/server/access/context.ts';
import type { Entrance } from '#lib/server/auth/entrance.ts';
import type { OpenSession } from '#lib/server/auth/sessions.ts';

declare global {
	namespace App {
		interface Locals {
			/** who is signed in (by session or token), or null */
			actor: Actor | null;
			/** the session of a browser; null for a token and for a guest */
			session: OpenSession | null;
			/** whether the request brought a token, right or wrong */
			hasToken: boolean;
			/** for commands and views; throws when nobody is signed in: hooks.server.ts keeps such requests out */
			context: () => Context;
			/** for steps before anybody is signed in: signing in, setting up, accepting an invitation */
			entrance: () => Entrance;
			locale: 'nl' | 'en';
			/** of a mistake of ours in this request, as the terminal has it */
			errorId: string | null;
		}
		interface Error {
			code: string;
			message: string;
		}
	}
}

export {};
