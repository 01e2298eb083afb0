import type {
	AddCaseInput,
	CaseAnswer,
	RecordConsentInput,
	RecordedConsentAnswer,
	UpdateCaseInput
} from '#lib/contract/case.ts';
import type { WithdrawalAnswer } from '#lib/contract/case-withdrawal.ts';
import type { AddVariableInput, UpdateVariableInput, VariableAnswer } from '#lib/contract/variable.ts';
import type { ConsentWay } from '#lib/domain/case/consent.ts';
import { ask, type Reply } from '../api/ask.ts';

/** The requests about participants to the HTTP API, with the session of the page. */
export class CaseClient {
	readonly #base: string;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}`;
	}

	add(input: AddCaseInput): Promise<Reply<CaseAnswer>> {
		return ask('POST', `${this.#base}/cases`, input);
	}

	read(caseId: string): Promise<Reply<CaseAnswer>> {
		return ask('GET', `${this.#base}/cases/${caseId}`);
	}

	update(caseId: string, input: UpdateCaseInput): Promise<Reply<CaseAnswer>> {
		return ask('PATCH', `${this.#base}/cases/${caseId}`, input);
	}

	remove(caseId: string): Promise<Reply<null>> {
		return ask('DELETE', `${this.#base}/cases/${caseId}`);
	}

	record(caseId: string, input: RecordConsentInput): Promise<Reply<RecordedConsentAnswer>> {
		return ask('POST', `${this.#base}/cases/${caseId}/consents`, input);
	}

	previewWithdrawal(caseId: string): Promise<Reply<WithdrawalAnswer>> {
		return ask('POST', `${this.#base}/cases/${caseId}/withdrawal?preview=true`);
	}

	withdraw(caseId: string, way: ConsentWay): Promise<Reply<WithdrawalAnswer>> {
		return ask('POST', `${this.#base}/cases/${caseId}/withdrawal?way=${way}`);
	}

	addVariable(input: AddVariableInput): Promise<Reply<VariableAnswer>> {
		return ask('POST', `${this.#base}/variables`, input);
	}

	updateVariable(key: string, input: UpdateVariableInput): Promise<Reply<VariableAnswer>> {
		return ask('PATCH', `${this.#base}/variables/${key}`, input);
	}

	removeVariable(key: string): Promise<Reply<null>> {
		return ask('DELETE', `${this.#base}/variables/${key}`);
	}

	/** Where the access package of a person can be taken away. */
	packageUrl(caseId: string, format: 'docx' | 'json'): string {
		return `${this.#base}/cases/${caseId}/package?format=${format}`;
	}
}
