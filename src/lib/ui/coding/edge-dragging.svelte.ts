import { dragEdge, type Edge } from '#lib/domain/coding/reshape.ts';
import type { Position } from '#lib/domain/text/position.ts';
import { samePlace, type Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import { nearestPositionAt } from '../transcript/caret.ts';
import type { HandleDrag } from '../transcript/drag-handle.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { sayPassage } from './reshaping.ts';

/** Resizing the chosen coding by dragging an end: what it would become is shown, and nothing changes before the drop. */
export class EdgeDragging implements HandleDrag {
	/** the passage as it would be; null = nothing is dragged */
	range = $state.raw<Range | null>(null);
	readonly #desk: DeskState;

	constructor(desk: DeskState) {
		this.#desk = desk;
	}

	/** The passage that has handles, as it stands now or would be. */
	readonly handles = $derived.by(() => {
		const coding = this.#desk.chosen;
		if (!coding || !this.#desk.mayChange(coding) || this.#desk.picker) return null;
		const range = this.range ?? coding.range;
		return { range, turns: this.#desk.selection.turnsOf(range) };
	});

	onMove = (edge: Edge, x: number, y: number): void => {
		const position = nearestPositionAt(this.#desk.texts, x, y);
		if (position !== null) this.moveTo(edge, position);
	};

	/** Shows the passage with an end at a position. */
	moveTo(edge: Edge, position: Position): void {
		const coding = this.#desk.chosen;
		if (!coding) return;
		const span = {
			start: Math.min(coding.range.start, Math.max(0, position - 1)),
			end: Math.max(coding.range.end, position + 1)
		};
		const boundaries = this.#desk.selection.turnsOf(span).map((turn) => this.#desk.texts.boundariesOf(turn));
		const units = {
			words: boundaries.flatMap(({ words }) => words),
			sentences: boundaries.flatMap(({ sentences }) => sentences)
		};
		this.range = dragEdge(units, coding.range, edge, position, this.#desk.settings.wholeWords);
	}

	onDrop = (): void => {
		const [coding, range] = [this.#desk.chosen, this.range];
		this.range = null;
		if (!coding || !range || samePlace(range, coding.range)) return;
		this.#desk.actions.change(coding.id, { range });
		sayPassage(this.#desk, range);
	};

	onCancel = (): void => {
		if (this.range) this.#desk.say(m.desk_drag_stopped());
		this.range = null;
	};
}
