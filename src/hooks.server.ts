import { building, dev } from '$app/environment';
import { redirect, type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { apiVersion } from '#lib/contract/openapi.ts';
import type { Problem } from '#lib/domain/problem.ts';
import { personHeader } from '#lib/domain/project/person-header.ts';
import { m } from '#lib/paraglide/messages.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { actorOfToken, readBearer } from '#lib/server/auth/access-token.ts';
import { findOpenSession } from '#lib/server/auth/sessions.ts';
import { makeSetupLink } from '#lib/server/commands/make-setup-link.ts';
import { tendImports } from '#lib/server/commands/run-imports.ts';
import { keepSweeping } from '#lib/server/commands/sweep-originals.ts';
import {
	isActivity,
	isApi,
	isForeign,
	isOfOther,
	isPartOfSetup,
	isPublic,
	nextPath
} from '#lib/server/request-rules.ts';
import { protect } from '#lib/server/security-headers.ts';
import { backgroundOf, contextOf, entranceOf, start, type Running } from '#lib/server/start.ts';
import { hasUsers } from '#lib/server/store/users.ts';
import { themeCookie, themeFrom } from '#lib/ui/theme/theme.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { problemResponse } from './routes/api/respond.ts';

/** Opens the database before the first request. Without any account, a one-time link goes to the terminal. */
export const init: ServerInit = async () => {
	if (building) return;
	const running = await start();
	const endSweeping = keepSweeping(backgroundOf(running));
	const restImports = await tendImports(backgroundOf(running), running.store.kind === 'embedded');
	if (!dev) {
		// Open streams would hold the server until its time is up: they end first, the database last.
		for (const signal of ['SIGTERM', 'SIGINT'] as const)
			process.once(signal, () => {
				endSweeping();
				restImports();
				void running.channel.close();
			});
		process.once('sveltekit:shutdown', () => void running.stop());
	}
	const key = await makeSetupLink(entranceOf(running, 'terminal'));
	if (key !== null)
		tell(
			`There is no account yet. Open this link to make the first one; it works once, for 7 days:\n\n  ${running.settings.origin}/setup?key=${key}\n\n`
		);
};

export const handle: Handle = async ({ event, resolve }) => {
	const { request, url, cookies } = event;
	const running = await start();
	// A copy without the body: the language is in the headers, and an upload should be held only once.
	const withoutBody = new Request(url, { headers: request.headers });
	const response = await paraglideMiddleware(withoutBody, async ({ locale }) => {
		event.locals = await localsOf(event, running, locale);
		const refused = isApi(url.pathname) ? refuseCall(event, running) : await refusePage(event, running);
		if (refused) return refused;
		const theme = themeFrom(cookies.get(themeCookie));
		const answer = await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', locale).replace('%theme%', theme)
		});
		return isApi(url.pathname) ? asProblem(event, answer) : answer;
	});
	const answer = new Response(response.body, response);
	protect(answer.headers, url.protocol === 'https:');
	if (isApi(url.pathname)) answer.headers.set('api-version', apiVersion);
	return answer;
};

/** Who asks: by token on the API only, else by the cookie of a session. */
const localsOf = async (event: RequestEvent, running: Running, locale: 'nl' | 'en'): Promise<App.Locals> => {
	const { request, url } = event;
	const { db } = running.store;
	const origin = event.getClientAddress();
	const bearer = isApi(url.pathname) ? readBearer(request.headers.get('authorization')) : null;
	const session =
		bearer === null
			? await findOpenSession(
					db,
					running.rules,
					request.headers.get('cookie') ?? '',
					isActivity(request.method, url.pathname),
					new Date()
				)
			: null;
	const actor =
		bearer === null ? session && { ...personOf(session), token: null } : await actorOfToken(db, bearer, new Date());
	return {
		actor,
		session,
		locale,
		hasToken: bearer !== null,
		errorId: null,
		context: () => {
			if (!actor) throw new Error(`${event.route.id ?? url.pathname} asked for a context before anybody signed in`);
			return contextOf(running, actor, origin, request.signal);
		},
		entrance: () => entranceOf(running, origin)
	};
};

const personOf = ({ userId, name, isAdministrator }: { userId: string; name: string; isAdministrator: boolean }) => ({
	userId,
	name,
	isAdministrator
});

