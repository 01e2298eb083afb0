import type { MemoAnswer } from '#lib/contract/memo.ts';
import { LiveList } from '../live/live-list.svelte.ts';
import type { MemoClient, MemoFilter, MemoPage } from './memo-client.ts';

/** The memos of a page, also those that were just stored on it. */
export class MemoList extends LiveList<MemoFilter, MemoAnswer> {
	constructor(client: MemoClient, filter: MemoFilter, first: MemoPage | null = null) {
		super((...asked) => client.list(...asked), filter, first);
	}

	/** A memo that was stored here: in its place, or on top. */
	put(memo: MemoAnswer): void {
		const isThere = this.items.some(({ id }) => id === memo.id);
		this.items = isThere ? this.items.map((other) => (other.id === memo.id ? memo : other)) : [memo, ...this.items];
	}

	drop(memoId: string): void {
		this.items = this.items.filter(({ id }) => id !== memoId);
	}
}
