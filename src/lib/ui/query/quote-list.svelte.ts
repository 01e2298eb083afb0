import type { CodingItem } from '#lib/contract/coding.ts';
import type { QueriedCodingsAnswer } from '#lib/contract/query.ts';
import type { Query } from '#lib/query/query.ts';
import { ask } from '../api/ask.ts';

/** The answer to a question while someone reads it: page after page, and narrowed by words. */
export class QuoteList {
	items = $state.raw<readonly CodingItem[]>([]);
	codings = $state(0);
	interviews = $state(0);
	isBusy = $state(false);
	problem = $state<string | null>(null);
	#cursor = $state<string | null>(null);
	#query: Query<'coding'>;
	#reading = 0;
	readonly #asked: Query<'coding'>;
	readonly #url: string;

	/** `answer` null: nothing was asked yet; `read` asks. */
	constructor(projectId: string, query: Query<'coding'>, answer: QueriedCodingsAnswer | null) {
		this.#url = `/api/v1/projects/${projectId}/queries`;
		this.#asked = query;
		this.#query = $state.raw(query);
		if (answer) this.#take(answer, []);
	}

	/** Asks anew, from the first page on. */
	read(): Promise<void> {
		return this.#read(this.#query, []);
	}

	/** Whether the server would answer something else by now; what is read stays as it is. */
	async isOld(): Promise<boolean> {
		const reply = await ask<QueriedCodingsAnswer>('POST', this.#url, this.#query);
		if (!reply.ok) return false;
		const { codings, items } = reply.value;
		return (
			codings !== this.codings ||
			items.some(
				({ id, changedAt }, place) => id !== this.items[place]?.id || changedAt !== this.items[place].changedAt
			)
		);
	}

	/** The quote with this id, as far as it was read. */
	get(id: string): CodingItem | undefined {
		return this.items.find((item) => item.id === id);
	}

	/** Changes what a quote says, in its place. */
	put(id: string, change: Partial<CodingItem>): void {
		this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item));
	}

	/** What is asked with the words that narrow it; null without such words. */
	get narrowed(): Query<'coding'>['where'] | null {
		return this.#query === this.#asked ? null : this.#query.where;
	}

	get hasMore(): boolean {
		return this.#cursor !== null;
	}

	/** The next page, below what is there. */
	more(): Promise<void> {
		return this.#read({ ...this.#query, cursor: this.#cursor }, this.items);
	}

	/** Asks for quotes with these words among what was asked. They go in the body of a request, never in an address. */
	narrow(words: string): Promise<void> {
		const text = words.trim();
		this.#query = text === '' ? this.#asked : { ...this.#asked, where: { and: [this.#asked.where, { text }] } };
		return this.#read(this.#query, []);
	}

	/** Only the last question asked is answered: an earlier answer can come after it. */
	async #read(body: unknown, before: readonly CodingItem[]): Promise<void> {
		this.#reading += 1;
		const reading = this.#reading;
		this.isBusy = true;
		const reply = await ask<QueriedCodingsAnswer>('POST', this.#url, body);
		if (reading !== this.#reading) return;
		this.isBusy = false;
		this.problem = reply.ok ? null : reply.message;
		if (reply.ok) this.#take(reply.value, before);
	}

	#take(answer: QueriedCodingsAnswer, before: readonly CodingItem[]): void {
		this.items = [...before, ...answer.items];
		this.codings = answer.codings;
		this.interviews = answer.interviews;
		this.#cursor = answer.nextCursor;
	}
}
