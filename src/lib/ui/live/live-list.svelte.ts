import type { Page } from '#lib/contract/cursor.ts';
import type { Reply } from '../api/ask.ts';

/** Things that are read at once. */
const pageSize = 50;
/** As many as the server gives at once. */
const mostAtOnce = 500;
/** Changes that come close together are read once, in milliseconds. */
const settling = 300;

/** Asks for a page of what a filter leaves. */
export type ReadPage<Filter, Item> = (
	filter: Filter,
	cursor: string | null,
	limit: number
) => Promise<Reply<Page<Item>>>;

/** A list of a page: newest first, page after page, and read again when others change what is in it. */
export class LiveList<Filter, Item> {
	items = $state.raw<readonly Item[]>([]);
	isBusy = $state(false);
	isRead = $state(false);
	problem = $state<string | null>(null);
	#cursor = $state<string | null>(null);
	#filter: Filter;
	readonly #readPage: ReadPage<Filter, Item>;
	/** the request whose answer counts: the last one */
	#asked = 0;
	/** everything belongs on the screen, also one that came later */
	#isWhole = false;
	#isStopped = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(readPage: ReadPage<Filter, Item>, filter: Filter, first: Page<Item> | null = null) {
		this.#readPage = readPage;
		this.#filter = filter;
		if (first) this.#take(first, []);
	}

	get hasMore(): boolean {
		return this.#cursor !== null;
	}

	/** Reads the first page of what a filter leaves. */
	read(filter: Filter = this.#filter): Promise<void> {
		this.#filter = filter;
		return this.#ask(null, [], pageSize);
	}

	/** The next page, below what is there. */
	more(): Promise<void> {
		return this.#ask(this.#cursor, this.items, pageSize);
	}

	/** Everything that the filter leaves. */
	async readAll(): Promise<void> {
		this.#isWhole = true;
		await this.#ask(null, [], mostAtOnce);
		while (this.hasMore && this.problem === null) await this.#ask(this.#cursor, this.items, mostAtOnce);
	}

	/** Somebody else changed something: what is on the screen is read again, soon. */
	refreshSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#refresh(), settling);
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#isStopped = true;
		this.#asked += 1;
	}

	/**
	 * As many as are there, so that nothing that somebody reads goes from under the eyes. What the reader asked for goes
	 * first: this waits for it, and gives way to it.
	 */
	async #refresh(): Promise<void> {
		if (this.isBusy) return this.refreshSoon();
		const wanted = this.#isWhole ? Infinity : Math.max(this.items.length, pageSize);
		let items: readonly Item[] = [];
		let cursor: string | null = null;
		const asked = ++this.#asked;
		do {
			const reply = await this.#readPage(this.#filter, cursor, Math.min(wanted - items.length, mostAtOnce));
			if (asked !== this.#asked) return this.#isStopped ? undefined : this.refreshSoon();
			if (!reply.ok) return; // what is on the screen stays; the next event tries again
			items = [...items, ...reply.value.items];
			cursor = reply.value.nextCursor;
		} while (cursor !== null && items.length < wanted);
		this.#take({ items, nextCursor: cursor }, []);
	}

	async #ask(cursor: string | null, before: readonly Item[], limit: number): Promise<void> {
		const asked = ++this.#asked;
		this.isBusy = true;
		const reply = await this.#readPage(this.#filter, cursor, limit);
		if (asked !== this.#asked) return;
		this.isBusy = false;
		this.problem = reply.ok ? null : reply.message;
		if (reply.ok) this.#take(reply.value, before);
	}

	#take({ items, nextCursor }: Page<Item>, before: readonly Item[]): void {
		this.items = [...before, ...items];
		this.#cursor = nextCursor;
		this.isRead = true;
		this.isBusy = false;
	}
}
