import type { Turn } from '#lib/domain/source/turn.ts';
import { SomeOf } from './some-of.svelte.ts';

/** How many codings are put in words at a time. */
const atATime = 60;

/**
 * Of which turns the codings stand in words and stripes. Those near the screen come first; the others follow while the
 * browser has nothing else to do, so that an interview with thousands of codings opens at once and a screen reader still
 * finds all of them.
 */
export class Unfolding<T extends Turn> {
	readonly #turns: readonly T[];
	readonly #codingsIn: (turn: T) => number;
	readonly #isIn: SomeOf<number>;
	#next = 0;
	#waiting: (() => void) | null = null;

	constructor(turns: readonly T[], codingsIn: (turn: T) => number) {
		this.#turns = turns;
		this.#codingsIn = codingsIn;
		this.#isIn = new SomeOf(turns.map(({ ordinal }) => ordinal));
	}

	has(ordinal: number): boolean {
		return this.#isIn.has(ordinal);
	}

	/** These are needed now. */
	take(turns: readonly T[]): void {
		for (const { ordinal } of turns) this.#isIn.add(ordinal);
	}

	/** Goes through the others, a few at a time. */
	start(whenIdle: (then: () => void) => () => void = idle): void {
		if (this.#next >= this.#turns.length) return;
		this.#waiting = whenIdle(() => {
			for (let done = 0; done < atATime && this.#next < this.#turns.length; this.#next += 1) {
				const turn = this.#turns[this.#next];
				if (!turn) continue;
				// A turn without codings changes nothing on the page, but is looked at too.
				done += 1 + (this.#isIn.has(turn.ordinal) ? 0 : this.#codingsIn(turn));
				this.#isIn.add(turn.ordinal);
			}
			this.start(whenIdle);
		});
	}

	stop(): void {
		this.#waiting?.();
		this.#waiting = null;
	}
}

/** Calls back when the browser has time, or after two seconds; answers how to call it off. */
const idle = (then: () => void): (() => void) => {
	if (typeof requestIdleCallback === 'undefined') {
		const timer = setTimeout(then, 30);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(then, { timeout: 2_000 });
	return () => cancelIdleCallback(handle);
};
