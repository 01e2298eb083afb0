import type { DecisionHistoryAnswer } from '#lib/contract/decision.ts';
import type { QuoteChoicesAnswer } from '#lib/contract/quote-choice.ts';
import { ask, type Reply } from '../api/ask.ts';

/** Which passages to choose quotes from. */
export type ChoiceFilter = {
	readonly group: 'resident' | 'professional' | null;
	readonly valence: 'forward' | 'backward' | 'good' | 'improve' | null;
	/** only what a coder marked (★) */
	readonly important: 'true' | null;
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

	/** `shortened`: the words it is shown with, null = all of them; without, as it was. */
	setChosen(rowId: string, codingId: string, isChosen: boolean, shortened?: string | null): Promise<Reply<null>> {
		const body = isChosen && shortened !== undefined ? { shortened } : undefined;
		return this.#ask(isChosen ? 'PUT' : 'DELETE', `/${rowId}/quotes/${codingId}`, body);
	}

	history(rowId: string): Promise<Reply<DecisionHistoryAnswer>> {
		return this.#ask('GET', `/${rowId}/decisions`);
	}

	#ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
		return ask<T>(method, this.#base + path, body);
	}
}
