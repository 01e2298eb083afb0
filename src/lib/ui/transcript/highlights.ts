import { paletteSize } from '#lib/domain/codebook/codebook.ts';
import { byStart, type Range as TextRange } from '#lib/domain/text/range.ts';
import { segments } from '#lib/domain/text/segment.ts';
import type { TurnTexts } from './turn-texts.ts';
import type { TurnView } from './turn-view.ts';

/** A passage to colour; `hue` is an index into the palette. */
export type Wash = TextRange & { readonly hue: number; readonly isUnsaved: boolean };

/** What is drawn over the colours of codings. */
export type Mark = 'chosen' | 'selection' | 'found';

const marks: readonly Mark[] = ['chosen', 'selection', 'found'];

/**
 * Colours the text by the CSS Custom Highlight API: no element is made for a coding. One Highlight a hue holds static
 * ranges; when the codings of a turn change, only the ranges of that turn are taken out and put in.
 */
export class HighlightPainter {
	readonly #texts: TurnTexts;
	readonly #highlights = new Map<string, Highlight>();
	readonly #ofTurn = new Map<number, readonly { name: string; range: AbstractRange }[]>();

	constructor(texts: TurnTexts) {
		this.#texts = texts;
		if (!canHighlight()) return;
		const hues = Array.from({ length: paletteSize }, (_, hue) => `code-${hue}`);
		[...hues, 'overlap', 'unsaved', ...marks].forEach((name, priority) => {
			const highlight = new Highlight();
			highlight.priority = priority;
			this.#highlights.set(name, highlight);
			CSS.highlights.set(`wijkstem-${name}`, highlight);
		});
	}

	/** Draws a turn's passages in place of what was drawn there. */
	paint(turn: TurnView, washes: readonly Wash[]): void {
		if (this.#highlights.size === 0) return;
		this.wipe(turn);
		const drawn: { name: string; range: AbstractRange }[] = [];
		for (const [name, stretch] of stretchesOf(washes)) {
			const range = this.#texts.rangeIn(turn, stretch);
			if (!range) continue;
			this.#highlights.get(name)?.add(range);
			drawn.push({ name, range });
		}
		this.#ofTurn.set(turn.ordinal, drawn);
	}

	/** Takes away what was drawn on a turn: browsers go through all ranges at each change, so only near ones are kept. */
	wipe(turn: TurnView): void {
		for (const { name, range } of this.#ofTurn.get(turn.ordinal) ?? []) this.#highlights.get(name)?.delete(range);
		this.#ofTurn.delete(turn.ordinal);
	}

	/** Marks one range over several turns, or takes the mark away. */
	mark(mark: Mark, turns: readonly TurnView[], range: TextRange | null): void {
		const highlight = this.#highlights.get(mark);
		if (!highlight) return;
		highlight.clear();
		if (!range) return;
		for (const turn of turns) {
			const part = this.#texts.rangeIn(turn, range);
			if (part) highlight.add(part);
		}
	}

	/** Leaves the page as it was found. */
	stop(): void {
		for (const [name, highlight] of this.#highlights) {
			if (CSS.highlights.get(`wijkstem-${name}`) === highlight) CSS.highlights.delete(`wijkstem-${name}`);
			highlight.clear();
		}
		this.#highlights.clear();
		this.#ofTurn.clear();
	}
}

/** Whether this browser draws highlights; without them margin lanes and lists carry the codings. */
const canHighlight = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

/** Which highlight lies where: the hue of the shortest passage, and a shade where two or more overlap. */
export const stretchesOf = (washes: readonly Wash[]): readonly (readonly [name: string, stretch: TextRange])[] => {
	const named: { name: string; start: number; end: number }[] = [];
	const extend = (name: string, start: number, end: number) => {
		const last = named.findLast((stretch) => stretch.name === name);
		if (last?.end === start) last.end = end;
		else named.push({ name, start, end });
	};
	for (const { start, end, covering } of segments(washes)) {
		const shortest = covering.reduce((found, wash) => (wash.end - wash.start < found.end - found.start ? wash : found));
		extend(`code-${shortest.hue}`, start, end);
		if (covering.length > 1) extend('overlap', start, end);
		if (covering.some(({ isUnsaved }) => isUnsaved)) extend('unsaved', start, end);
	}
	return named.sort(byStart).map(({ name, start, end }) => [name, { start, end }] as const);
};
