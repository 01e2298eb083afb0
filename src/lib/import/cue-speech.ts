import type { Cue } from './cues.ts';

/** What is said in a cue, or in the part of a cue with its own `<v Name>`. */
export type Speech = {
	readonly label: string | null;
	readonly words: string;
	readonly startMs: number | null;
	readonly endMs: number | null;
};

/** Mark-up of WebVTT, of SubRip players, and nothing else: "<lacht>" is what a transcriber wrote. */
const tags = new Set(['v', 'c', 'i', 'b', 'u', 's', 'ruby', 'rt', 'lang', 'font']);

/** The words of a cue without mark-up, cut where another speaker begins. Takes time in proportion to its length. */
export const cueSpeech = ({ lines, startMs, endMs }: Cue, format: 'vtt' | 'srt'): readonly Speech[] => {
	const text = lines.map((line) => line.trim()).join(' ');
	const parts: { label: string | null; words: string }[] = [{ label: null, words: '' }];
	const add = (piece: string) => {
		const part = parts.at(-1);
		if (part) part.words += piece;
	};
	let from = 0;
	let open = text.indexOf('<');
	while (open >= 0) {
		const close = text.indexOf('>', open);
		if (close < 0) break;
		const next = text.indexOf('<', open + 1);
		if (next >= 0 && next < close) {
			open = next;
			continue;
		}
		const inside = text.slice(open + 1, close);
		const tag = tagName(inside);
		if (tag !== null) {
			add(text.slice(from, open));
			from = close + 1;
			if (tag === 'v') parts.push({ label: voiceOf(inside, format), words: '' });
			if (tag === '/v') parts.push({ label: null, words: '' });
		}
		open = next;
	}
	add(text.slice(from));
	return parts
		.map(({ label, words }) => ({ label, words: plainWords(words, format), startMs, endMs }))
		.filter(({ words }) => words !== '');
};

/** `v`, `/v`, `i`, ... for mark-up that is taken out, also for a time inside a cue; null for anything else. */
const tagName = (inside: string): string | null => {
	if (/^[\d:.]{5,15}$/.test(inside.slice(0, 16))) return 'time';
	const name = /^\/?[a-zA-Z]{1,5}(?=[\s./]|$)/.exec(inside)?.[0].toLowerCase();
	return name !== undefined && tags.has(name.replace('/', '')) ? name : null;
};

const voiceOf = (inside: string, format: 'vtt' | 'srt'): string | null => {
	const space = inside.search(/\s/);
	const label = space < 0 ? '' : plainWords(inside.slice(space), format).replace(/^\/+/, ''); // noScribe writes overlapping speech as `<v //S02>`
	return label === '' ? null : label.slice(0, 100);
};

const entities: ReadonlyMap<string, string> = new Map([
	['&amp;', '&'],
	['&lt;', '<'],
	['&gt;', '>'],
	['&nbsp;', '\u00A0'],
	['&quot;', '"'],
	['&#39;', "'"],
	['&lrm;', '\u200E'],
	['&rlm;', '\u200F']
]);

const plainWords = (marked: string, format: 'vtt' | 'srt'): string => {
	const plain =
		format === 'vtt'
			? marked.replaceAll(/&(?:amp|lt|gt|nbsp|quot|#39|lrm|rlm);/g, (entity) => entities.get(entity) ?? entity)
			: marked.replaceAll(/\{\\an?\d{1,2}\}/g, '');
	return plain
		.replaceAll(/[ \t]+/g, ' ')
		.trim()
		.normalize('NFC');
};
