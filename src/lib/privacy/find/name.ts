import { foldWord, withoutGenitive } from '../fold-word.ts';
import { alsoWords, infixes } from '../lists/name-words.ts';
import { notNames } from '../lists/not-names.ts';
import { isKnownName, wordsOfNames } from '../names/known-names.ts';
import type { FoundName } from '../names/found-name.ts';
import { nameRules } from '../names/name-rules.ts';
import { endOfName } from '../names/name-span.ts';
import { namesOfSpeakers } from '../names/speaker-label.ts';
import { findPhrases, phrasesOf } from '../phrases.ts';
import type { Hit, Reading } from '../reading.ts';

/**
 * Names of persons: by a title or a role before them, by the lists, by a capital in the middle of a sentence; and then each of
 * their words wherever it stands. `names` are those that are known already, `isAllowed` tells of words that are no names here.
 */
export const findNames = (
	reading: Reading,
	names: readonly string[],
	isAllowed: (found: FoundName) => boolean
): readonly Hit[] => {
	const taken = new Uint8Array(reading.words.length);
	const found: FoundName[] = [];
	const take = (name: FoundName | null): boolean => {
		if (!name || isAllowed(name)) return false;
		for (let at = name.first; at <= name.last; at += 1) if (taken[at]) return false;
		taken.fill(1, name.first, name.last + 1);
		found.push(name);
		return true;
	};
	for (const name of listedNames(reading, names)) take(name);
	for (const { index, count } of findPhrases(reading, phrasesThatAreNoNames)) taken.fill(1, index, index + count);
	for (const name of namesOfSpeakers(reading)) take(name);
	reading.words.forEach((_, index) => {
		if (!taken[index] && !(reading.words[index]?.folded === 'heer' && taken[index - 1]))
			for (const rule of nameRules) if (take(rule(reading, index))) break;
	});
	const known = new Set([...wordsOfNames(reading, found), ...partsOf(names)]);
	reading.words.forEach((_, index) => {
		if (taken[index] || !isKnownName(reading, index, known)) return;
		const last = endOfName(reading, index) ?? index;
		const rule = { rule: 'known-name', sureness: reading.isUncased ? 'maybe' : 'likely' } as const;
		if (!take({ first: index, last, ...rule })) take({ first: index, last: index, ...rule });
	});
	return found.map((name) => toHit(reading, name));
};

/** "Albert Heijn", "Den Haag": things of more than one word, of which each could be a name. */
const phrasesThatAreNoNames = phrasesOf([...notNames].filter((entry) => entry.includes(' ')));

/** Names of the project's list or of earlier in the interview; one word alone needs its capital. */
const listedNames = (reading: Reading, names: readonly string[]): readonly FoundName[] =>
	findPhrases(reading, phrasesOf(names))
		.filter(({ index, count }) => count > 1 || isKnownName(reading, index, new Set([reading.words[index]?.base ?? ''])))
		.map(({ index, count }) => ({ first: index, last: index + count - 1, rule: 'listed-name', sureness: 'likely' }));

const shortestPart = 3;

/** The words of known names that say enough by themselves. */
const partsOf = (names: readonly string[]): readonly string[] =>
	names
		.flatMap((name) => name.split(/\s+/))
		.map((part) => withoutGenitive(foldWord(part)))
		.filter((part) => part.length >= shortestPart && !infixes.has(part) && !alsoWords.has(part) && !notNames.has(part));

/** The place of a name, with the full stop behind a letter that stands for a name: "meneer De R." */
const toHit = ({ text, words }: Reading, { first, last, rule, sureness }: FoundName): Hit => {
	const [start, end] = [words[first], words[last]];
	if (!start || !end) throw new RangeError(`no words ${first} to ${last}`);
	const to = end.text.length === 1 && end.isCapital && text[end.to] === '.' ? end.to + 1 : end.to;
	return { from: start.from, to, kind: 'name', rule, sureness };
};
