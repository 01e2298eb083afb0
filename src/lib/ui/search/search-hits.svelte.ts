import { SvelteMap } from 'svelte/reactivity';
import type { AddCodingBatchInput } from '#lib/contract/coding-batch.ts';
import type { SearchAnswer } from '#lib/contract/search.ts';
import { ask } from '../api/ask.ts';

export type Hit = SearchAnswer['items'][number];
/** What is asked, without page and code. */
export type Asked = Readonly<Record<string, unknown>>;
/** The hits of one interview, in reading order. */
export type HitGroup = { readonly sourceId: string; readonly title: string; readonly hits: readonly Hit[] };

/** As many hits as one page brings, and as are asked for at once when all are loaded. */
const perPage = 50;
const atOnce = 500;

export const keyOf = ({ sourceId, start, end }: Pick<Hit, 'sourceId' | 'start' | 'end'>): string =>
	`${sourceId} ${start} ${end}`;

/** What a search found, page after page, and which of it is ticked. */
export class SearchHits {
	hits = $state.raw<readonly Hit[]>([]);
	/** in how many turns there are hits, loaded or not */
	found = $state(0);
	sources = $state(0);
	state = $state<'nothing-asked' | 'searching' | 'loading' | 'there'>('nothing-asked');
	problem = $state<{ readonly message: string; readonly codes: readonly string[] } | null>(null);
	/** ticks that someone set by hand; the rest is ticked unless the code lies there already */
	readonly #ticks = new SvelteMap<string, boolean>();
	#cursor = $state<string | null>(null);
	#asked: Asked | null = null;
	#codeId: string | null = null;
	#round = 0;
	readonly #most: number;
	readonly #url: string;

	constructor(projectId: string, most: number) {
		this.#url = `/api/v1/projects/${projectId}/search-results`;
		this.#most = most;
	}

	readonly groups = $derived<readonly HitGroup[]>(
		[...Map.groupBy(this.hits, ({ sourceId }) => sourceId)].map(([sourceId, hits]) => ({
			sourceId,
			title: hits[0]?.title ?? '',
			hits
		}))
	);
	/** in how many turns the loaded hits are */
	readonly turns = $derived(Map.groupBy(this.hits, ({ sourceId, turn }) => `${sourceId} ${turn}`).size);
	readonly chosen = $derived(this.hits.filter((hit) => this.isTicked(hit)));
	readonly chosenSources = $derived(this.groups.filter(({ hits }) => hits.some((hit) => this.isTicked(hit))).length);

	get hasMore(): boolean {
		return this.#cursor !== null;
	}

	get isBusy(): boolean {
		return this.state === 'searching' || this.state === 'loading';
	}

	isTicked(hit: Hit): boolean {
		return this.#ticks.get(keyOf(hit)) ?? hit.isCoded !== true;
	}

	tick(hits: readonly Hit[], isTicked: boolean): void {
		for (const hit of hits) this.#ticks.set(keyOf(hit), isTicked);
	}

	/** A new search; words go in the body of a request, never in an address. */
	async search(asked: Asked, codeId: string | null): Promise<void> {
		this.#asked = asked;
		this.#codeId = codeId;
		this.#ticks.clear();
		this.hits = [];
		this.#cursor = null;
		this.state = 'searching';
		await this.#read(perPage, true);
	}

	/** Marks where this code lies already: reads again what is loaded, and leaves ticks set by hand as they are. */
	async mark(codeId: string | null): Promise<void> {
		this.#codeId = codeId;
		if (this.#asked === null || this.state === 'nothing-asked') return;
		const loaded = this.hits.length;
		this.state = 'loading';
		const round = await this.#read(Math.max(perPage, Math.min(loaded, atOnce)), true);
		if (round && this.hits.length < loaded) await this.#readUpTo(loaded);
	}

	more(): Promise<unknown> {
		this.state = 'loading';
		return this.#read(perPage, false);
	}

	/** Loads everything that was found, as far as one step can code. */
	all(): Promise<void> {
		return this.#readUpTo(this.#most);
	}

	/** Stops waiting; what was loaded stays. */
	stop(): void {
		this.#round += 1;
		this.state = this.hits.length > 0 ? 'there' : 'nothing-asked';
	}

	/** Forgets what was ticked by hand, since it is coded now; what was unticked does not fit and stays so. */
	settle(): void {
		for (const [key, isTicked] of this.#ticks) if (isTicked) this.#ticks.delete(key);
	}

	/** The ticked hits as places. */
	get items(): AddCodingBatchInput['items'] {
		return this.chosen.map(({ sourceId, version, start, end }) => ({ sourceId, version, start, end }));
	}

	async #readUpTo(most: number): Promise<void> {
		while (this.#cursor !== null && this.hits.length < most) {
			this.state = 'loading';
			if (!(await this.#read(Math.min(atOnce, most - this.hits.length), false))) return;
		}
	}

	async #read(limit: number, isFirst: boolean): Promise<boolean> {
		const round = (this.#round += 1);
		this.problem = null;
		const codeId = this.#codeId === null ? {} : { codeId: this.#codeId };
		const cursor = isFirst || this.#cursor === null ? {} : { cursor: this.#cursor };
		const reply = await ask<SearchAnswer>('POST', this.#url, { ...this.#asked, ...codeId, ...cursor, limit });
		if (round !== this.#round) return false;
		this.state = reply.ok || this.hits.length > 0 ? 'there' : 'nothing-asked';
		if (!reply.ok) {
			this.problem = { message: reply.message, codes: reply.codes };
			return false;
		}
		this.hits = isFirst ? reply.value.items : [...this.hits, ...reply.value.items];
		this.found = reply.value.found;
		this.sources = reply.value.sources;
		this.#cursor = reply.value.nextCursor;
		return true;
	}
}
