import type { Problem } from '../domain/problem.ts';
import type { ParagraphKind, SpeakerReading } from '../domain/source/file-reading.ts';
import { suggestRole } from '../domain/source/speaker.ts';
import { positionMap } from '../domain/text/position.ts';
import { findHeads, isNotice, type Line } from './heads.ts';
import { labelKey, speakingLabels } from './label.ts';
import type { DraftSpeaker, DraftTurn, SourceDraft, TranscriptDraft } from './source-draft.ts';
import { parseTime } from './subtitle-time.ts';

/** A piece of text that may become a turn; offsets in UTF-16 units. */
type Piece = {
	readonly start: number;
	readonly end: number;
	readonly label: string | null;
	readonly startMs: number | null;
	/** begun by a label, not by a time or a blank line */
	readonly labelled: boolean;
};

/**
 * Cuts canonical text into turns by the labels and times at the start of lines. A label counts when it is a word for a
 * role, an initial, or a name that comes back; so "Let op: ..." in the middle of a story is no speaker. Lines without a
 * label belong to the turn before. Without any label, paragraphs become turns without a speaker, and a warning says so;
 * not to who asked for that.
 */
export const cutTranscript = (
	text: string,
	paragraphs: ParagraphKind,
	speakers: SpeakerReading = 'auto'
): TranscriptDraft => {
	const lines = findHeads(text);
	const accepted = speakingLabels(
		lines.flatMap(({ head }, index) =>
			head !== null && head.label !== null && !isShortAnswer(lines, index)
				? [{ label: head.label, onlyIfKnown: head.onlyIfKnown, isTimed: isTimed(lines, index) }]
				: []
		),
		speakers
	);
	const pieces = accepted.size > 0 ? byLabel(text, lines, accepted) : byParagraph(text, lines, paragraphs);
	const { turns, emptyTurns } = toTurns(text, pieces, endOfWords(text));
	const warnings: Problem[] = [];
	if (accepted.size === 0 && turns.length > 0 && speakers !== 'off')
		warnings.push({ code: 'transcript-without-speakers', params: { count: turns.length } });
	if (emptyTurns > 0) warnings.push({ code: 'transcript-empty-turns', params: { count: emptyTurns } });
	return { text, turns, speakers: speakersOf(turns), warnings };
};

/** Whether each line of a text is a paragraph: where no blank line stands, there is no other way. */
export const paragraphsOf = (text: string, paragraphs: ParagraphKind): ParagraphKind =>
	paragraphs === 'line' || !/\n[ \t]*\n/.test(text.trim()) ? 'line' : 'block';

/** The draft cut by paragraphs alone: in an observation nobody speaks, so "Let op: ..." is no speaker. */
export const asObservation = (draft: SourceDraft, asked: 'auto' | ParagraphKind = 'auto'): SourceDraft => {
	const { text } = draft;
	const paragraphs = paragraphsOf(text, asked === 'auto' ? 'block' : asked);
	const { turns } = toTurns(text, byParagraph(text, findHeads(text), paragraphs), text.length);
	const warnings = draft.warnings.filter(({ code }) => !aboutSpeakers.has(code));
	return { ...draft, turns, speakers: [], warnings, readAs: { ...draft.readAs, paragraphs, speakers: null } };
};

const aboutSpeakers: ReadonlySet<string> = new Set(['transcript-without-speakers', 'transcript-empty-turns']);

/** The speakers of turns in the order in which they first speak, with the role their label suggests. */
export const speakersOf = (turns: readonly { readonly speaker: string | null }[]): readonly DraftSpeaker[] =>
	[...new Set(turns.map(({ speaker }) => speaker).filter((speaker) => speaker !== null))].map((label) => ({
		label,
		role: suggestRole(label)
	}));

/** Where speech ends: before the line in which a service signs its transcript ("Transcribed by ..."). */
const endOfWords = (text: string): number => {
	const trimmed = text.trimEnd();
	const lastLine = trimmed.lastIndexOf('\n') + 1;
	const isSigned = /^(?:transcribed (?:by|with)|getranscribeerd (?:door|met)) \S/i.test(
		trimmed.slice(lastLine, lastLine + 60)
	);
	return isSigned && lastLine > 0 ? lastLine : text.length;
};

/** "[00:12:34] Ja" with the next time right below it is an answer, no name above words. */
const isShortAnswer = (lines: readonly Line[], index: number): boolean => {
	const head = lines[index]?.head;
	if (!head?.ownLine || head.wordsAfterTime === 0) return false;
	for (let next = index + 1; next < lines.length; next += 1) {
		const line = lines[next];
		if (line && line.text.trim() !== '') return line.head !== null && line.head.wordsAfterTime > 0;
	}
	return false;
};

