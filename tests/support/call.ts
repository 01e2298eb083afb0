import type { Context } from '../../src/lib/server/access/context.ts';

/** What a route of the API is asked; `body` is sent as JSON, or as a form when it is one. */
type Asked = {
	readonly method?: string;
	readonly params?: Readonly<Record<string, string>>;
	readonly query?: string;
	readonly body?: unknown;
	readonly type?: string;
};

/**
 * Calls a route of the API as Kit does, for a person who is signed in already. Routes use only these parts of Kit's event,
 * which is why the rest of it can be left out here.
 */
export const call = async <E>(
	route: (event: E) => Response | Promise<Response>,
	context: Context,
	{ method = 'GET', params = {}, query = '', body, type }: Asked = {}
): Promise<{ status: number; headers: Headers; json: unknown }> => {
	const url = new URL(`http://localhost/api/v1?${query}`);
	const isForm = body instanceof FormData;
	const headers = type !== undefined ? { 'content-type': type } : isForm || body === undefined ? {} : asJson;
	const sent = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
	const request = new Request(url, { method, headers, ...sent });
	const locals = { context: () => context, locale: 'nl' };
	const response = await route({ request, url, params, locals } as E);
	const text = await response.text();
	return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) };
};

const asJson = { 'content-type': 'application/json' };
