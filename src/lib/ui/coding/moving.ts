import { nextUncoded, stepCoding } from '#lib/domain/coding/desk.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DeskState } from './desk-state.svelte.ts';
import { choose, letGo } from './choosing.ts';

/** Goes a number of turns on or back. */
export const goBy = (desk: DeskState, step: 1 | -1): void =>
	goTo(desk, desk.turns.findIndex(({ ordinal }) => ordinal === desk.current) + step);

/** Goes to the turn at an index, or to the nearest there is; what was chosen is let go. */
export const goTo = (desk: DeskState, index: number): void => {
	const turn = desk.turns[Math.min(Math.max(index, 0), desk.turns.length - 1)];
	if (!turn) return;
	desk.selection.clear();
	desk.chosenId = null;
	desk.reader?.focusTurn(turn.ordinal);
};

/** Chooses all that the turn with the focus says. */
export const chooseTurn = (desk: DeskState): void => {
	const turn = desk.turn(desk.current);
	if (!turn) return;
	desk.chosenId = null;
	desk.selection.takeTurn(turn, 'keys');
	desk.saySelection();
};

/** Lets go of what is chosen, and stays on the turn. */
export const leave = (desk: DeskState): void => {
	desk.listOf = null;
	letGo(desk);
	getSelection()?.removeAllRanges();
	desk.reader?.focusTurn(desk.current);
};

/** Chooses the next coding, or the one before, from the chosen one or else from the turn with the focus. */
export const chooseNext = (desk: DeskState, step: 1 | -1): void => {
	const turn = desk.turn(desk.current);
	const from = desk.chosen ? { id: desk.chosen.id } : { position: turn ? turn.start : 0 };
	// One that is chosen stays a step, also when it is not shown: from there one goes on to the next that is.
	const steps = desk.store.all.filter((coding) => desk.shows(coding) || coding.id === desk.chosenId);
	const next = stepCoding(steps, from, step);
	if (!next) return desk.say(step === 1 ? m.desk_no_next() : m.desk_no_previous());
	choose(desk, next.id, 'turn');
	desk.say(m.desk_says_coding({ coding: desk.sayCoding(next), quote: desk.quoteOf(next.range) }));
};

/** Goes to the next turn that nobody coded. */
export const goToUncoded = (desk: DeskState): void => {
	const next = nextUncoded(desk.toCode, (ordinal) => desk.store.ofTurn(ordinal).length > 0, desk.current);
	const turn = next && desk.turn(next.ordinal);
	if (!turn) return desk.say(m.desk_all_coded({ kind: desk.source.kind }));
	letGo(desk);
	desk.reader?.focusTurn(turn.ordinal);
};
