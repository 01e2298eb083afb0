import type { CodingId, SourceId, UserId } from '#lib/domain/project/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Reply } from '../api/ask.ts';
import { toasts } from '../dialog/toasts.svelte.ts';
import { canHelp } from './coding-requests.ts';
import type { DeskCoding } from './desk-coding.ts';
import type { DeskState } from './desk-state.svelte.ts';
import { memoDraft, type KeptNote } from './memo-draft.ts';

/** A note that was not stored, and that no field shows any more. */
export type UnsavedNote = {
	readonly userId: UserId;
	readonly sourceId: SourceId;
	/** the coding as it lasts */
	readonly codingId: CodingId;
	/** the words it is about; null = those are not known */
	readonly passage: string | null;
	/** how its code is called */
	readonly name: string;
	readonly text: string;
	readonly problem: string;
	/** tries once more; null = that cannot help */
	readonly again: (() => void) | null;
	readonly toastId: number;
};

type Failure = Extract<Reply<unknown>, { readonly ok: false }>;

/** The notes of this window that were not stored: they stay until they are, or until who wrote them lets them go. */
export class UnsavedNotes {
	list = $state.raw<readonly UnsavedNote[]>([]);

	of({ me, source }: DeskState): readonly UnsavedNote[] {
		return this.list.filter(({ userId, sourceId }) => userId === me.id && sourceId === source.id);
	}

	/** Tells that a note was refused, or that the server could not store it. */
	tell(desk: DeskState, coding: DeskCoding, text: string, reply: Failure, again: () => void): void {
		this.#add(desk, coding, text, reply.message, canHelp(reply) ? again : null);
	}

	/** Tells that somebody else wrote in the note too, so that one has to choose. */
	tellOther(desk: DeskState, coding: DeskCoding, text: string): void {
		this.#add(desk, coding, text, m.desk_memo_other_wrote(), null);
	}

	/** Tells that the coding of a note that was being written in this tab is gone; once, also where the desk is made anew. */
	tellGone(desk: DeskState, { codingId, text, about }: KeptNote): void {
		if (this.of(desk).some((note) => note.codingId === codingId && note.text === text)) return;
		const passage = about.version === desk.version ? desk.quoteOf(about.range) : null;
		this.#put(desk, { codingId, codeId: about.codeId, passage }, text, m.desk_memo_gone(), null);
	}

	/** The note is stored after all, or stands in its field again. */
	settle(userId: UserId, codingId: CodingId): void {
		const isIt = (note: UnsavedNote) => note.userId === userId && note.codingId === codingId;
		for (const { toastId } of this.list.filter(isIt)) toasts.settle(toastId);
		if (this.list.some(isIt)) this.list = this.list.filter((note) => !isIt(note));
	}

	/** Lets a note go; the answer takes that back. */
	drop(note: UnsavedNote): () => void {
		const { userId, codingId, text } = note;
		const draft = memoDraft(userId, codingId);
		const over = draft.writtenOver() ?? '';
		const about = draft.about();
		const isKept = draft.read() === text;
		this.settle(userId, codingId);
		if (isKept) draft.forget();
		return () => {
			if (isKept) draft.keep(text, over, about);
			this.list = [...this.list, note];
		};
	}

	#add(desk: DeskState, coding: DeskCoding, text: string, problem: string, again: (() => void) | null): void {
		const passage = desk.quoteOf(coding.range);
		const about = { codingId: coding.savedId ?? coding.id, codeId: coding.codeId, passage };
		this.#put(desk, about, text, problem, again);
	}

	#put(
		desk: DeskState,
		{ codingId, codeId, passage }: Pick<UnsavedNote, 'codingId' | 'passage'> & Pick<DeskCoding, 'codeId'>,
		text: string,
		problem: string,
		again: (() => void) | null
	): void {
		const name = desk.nameOf(codeId);
		this.settle(desk.me.id, codingId);
		const toastId = toasts.fail(
			m.desk_memo_not_saved({ name, problem }),
			again ? { label: m.desk_retry(), onDo: again } : { label: m.desk_memo_open(), onDo: () => desk.showFragment() }
		);
		const note = {
			userId: desk.me.id,
			sourceId: desk.source.id,
			codingId,
			passage,
			name,
			text,
			problem,
			again,
			toastId
		};
		this.list = [...this.list, note];
	}
}

/** The one list, which outlives a desk that is made anew; only ever filled in the browser. */
export const unsavedNotes = new UnsavedNotes();
