import type { CodeId, CodingId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import type { UnplacedCoding } from './carried-work.ts';
import type { TextSelection } from '../transcript/text-selection.svelte.ts';
import type { UnplacedCodings } from './unplaced-codings.svelte.ts';

/** The desk as far as a coding gets a place on it. */
type Desk = {
	readonly unplaced: UnplacedCodings;
	readonly selection: TextSelection;
	readonly reader: { readonly focusTurn: (ordinal: number) => void } | null;
	readonly current: number;
	nameOf(codeId: CodeId): string;
	clear(): void;
	choose(id: CodingId, focus: 'turn'): void;
	say(text: string): void;
};

/** A coding that waits for a place is to get one: what is chosen next in the text is for it. */
export const startPlacing = (desk: Desk, one: UnplacedCoding): void => {
	desk.clear();
	desk.unplaced.placing = one;
	const { start } = one.passage;
	const turn = desk.selection.turnsOf({ start, end: start + 1 })[0];
	desk.reader?.focusTurn(turn?.ordinal ?? desk.current);
};

/** Puts a coding that waits for a place on a passage. */
export const placeHere = (desk: Desk, one: UnplacedCoding, range: Range): void => {
	const code = desk.nameOf(desk.unplaced.codeOf(one));
	desk.unplaced.place(one, range);
	desk.choose(one.addition.coding.id, 'turn');
	desk.say(m.edit_placed({ code }));
};

/** Puts the coding that is being placed on what is chosen. */
export const placeOnChoice = (desk: Desk, one: UnplacedCoding): void => {
	const { range } = desk.selection;
	if (range) placeHere(desk, one, range);
	else desk.say(m.edit_placing_nothing());
};
