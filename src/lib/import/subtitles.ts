import type { Problem } from '../domain/problem.ts';
import type { SpeakerReading } from '../domain/source/file-reading.ts';
import { codePointLength } from '../domain/text/position.ts';
import { readCues } from './cues.ts';
import { cueSpeech, type Speech } from './cue-speech.ts';
import { labelKey, looksLikeName, readHead, speakingLabels } from './label.ts';
import type { DraftTurn, TranscriptDraft } from './source-draft.ts';
import { speakersOf } from './transcript.ts';

/** Words of one speaker from one cue or from several in a row. */
export type Passage = { label: string | null; words: string[]; startMs: number | null; endMs: number | null };

/**
 * Reads WebVTT or SubRip. Cues of one speaker in a row become one turn, joined by a space; the canonical text is composed
 * of `Label: words`, with a blank line between turns. Words without a speaker are joined up to the end of a sentence.
 */
export const readSubtitles = (
	text: string,
	format: 'vtt' | 'srt',
	speakers: SpeakerReading = 'auto'
): TranscriptDraft => {
	const { cues, warnings } = readCues(text, format);
	return readSpeeches(
		cues.flatMap((cue) => cueSpeech(cue, format)),
		warnings,
		speakers
	);
};

/** Makes turns of words with times and, perhaps, speakers, as subtitles and recognisers of speech give them. */
export const readSpeeches = (
	speeches: readonly Speech[],
	warnings: readonly Problem[],
	speakers: SpeakerReading = 'auto'
): TranscriptDraft => {
	const passages = join(
		speakers === 'off' ? speeches.map((speech) => ({ ...speech, label: null })) : withLabels(speeches, speakers)
	);
	const { composed, turns } = compose(passages);
	const withoutSpeakers: readonly Problem[] =
		speakers !== 'off' && turns.length > 0 && turns.every(({ speaker }) => speaker === null)
			? [{ code: 'transcript-without-speakers', params: { count: turns.length } }]
			: [];
	return { text: composed, turns, speakers: speakersOf(turns), warnings: [...warnings, ...withoutSpeakers] };
};

/** Takes speakers from `Name: words` and `[Name] words` where no `<v Name>` says who speaks. */
const withLabels = (speeches: readonly Speech[], speakers: SpeakerReading): readonly Speech[] => {
	const heads = speeches.map(({ label, words }) => (label === null ? (bracketed(words) ?? readHead(words)) : null));
	const accepted = new Set(
		speakingLabels(
			heads.flatMap((head) =>
				head !== null && head.label !== null ? [{ label: head.label, onlyIfKnown: head.onlyIfKnown }] : []
			),
			speakers
		)
	);
	for (const head of heads) if (head && 'isFullName' in head && head.isFullName) accepted.add(labelKey(head.label));
	let current: string | null = null;
	return speeches.map((speech, index) => {
		const head = heads[index];
		if (speech.label !== null) {
			current = null;
			return speech;
		}
		if (!head || head.label === null || !accepted.has(labelKey(head.label))) return { ...speech, label: current };
		current = head.label;
		return { ...speech, label: current, words: speech.words.slice(head.wordsAt).trim() };
	});
};

/** [Full Name] words: a name of two words or more; "[Muziek]" and "[lacht]" are sounds. */
const bracketed = (words: string) => {
	const match = /^\[(\p{Lu}[\p{L}\p{M}\p{N}'’-]*(?: [\p{L}\p{M}\p{N}'’-]{1,30}){1,4})\] +(?=\S)/u.exec(
		words.slice(0, 120)
	);
	const label = match?.[1];
	return match && label !== undefined
		? { label, wordsAt: match[0].length, onlyIfKnown: false, isFullName: looksLikeName(label) }
		: null;
};

const longPassage = 300; // characters after which words without a speaker end at a sentence
const pauseMs = 3000; // silence that parts words without a speaker

const join = (speeches: readonly Speech[]): readonly Passage[] => {
	const passages: Passage[] = [];
	let length = 0;
	for (const { label, words, startMs, endMs } of speeches) {
		if (words === '') continue;
		const last = passages.at(-1);
		const isSame = last !== undefined && sameLabel(last.label, label);
		if (last && isSame && (label !== null || !partsHere(last, length, startMs))) {
			last.words.push(words);
			last.startMs ??= startMs;
			last.endMs = endMs ?? last.endMs;
			length += words.length + 1;
		} else {
			passages.push({ label, words: [words], startMs, endMs });
			length = words.length;
		}
	}
	return passages;
};

const sameLabel = (a: string | null, b: string | null): boolean =>
	a === b || (a !== null && b !== null && labelKey(a) === labelKey(b));

const partsHere = ({ words, endMs }: Passage, length: number, startMs: number | null): boolean => {
	if (endMs !== null && startMs !== null && startMs - endMs >= pauseMs) return true;
	return length >= longPassage && /[.?!…]["'”’)]?$/.test((words.at(-1) ?? '').slice(-3));
};

/** The canonical text of passages, `Label: words` with blank lines between them, and its turns. */
export const compose = (passages: readonly Passage[]): { composed: string; turns: readonly DraftTurn[] } => {
	const parts: string[] = [];
	const turns: DraftTurn[] = [];
	const spelling = new Map<string, string>();
	let position = 0;
	const add = (part: string) => {
		parts.push(part);
		position += codePointLength(part);
	};
	for (const { label: written, words, startMs, endMs } of passages) {
		if (turns.length > 0) add('\n\n');
		let speaker = written;
		if (written !== null) {
			const key = labelKey(written);
			speaker = spelling.get(key) ?? written;
			spelling.set(key, speaker);
			add(`${speaker}: `);
		}
		const start = position;
		add(words.join(' '));
		turns.push({ ordinal: turns.length + 1, start, end: position, speaker, startMs, endMs });
	}
	return { composed: parts.join(''), turns };
};
