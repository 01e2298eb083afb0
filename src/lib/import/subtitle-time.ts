const arrow = '-->';
const longestTiming = 200; // characters; settings of a cue are short

const timePattern = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/;

/** Milliseconds of `hh:mm:ss.mmm`, `mm:ss,mmm` or `mm:ss`; null when it is no time. */
export const parseTime = (written: string): number | null => {
	if (written.length > 20) return null;
	const match = timePattern.exec(written);
	if (!match) return null;
	const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
	if (Number(seconds) > 59) return null;
	return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
};

/** endMs null = it lies before the start */
export type CueTiming = { readonly startMs: number; readonly endMs: number | null };

/** What a line says about the time of a cue: null = no timing line at all, 'unreadable' = one that is broken. */
export const parseTiming = (line: string): CueTiming | 'unreadable' | null => {
	if (line.length > longestTiming) return null;
	const at = line.indexOf(arrow);
	if (at < 0) return null;
	const startMs = parseTime(line.slice(0, at).trim());
	const endMs = parseTime(
		line
			.slice(at + arrow.length)
			.trim()
			.split(/\s/, 1)[0] ?? ''
	);
	if (startMs === null && endMs === null && !/^\s*[\d:]/.test(line)) return null; // an arrow in running text
	if (startMs === null || endMs === null) return 'unreadable';
	return { startMs, endMs: endMs < startMs ? null : endMs };
};

/** Whether a text begins with a timing line, perhaps after a number or name of the cue. */
export const startsWithSubtitle = (text: string): boolean => {
	const lines = text.slice(0, 2000).split('\n');
	const first = lines.findIndex((line) => line.trim() !== '');
	if (first < 0) return false;
	return [lines[first], lines[first + 1]].some((line) => line !== undefined && isTiming(line));
};

const isTiming = (line: string) => {
	const timing = parseTiming(line);
	return timing !== null && timing !== 'unreadable';
};

const sbvTiming = /^(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})$/;

/** Whether a text begins with a timing line as YouTube writes it: `0:00:01.000,0:00:02.500`. */
export const startsWithSbv = (text: string): boolean => {
	const [first = ''] = text.trimStart().slice(0, 100).split('\n', 1);
	return sbvTiming.test(first.trim());
};

/** The subtitles of YouTube with their times written as WebVTT does. */
export const sbvAsVtt = (text: string): string =>
	text
		.split('\n')
		.map((line) => (line.length < 60 ? line.trim().replace(sbvTiming, '$1 --> $2') : line))
		.join('\n');
