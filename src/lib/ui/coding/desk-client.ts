import type { AssignmentAnswer, RecordReadingInput } from '#lib/contract/assignment.ts';
import type { ReviewedCodingsAnswer } from '#lib/contract/carried-coding.ts';
import type { CarriedPassagesAnswer } from '#lib/contract/carried-passage.ts';
import type { AddProposalInput, ProposalAnswer } from '#lib/contract/code-proposal.ts';
import type { AddCodeInput, CodeAnswer, DeletedCodeAnswer, RestoredCodeAnswer } from '#lib/contract/code.ts';
import type {
	AppliedCodesAnswer,
	ApplyCodesInput,
	ChangeCodingInput,
	CodingAnswer,
	CodingItem,
	RemovedCodingAnswer
} from '#lib/contract/coding.ts';
import type { CodingDesk } from '#lib/contract/coding-desk.ts';
import type { SourceListItem } from '#lib/contract/source.ts';
import type { UserId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { ask, type Reply } from '../api/ask.ts';

/** The requests of the desk to the HTTP API, with the session of the page; those that change something say whose they are. */
export class DeskClient {
	readonly #base: string;
	readonly #page: string;
	readonly #projectId: string;
	readonly #userId: UserId;

	constructor(projectId: string, userId: UserId) {
		this.#projectId = projectId;
		this.#userId = userId;
		this.#page = `/projects/${projectId}`;
		this.#base = `/api/v1${this.#page}`;
	}

	apply(input: ApplyCodesInput): Promise<Reply<AppliedCodesAnswer>> {
		return this.#ask('POST', '/codings', input);
	}

	/** Changes a coding; what was written goes on its way also when the page goes. */
	change(codingId: string, input: ChangeCodingInput): Promise<Reply<CodingAnswer>> {
		return ask('PATCH', `${this.#base}/codings/${codingId}`, input, {
			outlivesPage: input.memo !== undefined,
			userId: this.#userId
		});
	}

	/**
	 * Takes a coding away as it was seen; null = it is not known when it changed last. `onlyOwn`: not when somebody else
	 * wrote something about it. `into`: the coding it becomes one with, which takes along own memos and chosen quotes.
	 */
	remove(
		codingId: string,
		changedAt: string | null,
		{ onlyOwn = false, into = null }: { readonly onlyOwn?: boolean; readonly into?: string | null } = {}
	): Promise<Reply<RemovedCodingAnswer>> {
		const query = new URLSearchParams({
			...(changedAt !== null && { changedAt }),
			...(onlyOwn && { onlyOwn: 'true' }),
			...(into !== null && { into })
		});
		return this.#ask('DELETE', `/codings/${codingId}${query.size === 0 ? '' : `?${query}`}`);
	}

	restore(codingId: string, deletionId: string): Promise<Reply<CodingAnswer>> {
		return this.#ask('POST', `/codings/${codingId}/restoration`, { deletionId });
	}

	/** Where passages of an earlier version of a text are now. */
	carry(
		sourceId: string,
		input: { readonly version: number; readonly passages: readonly Range[] }
	): Promise<Reply<CarriedPassagesAnswer>> {
		return this.#ask('POST', `/sources/${sourceId}/carried-passages`, input);
	}

	/** Notes that somebody looked at changed codings. */
	review(codingIds: readonly string[]): Promise<Reply<ReviewedCodingsAnswer>> {
		return this.#ask('POST', '/coding-reviews', { codingIds });
	}

	read(codingId: string): Promise<Reply<CodingItem>> {
		return this.#ask('GET', `/codings/${codingId}`);
	}

	quotesOf(codeId: string, limit: number): Promise<Reply<{ readonly items: readonly CodingItem[] }>> {
		return this.#ask('GET', `/codings?codeId=${codeId}&limit=${limit}`);
	}

	makeCode(input: AddCodeInput): Promise<Reply<CodeAnswer>> {
		return this.#ask('POST', '/codes', input);
	}

	/** Takes a code away as long as nobody did anything with it. */
	removeEmptyCode(codeId: string): Promise<Reply<DeletedCodeAnswer>> {
		return this.#ask('DELETE', `/codes/${codeId}?onlyEmpty=true`);
	}

	restoreCode(codeId: string, deletionId: string): Promise<Reply<RestoredCodeAnswer>> {
		return this.#ask('POST', `/codes/${codeId}/restoration`, { deletionId });
	}

	/** Puts the words of a coding among the examples of its code, or takes them out again. */
	setExample(codingId: string, isExample: boolean): Promise<Reply<CodeAnswer>> {
		return this.#ask(isExample ? 'PUT' : 'DELETE', `/codings/${codingId}/example`);
	}

	propose(input: AddProposalInput): Promise<Reply<ProposalAnswer>> {
		return this.#ask('POST', '/code-proposals', input);
	}

	withdraw(proposalId: string): Promise<Reply<unknown>> {
		return this.#ask('DELETE', `/code-proposals/${proposalId}`);
	}

	readProposal(proposalId: string): Promise<Reply<ProposalAnswer>> {
		return this.#ask('GET', `/code-proposals/${proposalId}`);
	}

	/** Tells what was read; also when the page goes away. */
	tellReading(sourceId: string, input: RecordReadingInput): Promise<Reply<null>> {
		return ask('POST', `${this.#base}/sources/${sourceId}/reading`, input, {
			outlivesPage: true,
			userId: this.#userId
		});
	}

	/** Says that the coding of an interview is done, or not after all. */
	setDone(assignmentId: string, isDone: boolean): Promise<Reply<AssignmentAnswer>> {
		return this.#ask(isDone ? 'POST' : 'DELETE', `/assignments/${assignmentId}/completion`);
	}

	/** The interviews that were released to this person, a page at a time. */
	sources(cursor: string | null): Promise<Reply<{ items: readonly SourceListItem[]; nextCursor: string | null }>> {
		return this.#ask('GET', `/sources?status=released&limit=500${cursor === null ? '' : `&cursor=${cursor}`}`);
	}

	/** The desk of another interview, to read beside this one. */
	desk(sourceId: string): Promise<Reply<CodingDesk>> {
		return ask('GET', `${this.#page}/sources/${sourceId}/desk`);
	}

	/**
	 * What to listen to for what happens in a source, or with `isWide` in all sources; it begins with what happened in the
	 * source since the desk was read.
	 */
	events(sourceId: string, since: string, isWide = false): string {
		const query = new URLSearchParams({ sourceId, since, ...(isWide && { all: 'true' }) });
		return `${this.#projectId}?${query}`;
	}

	#ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
		return ask<T>(method, this.#base + path, body, method === 'GET' ? {} : { userId: this.#userId });
	}
}
