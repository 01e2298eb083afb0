import type { Page } from '#lib/contract/cursor.ts';
import type { AddMemoInput, ChangeMemoInput, MemoAnswer } from '#lib/contract/memo.ts';
import type { MemoKind, MemoSubject, MemoVisibility } from '#lib/domain/memo/memo.ts';
import { ask, type Reply } from '../api/ask.ts';

/** Which memos; what is left out does not narrow. */
export type MemoFilter = {
	readonly kind?: MemoKind | undefined;
	readonly aboutKind?: MemoSubject | undefined;
	readonly sourceId?: string | undefined;
	readonly codeId?: string | undefined;
	readonly caseId?: string | undefined;
	readonly authorId?: string | undefined;
	readonly visibility?: MemoVisibility | undefined;
	readonly settled?: 'true' | 'false' | undefined;
	readonly q?: string | undefined;
};

export type MemoPage = Page<MemoAnswer>;

/** The requests about memos to the HTTP API, with the session of the page. */
export class MemoClient {
	readonly #base: string;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}`;
	}

	/** A page of memos. The choice goes in the body: the words that are looked for stand in no address. */
	list(filter: MemoFilter, cursor: string | null, limit: number): Promise<Reply<MemoPage>> {
		return ask('POST', `${this.#base}/memo-searches`, { ...filter, limit, ...(cursor !== null && { cursor }) });
	}

	read(memoId: string): Promise<Reply<MemoAnswer>> {
		return ask('GET', `${this.#base}/memos/${memoId}`);
	}

	add(input: AddMemoInput): Promise<Reply<MemoAnswer>> {
		return ask('POST', `${this.#base}/memos`, input);
	}

	change(memoId: string, input: ChangeMemoInput): Promise<Reply<MemoAnswer>> {
		return ask('PATCH', `${this.#base}/memos/${memoId}`, input);
	}

	remove(memoId: string): Promise<Reply<null>> {
		return ask('DELETE', `${this.#base}/memos/${memoId}`);
	}

	restore(memoId: string): Promise<Reply<MemoAnswer>> {
		return ask('POST', `${this.#base}/memos/${memoId}/restoration`);
	}

	settle(memoId: string, isSettled: boolean): Promise<Reply<MemoAnswer>> {
		return ask(isSettled ? 'PUT' : 'DELETE', `${this.#base}/memos/${memoId}/settlement`);
	}
}
