import type { DeskState } from './desk-state.svelte.ts';

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
	desk.clear();
	getSelection()?.removeAllRanges();
	desk.reader?.focusTurn(desk.current);
};
