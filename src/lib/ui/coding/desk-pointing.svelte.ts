import type { DeskCode } from '#lib/contract/coding-desk.ts';
import type { Position } from '#lib/domain/text/position.ts';
import { samePlace, type Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Origin } from '../transcript/text-selection.svelte.ts';
import type { TurnView } from '../transcript/turn-view.ts';
import { applyCodes } from './coding-by-hand.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { pressAt } from './choosing.ts';
import { openPicker } from './picking.ts';

const thirdClick = 350; // ms in which a third click may follow, which means the whole turn

type PointingEvents = {
	/** A code is to be explained: on a small screen its panel comes up. */
	readonly explain: () => void;
	/** A code was applied: on a small screen the text comes back. */
	readonly apply: () => void;
	readonly now: () => Date;
};

/** What is pointed at, in the text and in the codebook, and what follows from it: a choice, a coding, an explanation. */
export class DeskPointing {
	/** the code that is explained */
	about = $state.raw<DeskCode | null>(null);
	readonly #desk: DeskState;
	/** told when a code is explained, and when one was applied */
	readonly #on: PointingEvents;
	#clicks = 0;
	#settling: ReturnType<typeof setTimeout> | undefined;

	constructor(desk: DeskState, on: PointingEvents) {
		this.#desk = desk;
		this.#on = on;
	}

	/** Counts the clicks on one place. */
	mouseDown({ detail }: MouseEvent): void {
		this.#clicks = detail;
	}

	/** A press outside the picker closes it; one on a code in the codebook is for the selection. */
	pressPage({ target }: PointerEvent): void {
		if (!this.#desk.picker || !(target instanceof Element)) return;
		if (target.closest('[role="dialog"], aside, .toast, button')) return;
		this.#desk.picker = null;
		this.#desk.selection.clear();
	}

	pressText(position: Position | null): void {
		this.about = null;
		this.#desk.selection.clear();
		pressAt(this.#desk, position);
	}

	select(range: Range, origin: Origin): void {
		const { selection, settings } = this.#desk;
		const now = selection.range;
		if (origin === 'caret' && now && samePlace(now, range)) return;
		this.#desk.chosenId = null;
		this.about = null;
		if (!selection.set(range, origin, settings.wholeWords)) return;
		if (origin !== 'pointer') this.#desk.saySelection();
		// The word of a double click is on its way to be a sentence.
		else if (this.#desk.markerId === null || this.#clicks < 2) this.#codeSelection();
	}

	takeSentence(position: Position): void {
		this.#take(this.#desk.selection.takeSentence(position, 'pointer'));
	}

	takeTurn(position: Position): void {
		const { selection } = this.#desk;
		const turn = selection.turnsOf({ start: position, end: position + 1 })[0];
		this.#take(turn ? selection.takeTurn(turn, 'pointer') : null);
	}

	/** The button beside a turn: codes for all of it. */
	codeTurn(turn: TurnView): void {
		this.#desk.current = turn.ordinal;
		this.#desk.chosenId = null;
		if (this.#desk.selection.takeTurn(turn, 'keys')) openPicker(this.#desk);
	}

	/** A code in the codebook was pressed: with a selection it is applied, without one it is explained. */
	pick(code: DeskCode): void {
		const desk = this.#desk;
		if (desk.selection.range && desk.desk.permissions.mayApply) {
			this.#apply(code.id);
			return this.#on.apply();
		}
		desk.chosenId = null;
		this.about = code;
		desk.settings.fragment = true;
		this.#on.explain();
	}

	/** A code was dragged to the text: it goes on what is chosen there. */
	drop(codeId: string): void {
		const code = this.#desk.codeOf(codeId);
		if (!code) return;
		if (this.#desk.selection.range) this.pick(code);
		else this.#desk.say(m.desk_drop_without_choice());
	}

	#take(chosen: Range | null): void {
		this.#desk.chosenId = null;
		this.about = null;
		clearTimeout(this.#settling);
		if (!chosen) return;
		if (this.#desk.markerId !== null && this.#clicks === 2)
			this.#settling = setTimeout(() => this.#codeSelection(), thirdClick);
		else this.#codeSelection();
	}

	/** With a marker in hand a selection is coded at once; else the picker asks which code. */
	#codeSelection(): void {
		// A coding that is being given a place waits until it is said that this is the place.
		if (this.#desk.unplaced.placing) return;
		const { markerId } = this.#desk;
		if (markerId === null) return openPicker(this.#desk);
		this.#apply(markerId);
	}

	#apply(codeId: string): void {
		const desk = this.#desk;
		const turn = desk.selection.turn?.ordinal ?? desk.current;
		applyCodes(desk, { codeIds: [codeId] }, this.#on.now());
		getSelection()?.removeAllRanges();
		desk.reader?.focusTurn(turn);
	}
}
