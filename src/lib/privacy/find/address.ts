import { firstNames } from '../lists/first-names.ts';
import { infixes } from '../lists/name-words.ts';
import { notStreets, publicSuffix, streetOpeners, streetSuffix } from '../lists/street-words.ts';
import { numberOfWord } from '../number-words.ts';
import { isBeside, type Hit, type Reading, type Word } from '../reading.ts';

/** How many words a street's name may have before its last one. */
const mostBefore = 4;
const shortestStem = 3;
/** What stands behind a house number: a letter, "bis", "-3", "huis". */
const addition =
	/^(?:[ -]?[a-z](?![\p{L}\d'’])|[ -](?:bis|zw|rd|hs|huis|boven|beneden|I{1,3}|[0-9]{1,3})(?![\p{L}\d]))(?:[ -](?:bis|hs|rd|zw|\d{1,2})(?![\p{L}\d]))?/iu;
const numberWord = /^[ ,\n]{1,2}(?:(?:nummer|nr|no|huisnummer)\.?[ ])?$/iu;

/** Streets, with or without a house number; "van de Kievitsbloemdreef 118", "de meerkoetdreef achtentwintig". */
export const findAddresses = (reading: Reading): readonly Hit[] => {
	const { words } = reading;
	const hits: Hit[] = [];
	words.forEach((word, index) => {
		const isOwn = streetSuffix.test(word.folded) && !notStreets.has(word.folded) && hasStem(word.folded);
		const isLaanVan = word.folded === 'laan' && word.isCapital && words[index + 1]?.folded === 'van';
		if (!isOwn && !isLaanVan) return;
		const last = isLaanVan ? endOfLaanVan(reading, index) : index;
		if (last === null) return;
		const end = words[last];
		const first = word.isCapital ? words[firstWord(reading, index)] : word;
		if (!first || !end) return;
		const to = endOfNumber(reading, last);
		const isNamed = word.isCapital || reading.isUncased;
		if (to !== null && (isNamed || end.from - first.from > 6))
			hits.push({
				from: first.from,
				to,
				kind: 'address',
				rule: 'street-and-number',
				sureness: isNamed ? 'certain' : 'maybe'
			});
		else if ((isNamed && !publicSuffix.test(word.folded) && (!word.isStart || word.folded.length > 8)) || isLaanVan)
			hits.push({ from: first.from, to: end.to, kind: 'address', rule: 'street', sureness: 'maybe' });
	});
	return hits;
};

const hasStem = (folded: string) => folded.length - (streetSuffix.exec(folded)?.[0].length ?? 0) >= shortestStem;

/** Where the name of a street begins whose last word this is. */
const firstWord = (reading: Reading, index: number): number => {
	const { words } = reading;
	let first = index;
	for (let at = index - 1; at >= 0 && at >= index - mostBefore; at -= 1) {
		const word = words[at];
		if (!word || !isBeside(reading, word, words[at + 1])) break;
		const isOpener = streetOpeners.has(word.folded) || firstNames.has(word.folded);
		if (word.isCapital && (!word.isStart || isOpener)) first = at;
		else if (!(infixes.has(word.folded) && isCapitalAt(words, at - 1))) break;
	}
	return first;
};
const isCapitalAt = (words: readonly Word[], index: number) =>
	words[index]?.isCapital === true && !words[index]?.isStart;

/** The last word of "Laan van Nieuw Guinea". */
const endOfLaanVan = (reading: Reading, index: number): number | null => {
	const { words } = reading;
	let last = index + 1;
	while (last < index + 5 && isBeside(reading, words[last], words[last + 1])) {
		const next = words[last + 1];
		if (!next?.isCapital && !infixes.has(next?.folded ?? '-')) break;
		last += 1;
	}
	return words[last]?.isCapital ? last : null;
};

/** Where a house number after a street ends; null when none follows. */
const endOfNumber = ({ text, words }: Reading, index: number): number | null => {
	const [street, next, later] = [words[index], words[index + 1], words[index + 2]];
	if (!street || !next) return null;
	const isSaid = /^(?:nummer|nr|no|huisnummer)$/.test(next.folded);
	const number = isSaid ? later : next;
	if (!number || !numberWord.test(text.slice(street.to, number.from))) return null;
	if (!number.isNumber) {
		const value = numberOfWord(number.folded);
		return value !== null && value > 0 && number.from - street.to < 12 && (value !== 1 || isSaid) ? number.to : null;
	}
	if (
		number.to - number.from > 4 ||
		/^(?:19|20)\d\d$/.test(number.text) ||
		/^,\d/.test(text.slice(number.to, number.to + 2))
	)
		return /^(?:19|20)\d\d$/.test(number.text) && isSaid ? number.to : null;
	return number.to + (addition.exec(text.slice(number.to, number.to + 12))?.[0].length ?? 0);
};
