import type { DeskCoding } from './desk-coding.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { keptNotes, memoDraft } from './memo-draft.ts';
import { unsavedNotes } from './unsaved-notes.svelte.ts';

/** Nothing is known of when a coding had changed: then its note is compared before it is written over. */
const longAgo = new Date(0).toISOString();

/**
 * Stores the notes that were being written in this tab when the page went. One that somebody else wrote in since is left
 * as it is, and told; one that stands in its field is stored from there. One whose coding is gone is listed with its words.
 */
export const takeUpNotes = async (desk: DeskState): Promise<void> => {
	await Promise.all(desk.store.all.filter((one) => desk.mayChange(one)).map((coding) => takeUpNote(desk, coding)));
	const waiting = desk.unplaced.list.map(({ addition }) => addition.coding.id);
	for (const note of keptNotes(desk.me.id, desk.source.id)) {
		const { codingId } = note;
		const isThere = desk.store.findSaved(codingId) ?? desk.store.get(codingId) ?? waiting.includes(codingId);
		if (!isThere) unsavedNotes.tellGone(desk, note);
	}
};

const takeUpNote = async (desk: DeskState, coding: DeskCoding): Promise<void> => {
	const draft = memoDraft(desk.me.id, coding.savedId ?? coding.id);
	const text = draft.read();
	if (text === null || desk.chosenId === coding.id) return;
	const over = draft.writtenOver();
	const seen = coding.savedId === null ? {} : { changedAt: longAgo, ...(over !== null && { over: [over] }) };
	const reply = await desk.sync.saveMemo(coding.id, text.trim(), seen);
	// It may stand in its field by now.
	if (draft.read() !== text || desk.chosenId === coding.id) return;
	if (reply.ok) {
		unsavedNotes.settle(desk.me.id, coding.savedId ?? coding.id);
		if (reply.value === 'stored') draft.forget();
	} else if (reply.codes.includes('coding-changed')) unsavedNotes.tellOther(desk, coding, text);
	else unsavedNotes.tell(desk, coding, text, reply, () => void takeUpNote(desk, coding));
};
