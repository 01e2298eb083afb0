import type { AddReportCommentInput, ReportCommentAnswer } from '#lib/contract/report-comment.ts';
import { ask, type Reply } from '../api/ask.ts';

/** The requests about comments on a report to the HTTP API, with the session of the page. */
export class CommentClient {
	readonly #all: string;

	constructor(projectId: string, reportId: string) {
		this.#all = `/api/v1/projects/${projectId}/reports/${reportId}/comments`;
	}

	add(input: AddReportCommentInput): Promise<Reply<ReportCommentAnswer>> {
		return ask('POST', this.#all, input);
	}

	reply(commentId: string, body: string): Promise<Reply<ReportCommentAnswer>> {
		return ask('POST', `${this.#all}/${commentId}/replies`, { body });
	}

	settle(commentId: string): Promise<Reply<ReportCommentAnswer>> {
		return ask('PUT', `${this.#all}/${commentId}/settlement`);
	}

	reopen(commentId: string): Promise<Reply<ReportCommentAnswer>> {
		return ask('DELETE', `${this.#all}/${commentId}/settlement`);
	}

	remove(commentId: string): Promise<Reply<null>> {
		return ask('DELETE', `${this.#all}/${commentId}`);
	}

	restore(commentId: string): Promise<Reply<ReportCommentAnswer>> {
		return ask('POST', `${this.#all}/${commentId}/restoration`);
	}
}
