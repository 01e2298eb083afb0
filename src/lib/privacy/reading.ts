import type { IdentifierKind, Sureness } from '../domain/source/identifier.ts';
import type { IdentifierRule } from '../domain/source/identifier-rule.ts';
import type { Utf16Offset } from '../domain/text/position.ts';
import { foldWord, withoutGenitive } from './fold-word.ts';

/** A word or a number of a text, as the rules see it. */
export type Word = {
	readonly text: string;
	readonly from: Utf16Offset;
	readonly to: Utf16Offset;
	/** without case and accents */
	readonly folded: string;
	/** folded, and without the ending of a genitive */
	readonly base: string;
	readonly isCapital: boolean;
	/** first of a sentence, a line or a turn, where a capital says nothing */
	readonly isStart: boolean;
	/** first of a line that may be the rest of a wrapped sentence: nothing but the line's end stands before it */
	readonly isWrapped: boolean;
	readonly isNumber: boolean;
};

/** A text that was cut into words once, for all rules. */
export type Reading = {
	readonly text: string;
	readonly words: readonly Word[];
	/** hardly a capital in it, or nothing but capitals: what a speech recogniser may deliver */
	readonly isUncased: boolean;
	/** words that also stand in the text without a capital */
	readonly lowerCase: ReadonlySet<string>;
};

/** What a rule found, in UTF-16 units of the text. */
export type Hit = {
	readonly from: Utf16Offset;
	readonly to: Utf16Offset;
	readonly kind: IdentifierKind;
	readonly rule: IdentifierRule;
	readonly sureness: Sureness;
};

const invisible = '\\u00AD\\u200B-\\u200D';
const wordPattern = new RegExp(
	`(?:['’‘](?=[tsnmrTSNMR](?![\\p{L}])))?\\p{L}[\\p{L}\\p{M}${invisible}]*(?:['’‘\\-\\u2010\\u2011]\\p{L}[\\p{L}\\p{M}${invisible}]*)*|\\d+`,
	'gu'
);
const sentenceEnd = /[.!?…:;\n]|[-–—•]\s*$/u;
const opensQuote = /(?:^|\s)["“”„«'‘’(]+$/u;
const abbreviated = /^(?:dhr|mevr|mw|mej|dr|drs|ir|ing|mr|prof|ds|st|fam|fa|burg|pr|ned|nr|wed|bv|o|a)$/u;
const arabicArticle = /^(?:al|el|ad|ar|as|at|ash|ez|er)-/u;

/** Cuts a text into words; `turnStarts` are places where a sentence begins whatever stands before. */
export const readText = (text: string, turnStarts: ReadonlySet<Utf16Offset> = new Set()): Reading => {
	const words: Word[] = [];
	const lowerCase = new Set<string>();
	let capitals = 0;
	let uppers = 0;
	for (const { 0: found, index } of text.matchAll(wordPattern)) {
		const previous = words[words.length - 1];
		const folded = foldWord(found);
		const isNumber = found.charCodeAt(0) < 58 && found.charCodeAt(0) > 47;
		const isCapital =
			!isNumber && (/^['’‘]?\p{Lu}/u.test(found) || (arabicArticle.test(found) && /-\p{Lu}/u.test(found)));
		const isStart = !previous || turnStarts.has(index) || beginsSentence(text, previous, index);
		const isLabel = isStart && text[index + found.length] === ':';
		if (isCapital && !isLabel) capitals += 1;
		if (isCapital && found.length > 1 && found === found.toUpperCase()) uppers += 1;
		if (!isCapital && !isNumber) lowerCase.add(folded);
		words.push({
			text: found,
			from: index,
			to: index + found.length,
			folded,
			base: withoutGenitive(folded),
			isCapital,
			isStart,
			isWrapped: isStart && !isLabel && isOnlyLineEnd(text, previous, index) && !turnStarts.has(index),
			isNumber
		});
	}
	const isUncased = words.length >= 30 && (capitals < words.length * 0.02 || uppers > words.length * 0.6);
	return { text, words, isUncased, lowerCase: isUncased ? new Set() : lowerCase };
};

const isOnlyLineEnd = (text: string, previous: Word | undefined, index: Utf16Offset): boolean =>
	previous !== undefined && index - previous.to === 1 && text[previous.to] === '\n';

const beginsSentence = (text: string, previous: Word, index: Utf16Offset): boolean => {
	if (index - previous.to === 1 && text[previous.to] === ' ') return false;
	const gap = text.slice(previous.to, index);
	if (gap === '. ' || gap === '.')
		return !(abbreviated.test(previous.folded) || (previous.isCapital && previous.text.length === 1));
	return sentenceEnd.test(gap.length > 80 ? '.' : gap) || opensQuote.test(gap.slice(-4));
};

/** Whether two neighbouring words stand side by side: only a space between them, or a full stop after an abbreviation. */
export const isBeside = ({ text }: Reading, left: Word | undefined, right: Word | undefined): boolean => {
	if (!left || !right) return false;
	const length = right.from - left.to;
	if (length === 1 && /[ \u00A0\n]/.test(text[left.to] ?? '')) return true;
	if (length < 1 || length > 3) return false;
	const gap = text.slice(left.to, right.from);
	return /^\.[ \u00A0]?$/.test(gap) && (abbreviated.test(left.folded) || left.text.length === 1);
};

/** The index of the first word that begins at or after a place. */
export const wordIndexAt = ({ words }: Reading, place: Utf16Offset): number => {
	let [low, high] = [0, words.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((words[middle]?.from ?? Infinity) < place) low = middle + 1;
		else high = middle;
	}
	return low;
};
