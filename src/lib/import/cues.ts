import type { Problem } from '../domain/problem.ts';
import { parseTiming } from './subtitle-time.ts';

/** A subtitle: its lines of text, and when it is shown; null = the time could not be read. */
export type Cue = { readonly startMs: number | null; readonly endMs: number | null; readonly lines: readonly string[] };

/** Reads the cues of WebVTT or SubRip line by line. Words without a readable time are kept, counted and told. */
export const readCues = (
	text: string,
	format: 'vtt' | 'srt'
): { readonly cues: readonly Cue[]; readonly warnings: readonly Problem[] } => {
	const lines = text.split('\n');
	const cues: { startMs: number | null; endMs: number | null; lines: string[] }[] = [];
	const badTimes: number[] = [];
	const untimed: number[] = [];
	let index = format === 'vtt' && text.startsWith('WEBVTT') ? endOfBlock(lines, 0) : 0;
	while (index < lines.length) {
		if (isBlank(lines[index])) {
			index += 1;
			continue;
		}
		const end = endOfBlock(lines, index);
		if (format === 'vtt' && isComment(lines[index])) {
			index = end;
			continue;
		}
		let inCue = false;
		for (let at = index; at < end; at += 1) {
			const line = lines[at] ?? '';
			const timing = parseTiming(line);
			if (timing === null) {
				const last = cues.at(-1);
				if (isCueName(lines, at, end, inCue)) continue;
				if (!inCue) untimed.push(at + 1);
				if (inCue && last) last.lines.push(line);
				else cues.push({ startMs: null, endMs: null, lines: [line] });
				inCue = true;
				continue;
			}
			const { startMs, endMs } = timing === 'unreadable' ? { startMs: null, endMs: null } : timing;
			if (endMs === null) badTimes.push(at + 1);
			cues.push({ startMs, endMs, lines: [] });
			inCue = true;
		}
		index = end;
	}
	return {
		cues,
		warnings: [...warningAbout('subtitles-bad-times', badTimes), ...warningAbout('subtitles-without-times', untimed)]
	};
};

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

const endOfBlock = (lines: readonly string[], start: number): number => {
	let end = start;
	while (end < lines.length && !isBlank(lines[end])) end += 1;
	return end;
};

/** NOTE, STYLE and REGION blocks are no speech. */
const isComment = (line: string | undefined): boolean =>
	/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test((line ?? '').slice(0, 8));

/** The line before a timing line names or numbers the cue: any line at the start of a block, a number further on. */
const isCueName = (lines: readonly string[], at: number, end: number, inCue: boolean): boolean => {
	if (at + 1 >= end || parseTiming(lines[at + 1] ?? '') === null) return false;
	return !inCue || /^\s*\d{1,9}\s*$/.test((lines[at] ?? '').slice(0, 40));
};

const warningAbout = (code: string, rows: readonly number[]): readonly Problem[] => {
	const [first] = rows;
	return first === undefined ? [] : [{ code, params: { count: rows.length, row: first }, at: `row ${first}` }];
};
