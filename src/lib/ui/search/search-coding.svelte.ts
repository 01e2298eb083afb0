import { SvelteSet } from 'svelte/reactivity';
import type { CodingBatchAnswer, CodingBatchChangeAnswer, CodingBatchItem } from '#lib/contract/coding-batch.ts';
import type { SearchAnswer } from '#lib/contract/search.ts';
import type { Valence } from '#lib/domain/coding/valence.ts';
import { m } from '#lib/paraglide/messages.js';
import { ask, type Reply } from '../api/ask.ts';
import { toasts } from '../dialog/toasts.svelte.ts';
import { keyOf, keysOf, sourcesOf, type Hit } from './hit.ts';

/** What is searched: the body of the request, without its page. Words never stand in an address. */
export type Asked = Readonly<Record<string, unknown>>;

/** The hits of one interview. */
export type HitsOfSource = { readonly sourceId: string; readonly title: string; readonly hits: readonly Hit[] };

/** So many fragments go in one step; the server refuses more. */
export const mostPassages = 5_000;
const atFirst = 100;
const atOnce = 500;

/** Coding by search: what was found, what of it is ticked, and the steps that can be taken back. */
export class SearchCoding {
	hits = $state.raw<readonly Hit[]>([]);
	found = $state(0);
	sources = $state(0);
	isBusy = $state(false);
	isCoding = $state(false);
	/** more pages are being read: how many there will be */
	loadingUpTo = $state<number | null>(null);
	hasSearched = $state(false);
	problem = $state<string | null>(null);
	batches = $state.raw<readonly CodingBatchItem[]>([]);
	/** hits that will not be coded */
	readonly unticked = new SvelteSet<string>();
	codeId = $state('');

	readonly groups = $derived.by((): readonly HitsOfSource[] =>
		[...Map.groupBy(this.hits, (hit) => hit.sourceId)].map(([sourceId, hits]) => ({
			sourceId,
			title: hits[0]?.title ?? '',
			hits
		}))
	);
	readonly chosen = $derived(this.hits.filter((hit) => this.isTicked(hit)));
	readonly chosenSources = $derived(sourcesOf(this.chosen));

	readonly #base: string;
	#asked: Asked | null = null;
	#cursor = $state<string | null>(null);
	/** answers of what was stopped or asked before are left aside */
	#turn = 0;

	constructor(projectId: string, batches: readonly CodingBatchItem[]) {
		this.#base = `/api/v1/projects/${projectId}`;
		this.batches = batches;
	}

	get hasMore(): boolean {
		return this.#cursor !== null;
	}

	isTicked(hit: Hit): boolean {
		return hit.isCoded !== true && !this.unticked.has(keyOf(hit));
	}

	tick(hits: readonly Hit[], isOn: boolean): void {
		for (const hit of hits)
			if (isOn) this.unticked.delete(keyOf(hit));
			else this.unticked.add(keyOf(hit));
	}

	/** Searches anew; everything that is found is ticked. */
	async search(asked: Asked): Promise<void> {
		this.#asked = asked;
		this.unticked.clear();
		this.hits = [];
		this.#cursor = null;
		await this.#read(atFirst);
		this.hasSearched = true;
	}

	/** Another code: which hits have it already? What was unticked stays so. */
	async chooseCode(codeId: string): Promise<void> {
		this.codeId = codeId;
		if (!this.#asked || this.hits.length === 0) return;
		const wanted = this.hits.length;
		this.#cursor = null;
		await this.#read(Math.min(atOnce, wanted), 'anew', wanted);
	}

	/** Reads on until all that is found, or as much as goes in one step, is there. */
	async loadAll(): Promise<void> {
		await this.#read(atOnce, 'more', Math.min(this.found, mostPassages));
	}

	/** Stops what is being searched or read; what is there stays. */
	stop(): void {
		this.#turn += 1;
		this.isBusy = false;
		this.loadingUpTo = null;
	}

	async #read(limit: number, how: 'anew' | 'more' = 'anew', upTo = 0): Promise<void> {
		const turn = (this.#turn += 1);
		let hits = how === 'more' ? [...this.hits] : [];
		let cursor = how === 'more' ? this.#cursor : null;
		this.isBusy = true;
		this.loadingUpTo = upTo > limit || how === 'more' ? upTo : null;
		do {
			const body = { ...this.#asked, limit, ...(this.codeId && { codeId: this.codeId }), ...(cursor && { cursor }) };
			const reply: Reply<SearchAnswer> = await ask('POST', `${this.#base}/search-results`, body);
			if (turn !== this.#turn) return;
			this.problem = reply.ok ? null : reply.message;
			if (!reply.ok) break;
			hits = [...hits, ...reply.value.items];
			cursor = reply.value.nextCursor;
			this.hits = hits;
			this.found = reply.value.found;
			this.sources = reply.value.sources;
			this.#cursor = cursor;
		} while (cursor !== null && hits.length < upTo);
		this.isBusy = false;
		this.loadingUpTo = null;
	}

	/** Codes what is ticked, in one step. */
	async apply(valences: readonly Valence[], codeName: string): Promise<void> {
		const chosen = this.chosen;
		if (this.codeId === '' || chosen.length === 0 || this.isCoding) return;
		this.isCoding = true;
		const items = chosen.map(({ sourceId, version, start, end }) => ({ sourceId, version, start, end }));
		const body = { codeId: this.codeId, valences, items };
		const reply = await ask<CodingBatchAnswer>('POST', `${this.#base}/coding-batches`, body);
		this.isCoding = false;
		if (!reply.ok) return void toasts.fail(reply.message);
		const { id, added, alreadyThere } = reply.value;
		const coded = keysOf(chosen);
		this.hits = this.hits.map((hit) => (coded.has(keyOf(hit)) ? { ...hit, isCoded: true } : hit));
		const text =
			added === 0
				? m.search_applied_none()
				: alreadyThere > 0
					? m.search_applied_some({ n: added, name: codeName, there: alreadyThere })
					: m.search_applied({ n: added, name: codeName });
		toasts.say(text, id ? { label: m.shell_undo(), onDo: () => void this.undo(id) } : null);
		await this.#refresh();
	}

	async undo(batchId: string): Promise<void> {
		const reply = await this.#change(batchId, 'removal');
		if (!reply) return;
		const { changed: n, spared } = reply;
		toasts.say(spared > 0 ? m.search_undone_some({ n, spared }) : m.search_undone({ n }), {
			label: m.search_batch_redo(),
			onDo: () => void this.redo(batchId)
		});
	}

	async redo(batchId: string): Promise<void> {
		const reply = await this.#change(batchId, 'restoration');
		if (!reply) return;
		const { changed: n, spared } = reply;
		toasts.say(spared > 0 ? m.search_redone_some({ n, spared }) : m.search_redone({ n }), {
			label: m.shell_undo(),
			onDo: () => void this.undo(batchId)
		});
	}

	async #change(batchId: string, what: 'removal' | 'restoration'): Promise<CodingBatchChangeAnswer | null> {
		const reply = await ask<CodingBatchChangeAnswer>('POST', `${this.#base}/coding-batches/${batchId}/${what}`);
		if (!reply.ok) toasts.fail(reply.message);
		await this.#refresh();
		// Which hits have the code is something else now.
		if (this.codeId !== '') await this.chooseCode(this.codeId);
		return reply.ok ? reply.value : null;
	}

	async #refresh(): Promise<void> {
		const reply = await ask<{ items: readonly CodingBatchItem[] }>('GET', `${this.#base}/coding-batches`);
		if (reply.ok) this.batches = reply.value.items;
	}
}
