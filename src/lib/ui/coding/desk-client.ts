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
import { ask, type Reply } from '../api/ask.ts';

/** The requests of the desk to the HTTP API, with the session of the page. */
export class DeskClient {
	readonly #base: string;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}`;
	}

	apply(input: ApplyCodesInput): Promise<Reply<AppliedCodesAnswer>> {
		return this.#ask('POST', '/codings', input);
	}

	change(codingId: string, input: ChangeCodingInput): Promise<Reply<CodingAnswer>> {
		return this.#ask('PATCH', `/codings/${codingId}`, input);
	}

	remove(codingId: string): Promise<Reply<RemovedCodingAnswer>> {
		return this.#ask('DELETE', `/codings/${codingId}`);
	}

	restore(codingId: string, deletionId: string): Promise<Reply<CodingAnswer>> {
		return this.#ask('POST', `/codings/${codingId}/restoration`, { deletionId });
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

	/** The stream of what happens in a source; it begins with what happened since the desk was read. */
	eventsUrl(sourceId: string, since: string): string {
		return `${this.#base}/events?sourceId=${sourceId}&since=${encodeURIComponent(since)}`;
	}

	#ask<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
		return ask<T>(method, this.#base + path, body);
	}
}
