/** How many turns that are not on the screen yet are drawn in one frame. */
const inOneFrame = 4;

/**
 * Hands on what came near the screen: what is on it at once, what is only near it a few at a time in the frames that
 * follow, so that neither opening nor scrolling waits for what nobody sees yet.
 */
export class LookQueue<T> {
	readonly #onLook: (entered: readonly T[], left: readonly T[]) => void;
	readonly #later = new Set<T>();
	#frame = 0;

	constructor(onLook: (entered: readonly T[], left: readonly T[]) => void) {
		this.#onLook = onLook;
	}

	take(onScreen: readonly T[], near: readonly T[], left: readonly T[]): void {
		for (const one of left) this.#later.delete(one);
		for (const one of near) this.#later.add(one);
		if (onScreen.length > 0 || left.length > 0) this.#onLook(onScreen, left);
		this.#plan();
	}

	stop(): void {
		cancelAnimationFrame(this.#frame);
		this.#later.clear();
	}

	#plan(): void {
		cancelAnimationFrame(this.#frame);
		if (this.#later.size === 0) return;
		this.#frame = requestAnimationFrame(() => {
			const next = [...this.#later].slice(0, inOneFrame);
			for (const one of next) this.#later.delete(one);
			this.#onLook(next, []);
			this.#plan();
		});
	}
}
