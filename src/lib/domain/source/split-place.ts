import { boundariesOf } from '../text/boundary.ts';
import { codePointLength, type Position } from '../text/position.ts';

/** A place where a turn can be cut in two: before a word. */
export type SplitPlace = {
	/** of the canonical text */
	readonly at: Position;
	/** whether a sentence or a line begins here */
	readonly beginsSentence: boolean;
	/** the word that the new turn begins with, as it stands */
	readonly word: string;
};

/** Every place where a turn can be cut in two; `start` is where the turn begins in the canonical text. */
export const splitPlaces = (words: string, start: Position): readonly SplitPlace[] => {
	const sentences = new Set(boundariesOf(words, start).sentences.map((sentence) => sentence.start));
	const places: SplitPlace[] = [];
	let at = start;
	let isAfterLine = false;
	for (const piece of words.split(/(\s+)/)) {
		const isWord = piece.trim() !== '';
		if (isWord && at > start) places.push({ at, beginsSentence: isAfterLine || sentences.has(at), word: piece });
		isAfterLine = !isWord && piece.includes('\n');
		at += codePointLength(piece);
	}
	return places;
};

/** The nearest place after (1) or before (-1) a place where a sentence begins; the place itself when there is none. */
export const stepSentencePlace = (places: readonly SplitPlace[], index: number, step: 1 | -1): number => {
	for (let next = index + step; next >= 0 && next < places.length; next += step)
		if (places[next]?.beginsSentence) return next;
	return index;
};

/**
 * The length of a speaker's label that a text begins with ("Bewoner 2: "), in code points with the white space behind
 * it; 0 = no label.
 */
export const labelLength = (text: string): number => {
	const label = /^\s*[\p{L}\p{M}\p{N}.'’-]{1,30}(?: [\p{L}\p{M}\p{N}.'’-]{1,20}){0,2}:\s+(?=\S)/u.exec(text);
	return label ? codePointLength(label[0]) : 0;
};
