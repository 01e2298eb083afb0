import type { AssignedSourcesAnswer, AssignSourcesInput } from '#lib/contract/assignment.ts';
import { ask, type Reply } from '../api/ask.ts';

/** The requests about who does what to the HTTP API, with the session of the page. */
export class WorkClient {
	readonly #base: string;

	constructor(projectId: string) {
		this.#base = `/api/v1/projects/${projectId}`;
	}

	assign(input: AssignSourcesInput): Promise<Reply<AssignedSourcesAnswer>> {
		return ask('POST', `${this.#base}/assignments`, input);
	}

	unassign(assignmentIds: readonly string[]): Promise<Reply<null>> {
		return ask('POST', `${this.#base}/assignment-removals`, { assignmentIds });
	}

	/** Says that the changes of the codebook were seen. */
	noteVisit(): Promise<Reply<null>> {
		return ask('POST', `${this.#base}/work-visits`);
	}
}
