import type { Problem } from '../domain/problem.ts';
import type { ReadAs } from '../domain/source/file-reading.ts';
import type { SpeakerRole } from '../domain/source/speaker.ts';
import type { Range } from '../domain/text/range.ts';

/** The kinds of files that are read, by their content. `whisper` is the JSON of a recogniser of speech; a table is a survey. */
export type SourceFormat =
	'docx' | 'odt' | 'rtf' | 'pdf' | 'html' | 'md' | 'txt' | 'vtt' | 'srt' | 'sbv' | 'whisper' | 'csv' | 'xlsx';

/** A file as a person hands it in. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/** One speaker's words, as the cut proposes; the interviewer can mend it after the upload. */
export type DraftTurn = Range & {
	/** from 1 */
	readonly ordinal: number;
	/** the label of the transcript, one of `speakers`; null = words without a label */
	readonly speaker: string | null;
	/** time in the recording, in milliseconds; null = the file does not say */
	readonly startMs: number | null;
	readonly endMs: number | null;
};

/** A label of the transcript, with the role it suggests. */
export type DraftSpeaker = { readonly label: string; readonly role: SpeakerRole };

/** Canonical text cut into turns. */
export type TranscriptDraft = {
	readonly text: string;
	/** in the order of the text, disjoint; a range leaves label and time out */
	readonly turns: readonly DraftTurn[];
	/** in the order in which they first speak */
	readonly speakers: readonly DraftSpeaker[];
	/** what a person should know or look at; nothing is left out in silence */
	readonly warnings: readonly Problem[];
};

/** A transcript that was read, and not yet stored. */
export type SourceDraft = TranscriptDraft & {
	readonly format: SourceFormat;
	readonly readAs: ReadAs;
	/** what stands in the file, also where it is no part of the text; to search in, never to store. Absent = only its text */
	readonly typed?: string;
};
