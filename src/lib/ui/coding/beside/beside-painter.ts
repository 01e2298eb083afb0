import { stretchesOf, type Mark, type Wash } from '../../transcript/highlights.ts';
import type { Range as TextRange } from '#lib/domain/text/range.ts';
import type { TurnTexts } from '../../transcript/turn-texts.ts';
import type { TurnView } from '../../transcript/turn-view.ts';

type Drawn = { readonly highlight: Highlight; readonly range: AbstractRange };

/**
 * Colours a second text on the page. A highlight has one name on a page, so this one adds its ranges to those that the
 * main text made, and takes out its own alone.
 */
export class BesidePainter {
	readonly #texts: TurnTexts;
	readonly #ofTurn = new Map<number, readonly Drawn[]>();
	readonly #ofMark = new Map<Mark, readonly Drawn[]>();

	constructor(texts: TurnTexts) {
		this.#texts = texts;
	}

	paint(turn: TurnView, washes: readonly Wash[]): void {
		this.wipe(turn);
		this.#ofTurn.set(
			turn.ordinal,
			stretchesOf(washes).flatMap(([name, stretch]) => this.#draw(name, turn, stretch))
		);
	}

	wipe(turn: TurnView): void {
		take(this.#ofTurn.get(turn.ordinal));
		this.#ofTurn.delete(turn.ordinal);
	}

	mark(mark: Mark, turns: readonly TurnView[], range: TextRange | null): void {
		take(this.#ofMark.get(mark));
		this.#ofMark.set(mark, range ? turns.flatMap((turn) => this.#draw(`beside-${mark}`, turn, range)) : []);
	}

	stop(): void {
		for (const drawn of [...this.#ofTurn.values(), ...this.#ofMark.values()]) take(drawn);
		this.#ofTurn.clear();
		this.#ofMark.clear();
	}

	#draw(name: string, turn: TurnView, stretch: TextRange): readonly Drawn[] {
		const range = this.#texts.rangeIn(turn, stretch);
		const highlight = range && highlightOf(name);
		if (!range || !highlight) return [];
		highlight.add(range);
		return [{ highlight, range }];
	}
}

const take = (drawn: readonly Drawn[] = []) => {
	for (const { highlight, range } of drawn) highlight.delete(range);
};

/** The page's highlight of this name; null where the browser draws none. */
const highlightOf = (name: string): Highlight | null => {
	if (typeof CSS === 'undefined' || !('highlights' in CSS)) return null;
	const known = CSS.highlights.get(`wijkstem-${name}`);
	if (known) return known;
	const made = new Highlight();
	made.priority = 100;
	CSS.highlights.set(`wijkstem-${name}`, made);
	return made;
};
