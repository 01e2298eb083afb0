import { boundariesOf, type Boundaries } from '#lib/domain/text/boundary.ts';
import { positionMap, type Position, type PositionMap } from '#lib/domain/text/position.ts';
import { intersection, type Range as TextRange } from '#lib/domain/text/range.ts';
import type { Turn } from '#lib/domain/source/turn.ts';
import type { TurnView } from './turn-view.ts';

/**
 * Ties the canonical text to the page: each turn stands in one text node, and this is the browser's edge, where code
 * points and UTF-16 units meet (through text/position.ts).
 */
export class TurnTexts {
	readonly #turns: readonly TurnView[];
	readonly #paragraphs = new Map<number, HTMLElement>();
	readonly #turnOf = new WeakMap<Node, TurnView>();
	readonly #maps = new Map<number, PositionMap>();
	readonly #boundaries = new Map<number, Boundaries>();
	#ruler: Range | null = null;

	constructor(turns: readonly TurnView[]) {
		this.#turns = turns;
	}

	/** Makes the paragraph of a turn known as long as it is on the page. */
	hold(turn: TurnView, paragraph: HTMLElement): () => void {
		this.#paragraphs.set(turn.ordinal, paragraph);
		const text = textIn(paragraph);
		if (text) this.#turnOf.set(text, turn);
		return () => {
			if (this.#paragraphs.get(turn.ordinal) === paragraph) this.#paragraphs.delete(turn.ordinal);
		};
	}

	paragraphOf(turn: Pick<Turn, 'ordinal'>): HTMLElement | null {
		return this.#paragraphs.get(turn.ordinal) ?? null;
	}

	/** Words and sentences of a turn, found once. */
	boundariesOf(turn: TurnView): Boundaries {
		const known = this.#boundaries.get(turn.ordinal);
		if (known) return known;
		const found = boundariesOf(turn.words, turn.start);
		this.#boundaries.set(turn.ordinal, found);
		return found;
	}

	/** The position of a place in the document; null when it is not in the words of a turn. */
	positionOf(node: Node, offset: number): Position | null {
		const turn = this.#turnOf.get(node);
		return turn ? turn.start + this.#mapOf(turn).toPosition(Math.min(offset, turn.words.length)) : null;
	}

	/** The part of a range that lies in a turn, as a range of the document; null when there is none. */
	rangeIn(turn: TurnView, range: TextRange): StaticRange | null {
		const part = intersection(turn, range);
		const paragraph = this.#paragraphs.get(turn.ordinal);
		const node = paragraph && textIn(paragraph);
		if (!part || !node) return null;
		const map = this.#mapOf(turn);
		return new StaticRange({
			startContainer: node,
			startOffset: map.toUtf16(part.start - turn.start),
			endContainer: node,
			endOffset: map.toUtf16(part.end - turn.start)
		});
	}

	/** The words of a range that stand in a turn. */
	wordsIn(turn: TurnView, range: TextRange): string {
		const part = intersection(turn, range);
		return part ? this.#mapOf(turn).slice(part.start - turn.start, part.end - turn.start) : '';
	}

	/** The box around the part that lies in a turn, on the screen; null when there is none. */
	boxIn(turn: TurnView, range: TextRange): DOMRect | null {
		return this.#measureIn(turn, range)?.getBoundingClientRect() ?? null;
	}

	/** The boxes of the lines that the part in a turn stands on. */
	linesIn(turn: TurnView, range: TextRange): readonly DOMRect[] {
		return [...(this.#measureIn(turn, range)?.getClientRects() ?? [])];
	}

	/**
	 * The one live range that everything is measured with: a browser brings each live range up to date at each change of
	 * the page, also those that nobody holds any more.
	 */
	#measureIn(turn: TurnView, range: TextRange): Range | null {
		const fixed = this.rangeIn(turn, range);
		return fixed && this.#measureOver(fixed);
	}

	#measureOver({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
		this.#ruler ??= document.createRange();
		this.#ruler.setStart(startContainer, startOffset);
		this.#ruler.setEnd(endContainer, endOffset);
		return this.#ruler;
	}

	/** The range of code points that a selection covers; what it holds beside the words of turns does not count. */
	rangeOf(selection: AbstractRange): TextRange | null {
		const start = this.positionOf(selection.startContainer, selection.startOffset) ?? this.#edge(selection, 'start');
		const end = this.positionOf(selection.endContainer, selection.endOffset) ?? this.#edge(selection, 'end');
		return start !== null && end !== null && start < end ? { start, end } : null;
	}

	/** Where the first or last turn that a selection touches begins or ends, for edges that are outside of any words. */
	#edge(selection: AbstractRange, side: 'start' | 'end'): Position | null {
		const live = this.#measureOver(selection);
		const touches = ({ ordinal }: TurnView) => {
			const paragraph = this.#paragraphs.get(ordinal);
			const node = paragraph && textIn(paragraph);
			return node ? live.comparePoint(node, node.length) >= 0 && live.comparePoint(node, 0) <= 0 : false;
		};
		const turn = side === 'start' ? this.#turns.find(touches) : this.#turns.findLast(touches);
		return turn ? turn[side] : null;
	}

	#mapOf(turn: TurnView): PositionMap {
		const known = this.#maps.get(turn.ordinal);
		if (known) return known;
		const map = positionMap(turn.words);
		this.#maps.set(turn.ordinal, map);
		return map;
	}
}

const textIn = (paragraph: HTMLElement): Text | null =>
	paragraph.firstChild instanceof Text ? paragraph.firstChild : null;
