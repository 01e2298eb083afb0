import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import type { UnplacedCoding } from './carried-work.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { choose, letGo } from './choosing.ts';

/** A coding that waits for a place is to get one: what is chosen next in the text is for it. */
export const startPlacing = (desk: DeskState, one: UnplacedCoding): void => {
	letGo(desk);
	desk.unplaced.placing = one;
	const { start } = one.passage;
	const turn = desk.selection.turnsOf({ start, end: start + 1 })[0];
	desk.reader?.focusTurn(turn?.ordinal ?? desk.current);
};

/** Puts a coding that waits for a place on a passage. */
export const placeHere = (desk: DeskState, one: UnplacedCoding, range: Range): void => {
	const code = desk.nameOf(desk.unplaced.codeOf(one));
	desk.unplaced.place(one, range);
	choose(desk, one.addition.coding.id, 'turn');
	desk.say(m.edit_placed({ code }));
};

/** Puts the coding that is being placed on what is chosen. */
export const placeOnChoice = (desk: DeskState, one: UnplacedCoding): void => {
	const { range } = desk.selection;
	if (range) placeHere(desk, one, range);
	else desk.say(m.edit_placing_nothing());
};
