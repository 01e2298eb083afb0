/** A short message that something happened, with at most one thing to do about it. */
export type Toast = {
	readonly id: number;
	readonly kind: 'done' | 'problem';
	readonly text: string;
	readonly action: ToastAction | null;
};

export type ToastAction = { readonly label: string; readonly onDo: () => void };

/** Long enough to read a sentence twice, in milliseconds. */
const readingTime = 6000;
/** Longer when there is something to press, in milliseconds. */
const decidingTime = 12000;

/** The messages of this window. A problem stays until it is settled; the rest goes by itself, unless someone is on it. */
export class ToastList {
	list = $state.raw<readonly Toast[]>([]);
	#next = 1;
	#timers: Record<number, ReturnType<typeof setTimeout>> = {};

	/** Says that something was done; returns the id, to settle it earlier. */
	say(text: string, action: ToastAction | null = null): number {
		const id = this.#add({ kind: 'done', text, action });
		this.#start(id);
		return id;
	}

	/** Says that something failed; it stays until someone settles it. */
	fail(text: string, action: ToastAction | null = null): number {
		return this.#add({ kind: 'problem', text, action });
	}

	/** Takes a message away. */
	settle(id: number): void {
		this.hold(id);
		this.list = this.list.filter((toast) => toast.id !== id);
	}

	/** Stops the clock while someone points at or is inside a message. */
	hold(id: number): void {
		clearTimeout(this.#timers[id]);
		delete this.#timers[id];
	}

	/** Starts the clock again. */
	release(id: number): void {
		if (this.list.some((toast) => toast.id === id && toast.kind === 'done')) this.#start(id);
	}

	#add(toast: Omit<Toast, 'id'>): number {
		const id = this.#next++;
		// The same sentence twice is one message: the newest. Two problems can each have a way out of their own.
		const isSame = (other: Toast) =>
			other.text === toast.text && !(other.kind === 'problem' && other.action && toast.action);
		this.list = [...this.list.filter((other) => !isSame(other)), { id, ...toast }];
		return id;
	}

	#start(id: number): void {
		this.hold(id);
		const toast = this.list.find((other) => other.id === id);
		this.#timers[id] = setTimeout(() => this.settle(id), toast?.action ? decidingTime : readingTime);
	}
}

/** The one list that the shell shows; only ever filled in the browser. */
export const toasts = new ToastList();
