import type { CodeId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { colouringName, colourings } from './desk-colours.svelte.ts';
import type { DeskState } from './desk-state.svelte.ts';

/** Colours by the next thing, shows what the colours stand for, and says it. */
export const nextColours = (desk: DeskState): void => {
	const at = colourings.indexOf(desk.settings.colourBy);
	const colourBy = colourings[(at + 1) % colourings.length] ?? 'code';
	desk.settings.set({ colourBy, view: true });
	desk.say(m.desk_colours_now({ by: colouringName[colourBy]() }));
};

/** Makes the interviewer's words softer, or as dark as the rest. */
export const toggleAside = (desk: DeskState): void => {
	const softAside = !desk.settings.softAside;
	desk.settings.set({ softAside });
	desk.say(softAside ? m.desk_aside_soft() : m.desk_aside_plain());
};

/** Opens or closes a panel beside the text. */
export const togglePanel = (desk: DeskState, panel: 'codes' | 'fragment'): void => {
	const isOpen = !desk.settings[panel];
	desk.settings.set({ [panel]: isOpen });
	const name = panel === 'codes' ? m.desk_codes() : m.desk_passage_toggle();
	desk.say(isOpen ? m.desk_panel_opened({ panel: name }) : m.desk_panel_closed({ panel: name }));
};

/** Shows one code with all below it, or all codes again. */
export const showOnly = (desk: DeskState, codeId: CodeId | null): void => {
	desk.onlyId = codeId;
	desk.store.onTurns(desk.turns);
	desk.say(codeId === null ? m.desk_shows_all() : m.desk_shows_only({ name: desk.nameOf(codeId) }));
};
