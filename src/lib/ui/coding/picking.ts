import { m } from '#lib/paraglide/messages.js';
import { target } from './choosing.ts';
import type { DeskState, PickerTask } from './desk-state.svelte.ts';
import { placeOnChoice } from './placing.ts';

/** Opens the picker of codes for what is chosen; a coding that waits for a place gets it instead. */
export const openPicker = (desk: DeskState, task: PickerTask = { kind: 'apply' }): void => {
	if (!desk.desk.permissions.mayApply) return desk.say(m.desk_read_only({ kind: desk.source.kind }));
	const { placing } = desk.unplaced;
	if (placing && task.kind === 'apply') return placeOnChoice(desk, placing);
	if (task.kind !== 'recode') {
		const range = target(desk);
		if (!range) return;
		if (!desk.selection.range) {
			desk.selection.range = range;
			desk.selection.origin = 'keys';
		}
	}
	desk.picker = task;
};

/** Closes the picker and goes back to the text, with the selection as it was. */
export const closePicker = (desk: DeskState): void => {
	if (!desk.picker) return;
	const isCaret = desk.selection.origin === 'pointer' || desk.selection.origin === 'caret';
	desk.picker = null;
	desk.reader?.focusTurn(desk.selection.turn?.ordinal ?? desk.current);
	if (desk.selection.range && isCaret) desk.reader?.restoreSelection(desk.selection.range);
};

/** The picker has the focus, but what people want to copy is the passage, unless they chose words in its field. */
export const copyPassage = (event: ClipboardEvent, desk: DeskState, field: HTMLInputElement | null): void => {
	const range = desk.selection.range;
	if (!range || !field || field.selectionStart !== field.selectionEnd) return;
	event.preventDefault();
	event.clipboardData?.setData('text/plain', desk.quoteOf(range));
};
