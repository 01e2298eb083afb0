/** One thing the coder did, and how to take it back. */
export type Action = { readonly label: string; readonly undo: () => void; readonly redo: () => void };

/** The coder's own actions of this visit, the last one first to be undone. */
export class ActionHistory {
	#done = $state.raw<readonly Action[]>([]);
	#undone = $state.raw<readonly Action[]>([]);

	get last(): Action | null {
		return this.#done[this.#done.length - 1] ?? null;
	}

	get next(): Action | null {
		return this.#undone[this.#undone.length - 1] ?? null;
	}

	/** Notes what was done; what was undone before cannot be done again after this. */
	add(action: Action): void {
		this.#done = [...this.#done, action];
		this.#undone = [];
	}

	/** Takes back the last action; null when there is none. */
	undo(): Action | null {
		const action = this.last;
		if (!action) return null;
		this.#done = this.#done.slice(0, -1);
		this.#undone = [...this.#undone, action];
		action.undo();
		return action;
	}

	/** Does the action again that was undone last; null when there is none. */
	redo(): Action | null {
		const action = this.next;
		if (!action) return null;
		this.#undone = this.#undone.slice(0, -1);
		this.#done = [...this.#done, action];
		action.redo();
		return action;
	}
}
