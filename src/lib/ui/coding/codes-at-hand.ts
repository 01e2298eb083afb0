import type { CodeId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import type { DeskState } from './desk-state.svelte.ts';

/** Takes a code as marker, which goes on each new selection at once; or puts the marker away. */
export const mark = (desk: DeskState, codeId: CodeId | null): void => {
	desk.markerId = codeId;
	desk.say(codeId === null ? m.desk_marker_off() : m.desk_marker_on({ name: desk.nameOf(codeId) }));
};

/** Ties a code to a number, or unties it, for this person in this project. */
export const tie = (desk: DeskState, codeId: CodeId, number: number | null): void => {
	desk.own.tie(codeId, number);
	const name = desk.nameOf(codeId);
	desk.say(number === null ? m.desk_untied({ name }) : m.desk_tied({ name, n: number }));
};
