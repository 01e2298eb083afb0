import { commonWords } from '../lists/common-words.ts';
import { firstNames } from '../lists/first-names.ts';
import { alsoWords, neverBeforeAName, openingInfixes, sentenceOpeners } from '../lists/name-words.ts';
import { notNames } from '../lists/not-names.ts';
import { surnames } from '../lists/surnames.ts';
import type { NameRule } from './found-name.ts';
import { articles, isAcronym, isFirstName, isFollowedByPersonVerb } from './name-signs.ts';
import { endOfName, opensSurname } from './name-span.ts';

/** A first name of the lists, perhaps with a family name. What is also a word needs a second signal at a sentence's beginning. */
export const firstName: NameRule = (reading, index) => {
	const { words, isUncased } = reading;
	const word = words[index];
	if (!word || word.isNumber || !(word.isCapital || isUncased) || !isFirstName(word.base)) return null;
	const isAlsoWord = alsoWords.has(word.base) || notNames.has(word.base);
	if (isUncased && (isAlsoWord || word.folded.length < 3 || commonWords.has(word.folded))) return null;
	const last = endOfName(reading, index) ?? index;
	const isWithSurname = last > index;
	if (isAlsoWord && !isUncased) {
		const next = words[index + 1];
		const isTwoFirstNames =
			isWithSurname && next !== undefined && firstNames.has(next.base) && !surnames.has(next.base);
		if (notNames.has(word.base) && alsoWords.has(word.base) && !isWithSurname) return null;
		if (word.isStart && isTwoFirstNames) return null;
		const isOpener = word.isStart && sentenceOpeners.has(word.base) && neverBeforeAName.has(next?.folded ?? '');
		if (isOpener && !surnames.has(words[last]?.base ?? '')) return null;
		if (word.isStart && !isWithSurname && !isFollowedByPersonVerb(reading, index)) return null;
	}
	return isWithSurname
		? { first: index, last, rule: 'first-name-and-surname', sureness: isUncased ? 'likely' : 'certain' }
		: {
				first: index,
				last,
				rule: 'first-name',
				sureness: isUncased || (isAlsoWord && word.isStart) ? 'maybe' : 'likely'
			};
};

/** "Van den Berg", "El Amrani": a small word with a capital in the middle of a sentence. */
export const infixAndName: NameRule = (reading, index) => {
	const { words, isUncased } = reading;
	const word = words[index];
	if (isUncased || !word?.isCapital || !openingInfixes.has(word.folded) || !opensSurname(reading, index)) return null;
	const last = endOfName(reading, index);
	if (last === null || last === index) return null;
	const isLong = last - index > 1 && !words[index + 1]?.isCapital;
	const isSurname = surnames.has(words[last]?.base ?? '');
	if (word.isStart && !isLong && !(isSurname && isFollowedByPersonVerb(reading, last))) return null;
	if (word.folded === 'de' && !isSurname) return null;
	return { first: index, last, rule: 'infix-and-name', sureness: word.isStart ? 'maybe' : 'likely' };
};

/** A family name of the lists without anything before it. */
export const surname: NameRule = (reading, index) => {
	const { words, lowerCase, isUncased } = reading;
	const word = words[index];
	if (isUncased || !word?.isCapital || !surnames.has(word.base) || isAcronym(word)) return null;
	const isAlsoWord = alsoWords.has(word.base) || notNames.has(word.base);
	if (isAlsoWord && (word.isStart || notNames.has(word.base) || lowerCase.has(word.folded))) return null;
	if (!word.isStart && isAlsoWord && articles.has(words[index - 1]?.folded ?? '')) return null;
	const last = endOfName(reading, index) ?? index;
	return { first: index, last, rule: 'surname', sureness: word.isStart || isAlsoWord ? 'maybe' : 'likely' };
};
