import type { RequestEvent } from '@sveltejs/kit';
import { httpStatusOf, problemJson } from '#lib/contract/problem-json.ts';
import type { Problem, Result } from '#lib/domain/problem.ts';
import type { Context } from '#lib/server/access/context.ts';
import { sayProblem } from '#lib/words/problem.ts';
import { readBody, type BodyKind, type Upload } from './read-body.ts';

type Params = Partial<Record<string, string>>;

/** What a request asks, read but not yet checked. */
export type Asked<P extends Params> = {
	readonly params: P;
	/** a name that stands there twice has a list as its value, which a schema for a single value refuses */
	readonly query: Readonly<Record<string, string | readonly string[]>>;
	/** the JSON that was sent; undefined when there was none or when a file was sent */
	readonly body: unknown;
	/** null when JSON was sent */
	readonly upload: Upload | null;
	readonly request: Request;
};

type Options = {
	/** of a successful answer; 204 has no body */
	readonly status?: number;
	/** default: JSON for POST, PUT and PATCH, else nothing */
	readonly takes?: BodyKind;
};

/** The part of Kit's event that an answer depends on. */
type Event<P extends Params> = Pick<RequestEvent, 'request' | 'url' | 'locals'> & { readonly params: P };

/**
 * A route of the API in one line: reads the request, calls one command or view, and answers in the form of API.md.
 *
 *     export const GET: RequestHandler = respond((context, { params, query }) => listAreas(context, params.projectId, query));
 *
 * A step may answer with a `Response` of its own, for a file or a stream.
 */
export const respond =
	<P extends Params, T>(step: (context: Context, asked: Asked<P>) => Promise<Result<T>>, options: Options = {}) =>
	async ({ request, params, url, locals }: Event<P>): Promise<Response> => {
		const hasBody = ['POST', 'PUT', 'PATCH'].includes(request.method);
		const body = await readBody(request, options.takes ?? (hasBody ? 'json' : 'none'));
		if (!body.ok) return problemResponse(body.problems, locals.locale);
		const asked = {
			params,
			query: queryOf(url.searchParams),
			body: body.value.kind === 'json' ? body.value.value : undefined,
			upload: body.value.kind === 'upload' ? body.value.upload : null,
			request
		};
		let result: Result<T>;
		try {
			result = await step(locals.context(), asked);
		} catch (error) {
			if (request.signal.aborted && error === request.signal.reason) return new Response(null, { status: nobodyWaits });
			throw error;
		}
		return result.ok ? answer(result.value, options.status ?? 200) : problemResponse(result.problems, locals.locale);
	};

/** Problems as an answer of type application/problem+json, in the reader's language. */
export const problemResponse = (problems: readonly Problem[], locale: 'nl' | 'en'): Response => {
	const status = httpStatusOf(problems);
	const headers = new Headers({ 'content-type': 'application/problem+json', ...uncached });
	if (status === 401) headers.set('www-authenticate', 'Bearer');
	if (status === 429) headers.set('retry-after', String(secondsToWait(problems)));
	const body = problemJson(problems, (problem) => sayProblem(problem, locale));
	return new Response(JSON.stringify(body), { status, headers });
};

/** As nginx writes it in its log; nobody receives it. */
const nobodyWaits = 499;

const uncached = { 'cache-control': 'no-store' };

const answer = (value: unknown, status: number): Response => {
	if (value instanceof Response) return value;
	if (status === 204) return new Response(null, { status, headers: uncached });
	return Response.json(value, { status, headers: uncached });
};

const secondsToWait = (problems: readonly Problem[]): number => {
	const seconds = problems.find(({ code }) => code === 'too-many-attempts')?.params?.['seconds'];
	return typeof seconds === 'number' ? Math.max(1, Math.ceil(seconds)) : 60;
};

const queryOf = (search: URLSearchParams): Asked<Params>['query'] =>
	Object.fromEntries(
		[...new Set(search.keys())].map((name) => {
			const values = search.getAll(name);
			return [name, values.length === 1 ? (values[0] ?? '') : values];
		})
	);
