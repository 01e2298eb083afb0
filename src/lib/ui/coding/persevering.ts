import type { Reply } from '../api/ask.ts';
import { isPassing } from '../api/passing.ts';

/** How the desk waits, and tells that it waits. */
export type Patience = {
	/** waits before another try; `attempt` counts from 0 */
	readonly pause: (attempt: number) => Promise<void>;
	/** how many requests wait for the server to be reached */
	readonly onWaiting: (requests: number) => void;
	/** somebody else signed in in this browser; told once until a request comes through again */
	readonly onOtherPerson?: () => void;
};

/** Asks the server until it was reached; what it then says stands. */
export class Persevering {
	readonly #patience: Patience;
	#waiting = 0;
	#isOtherTold = false;
	#isStopped = false;

	constructor(patience: Patience) {
		this.#patience = patience;
	}

	/** The answer of a request; none ever comes once it was stopped. */
	async ask<T>(request: () => Promise<Reply<T>>): Promise<Reply<T>> {
		let reply = await this.#try(request);
		if (!this.#mustWait(reply)) return reply;
		this.#tellWaiting(1);
		for (let attempt = 0; this.#mustWait(reply); attempt += 1) {
			await this.#patience.pause(attempt);
			reply = await this.#try(request);
		}
		this.#tellWaiting(-1);
		return reply;
	}

	/** Asks nothing more: somebody else does from now on. */
	stop(): void {
		this.#isStopped = true;
	}

	async #try<T>(request: () => Promise<Reply<T>>): Promise<Reply<T>> {
		const reply = this.#isStopped ? null : await request();
		return reply === null || this.#isStopped ? new Promise(() => {}) : reply;
	}

	/** Whether the server will take it later: it was not reached, or somebody else is signed in for now. */
	#mustWait(reply: Reply<unknown>): boolean {
		const isOther = !reply.ok && reply.codes.includes('person-other');
		if (isOther && !this.#isOtherTold) this.#patience.onOtherPerson?.();
		if (isOther || reply.ok) this.#isOtherTold = isOther;
		return isOther || (!reply.ok && isPassing(reply));
	}

	#tellWaiting(more: 1 | -1): void {
		this.#waiting += more;
		this.#patience.onWaiting(this.#waiting);
	}
}
