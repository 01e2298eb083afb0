import type { ProblemJson } from '#lib/contract/problem-json.ts';
import { personHeader } from '#lib/domain/project/person-header.ts';
import { m } from '#lib/paraglide/messages.js';
import { toasts } from '../dialog/toasts.svelte.ts';
import { isBsnReplaced } from './bsn-notice.ts';
import { tellSignedOut } from './signed-out.ts';

/** What the server said: a value, or why not, in a sentence. Status 0: it was not reached. */
export type Reply<T> =
	| { readonly ok: true; readonly value: T }
	| {
			readonly ok: false;
			readonly status: number;
			readonly codes: readonly string[];
			readonly message: string;
			/** one sentence for each thing that is wrong */
			readonly messages: readonly string[];
	  };

/**
 * One request of a page to the HTTP API, with the session of the page. `body` is sent as JSON, or as a form. `userId`:
 * whose work it is, so that it is refused when somebody else signed in meanwhile.
 */
export const ask = async <T>(
	method: string,
	path: string,
	body?: unknown,
	{ outlivesPage = false, userId }: { readonly outlivesPage?: boolean; readonly userId?: string } = {}
): Promise<Reply<T>> => {
	const isForm = body instanceof FormData;
	const send = async () => {
		const response = await fetch(path, {
			method,
			keepalive: outlivesPage,
			headers: {
				accept: 'application/json',
				...(body !== undefined && !isForm && jsonType),
				...(userId !== undefined && { [personHeader]: userId })
			},
			...(body !== undefined && { body: isForm ? body : JSON.stringify(body) })
		});
		const { status, ok } = response;
		return { status, answer: answerIn(await response.text(), ok) };
	};
	const response = await send()
		.catch(async () => (method === 'GET' && navigator.onLine ? await later(send) : null))
		.catch(() => null);
	if (response === null) return unreachable();
	if (response.status === 401) tellSignedOut();
	const { status, answer } = response;
	const reply = replyOf<T>(status, answer);
	if (reply.ok && body !== undefined && !isForm && isBsnReplaced(JSON.stringify(body), JSON.stringify(answer)))
		toasts.say(m.shell_bsn_replaced());
	return reply;
};

/** A line that is cut for a moment is nothing to bother a person with who only reads. In milliseconds. */
const onceMoreAfter = 300;

const later = async <T>(act: () => Promise<T>): Promise<T> => {
	await new Promise((resolve) => setTimeout(resolve, onceMoreAfter));
	return act();
};

/**
 * What was said; null = nothing, or why not by a server in between, which answers with a page.
 *
 * @throws SyntaxError when something else than this API says that all went well
 */
const answerIn = (text: string, isOk: boolean): unknown => {
	if (text === '') return null;
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		if (isOk) throw error;
		return null;
	}
};

const jsonType = { 'content-type': 'application/json' };

/** An answer of the API as a page uses it. */
export const replyOf = <T>(status: number, answer: unknown): Reply<T> => {
	// The shape of an answer is the contract's; the server checks it against the same schema.
	if (status >= 200 && status < 300) return { ok: true, value: answer as T };
	if (status === 401) return failed(status, ['not-signed-in'], [m.shell_api_signed_out()]);
	if (!isProblem(answer)) return failed(status, [], [m.shell_api_server()]);
	const messages = answer.problems.map(({ message }) => message);
	return {
		...failed(
			status,
			answer.problems.map(({ code }) => code),
			messages
		),
		message: answer.detail
	};
};

/** The reply when the server was not reached at all. */
export const unreachable = (): Reply<never> => failed(0, [], [m.shell_api_unreachable()]);

const failed = (status: number, codes: readonly string[], messages: readonly string[]) =>
	({ ok: false, status, codes, message: messages[0] ?? '', messages }) as const;

const isProblem = (value: unknown): value is ProblemJson =>
	typeof value === 'object' &&
	value !== null &&
	'problems' in value &&
	Array.isArray(value.problems) &&
	'detail' in value &&
	typeof value.detail === 'string';
