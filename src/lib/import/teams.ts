import type { Problem } from '../domain/problem.ts';
import type { Speech } from './cue-speech.ts';
import { findHeads, isNotice } from './heads.ts';
import { acceptedLabels, labelKey } from './label.ts';
import type { TranscriptDraft } from './source-draft.ts';
import { readSpeeches } from './subtitles.ts';

const linesAbove = 8; // that a meeting has about itself above its first speaker
const duration =
	/^(?:\d{1,2} ?[hu] ?)?(?:\d{1,3} ?m(?:in)? ?)?\d{1,2} ?s(?:ec)?\.?$|^\d{1,2} ?[hu] ?\d{1,3} ?m(?:in)?$/i;

/** Whether the text of a Word file is the transcript of a meeting in Teams: it says how long it took, or who began it. */
export const isTeams = (text: string): boolean =>
	text
		.slice(0, 2_000)
		.split('\n', linesAbove)
		.some((line) => duration.test(line.trim()) || isNotice(line));

/**
 * Reads such a transcript. Teams begins a paragraph with name and time every few seconds; what one speaker says in a row
 * becomes one turn, as with its subtitles. What Teams notes about itself is left out and told. Null = nobody speaks in
 * that way after all.
 */
export const readTeams = (text: string): TranscriptDraft | null => {
	const lines = findHeads(text);
	const accepted = acceptedLabels(
		lines.flatMap(({ head }) =>
			head?.ownLine && head.label !== null ? [{ label: head.label, onlyIfKnown: false, isTimed: true }] : []
		)
	);
	if (accepted.size === 0) return null;
	const speeches: { label: string | null; words: string[]; startMs: number | null }[] = [];
	let notices = 0;
	let waitingMs: number | null = null;
	for (const { text: line, head } of lines) {
		const isLabel = head?.ownLine && head.label !== null && accepted.has(labelKey(head.label));
		if (isLabel) {
			speeches.push({ label: head.label, words: [], startMs: head.startMs ?? waitingMs });
			waitingMs = null;
		} else if (head !== null && head.ownLine && head.label === null) waitingMs = head.startMs;
		else if (isNotice(line)) notices += 1;
		else if (line.trim() !== '') {
			if (speeches.length === 0) speeches.push({ label: null, words: [], startMs: null });
			speeches.at(-1)?.words.push(line.trim());
		}
	}
	const warnings: readonly Problem[] =
		notices > 0 ? [{ code: 'teams-notices-left-out', params: { count: notices } }] : [];
	const said = speeches.flatMap(({ label, words, startMs }): readonly Speech[] =>
		words.length > 0 ? [{ label, words: words.join(label === null ? '\n' : ' '), startMs, endMs: null }] : []
	);
	return readSpeeches(said, warnings);
};
