import { fail, ok, type Result } from '../domain/problem.ts';
import type { SpeakerReading } from '../domain/source/file-reading.ts';
import { canonicalText } from '../domain/text/plain-text.ts';
import type { Speech } from './cue-speech.ts';
import type { TranscriptDraft } from './source-draft.ts';
import { parseTime } from './subtitle-time.ts';
import { readSpeeches } from './subtitles.ts';
import type { Table, TableRow } from './table.ts';

const names = {
	speaker: /^(?:spreker|speaker|wie|naam spreker|speaker name|speaker label)$/i,
	words: /^(?:tekst|text|transcript|transcriptie|transcription|uitspraak|utterance|zin|content|dialogue)$/i,
	start: /^(?:start|begin|tijd|time|timecode|tijdcode|starttijd|start[ _]?time|timestamp|in)$/i,
	end: /^(?:end|einde|eind|eindtijd|end[ _]?time|out)$/i
} as const;

/** Whether a table is a transcript: it has a column for who speaks and one for what is said. */
export const isTranscriptTable = ({ columns }: Table): boolean =>
	find(columns, 'speaker') >= 0 && find(columns, 'words') >= 0;

const find = (columns: readonly string[], name: keyof typeof names): number =>
	columns.findIndex((column) => names[name].test(column.trim()));

/**
 * The turns of a transcript that a program saved as a table, with the times it gives. In a table that does not say which
 * column holds what was said, it is the one with the longest texts, and who speaks is the one before it that repeats itself.
 */
export const readTranscriptTable = (
	{ columns, rows }: Table,
	speakers: SpeakerReading = 'auto'
): Result<TranscriptDraft> => {
	const named = find(columns, 'words');
	const words = named >= 0 ? named : longest(columns, rows);
	const speaker = find(columns, 'speaker');
	const at = {
		speaker: speaker >= 0 ? speaker : columns.findIndex((_, index) => index < words && repeats(rows, index)),
		words,
		start: find(columns, 'start'),
		end: find(columns, 'end')
	};
	const speeches: Speech[] = [];
	for (const { cells } of rows) {
		const cell = (index: number) => String(cells[index] ?? '').trim();
		const said = canonicalText(cell(at.words).replaceAll(/[ \t\r\n]+/g, ' '));
		if (!said.ok) return said;
		if (said.value.text === '') continue;
		const label = cell(at.speaker).replace(/:$/, '').slice(0, 100).normalize('NFC');
		speeches.push({
			label: label === '' ? null : label,
			words: said.value.text,
			startMs: asMs(at.start < 0 ? '' : cell(at.start)),
			endMs: asMs(at.end < 0 ? '' : cell(at.end))
		});
	}
	return speeches.length === 0 ? fail('file-without-words') : ok(readSpeeches(speeches, [], speakers));
};

const cellAt = ({ cells }: TableRow, index: number): string => String(cells[index] ?? '').trim();

/** The column with the most words. */
const longest = (columns: readonly string[], rows: readonly TableRow[]): number => {
	const lengths = columns.map((_, index) => rows.reduce((sum, row) => sum + cellAt(row, index).length, 0));
	return lengths.indexOf(Math.max(...lengths));
};

/** Whether a column holds a few names that come back. */
const repeats = (rows: readonly TableRow[], index: number): boolean => {
	const names = rows.map((row) => cellAt(row, index)).filter((name) => /\p{L}/u.test(name));
	return names.length > 0 && names.every(({ length }) => length <= 50) && new Set(names).size < names.length;
};

/** A time as a clock shows it, or a number of seconds. */
const asMs = (written: string): number | null => {
	if (/^\d{1,6}(?:[.,]\d{1,6})?$/.test(written)) return Math.round(Number(written.replace(',', '.')) * 1000);
	return parseTime(written.replace(/^(\d{1,3}:\d{2}:\d{2}):(\d{2})$/, '$1'));
};
