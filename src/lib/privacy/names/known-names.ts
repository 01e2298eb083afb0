import { alsoWords, infixes, neverBeforeAName, roleWords, sentenceOpeners } from '../lists/name-words.ts';
import { notNames } from '../lists/not-names.ts';
import type { Reading } from '../reading.ts';
import { stemsOf } from './stems.ts';
import type { FoundName } from './found-name.ts';
import { isFollowedByPersonVerb, isTitle } from './name-signs.ts';

/** The words of names that were found well enough to be looked for in the rest of the text. */
export const wordsOfNames = ({ words }: Reading, found: readonly FoundName[]): ReadonlySet<string> =>
	new Set(
		found
			.filter(({ sureness }) => sureness !== 'maybe')
			.flatMap(({ first, last }) => words.slice(first, last + 1))
			.filter(
				({ base, isCapital }) =>
					isCapital && base.length > 1 && !infixes.has(base) && !isTitle(base) && !roleWords.has(base)
			)
			.map(({ base }) => base)
	);

/** Whether a word is a name that is known, also with an -s against it ("Karins moeder") or as a diminutive ("Annetje"). */
export const isKnownName = (reading: Reading, index: number, known: ReadonlySet<string>): boolean => {
	const { words, isUncased } = reading;
	const word = words[index];
	if (!word || word.isNumber || !(word.isCapital || isUncased)) return false;
	if (!known.has(word.base) && !stemsOf(word.base).some((stem) => known.has(stem))) return false;
	if (notNames.has(word.base) || (isUncased && alsoWords.has(word.base))) return false;
	if (!word.isStart || !alsoWords.has(word.base)) return true;
	const next = words[index + 1];
	if (isFollowedByPersonVerb(reading, index)) return true;
	return !sentenceOpeners.has(word.base) && !(next && next.from - word.to === 1 && neverBeforeAName.has(next.folded));
};
