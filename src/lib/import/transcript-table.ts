import { fail, ok, type Result } from '../domain/problem.ts';
import { canonicalText } from '../domain/text/plain-text.ts';
import type { Speech } from './cue-speech.ts';
import type { TranscriptDraft } from './source-draft.ts';
import { parseTime } from './subtitle-time.ts';
import { readSpeeches } from './subtitles.ts';
import type { Table } from './table.ts';

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

/** The turns of a transcript that a program saved as a table, with the times it gives. */
export const readTranscriptTable = ({ columns, rows }: Table): Result<TranscriptDraft> => {
	const at = {
		speaker: find(columns, 'speaker'),
		words: find(columns, 'words'),
		start: find(columns, 'start'),
		end: find(columns, 'end')
	};
	const speeches: Speech[] = [];
	for (const { cells } of rows) {
		const cell = (index: number) => String(cells[index] ?? '').trim();
		const words = canonicalText(cell(at.words).replaceAll(/[ \t\r\n]+/g, ' '));
		if (!words.ok) return words;
		if (words.value.text === '') continue;
		const label = cell(at.speaker).replace(/:$/, '').slice(0, 100).normalize('NFC');
		speeches.push({
			label: label === '' ? null : label,
			words: words.value.text,
			startMs: asMs(at.start < 0 ? '' : cell(at.start)),
			endMs: asMs(at.end < 0 ? '' : cell(at.end))
		});
	}
	return speeches.length === 0 ? fail('file-without-words') : ok(readSpeeches(speeches, []));
};

/** A time as a clock shows it, or a number of seconds. */
const asMs = (written: string): number | null => {
	if (/^\d{1,6}(?:[.,]\d{1,6})?$/.test(written)) return Math.round(Number(written.replace(',', '.')) * 1000);
	return parseTime(written.replace(/^(\d{1,3}:\d{2}:\d{2}):(\d{2})$/, '$1'));
};
