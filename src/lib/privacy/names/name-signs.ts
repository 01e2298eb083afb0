import { commonWords } from '../lists/common-words.ts';
import { firstNames } from '../lists/first-names.ts';
import { alsoWords, manTitles, otherTitles, personVerbs, speakerLabels, womanTitles } from '../lists/name-words.ts';
import { isBeside, type Reading, type Word } from '../reading.ts';

/** Whether a word is a title that is spoken as part of a name. */
export const isTitle = (folded: string): boolean =>
	manTitles.has(folded) || womanTitles.has(folded) || otherTitles.has(folded);

/** Whether a word is a first name: of the list, two of it with a hyphen, or one with an -s that says of whom something is. */
export const isFirstName = (base: string): boolean =>
	firstNames.has(base) ||
	(base.includes('-') && base.split('-').every((part) => firstNames.has(part))) ||
	(base.length > 4 && base.endsWith('s') && firstNames.has(base.slice(0, -1)) && !alsoWords.has(base.slice(0, -1)));

/** Whether a verb follows that tells of a person: "Roos zei". */
export const isFollowedByPersonVerb = (reading: Reading, index: number): boolean => {
	const { words } = reading;
	return isBeside(reading, words[index], words[index + 1]) && personVerbs.has(words[index + 1]?.folded ?? '');
};

/** Words after which no person's name follows, unless it is a family name with its own small word. */
export const articles = new Set(['de', 'het', 'een', "'t", 'deze', 'die', 'dat', 'dit', "'n"]);

/** "AVG", "GGZ", "WhatsApp": letters that stand for words, and names that firms make. */
export const isAcronym = ({ text, base }: Word): boolean =>
	text.length > 1 && (text === text.toUpperCase() || /^\p{L}\p{Lu}/u.test(text)) && !isFirstName(base);

/** Whether a sentence begins with this word, and not only a line of a wrapped one: "mevrouw" at a line's end, "Smit" below it. */
export const isNewSentence = ({ isStart, isWrapped, folded }: Word): boolean =>
	isStart && !(isWrapped && !speakerLabels.has(folded) && !commonWords.has(folded));
