import { findInText } from '#lib/domain/text/find.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { TurnView } from '../transcript/turn-view.ts';

/** Finding words in the text of a desk: what is looked for, where it stands, and which place is shown. */
export class DeskFind {
	isOpen = $state(false);
	text = $state('');
	/** index into the places; -1 = none is shown yet */
	at = $state(-1);
	readonly #turns: readonly TurnView[];

	readonly places = $derived.by((): readonly Range[] => {
		if (!this.isOpen || this.text.trim() === '') return [];
		return this.#turns.flatMap(({ start, words }) =>
			findInText(words, this.text).map((range) => ({ start: start + range.start, end: start + range.end }))
		);
	});
	readonly shown = $derived.by((): Range | null => this.places[this.at] ?? null);

	constructor(turns: readonly TurnView[]) {
		this.#turns = turns;
	}

	open(): void {
		this.isOpen = true;
	}

	/** Other words: the first place from a turn on is shown. */
	look(text: string, from: number): void {
		this.text = text;
		const next = this.places.findIndex(({ start }) => start >= from);
		this.at = this.places.length === 0 ? -1 : Math.max(next, 0);
	}

	/** The next (1) or previous (-1) place; after the last comes the first. */
	step(by: 1 | -1): void {
		const { length } = this.places;
		if (length > 0) this.at = (this.at + by + length) % length;
	}

	/** Closes; the answer is the place that was shown. */
	close(): Range | null {
		const { shown } = this;
		this.isOpen = false;
		this.at = -1;
		return shown;
	}
}
