import { moveEdge, neighboursToUnite, splitRange, unitsAround, type EdgeMove } from '#lib/domain/coding/reshape.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DeskCoding } from './desk-coding.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { saySize } from './desk-words.ts';
import { sayChooseFirst } from './choose-first.ts';
import { choose, pressedAt } from './choosing.ts';

/** The chosen coding when this person may change it; says why when not. */
const mine = (desk: DeskState): DeskCoding | null => {
	const coding = desk.chosen;
	if (!coding) sayChooseFirst(desk);
	else if (!desk.mayChange(coding)) desk.say(m.desk_not_yours());
	else return coding;
	return null;
};

/** The words and sentences that an end of a passage can go to. */
const around = (desk: DeskState, range: Range) =>
	unitsAround(desk.turns, range, (turn) => desk.texts.boundariesOf(turn));

/** Moves one end of the chosen coding by a word or a sentence, and says how long the passage is now. */
export const resize = (desk: DeskState, move: EdgeMove): void => {
	const coding = mine(desk);
	if (!coding) return;
	const range = moveEnd(desk, coding, move);
	if (!range) return;
	desk.reader?.reveal(range);
	sayPassage(desk, range);
};

/** Moves one end of a coding; its passage now, null when it can go no further, which is said. */
export const moveEnd = (desk: DeskState, coding: DeskCoding, { edge, step, by }: EdgeMove): Range | null => {
	const units = around(desk, coding.range);
	const range = moveEdge(by === 'word' ? units.words : units.sentences, coding.range, edge, step);
	if (range === coding.range) {
		desk.say(m.desk_no_further());
		return null;
	}
	desk.actions.change(coding.id, { range });
	return range;
};

/** Says how long a passage is now, and its words. */
export const sayPassage = (desk: DeskState, range: Range): void => {
	const size = saySize(desk.selection.sizeOf(range), desk.source.kind);
	desk.say([size, desk.quoteOf(range)].filter(Boolean).join('. '));
};

/** Cuts the chosen coding in two, where the text was pressed, or else between sentences. */
export const split = (desk: DeskState, now: Date): void => {
	const coding = mine(desk);
	if (!coding) return;
	// The second half would be a coding of who splits, which its maker never made.
	if (coding.coderId !== desk.me.id) return desk.say(m.desk_split_not_yours());
	const parts = splitRange(around(desk, coding.range), coding.range, pressedAt(desk));
	if (!parts) return desk.say(m.desk_too_short_to_split());
	const second = desk.actions.split(coding.id, parts, now);
	if (!second) return;
	choose(desk, second.id, 'turn');
	desk.say(m.desk_split_into({ first: desk.quoteOf(parts[0]), second: desk.quoteOf(parts[1]) }));
};

/** Makes one passage of the chosen coding and those of the same code and coder that it meets. */
export const unite = (desk: DeskState): void => {
	const coding = mine(desk);
	if (!coding) return;
	const others = toUnite(desk, coding);
	if (others.length === 0) return desk.say(m.desk_nothing_to_unite());
	const all = [coding, ...others];
	// One note goes along with the passage that stays; of two one would be lost.
	if (all.filter(({ hasMemo }) => hasMemo).length > 1) return desk.say(m.desk_unite_notes());
	const id = desk.actions.unite(all);
	const now = id === null ? undefined : desk.store.get(id);
	if (!now) return;
	choose(desk, now.id, 'turn');
	desk.say(m.desk_united({ n: others.length + 1, quote: desk.quoteOf(now.range) }));
};

/** The codings that can become one with this one. */
export const toUnite = (desk: DeskState, coding: DeskCoding): readonly DeskCoding[] =>
	neighboursToUnite(desk.store.around(coding.range), coding, (between) => isBlank(desk, between));

/** Turns of two people never count as one passage. */
const isBlank = (desk: DeskState, between: Range): boolean => {
	const turns = desk.turns.filter(({ start, end }) => start <= between.start && between.end <= end);
	const [turn] = turns;
	return turn !== undefined && between.start < between.end && desk.texts.wordsIn(turn, between).trim() === '';
};

/** Marks the chosen coding as important, or takes the mark away. */
export const toggleImportant = (desk: DeskState): void => {
	const coding = mine(desk);
	if (!coding) return;
	desk.actions.change(coding.id, { isImportant: !coding.isImportant });
	desk.say(coding.isImportant ? m.desk_not_important() : m.desk_is_important());
};
