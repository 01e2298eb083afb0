import type { AddReportCommentInput, ReportCommentAnswer } from '#lib/contract/report-comment.ts';
import { ask, type Reply } from '../api/ask.ts';

/** The requests about comments on a report to the HTTP API, with the session of the page; they say whose they are. */
export class CommentClient {
	readonly #all: string;
	readonly #userId: string;

	constructor(projectId: string, reportId: string, userId: string) {
		this.#userId = userId;
		this.#all = `/api/v1/projects/${projectId}/reports/${reportId}/comments`;
	}

	add(input: AddReportCommentInput): Promise<Reply<ReportCommentAnswer>> {
		return this.#write('POST', '', input);
	}

	reply(commentId: string, body: string): Promise<Reply<ReportCommentAnswer>> {
		return this.#write('POST', `/${commentId}/replies`, { body });
	}

	settle(commentId: string): Promise<Reply<ReportCommentAnswer>> {
		return this.#write('PUT', `/${commentId}/settlement`);
	}

	reopen(commentId: string): Promise<Reply<ReportCommentAnswer>> {
		return this.#write('DELETE', `/${commentId}/settlement`);
	}

	remove(commentId: string): Promise<Reply<null>> {
		return this.#write('DELETE', `/${commentId}`);
	}

	restore(commentId: string): Promise<Reply<ReportCommentAnswer>> {
		return this.#write('POST', `/${commentId}/restoration`);
	}

	#write<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
		return ask<T>(method, this.#all + path, body, { userId: this.#userId });
	}
}
