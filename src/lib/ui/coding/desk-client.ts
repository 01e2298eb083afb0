import type {
	AppliedCodesAnswer,
	ApplyCodesInput,
	ChangeCodingInput,
	CodingAnswer,
	CodingItem,
	RemovedCodingAnswer
} from '#lib/contract/coding.ts';
import type { ProblemJson } from '#lib/contract/problem-json.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the server said: a value, or why not, in a sentence. Status 0: it was not reached. */
export type Reply<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly status: number; readonly codes: readonly string[]; readonly message: string };

/** The requests of the desk to the HTTP API, with the session of the page. */
export class DeskClient {
	readonly #base: string;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}`;
	}

	apply(input: ApplyCodesInput): Promise<Reply<AppliedCodesAnswer>> {
		return this.#ask('POST', '/codings', input);
	}

	change(codingId: string, input: ChangeCodingInput): Promise<Reply<CodingAnswer>> {
		return this.#ask('PATCH', `/codings/${codingId}`, input);
	}

	remove(codingId: string): Promise<Reply<RemovedCodingAnswer>> {
		return this.#ask('DELETE', `/codings/${codingId}`);
	}

	restore(codingId: string, deletionId: string): Promise<Reply<CodingAnswer>> {
		return this.#ask('POST', `/codings/${codingId}/restoration`, { deletionId });
	}

	read(codingId: string): Promise<Reply<CodingItem>> {
		return this.#ask('GET', `/codings/${codingId}`);
	}

	quotesOf(codeId: string, limit: number): Promise<Reply<{ readonly items: readonly CodingItem[] }>> {
		return this.#ask('GET', `/codings?codeId=${codeId}&limit=${limit}`);
	}

	/** The stream of what happens in a source; it begins with what happened since the desk was read. */
	eventsUrl(sourceId: string, since: string): string {
		return `${this.#base}/events?sourceId=${sourceId}&since=${encodeURIComponent(since)}`;
	}

	async #ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
		let response: Response;
		try {
			response = await fetch(this.#base + path, {
				method,
				headers: { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) },
				...(body !== undefined && { body: JSON.stringify(body) })
			});
		} catch {
			return { ok: false, status: 0, codes: [], message: m.desk_problem_unreachable() };
		}
		const answer: unknown = await response.json().catch(() => null);
		// The shape of an answer is the contract's; the server checks it against the same schema.
		if (response.ok) return { ok: true, value: answer as T };
		return { ok: false, status: response.status, ...problemsIn(answer, response.status) };
	}
}

const problemsIn = (answer: unknown, status: number): { codes: readonly string[]; message: string } => {
	if (status === 401) return { codes: ['not-signed-in'], message: m.desk_problem_signed_out() };
	const isProblem = (value: unknown): value is ProblemJson =>
		typeof value === 'object' && value !== null && 'problems' in value && Array.isArray(value.problems);
	if (!isProblem(answer)) return { codes: [], message: m.desk_problem_server() };
	return { codes: answer.problems.map(({ code }) => code), message: answer.detail };
};
