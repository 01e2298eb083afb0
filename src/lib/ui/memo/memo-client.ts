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

/** The requests about memos to the HTTP API, with the session of the page; those that change something say whose they are. */
export class MemoClient {
	readonly #base: string;
	readonly #userId: string;

	constructor(projectId: string, userId: string) {
		this.#userId = userId;
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
		return this.#write('POST', '/memos', input);
	}

	change(memoId: string, input: ChangeMemoInput): Promise<Reply<MemoAnswer>> {
		return this.#write('PATCH', `/memos/${memoId}`, input);
	}

	remove(memoId: string): Promise<Reply<null>> {
		return this.#write('DELETE', `/memos/${memoId}`);
	}

	restore(memoId: string): Promise<Reply<MemoAnswer>> {
		return this.#write('POST', `/memos/${memoId}/restoration`);
	}

	settle(memoId: string, isSettled: boolean): Promise<Reply<MemoAnswer>> {
		return this.#write(isSettled ? 'PUT' : 'DELETE', `/memos/${memoId}/settlement`);
	}

	#write<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
		return ask<T>(method, this.#base + path, body, { userId: this.#userId });
	}
}