/** A call of the API that goes no further, with the problem that says why. */
const refuseCall = ({ request, url, route, locals }: RequestEvent, { settings }: Running): Response | null => {
	const refuse = (problem: Problem) => problemResponse([problem], locals.locale);
	if (locals.hasToken && !locals.actor) return refuse({ code: 'token-invalid' });
	if (!locals.actor && !isPublic(url.pathname)) return refuse({ code: 'not-signed-in' });
	if (!locals.hasToken && isForeign(request.method, request.headers.get('origin'), url.origin))
		return refuse({ code: 'origin-foreign' });
	if (locals.actor && isOfOther(request.headers.get(personHeader), locals.actor.userId))
		return refuse({ code: 'person-other' });
	if (route.id === null) return refuse({ code: 'route-unknown' });
	if (Number(request.headers.get('content-length') ?? 0) > settings.bodySizeLimit)
		return refuse({ code: 'body-too-large', params: { limit: Math.floor(settings.bodySizeLimit / 1_000_000) } });
	return null;
};

let isSetUp = false; // once true it stays true: accounts are ended, never removed

/** A page that goes elsewhere: to set-up before there is an account, to sign in without a session. */
const refusePage = async (
	{ request, url, locals, isDataRequest }: RequestEvent,
	running: Running
): Promise<Response | null> => {
	const { pathname: path } = url;
	if (isForeign(request.method, request.headers.get('origin'), url.origin))
		return new Response(sayProblem({ code: 'origin-foreign' }, locals.locale), { status: 403, headers: plainText });
	const elsewhere = otherNameOfThisMachine(url, request.headers.get('host'));
	if (request.method === 'GET' && elsewhere) return redirect(307, elsewhere);
	isSetUp ||= await hasUsers(running.store.db);
	if (!isSetUp) return isPartOfSetup(path) ? null : redirect(303, '/setup');
	if (locals.actor || isPublic(path)) return null;
	// A script that asks for JSON has nothing to do with a page to sign in on; Kit's own requests follow the redirect.
	const isOfKit = isDataRequest || request.headers.has('x-sveltekit-action');
	if (!isOfKit && request.headers.get('accept') === 'application/json')
		return problemResponse([{ code: 'not-signed-in' }], locals.locale);
	const search = request.method === 'GET' ? url.search : '';
	return redirect(303, `/login?next=${encodeURIComponent(nextPath(path + search, url.origin))}`);
};

const plainText = { 'content-type': 'text/plain; charset=utf-8' };

/** http://127.0.0.1 for http://localhost: the same machine, but another origin, from which no form would be accepted. */
const otherNameOfThisMachine = (url: URL, host: string | null): string | null => {
	const isLoopback = (name: string) => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(name);
	if (host === null || host === url.host || !isLoopback(host) || !isLoopback(url.host)) return null;
	return url.origin + url.pathname + url.search;
};

/** What Kit itself answers on the API (no such method, an error of ours) in the form of all problems. */
const asProblem = ({ locals }: RequestEvent, answer: Response): Response => {
	if (answer.status < 400 || answer.headers.get('content-type') === 'application/problem+json') return answer;
	if (answer.status === 404) return problemResponse([{ code: 'route-unknown' }], locals.locale);
	if (answer.status === 405) {
		const allow = answer.headers.get('allow') ?? '';
		const response = problemResponse([{ code: 'method-unknown', params: { allowed: allow } }], locals.locale);
		response.headers.set('allow', allow);
		return response;
	}
	if (answer.status === 413)
		return problemResponse([{ code: 'body-too-large', params: { limit: '-' } }], locals.locale);
	return problemResponse([{ code: 'unexpected', params: { id: locals.errorId ?? '-' } }], locals.locale);
};

/**
 * A mistake of ours: the terminal gets an id, where it happened, and what kind it was; never the message, in which
 * words of an interview could stand. The reader is shown the id.
 */
export const handleError: HandleServerError = ({ error: mistake, event, status }) => {
	if (status === 404) return { code: 'page-unknown', message: m.shell_error_404_title() };
	if (status === 413)
		return {
			code: 'body-too-large',
			message: sayProblem({ code: 'body-too-large', params: { limit: '-' } }, event.locals.locale)
		};
	const id = randomUUID();
	event.locals.errorId = id;
	tell(`${new Date().toISOString()} error ${id} ${event.request.method} ${event.route.id ?? '-'} ${kindOf(mistake)}\n`);
	return { code: 'unexpected', message: sayProblem({ code: 'unexpected', params: { id } }, event.locals.locale) };
};

/** The name of an error, the code of the database, and the places in our files it passed; no message. */
const kindOf = (mistake: unknown): string => {
	if (!(mistake instanceof Error)) return typeof mistake;
	const code = 'code' in mistake && typeof mistake.code === 'string' ? ` ${mistake.code}` : '';
	const places = (mistake.stack ?? '').match(/[\w+.-]+\.(?:ts|js|svelte):\d+:\d+/g) ?? [];
	return `${mistake.name}${code} ${places.slice(0, 6).join(' < ')}`;
};

const tell = (text: string) => void process.stderr.write(text);
