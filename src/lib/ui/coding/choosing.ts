import { codingsAt } from '#lib/domain/coding/desk.ts';
import type { CodingId } from '#lib/domain/project/ids.ts';
import type { Position } from '#lib/domain/text/position.ts';
import type { Range } from '#lib/domain/text/range.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** The focus came into a turn: what was chosen elsewhere is let go, so that keys are about what has the focus. */
export const enter = (desk: DeskState, ordinal: number): void => {
	desk.current = ordinal;
	const isHere = (range: Range) => desk.selection.turnsOf(range).some((turn) => turn.ordinal === ordinal);
	if (desk.chosen && !isHere(desk.chosen.range)) desk.chosenId = null;
	if (desk.listOf !== null && desk.listOf !== ordinal) desk.listOf = null;
	const { range, origin } = desk.selection;
	if (range && origin === 'keys' && desk.picker === null && !isHere(range)) desk.selection.clear();
};

/** Where the text was pressed last, as long as the coding there is the chosen one. */
export const pressedAt = ({ pressed, chosenId }: DeskState): Position | null =>
	pressed.id !== null && pressed.id === chosenId ? pressed.position : null;

/** Someone pressed on the text: the codings there, or none. */
export const pressAt = (desk: DeskState, position: Position | null): void => {
	const near = position === null ? [] : desk.store.around({ start: position, end: position + 1 });
	const here = position === null ? [] : codingsAt(near, position).filter((coding) => desk.shows(coding));
	const again = here.findIndex(({ id }) => id === desk.chosenId);
	desk.placeIds = here.map(({ id }) => id);
	// Pressing the same place again goes on to the passage around it.
	const next = again === -1 ? here[0] : here[(again + 1) % here.length];
	desk.chosenId = next?.id ?? null;
	desk.pressed = { position, id: desk.chosenId };
	if (next) desk.settings.fragment = true;
};

/** Shows a coding and the others on its passage; brings it into sight. */
export const choose = (desk: DeskState, id: CodingId, focus: 'turn' | 'stay' = 'stay'): void => {
	const coding = desk.store.get(id);
	if (!coding) return;
	desk.selection.clear();
	desk.picker = null;
	const around = codingsAt(desk.store.around(coding.range), coding.range.start).filter(
		(other) => other.id !== id && desk.shows(other)
	);
	desk.placeIds = [id, ...around.map((other) => other.id)];
	desk.chosenId = id;
	const turn = desk.selection.turnsOf(coding.range)[0];
	if (turn) {
		desk.current = turn.ordinal;
		if (focus === 'turn') desk.reader?.focusTurn(turn.ordinal);
	}
	desk.reader?.reveal(coding.range);
};

/** Lets go of all that is chosen. */
export const letGo = (desk: DeskState): void => {
	desk.selection.clear();
	desk.picker = null;
	desk.chosenId = null;
	desk.placeIds = [];
};

/** What codes go on: the chosen text, else the passage of the chosen coding, else the whole turn with the focus. */
export const target = (desk: DeskState): Range | null => {
	if (desk.selection.range) return desk.selection.range;
	if (desk.chosen) return desk.chosen.range;
	const turn = desk.turn(desk.current);
	return turn ? desk.selection.takeTurn(turn, 'keys') : null;
};
