import { firstNames } from '../lists/first-names.ts';
import { commonWords } from '../lists/common-words.ts';
import { alsoWords, infixes } from '../lists/name-words.ts';
import { notNames } from '../lists/not-names.ts';
import { compoundSuffix } from '../lists/organisation-words.ts';
import { plainStreet } from '../lists/street-words.ts';
import { surnames } from '../lists/surnames.ts';
import { isBeside, type Reading, type Word } from '../reading.ts';
import { isNewSentence } from './name-signs.ts';

/** A name of more words than this is none. */
const mostWords = 6;
/** Small words that stand between a first name and a family name as they are; others only before "den" or "'t". */
const loose = /^(?:in|op|uit|uijt|aan|bij|onder|over|tot|a|lo|en)$/;
/** Words that follow a name as a form of address: "Fatma abla". */
const addressed = new Set(['abla', 'abi', 'teyze', 'amca', 'hoca', 'hanim', 'bey', 'bhai', 'didi', 'khala']);

/** Whether a word with a capital can be part of a person's name, judged by itself. */
export const canBeName = (word: Word): boolean =>
	word.isCapital &&
	!isOtherThing(word.base) &&
	(!notNames.has(word.base) || (isListed(word.base) && !alsoWords.has(word.base)));

/** Whether a word is on a list of first names or family names. */
export const isListed = (base: string): boolean => firstNames.has(base) || surnames.has(base);

/** Streets, schools and the like have a capital too. */
export const isOtherThing = (folded: string): boolean =>
	(plainStreet.test(folded) && folded.length > 7 && !isListed(folded)) ||
	(compoundSuffix.test(folded) && !isListed(folded));

/**
 * The last word of a name that begins at `index`, or null when none does. The first word needs a capital or is a small word
 * before one; in a text without capitals any word that is not common will do.
 */
export const endOfName = (reading: Reading, index: number): number | null => {
	const { words } = reading;
	let last: number | null = null;
	for (let at = index; at < index + mostWords; at += 1) {
		const word = words[at];
		if (!word || word.isNumber || (at > index && !isBeside(reading, words[at - 1], word))) break;
		const isAfterInfix = at > index && endsWithInfix(words[at - 1], reading.isUncased);
		if (isPart(reading, word, at === index, isAfterInfix)) last = at;
		else if (last !== null && addressed.has(word.folded)) {
			last = at;
			break;
		} else if (!opensSurname(reading, at)) break;
	}
	return last;
};

const isPart = ({ isUncased, words }: Reading, word: Word, isFirst: boolean, isAfterInfix: boolean): boolean => {
	if (isOtherThing(word.base)) return false;
	if (isUncased)
		return (
			word.folded.length > 1 &&
			!infixes.has(word.folded) &&
			!commonWords.has(word.folded) &&
			(isFirst || isAfterInfix || surnames.has(word.base)) &&
			words.length > 0
		);
	if (!word.isCapital || (!isFirst && isNewSentence(word))) return false;
	return isFirst || isAfterInfix || isListed(word.base) || !notNames.has(word.base);
};

/** Whether small words begin here that lead to a family name: "van den Berg", "'t Lam". */
export const opensSurname = (reading: Reading, index: number): boolean => {
	const { words, isUncased } = reading;
	const first = words[index];
	if (!first || !infixes.has(first.folded)) return false;
	let at = index;
	while (at < index + 4 && infixes.has(words[at]?.folded ?? '-') && isBeside(reading, words[at], words[at + 1]))
		at += 1;
	const name = words[at];
	if (!name || name.isNumber || infixes.has(name.folded)) return false;
	if (loose.test(first.folded) && !/^(?:den|'t)$/.test(words[index + 1]?.folded ?? '')) return false;
	if (isUncased) return at > index && surnames.has(name.base);
	return (
		name.isCapital &&
		!isNewSentence(name) &&
		!isOtherThing(name.base) &&
		(!notNames.has(name.base) || surnames.has(name.base))
	);
};

/** After "Peters-van" the family name goes on whatever follows; in a text without capitals after any small word. */
const endsWithInfix = (word: Word | undefined, isUncased: boolean): boolean => {
	const parts = word?.folded.split('-') ?? [];
	return (parts.length > 1 || isUncased) && infixes.has(parts.at(-1) ?? '-');
};
