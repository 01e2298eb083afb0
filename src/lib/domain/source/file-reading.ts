import type { SourceKind } from './source.ts';

/** Encodings in which the bytes of a text file can be read. */
export const textEncodings = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	'windows-1252',
	'windows-1250',
	'windows-1254',
	'macintosh',
	'ibm850'
] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** What a paragraph is in a text without speakers: a line (Word), or lines between blank lines (plain text). */
export const paragraphKinds = ['line', 'block'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** Whether labels at the start of lines speak: those that are recognised, every one that could be a name, or none. */
export const speakerReadings = ['auto', 'on', 'off'] as const;
export type SpeakerReading = (typeof speakerReadings)[number];

/** What a table is: answers of respondents, or what was said, turn by turn. */
export const tableKinds = ['survey', 'transcript'] as const;
export type TableKind = (typeof tableKinds)[number];

/** How somebody wants a file to be read; `auto` = as its content says. */
export type FileReading = {
	readonly encoding: 'auto' | TextEncoding;
	readonly paragraphs: 'auto' | ParagraphKind;
	readonly speakers: SpeakerReading;
	readonly table: 'auto' | TableKind;
};

export const recognised: FileReading = { encoding: 'auto', paragraphs: 'auto', speakers: 'auto', table: 'auto' };

/** How a file was read; null = a file of this kind leaves no choice in it. */
export type ReadAs = {
	readonly encoding: TextEncoding | null;
	readonly paragraphs: ParagraphKind | null;
	readonly speakers: SpeakerReading | null;
	readonly table: TableKind | null;
};

/** A reading of which parts may have been left out. */
export const fileReadingOf = (asked: {
	readonly [part in keyof FileReading]?: FileReading[part] | null | undefined;
}): FileReading => ({
	encoding: asked.encoding ?? 'auto',
	paragraphs: asked.paragraphs ?? 'auto',
	speakers: asked.speakers ?? 'auto',
	table: asked.table ?? 'auto'
});

const textFormats = new Set(['txt', 'md', 'html', 'vtt', 'srt', 'sbv', 'csv', 'whisper']);
const laidOut = new Set(['txt', 'md', 'html', 'docx', 'odt', 'rtf', 'pdf']);

/** In what a file of some format leaves a choice; in an observation nobody speaks. */
export const readingChoices = (
	format: string,
	kind: SourceKind,
	table: 'auto' | TableKind | null
): readonly (keyof FileReading)[] => {
	const isTable = format === 'csv' || format === 'xlsx';
	return [
		...(textFormats.has(format) ? (['encoding'] as const) : []),
		...(isTable ? (['table'] as const) : []),
		...(kind === 'observation' || (isTable && table === 'survey') ? [] : (['speakers'] as const)),
		...(laidOut.has(format) ? (['paragraphs'] as const) : [])
	];
};
