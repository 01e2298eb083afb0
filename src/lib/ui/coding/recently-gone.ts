/** How long an answer about a whole desk may take, in milliseconds: for so long it may still tell of what went. */
const longestRead = 10_000;

/** What went from the screen a moment ago; `now` in milliseconds, on any clock that only goes on. */
export class RecentlyGone<Id> {
	readonly #at = new Map<Id, number>();

	note(id: Id, now: number): void {
		this.#at.set(id, now);
	}

	/** It is back. */
	forget(id: Id): void {
		this.#at.delete(id);
	}

	has(id: Id, now: number): boolean {
		const at = this.#at.get(id);
		if (at === undefined) return false;
		if (now - at <= longestRead) return true;
		this.#at.delete(id);
		return false;
	}
}
