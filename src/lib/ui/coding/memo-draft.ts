import type { CodeId, CodingId, SourceId, UserId } from '#lib/domain/project/ids.ts';
import type { Range } from '#lib/domain/text/range.ts';

/** Begins as the drafts of forms do, so that signing out forgets it too. */
const prefix = 'wijkstem.draft.note';

/** What a note is about: a passage of a version of a text, by its place, and the code on it; never the words of the text. */
export type NoteAbout = {
	readonly sourceId: SourceId;
	readonly version: number;
	readonly range: Range;
	readonly codeId: CodeId;
};

/** A note that is kept, with the coding it is on. */
export type KeptNote = { readonly codingId: CodingId; readonly text: string; readonly about: NoteAbout };

/**
 * What someone is writing, kept in this tab until it is stored: a session that ends, or a page that closes, loses
 * nothing. It is for that person alone, and goes when he or she signs out, or the tab closes.
 */
export const memoDraft = (userId: UserId, codingId: CodingId) => {
	const key = `${prefix}.${userId}.${codingId}`;
	// what stood there when it was written, so that one can see whether that is another text by now
	const onKey = `${key}.on`;
	// what it is about, for when its coding is gone by then
	const aboutKey = key + aboutEnd;
	return {
		read: (): string | null => read(key),
		/** The text it was written over; null = not known. */
		writtenOver: (): string | null => read(onKey),
		/** What it is about; null = not known. */
		about: (): NoteAbout | null => aboutOf(read(aboutKey)),
		keep: (text: string, over = '', about: NoteAbout | null = null): void => {
			try {
				sessionStorage.setItem(key, text);
				sessionStorage.setItem(onKey, over);
				if (about) sessionStorage.setItem(aboutKey, JSON.stringify(about));
			} catch {
				// Without storage the text is still in the field.
			}
		},
		forget: (): void => {
			try {
				for (const name of [key, onKey, aboutKey]) sessionStorage.removeItem(name);
			} catch {
				// Nothing was kept.
			}
		}
	};
};

/** The notes of one person on codings of a text that are kept in this tab. */
export const keptNotes = (userId: UserId, sourceId: SourceId): readonly KeptNote[] => {
	const start = `${prefix}.${userId}.`;
	return keysOfTab()
		.filter((key) => key.startsWith(start) && key.endsWith(aboutEnd))
		.flatMap((key) => {
			const codingId = key.slice(start.length, -aboutEnd.length);
			const about = aboutOf(read(key));
			const text = memoDraft(userId, codingId).read();
			return about?.sourceId === sourceId && text !== null ? [{ codingId, text, about }] : [];
		});
};

const aboutEnd = '.about';

const read = (name: string): string | null => {
	try {
		return sessionStorage.getItem(name);
	} catch {
		return null;
	}
};

const keysOfTab = (): readonly string[] => {
	try {
		return Object.keys(sessionStorage);
	} catch {
		return [];
	}
};

/** Written by `keep` above, and by nothing else. */
const aboutOf = (kept: string | null): NoteAbout | null => {
	try {
		return JSON.parse(kept ?? 'null') as NoteAbout | null;
	} catch {
		return null;
	}
};
