import { foldWord } from '../fold-word.ts';
import { landNames, notNames, placeNames } from '../lists/not-names.ts';
import {
	compoundSuffix,
	kindWords,
	kindWordsBehind,
	nameOpeners,
	notOrganisations
} from '../lists/organisation-words.ts';
import { surnames } from '../lists/surnames.ts';
import { notStreets, streetSuffix } from '../lists/street-words.ts';
import { findPhrases, phrasesOf, type Phrases } from '../phrases.ts';
import { isBeside, type Hit, type Reading, type Word } from '../reading.ts';

/** The longest name of an organisation, in words after its kind. */
const mostWords = 7;

/** Schools, practices, shops, churches and the like: of the project's list, or by a word that says what they are. */
export const findOrganisations = (reading: Reading, listed: Phrases): readonly Hit[] => {
	const ofList = findPhrases(reading, listed).map(({ from, to }): Hit => ({
		from,
		to,
		kind: 'organisation',
		rule: 'organisation-listed',
		sureness: 'certain'
	}));
	const named = reading.words.flatMap(
		(_, index) => kindBefore(reading, index) ?? kindBehind(reading, index) ?? withArticle(reading, index) ?? []
	);
	return [...ofList, ...named, ...saidAgain(reading, named)];
};

/** "huisartsenpraktijk De Linde": a kind, perhaps a small word, and words with a capital. */
const kindBefore = (reading: Reading, index: number): readonly Hit[] | null => {
	const { words, text } = reading;
	const kind = words[index];
	if (!kind || !kindWords.has(kind.folded)) return null;
	let last = index;
	let hasName = false;
	for (let at = index + 1; at <= index + mostWords && isBeside(reading, words[at - 1], words[at]); at += 1) {
		const word = words[at];
		if (!word) break;
		if (word.isCapital && !word.isStart) {
			if (at === index + 1 && isPlace(word)) break;
			hasName ||= !nameOpeners.has(word.folded);
			last = at;
		} else if (word.isNumber && hasName && word.to - word.from < 4) last = at;
		else if (!nameOpeners.has(word.folded) || !continues(reading, at, hasName)) break;
	}
	const end = words[last];
	if (!hasName || !end) return null;
	const suffix = /^(?: (?:BV|B\.V\.|VOF|V\.O\.F\.))/.exec(text.slice(end.to, end.to + 8))?.[0].length ?? 0;
	return [{ from: kind.from, to: end.to + suffix, kind: 'organisation', rule: 'kind-and-name', sureness: 'likely' }];
};

/** Whether a small word without a capital belongs to the name: "moskee Ibn al Walid", "Buren voor Buren". */
const continues = ({ words }: Reading, at: number, hasName: boolean): boolean => {
	const [word, next] = [words[at], words[at + 1]];
	if (!word || !next?.isCapital || next.isStart || isPlace(next) || streetSuffix.test(next.folded)) return false;
	return hasName
		? /^(?:voor|en|al|el|van|der|den|de)$/.test(word.folded)
		: /^(?:de|het|'t|al|el|sint|st)$/.test(word.folded);
};

const isPlace = ({ folded }: Word) => placeNames.has(folded) || landNames.has(folded);

/** "Rietland College", "Pauluskerk". */
const kindBehind = (reading: Reading, index: number): readonly Hit[] | null => {
	const { words } = reading;
	const word = words[index];
	if (!word) return null;
	const isCompound = word.isCapital && compoundSuffix.test(word.folded) && !notOrganisations.has(word.folded);
	if (isCompound)
		return [
			{
				from: word.from,
				to: word.to,
				kind: 'organisation',
				rule: 'kind-and-name',
				sureness: word.isStart ? 'maybe' : 'likely'
			}
		];
	if (!kindWordsBehind.has(word.folded)) return null;
	let first = index;
	for (let at = index - 1; at >= index - 3 && isBeside(reading, words[at], words[at + 1]); at -= 1) {
		const before = words[at];
		if (before?.isCapital && !before.isStart && !notNames.has(before.folded)) first = at;
		else break;
	}
	const start = words[first];
	return first < index && start
		? [
				{
					from: start.from,
					to: word.to,
					kind: 'organisation',
					rule: 'kind-and-name',
					sureness: word.isCapital ? 'likely' : 'maybe'
				}
			]
		: null;
};

/** "bij De Loods 77": an article with a capital in the middle of a sentence begins the name of a place where people come. */
const withArticle = (reading: Reading, index: number): readonly Hit[] | null => {
	const { words } = reading;
	const [article, name] = [words[index], words[index + 1]];
	if (reading.isUncased || !article?.isCapital || !/^(?:de|het|'t)$/.test(article.folded)) return null;
	if (!name?.isCapital || name.isStart || !isBeside(reading, article, name)) return null;
	if (surnames.has(name.base) || isPlace(name) || notNames.has(name.base) || isStreetWord(name.folded)) return null;
	let last = index + 1;
	while (last < index + mostWords && isBeside(reading, words[last], words[last + 1]) && goesOn(words[last + 1]))
		last += 1;
	const end = words[last];
	if (!end || end.text.length === 1 || (article.isStart && !/^heet(?:te)?$/.test(words[last + 1]?.folded ?? '')))
		return null;
	return [{ from: article.from, to: end.to, kind: 'organisation', rule: 'article-and-name', sureness: 'maybe' }];
};

const goesOn = (word: Word | undefined): boolean =>
	word !== undefined && ((word.isCapital && !word.isStart) || (word.isNumber && word.to - word.from < 4));

/** Names of organisations that were found with their kind, where they stand without it: "De Linde". */
const saidAgain = (reading: Reading, hits: readonly Hit[]): readonly Hit[] => {
	const names = new Set(
		hits.flatMap(({ from, to }) => {
			const name = organisationName(reading.text.slice(from, to));
			return /\s/.test(name) && /\p{Lu}/u.test(name) ? [name] : [];
		})
	);
	return findPhrases(reading, phrasesOf([...names]))
		.filter(({ index }) => reading.words[index]?.isCapital === true)
		.map(({ from, to }): Hit => ({ from, to, kind: 'organisation', rule: 'known-organisation', sureness: 'likely' }));
};

/** The name of an organisation without the word that says what kind it is. */
export const organisationName = (written: string): string => {
	const [first = '', ...rest] = written.split(/\s+/);
	return rest.length > 0 && kindWords.has(foldWord(first.replace(/\.$/, ''))) ? rest.join(' ') : written;
};

/** Whether a word is the ending of a street or a building, so that it is no name of an organisation. */
const isStreetWord = (folded: string): boolean => streetSuffix.test(folded) && !notStreets.has(folded);
