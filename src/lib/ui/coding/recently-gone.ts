/** How long an answer about a whole desk may take, in milliseconds: for so long it may still tell of what went. */
const longestRead = 10_000;

/** What went from the screen a moment ago; `now` in milliseconds, on any clock that only goes on. */
export class RecentlyGone<Id> {
	readonly #at = new Map<Id, number>();

	note(id: Id, now: number): void {
		this.#at.delete(id); // the one that went last stands last
		this.#at.set(id, now);
		for (const [old, at] of this.#at) {
			if (now - at <= longestRead) break;
			this.#at.delete(old);
		}
	}

	/** It is back. */
	forget(id: Id): void {
		this.#at.delete(id);
	}

	has(id: Id, now: number): boolean {
		const at = this.#at.get(id);
		return at !== undefined && now - at <= longestRead;
	}
}
