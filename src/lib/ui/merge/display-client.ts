import type { DecisionHistoryAnswer, QuoteChoicesAnswer } from '#lib/contract/joint-display.ts';
import type { ProblemJson } from '#lib/contract/problem-json.ts';
import { m } from '#lib/paraglide/messages.js';

/** What the server said: a value, or why not, in a sentence. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Which passages to choose quotes from. */
export type ChoiceFilter = {
	readonly group: 'resident' | 'professional' | null;
	readonly valence: 'forward' | 'backward' | 'good' | 'improve' | null;
};

/** The requests of a joint display to the HTTP API, with the session of the page. */
export class DisplayClient {
	readonly #base: string;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}/joint-displays`;
	}

	quoteChoices(rowId: string, filter: ChoiceFilter, cursor: string | null): Promise<Reply<QuoteChoicesAnswer>> {
		const search = new URLSearchParams({ limit: '50' });
		for (const [name, value] of Object.entries({ ...filter, cursor })) if (value) search.set(name, value);
		return this.#ask('GET', `/${rowId}/quotes?${search}`);
	}

	setChosen(rowId: string, codingId: string, isChosen: boolean): Promise<Reply<null>> {
		return this.#ask(isChosen ? 'PUT' : 'DELETE', `/${rowId}/quotes/${codingId}`);
	}

	history(rowId: string): Promise<Reply<DecisionHistoryAnswer>> {
		return this.#ask('GET', `/${rowId}/decisions`);
	}

	async #ask<T>(method: string, path: string): Promise<Reply<T>> {
		let response: Response;
		try {
			response = await fetch(this.#base + path, { method, headers: { accept: 'application/json' } });
		} catch {
			return { ok: false, message: m.display_page_unreachable() };
		}
		const answer: unknown = await response.json().catch(() => null);
		// The shape of an answer is the contract's; the server checks it against the same schema.
		if (response.ok) return { ok: true, value: answer as T };
		return { ok: false, message: isProblem(answer) ? answer.detail : m.display_page_unreachable() };
	}
}

const isProblem = (value: unknown): value is ProblemJson =>
	typeof value === 'object' && value !== null && 'detail' in value && typeof value.detail === 'string';
