import type {
	AddCodingBatchInput,
	AddedCodingBatchAnswer,
	CodingBatchItem,
	MovedCodingBatchAnswer
} from '#lib/contract/coding-batch.ts';
import { m } from '#lib/paraglide/messages.js';
import { ask, type Reply } from '../api/ask.ts';
import { toasts } from '../dialog/toasts.svelte.ts';

const shown = 10;

/** What this coder coded by search lately, and how it is taken back and made again. */
export class CodingBatches {
	list = $state.raw<readonly CodingBatchItem[]>([]);
	isBusy = $state(false);
	readonly #url: string;
	readonly #onMoved: () => void;

	constructor(projectId: string, list: readonly CodingBatchItem[], onMoved: () => void) {
		this.#url = `/api/v1/projects/${projectId}/coding-batches`;
		this.list = list;
		this.#onMoved = onMoved;
	}

	/** Codes passages in one step; false when nothing was stored. */
	async add(input: AddCodingBatchInput): Promise<boolean> {
		const reply = await this.#ask<AddedCodingBatchAnswer>(this.#url, input);
		if (!reply.ok) return false;
		const { id, added, sources, alreadyThere } = reply.value;
		const text = [
			m.search_coded({ n: added }),
			m.search_in_sources({ n: sources }),
			...(alreadyThere > 0 ? [m.search_already_there({ n: alreadyThere })] : [])
		].join(' ');
		toasts.say(text, id === null ? null : { label: m.search_undo(), onDo: () => void this.undo(id) });
		await this.#done();
		return true;
	}

	async undo(id: string): Promise<void> {
		const reply = await this.#ask<MovedCodingBatchAnswer>(`${this.#url}/${id}/removal`);
		if (!reply.ok) return;
		const text = told(m.search_undone({ n: reply.value.codings }), reply.value.spared);
		toasts.say(text, { label: m.search_redo(), onDo: () => void this.redo(id) });
		await this.#done();
	}

	async redo(id: string): Promise<void> {
		const reply = await this.#ask<MovedCodingBatchAnswer>(`${this.#url}/${id}/restoration`);
		if (!reply.ok) return;
		const text = told(m.search_redone({ n: reply.value.codings }), reply.value.spared);
		toasts.say(text, { label: m.search_undo(), onDo: () => void this.undo(id) });
		await this.#done();
	}

	async #ask<T>(url: string, body?: unknown): Promise<Reply<T>> {
		this.isBusy = true;
		const reply = await ask<T>('POST', url, body);
		this.isBusy = false;
		if (!reply.ok) toasts.fail(reply.message);
		return reply;
	}

	async #done(): Promise<void> {
		const reply = await ask<{ items: readonly CodingBatchItem[] }>('GET', `${this.#url}?limit=${shown}`);
		if (reply.ok) this.list = reply.value.items;
		this.#onMoved();
	}
}

const told = (text: string, spared: number) => (spared > 0 ? `${text} ${m.search_spared({ n: spared })}` : text);
