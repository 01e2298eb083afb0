import { boundariesOf } from '../text/boundary.ts';
import { positionMap } from '../text/position.ts';

/** Longer names do not fit in a list of codes; in code points. */
export const longestInVivo = 60;

/**
 * The name of an in-vivo code: the words of the passage itself, on one line and without the signs around them. A long
 * passage gives its first sentence, or as many whole words as fit. Empty when there are no words to take.
 */
export const inVivoName = (passage: string): string => {
	const line = passage
		.normalize('NFC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	const whole = bare(line);
	if (lengthOf(whole) <= longestInVivo) return whole;
	const [first, second] = boundariesOf(line).sentences;
	const sentence = first && second ? bare(positionMap(line).slice(first.start, first.end)) : '';
	if (sentence !== '' && lengthOf(sentence) <= longestInVivo) return sentence;
	return shortened(whole);
};

const lengthOf = (text: string): number => [...text].length;

/** Without quotation marks and the end of the sentence; a question or a call stays one, and "'s avonds" keeps its mark. */
const bare = (text: string): string =>
	text.replace(/^(?:(?!['’][a-z]\s)['"“”„‘’«»‚.,;:…–—-]|\s)+/iu, '').replace(/[\s'"“”„‘’«»‚.,;:…–—-]+$/u, '');

/** As many whole words as fit with the sign that more follows; of one endless word as many characters as fit. */
const shortened = (text: string): string => {
	const room = longestInVivo - 1;
	const map = positionMap(text);
	const end = boundariesOf(text).pieces.findLast((piece) => piece.end <= room)?.end ?? 0;
	const words = bare(map.slice(0, end));
	return `${words === '' ? characters(text, room) : words}…`;
};

/** Whole characters, as a reader sees them: an accent or a skin tone is never cut off. */
const characters = (text: string, room: number): string => {
	let taken = '';
	for (const { segment } of new Intl.Segmenter('nl', { granularity: 'grapheme' }).segment(text)) {
		if (lengthOf(taken + segment) > room) break;
		taken += segment;
	}
	return taken;
};
