import { isBareLabel, looksLikeName, readHead, type Head } from './label.ts';

/** A line of a transcript; offsets in UTF-16 units. */
export type Line = { readonly start: number; readonly text: string; readonly head: Head | null };

/** The lines of a text with what stands before their words: a label, a time, both, or nothing. */
export const findHeads = (text: string): readonly Line[] => {
	const lines: Line[] = [];
	let start = 0;
	while (start <= text.length) {
		const found = text.indexOf('\n', start);
		const end = found < 0 ? text.length : found;
		const line = text.slice(start, end);
		lines.push({ start, text: line, head: line === '' ? null : (readHead(line) ?? readSpan(line)) });
		start = end + 1;
	}
	return withNamesAlone(lines);
};

/** `0:0:1.230 --> 0:0:4.5`, as older transcripts of Teams have it, is a time on a line of its own. */
const readSpan = (line: string): Head | null => {
	if (line.length > 60) return null;
	const match =
		/^\s{0,20}(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s{1,3}-->\s{1,3}\d{1,2}:[\d:.,]{3,12}\s*$/.exec(line);
	if (!match) return null;
	const [, hours, minutes, seconds, fraction = ''] = match;
	const startMs =
		(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
	return { label: null, startMs, wordsAt: line.length, wordsAfterTime: line.length, ownLine: true, onlyIfKnown: false };
};

/**
 * Names that stand alone on a line, without a colon: below or above a time that also stands alone, or a word for a role
 * that comes back. Whether such a name speaks is decided as for any label: it has to be known, or to come back.
 */
const withNamesAlone = (lines: readonly Line[]): readonly Line[] => {
	const bare = new Set(
		lines.filter((line, index) => line.head === null && isBareLabel(line.text) && hasWords(lines[index + 1]))
	);
	const result = [...lines];
	for (const [index, line] of lines.entries()) {
		const above = lines[index - 1];
		const below = lines[index + 1];
		if (line.head !== null || !hasWords(line)) continue;
		const label = line.text.trim().replaceAll(/\s+/g, ' ');
		if (isNameLine(label) && isTimeAlone(above) && hasWords(below) && below?.head === null)
			result[index] = { ...line, head: alone(label, line.text.length, null) };
		else if (isNameLine(label) && below && isTimeAlone(below) && !isTimeAlone(above) && hasWords(lines[index + 2])) {
			const wordsAt = below.start + below.text.length - line.start;
			result[index] = { ...line, head: alone(label, wordsAt, below.head?.startMs ?? null) };
			result[index + 1] = { ...below, head: null };
		} else if (bare.size > 1 && bare.has(line)) result[index] = { ...line, head: alone(label, line.text.length, null) };
	}
	return result;
};

const alone = (label: string, wordsAt: number, startMs: number | null): Head => ({
	label,
	startMs,
	wordsAt,
	wordsAfterTime: 0,
	ownLine: true,
	onlyIfKnown: false
});

const hasWords = (line: Line | undefined): boolean => line !== undefined && line.text.trim() !== '';

const isTimeAlone = (line: Line | undefined): boolean => {
	const head = line?.head ?? null;
	return head !== null && head.label === null && head.ownLine;
};

const isNameLine = (label: string): boolean =>
	label.length <= 50 && /^\p{L}[\p{L}\p{M}\p{N} .,'’_()/&+-]*[\p{L}\p{M}\p{N})]$/u.test(label) && looksLikeName(label);

/** What a meeting program notes about itself, and nobody says. */
export const isNotice = (line: string): boolean =>
	line.length < 160 &&
	/\b(?:started|stopped) (?:the )?(?:transcription|recording)\.?$|\bheeft de (?:transcriptie|opname) (?:gestart|gestopt|beëindigd)\.?$|\b(?:is|heeft) (?:de )?(?:transcriptie|transcriberen|opname) (?:gestart|gestopt)\.?$/i.test(
		line.trim()
	);
