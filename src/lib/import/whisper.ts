import { fail, ok, type Result } from '../domain/problem.ts';
import type { SpeakerReading } from '../domain/source/file-reading.ts';
import { canonicalText } from '../domain/text/plain-text.ts';
import type { Speech } from './cue-speech.ts';
import { isObject, parseJson } from './json.ts';
import type { TranscriptDraft } from './source-draft.ts';
import { parseTime } from './subtitle-time.ts';
import { readSpeeches } from './subtitles.ts';

/** Whether a text is JSON with pieces of speech in it. */
export const isWhisper = (text: string): boolean => {
	if (!/^\s*[[{]\s*["{]/.test(text.slice(0, 2000))) return false;
	return piecesOf(parseJson(text)) !== null;
};

/** Names under which programs keep the pieces of a transcript. */
const lists = ['segments', 'transcription', 'utterances', 'chunks', 'monologues'] as const;

/**
 * Reads the JSON of Whisper and its relatives (WhisperX, faster-whisper, whisper.cpp, and services with `utterances`):
 * pieces with words, a begin, an end, and perhaps a speaker. Pieces of one speaker in a row become one turn.
 */
export const readWhisper = (text: string, speakers: SpeakerReading = 'auto'): Result<TranscriptDraft> => {
	const content = parseJson(text);
	if (content === null) return fail('json-damaged');
	const found = piecesOf(content);
	if (found === null) return fail('json-not-a-transcript');
	const speeches: Speech[] = [];
	for (const piece of found.pieces) {
		const speech = speechOf(piece, found.inMs);
		if (speech === null) continue;
		const words = canonicalText(speech.words.replaceAll(/[ \t\r\n]+/g, ' ').trim());
		if (!words.ok) return words;
		if (words.value.text !== '') speeches.push({ ...speech, words: words.value.text });
	}
	return ok(readSpeeches(speeches, [], speakers));
};

type Pieces = { readonly pieces: readonly unknown[]; readonly inMs: boolean };

const deepest = 3; // objects around the list of pieces

const piecesOf = (content: unknown, depth = 0): Pieces | null => {
	if (Array.isArray(content)) return content.some(hasWords) ? { pieces: content, inMs: false } : null;
	if (!isObject(content)) return null;
	for (const name of lists) {
		const list = content[name];
		if (Array.isArray(list) && list.some(hasWords)) return { pieces: list, inMs: name === 'utterances' };
	}
	for (const name of ['result', 'results', 'transcript', 'output']) {
		const inner = content[name];
		if (depth < deepest && (isObject(inner) || Array.isArray(inner))) return piecesOf(inner, depth + 1);
	}
	return null;
};

const hasWords = (piece: unknown): boolean => isObject(piece) && typeof wordsOf(piece) === 'string';

const wordsOf = (piece: Readonly<Record<string, unknown>>): unknown => piece['text'] ?? piece['transcript'];

const speechOf = (piece: unknown, inMs: boolean): Speech | null => {
	if (!isObject(piece)) return null;
	const words = wordsOf(piece);
	if (typeof words !== 'string') return null;
	const speaker = piece['speaker'] ?? piece['speaker_label'] ?? piece['speaker_name'];
	const label =
		typeof speaker === 'number' ? `Spreker ${speaker + 1}` : typeof speaker === 'string' ? labelOf(speaker) : null;
	return { label, words, ...timesOf(piece, inMs) };
};

/** "A" of a service that letters its speakers is a speaker, too; the label stays as the program wrote it. */
const labelOf = (written: string): string | null => {
	const label = written
		.replaceAll(/[\s:\p{Cc}]+/gu, ' ')
		.trim()
		.slice(0, 100)
		.normalize('NFC');
	return label === '' ? null : label;
};

const timesOf = (
	piece: Readonly<Record<string, unknown>>,
	inMs: boolean
): { startMs: number | null; endMs: number | null } => {
	const offsets = piece['offsets'];
	if (isObject(offsets)) return ordered(asMs(offsets['from'], true), asMs(offsets['to'], true));
	const stamps = piece['timestamps'];
	if (isObject(stamps)) return ordered(asMs(stamps['from'], false), asMs(stamps['to'], false));
	const pair = piece['timestamp'];
	if (Array.isArray(pair)) return ordered(asMs(pair[0], false), asMs(pair[1], false));
	return ordered(asMs(piece['start'], inMs), asMs(piece['end'], inMs));
};

const ordered = (startMs: number | null, endMs: number | null) => ({
	startMs,
	endMs: startMs !== null && endMs !== null && endMs < startMs ? null : endMs
});

const longestRecording = 1000 * 3600 * 1000; // ms; a thousand hours

const asMs = (value: unknown, inMs: boolean): number | null => {
	if (typeof value === 'string') return parseTime(value.trim().replace(/^(\d{1,4}:\d{2}:\d{2}),/, '$1.'));
	if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return null;
	const ms = Math.round(inMs ? value : value * 1000);
	return ms > longestRecording ? null : ms;
};
