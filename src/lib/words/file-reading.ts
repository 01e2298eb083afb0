import type { FileReading } from '../domain/source/file-reading.ts';
import { paragraphKinds, speakerReadings, tableKinds, textEncodings } from '../domain/source/file-reading.ts';
import { m } from '../paraglide/messages.js';

/** A way in which part of a file can be read, in words. */
export type ReadingOption = { readonly value: string; readonly label: string };

/** What can be chosen in the reading of a file. */
export const readingPartLabel = (part: keyof FileReading): string =>
	({
		encoding: m.reading_encoding,
		paragraphs: m.reading_paragraphs,
		speakers: m.reading_speakers,
		table: m.reading_table
	})[part]();

const labels: Readonly<Record<keyof FileReading, Readonly<Record<string, () => string>>>> = {
	encoding: {
		auto: m.reading_encoding_auto,
		'utf-8': () => 'UTF-8',
		'utf-16le': () => 'UTF-16 LE',
		'utf-16be': () => 'UTF-16 BE',
		'windows-1252': m.reading_encoding_windows_1252,
		'windows-1250': m.reading_encoding_windows_1250,
		'windows-1254': m.reading_encoding_windows_1254,
		macintosh: m.reading_encoding_macintosh,
		ibm850: m.reading_encoding_ibm850
	},
	paragraphs: {
		auto: m.reading_paragraphs_auto,
		line: m.reading_paragraphs_line,
		block: m.reading_paragraphs_block
	},
	speakers: { auto: m.reading_speakers_auto, on: m.reading_speakers_on, off: m.reading_speakers_off },
	table: { auto: m.reading_table_auto, survey: m.reading_table_survey, transcript: m.reading_table_transcript }
};

/** One way of reading, in words. */
export const readingLabel = (part: keyof FileReading, value: string): string => labels[part][value]?.() ?? value;

const values: Readonly<Record<keyof FileReading, readonly string[]>> = {
	encoding: ['auto', ...textEncodings],
	paragraphs: ['auto', ...paragraphKinds],
	speakers: speakerReadings,
	table: ['auto', ...tableKinds]
};

/** The ways in which part of a file can be read. */
export const readingOptions = (part: keyof FileReading): readonly ReadingOption[] =>
	values[part].map((value) => ({ value, label: readingLabel(part, value) }));