/** Whether a label stands on a line of its own with its time beside it or right above it. */
const isTimed = (lines: readonly Line[], index: number): boolean => {
	const head = lines[index]?.head;
	if (!head?.ownLine && !(head && head.startMs !== null && head.wordsAt > (lines[index]?.text.length ?? 0)))
		return false;
	const above = lines[index - 1]?.head ?? null;
	return head.startMs !== null || (above !== null && above.label === null && above.ownLine);
};

const byLabel = (text: string, lines: readonly Line[], accepted: ReadonlySet<string>): readonly Piece[] => {
	const pieces: Piece[] = [];
	const spelling = new Map<string, string>();
	let current: Omit<Piece, 'end'> = { start: 0, label: null, startMs: null, labelled: false };
	let waitingMs: number | null = null; // a time on a line of its own, for the label below it
	for (const line of lines) {
		const { head } = line;
		if (head === null) {
			if (line.text.trim() !== '') waitingMs = null;
			if (!isNotice(line.text)) continue;
			pieces.push({ ...current, end: line.start });
			current = { start: line.start + line.text.length, label: current.label, startMs: null, labelled: false };
			continue;
		}
		const isLabel = head.label !== null && accepted.has(labelKey(head.label));
		if (!isLabel && head.wordsAfterTime === 0) continue;
		pieces.push({ ...current, end: line.start });
		if (isLabel && head.label !== null) {
			const key = labelKey(head.label);
			if (!spelling.has(key)) spelling.set(key, head.label);
			const label = spelling.get(key) ?? head.label;
			current = { start: line.start + head.wordsAt, label, startMs: head.startMs ?? waitingMs, labelled: true };
			waitingMs = null;
		} else {
			current = {
				start: line.start + head.wordsAfterTime,
				label: current.label,
				startMs: head.startMs,
				labelled: false
			};
			waitingMs = head.ownLine ? head.startMs : null;
		}
	}
	pieces.push({ ...current, end: text.length });
	return pieces;
};

const byParagraph = (text: string, lines: readonly Line[], kind: ParagraphKind): readonly Piece[] => {
	const everyLine = paragraphsOf(text, kind) === 'line';
	const pieces: Piece[] = [];
	let current: Omit<Piece, 'end'> = { start: 0, label: null, startMs: null, labelled: false };
	let afterBlank = false;
	for (const line of lines) {
		const time = line.head !== null && line.head.wordsAfterTime > 0 ? line.head : null;
		const belongsToTime = current.startMs !== null && text.slice(current.start, line.start).trim() === '';
		if (time !== null || ((everyLine || afterBlank) && !belongsToTime)) {
			pieces.push({ ...current, end: line.start });
			current = {
				start: line.start + (time?.wordsAfterTime ?? 0),
				label: null,
				startMs: time?.startMs ?? null,
				labelled: false
			};
		}
		afterBlank = line.text.trim() === '';
	}
	pieces.push({ ...current, end: text.length });
	return pieces;
};

/** Pieces without white space around them, as turns in code points; pieces without words are counted, not kept. */
const toTurns = (
	text: string,
	pieces: readonly Piece[],
	endOfAll: number
): { turns: readonly DraftTurn[]; emptyTurns: number } => {
	const { toPosition } = positionMap(text);
	const turns: DraftTurn[] = [];
	let emptyTurns = 0;
	let endedMs: number | null = null; // where the turn before ended
	for (const [index, { start, end, label, startMs, labelled }] of pieces.entries()) {
		const whole = text.slice(start, Math.min(end, endOfAll));
		const { words, endMs } = withoutEndTime(whole);
		const from = start + (words.length - words.trimStart().length);
		const to = start + words.trimEnd().length;
		if (to <= from) {
			if (labelled && pieces[index + 1]?.labelled !== false) emptyTurns += 1;
			continue;
		}
		turns.push({
			ordinal: turns.length + 1,
			start: toPosition(from),
			end: toPosition(to),
			speaker: label,
			startMs: startMs ?? (endMs !== null && turns.length > 0 ? endedMs : null),
			endMs
		});
		endedMs = endMs;
	}
	return { turns, emptyTurns };
};

const endTime = /[ \t]*#(\d{1,2}:\d{2}:\d{2})(?:[-.,](\d{1,3}))?#$/;

/** Some programs write the time at the end of a turn: `words #00:01:02-3#`. It is no part of the words. */
const withoutEndTime = (whole: string): { readonly words: string; readonly endMs: number | null } => {
	const trimmed = whole.trimEnd();
	const match = endTime.exec(trimmed.slice(-40));
	if (!match) return { words: whole, endMs: null };
	const [written, clock = '', fraction] = match;
	return {
		words: trimmed.slice(0, trimmed.length - written.length),
		endMs: parseTime(fraction === undefined ? clock : `${clock}.${fraction}`)
	};
};
