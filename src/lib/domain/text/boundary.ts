import { positionMap, type Position } from './position.ts';
import { intersection, overlaps, samePlace, type Range } from './range.ts';

/** Where words and sentences of a text begin and end, in code points of the whole canonical text. */
export type Boundaries = {
	/** words to count and to step over: "foto's", "koffie-uurtje" and "[NAAM_1]" are one */
	readonly words: readonly Range[];
	/** words, and what stands between them without being white space: punctuation, emoji */
	readonly pieces: readonly Range[];
	readonly sentences: readonly Range[];
};

/** The boundaries of a turn's words; `start` is where the turn begins in the canonical text. */
export const boundariesOf = (text: string, start: Position = 0): Boundaries => {
	const map = positionMap(text);
	const at = (offset: number) => start + map.toPosition(offset);
	const pieces: { range: Range; isWord: boolean }[] = [];
	const bracketed = [...text.matchAll(inBrackets)];
	let next = 0;
	for (const { segment, index, isWordLike } of wordSegmenter.segment(text)) {
		if (invisible.test(segment)) continue;
		while (endOf(bracketed[next]) <= index) next += 1;
		const whole = bracketed[next];
		if (whole && whole.index <= index) {
			const range = { start: at(whole.index), end: at(endOf(whole)) };
			if (whole.index === index) pieces.push({ range, isWord: /[\p{L}\p{N}]/u.test(whole[0]) });
			continue;
		}
		const last = pieces[pieces.length - 1];
		const range = { start: at(index), end: at(index + segment.length) };
		const joins = last?.range.end === range.start && isWordLike && isHyphenAfterWord(text, index);
		const word = joins ? pieces[pieces.length - 2] : undefined;
		if (word) pieces.splice(-2, 2, { range: { start: word.range.start, end: range.end }, isWord: true });
		else pieces.push({ range, isWord: isWordLike === true });
	}
	const words = pieces.filter(({ isWord }) => isWord).map(({ range }) => range);
	return { words, pieces: pieces.map(({ range }) => range), sentences: sentencesOf(text, at) };
};

/** A selection that begins and ends with whole words; null when it holds nothing but white space. */
export const snapToWords = (range: Range, first: Boundaries, last: Boundaries = first): Range | null => {
	const start = first.pieces.find(({ end }) => end > range.start)?.start ?? range.start;
	const end = last.pieces.findLast((piece) => piece.start < range.end)?.end ?? range.end;
	const hasInk = [first, last].some(({ pieces }) => pieces.some((piece) => overlaps(piece, range)));
	return hasInk && start < end ? { start, end } : null;
};

/** The sentence a position lies in, or the nearest one before it (white space belongs to what came before). */
export const sentenceIndexAt = ({ sentences }: Boundaries, position: Position): number =>
	Math.max(
		0,
		sentences.findLastIndex(({ start }) => start <= position)
	);

/** The sentence after (1) or before (-1) a selection; from a whole turn the first or the last one. */
export const stepSentence = (boundaries: Boundaries, selection: Range, step: 1 | -1): Range => {
	const { sentences } = boundaries;
	const chosen = sentences.filter((sentence) => overlaps(sentence, selection));
	if (chosen.length === sentences.length && sentences.length > 1)
		return (step === 1 ? sentences[0] : sentences[sentences.length - 1]) ?? selection;
	const edge = step === 1 ? selection.end - 1 : selection.start;
	const index = sentenceIndexAt(boundaries, edge) + step;
	return sentences[Math.min(Math.max(index, 0), sentences.length - 1)] ?? selection;
};

/** The selection made one word longer (1) or shorter (-1) at its end; it keeps at least one word. */
export const stepWord = ({ words, sentences }: Boundaries, selection: Range, step: 1 | -1): Range => {
	const close = (end: Position) =>
		sentences.find((sentence) => isOnlyPunctuationAfter(words, end, sentence))?.end ?? end;
	if (step === 1) {
		const next = words.find(({ end }) => end > selection.end);
		return next ? { start: selection.start, end: close(next.end) } : selection;
	}
	const chosen = words.filter((word) => overlaps(word, selection));
	const last = chosen[chosen.length - 2];
	return last ? { start: selection.start, end: last.end } : selection;
};

/** What a selection is, to be told to someone who does not see it. */
export type Measure = {
	readonly words: number;
	readonly sentences: number;
	/** from 1; 0 = the selection is not exactly one sentence */
	readonly sentence: number;
	readonly isWhole: boolean;
};

/** Measures the part of a selection that lies in a turn with these boundaries. */
export const measure = ({ words, sentences }: Boundaries, selection: Range): Measure => {
	const first = sentences[0];
	const last = sentences[sentences.length - 1];
	return {
		words: words.filter((word) => overlaps(word, selection)).length,
		sentences: sentences.length,
		sentence: sentences.findIndex((sentence) => samePlace(sentence, selection)) + 1,
		isWhole: first !== undefined && last !== undefined && selection.start <= first.start && selection.end >= last.end
	};
};

/** The part of a turn between its first and last sign that can be seen; null when there is none. */
export const inkOf = ({ pieces }: Boundaries, turn: Range): Range | null => {
	const first = pieces[0];
	const last = pieces[pieces.length - 1];
	return first && last ? intersection(turn, { start: first.start, end: last.end }) : null;
};

const wordSegmenter = new Intl.Segmenter('nl', { granularity: 'word' });
const sentenceSegmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });

/** What stands in the place of a name, or what somebody noted of what was heard: it is never cut in two. */
const inBrackets = /\[[^[\]\n]{1,100}\]/gu;
const endOf = (found: RegExpExecArray | undefined) => (found ? found.index + found[0].length : Infinity);

const invisible = /^[\s\p{Cf}]*$/u;
const hyphens = '-\u2010\u2011/';

/** Whether the sign before this place is a hyphen with a letter or digit right before it. */
const isHyphenAfterWord = (text: string, index: number) =>
	hyphens.includes(text.charAt(index - 1) || ' ') &&
	/[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, index - 3), index - 1));

/** Words after which a full stop and a capital do not end a sentence: titles and the like. */
const abbreviation = /(?:^|[\s(])(?:dhr|mevr|mw|dr|drs|ir|ing|mr|prof|ds|st|nr|blz|\p{Lu})\.\s*$/iu;

const sentencesOf = (text: string, at: (offset: number) => Position): readonly Range[] => {
	const found: { from: number; to: number }[] = [];
	for (const { segment, index } of sentenceSegmenter.segment(text)) {
		if (invisible.test(segment)) continue;
		const from = index + (segment.length - segment.trimStart().length);
		const to = index + segment.trimEnd().length;
		const last = found[found.length - 1];
		const isLoose = !/[\p{L}\p{N}]/u.test(segment);
		if (last && (isLoose || abbreviation.test(text.slice(last.from, last.to)))) last.to = to;
		else found.push({ from, to });
	}
	return found.map(({ from, to }) => ({ start: at(from), end: at(to) }));
};

/** Whether `end` closes the last word of a sentence, so that the full stop behind it comes along. */
const isOnlyPunctuationAfter = (words: readonly Range[], end: Position, sentence: Range) =>
	sentence.start < end && end <= sentence.end && !words.some((word) => word.start >= end && word.end <= sentence.end);
