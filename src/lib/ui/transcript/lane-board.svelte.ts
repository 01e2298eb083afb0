import { SvelteMap } from 'svelte/reactivity';
import { packLanes, type Placed } from '#lib/domain/coding/desk.ts';
import { extentsIn } from './extents.ts';
import { KnownLanes, layOut, type Margin } from './lanes.ts';
import type { TurnTexts } from './turn-texts.ts';
import type { TurnView } from './turn-view.ts';

/** The stripes beside the turns that are on the screen, measured from the lines their codings stand on. */
export class LaneBoard {
	readonly margins = new SvelteMap<number, Margin>();
	readonly #texts: TurnTexts;
	readonly #turns: readonly TurnView[];
	readonly #codingsOf: (ordinal: number) => readonly Placed[];
	/** a coding keeps its lane for as long as it is there, so that nothing moves while one scrolls or codes */
	readonly #lanes: KnownLanes;

	constructor(
		texts: TurnTexts,
		turns: readonly TurnView[],
		codingsOf: (ordinal: number) => readonly Placed[],
		spanning: readonly Placed[]
	) {
		this.#texts = texts;
		this.#turns = turns;
		this.#codingsOf = codingsOf;
		// What spans turns gets its lane first, in units of the text, so that it is the same beside each turn.
		this.#lanes = new KnownLanes(
			packLanes(spanning.map(({ id, range }) => ({ id, from: range.start, to: range.end })))
		);
	}

	/** The lane that a coding has already; null = it gets one when it is measured. */
	laneOf(id: string): number | null {
		return this.#lanes.all.get(id) ?? null;
	}

	/** Turns came on the screen or left it. */
	look(entered: readonly TurnView[], left: readonly TurnView[]): void {
		for (const { ordinal } of left) this.margins.delete(ordinal);
		this.#measure(entered);
	}

	/** The codings of these turns changed. */
	refresh(turns: readonly TurnView[]): void {
		this.#measure(turns.filter(({ ordinal }) => this.margins.has(ordinal)));
	}

	/** The lines may stand elsewhere: another width, another type size. */
	refreshAll(): void {
		this.#measure(this.#turns.filter(({ ordinal }) => this.margins.has(ordinal)));
	}

	/** First all reading, then all writing, so that the browser lays out once. */
	#measure(turns: readonly TurnView[]): void {
		const measured = turns.map((turn) => ({
			turn,
			extents: extentsIn(this.#texts, turn, this.#codingsOf(turn.ordinal))
		}));
		for (const { turn, extents } of measured) {
			const { lanesOf, ...margin } = layOut(extents, this.#lanes.all);
			this.#lanes.add(lanesOf);
			this.margins.set(turn.ordinal, margin);
		}
	}
}
