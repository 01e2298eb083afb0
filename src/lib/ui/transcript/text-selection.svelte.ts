import { turnsOf } from '#lib/domain/coding/desk.ts';
import {
	inkOf,
	measure,
	sentenceIndexAt,
	snapToWords,
	stepSentence,
	stepWord,
	type Measure
} from '#lib/domain/text/boundary.ts';
import type { Position } from '#lib/domain/text/position.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { TurnTexts } from './turn-texts.ts';
import type { TurnView } from './turn-view.ts';

/** How a passage was chosen: it decides whether a picker may take the focus, and who draws the selection. */
export type Origin = 'pointer' | 'touch' | 'caret' | 'keys';

/** The passage that is chosen in the text, in code points; a caret of the browser is not needed for it. */
export class TextSelection {
	range = $state.raw<Range | null>(null);
	origin = $state<Origin | null>(null);
	readonly #texts: TurnTexts;
	readonly #turns: readonly TurnView[];

	constructor(texts: TurnTexts, turns: readonly TurnView[]) {
		this.#texts = texts;
		this.#turns = turns;
	}

	/** Takes over a selection; with `wholeWords` it begins and ends with whole words. Without visible signs: nothing. */
	set(range: Range, origin: Origin, wholeWords: boolean): Range | null {
		const [first, last] = this.#ends(range);
		if (!first || !last) return this.clear();
		const [atStart, atEnd] = [this.#texts.boundariesOf(first), this.#texts.boundariesOf(last)];
		const snapped = snapToWords(range, atStart, atEnd);
		if (!snapped) return this.clear();
		this.range = wholeWords ? snapped : range;
		this.origin = origin;
		return this.range;
	}

	clear(): null {
		this.range = null;
		this.origin = null;
		return null;
	}

	/** Everything a turn says. */
	takeTurn(turn: TurnView, origin: Origin): Range | null {
		const whole = inkOf(this.#texts.boundariesOf(turn), turn);
		this.range = whole;
		this.origin = whole && origin;
		return whole;
	}

	/** The sentence a position lies in. */
	takeSentence(position: Position, origin: Origin): Range | null {
		const [turn] = turnsOf(this.#turns, { start: position, end: position + 1 });
		if (!turn) return null;
		const boundaries = this.#texts.boundariesOf(turn);
		const sentence = boundaries.sentences[sentenceIndexAt(boundaries, position)] ?? null;
		this.range = sentence;
		this.origin = sentence && origin;
		return sentence;
	}

	/** From one sentence of a turn to another, both included; 0 is the first. */
	takeSentences(turn: TurnView, from: number, to: number, origin: Origin): Range | null {
		const { sentences } = this.#texts.boundariesOf(turn);
		const [first, last] = [sentences[Math.min(from, to)], sentences[Math.max(from, to)]];
		if (!first || !last) return null;
		this.range = { start: first.start, end: last.end };
		this.origin = origin;
		return this.range;
	}

	/** Which sentences of its turn the selection touches, and how many there are; null over more turns. */
	get sentences(): { readonly from: number; readonly to: number; readonly count: number } | null {
		const [turn, next] = this.range ? this.turnsOf(this.range) : [];
		if (!this.range || !turn || next) return null;
		const boundaries = this.#texts.boundariesOf(turn);
		return {
			from: sentenceIndexAt(boundaries, this.range.start),
			to: sentenceIndexAt(boundaries, this.range.end - 1),
			count: boundaries.sentences.length
		};
	}

	/** The sentence before or after; from a whole turn its last or first. */
	stepSentence(step: 1 | -1): void {
		const turn = this.turn;
		if (turn && this.range) this.range = stepSentence(this.#texts.boundariesOf(turn), this.range, step);
	}

	/** One word longer or shorter at the end. */
	stepWord(step: 1 | -1): void {
		const last = this.range && this.#ends(this.range)[1];
		if (last && this.range) this.range = stepWord(this.#texts.boundariesOf(last), this.range, step);
	}

	/** The turn in which the selection begins. */
	get turn(): TurnView | null {
		return this.range ? this.#ends(this.range)[0] : null;
	}

	/** How much is chosen: words over all turns, and which sentence when it is exactly one. */
	get size(): (Measure & { readonly turns: number }) | null {
		return this.range && this.sizeOf(this.range);
	}

	/** How much a range holds. */
	sizeOf(range: Range): (Measure & { readonly turns: number }) | null {
		const turns = this.turnsOf(range);
		const measured = turns.map((turn) => measure(this.#texts.boundariesOf(turn), range));
		const [first] = measured;
		if (!first) return null;
		return { ...first, words: measured.reduce((sum, { words }) => sum + words, 0), turns: turns.length };
	}

	turnsOf(range: Range): readonly TurnView[] {
		return turnsOf(this.#turns, range);
	}

	#ends(range: Range): readonly [TurnView | null, TurnView | null] {
		const turns = this.turnsOf(range);
		return [turns[0] ?? null, turns[turns.length - 1] ?? null];
	}
}
