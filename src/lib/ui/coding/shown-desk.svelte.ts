import type { CodingDesk } from '#lib/contract/coding-desk.ts';
import type { Writing } from './writing.svelte.ts';

/**
 * The desk that is on the screen. One with another version of the text takes its place, and everything that is open with
 * it: while somebody writes, the letters that follow would become keys of the desk. So it waits until then.
 */
export class ShownDesk {
	readonly #fresh: () => CodingDesk;
	readonly #writing: Pick<Writing, 'is'>;
	#shown: CodingDesk | null = null;

	/** `fresh`: the desk as it was read last */
	constructor(fresh: () => CodingDesk, writing: Pick<Writing, 'is'>) {
		this.#fresh = fresh;
		this.#writing = writing;
	}

	readonly desk = $derived.by((): CodingDesk => {
		const fresh = this.#fresh();
		const shown = this.#shown;
		const isOtherText = shown?.source.id === fresh.source.id && shown.version !== fresh.version;
		if (shown && isOtherText && this.#writing.is) return shown;
		this.#shown = fresh;
		return fresh;
	});

	/** A newer text waits. */
	readonly isBehind = $derived.by(() => this.desk !== this.#fresh());
}
