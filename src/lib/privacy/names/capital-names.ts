import { commonWords } from '../lists/common-words.ts';
import { alsoWords, neverBeforeAName, roleWords } from '../lists/name-words.ts';
import { notNames } from '../lists/not-names.ts';
import { numberOfWord } from '../number-words.ts';
import { isBeside, type Reading, type Word } from '../reading.ts';
import type { NameRule } from './found-name.ts';
import { articles, isAcronym } from './name-signs.ts';
import { canBeName, endOfName, isListed } from './name-span.ts';

/** After these words stands where, not who. */
const beforePlaces = new Set(
	'in naar uit te vanuit richting tot langs omgeving regio gemeente stad dorp lijn wijk'.split(' ')
);
const thing =
	/(?:buurt|wijk|kwartier|eiland|stad|dorp|huis|centrum|fonds|bond|bank|polder|festival|feest|dag|krant|team|bad|brug|sluis|gebouw|zaal|loop|veen|hoven|werk|wet|plan|app|raad|visie|naar|naren|nezen|ianen|toets|zorg|kamer|winkel|net|club)$/;

/** A capital in the middle of a sentence of which no list says what it is. */
export const capitalInSentence: NameRule = (reading, index) => {
	const { words, lowerCase, isUncased } = reading;
	const word = words[index];
	if (isUncased || !word || word.isStart || !canBeName(word) || isAcronym(word) || word.text.length < 2) return null;
	if (lowerCase.has(word.folded) || lowerCase.has(word.base) || commonWords.has(word.folded) || thing.test(word.base))
		return null;
	if (speaksOfThings(word)) return null;
	const before = words[index - 1];
	if (before && isBeside(reading, before, word) && (beforePlaces.has(before.folded) || articles.has(before.folded)))
		return null;
	if (before?.isCapital && isBeside(reading, before, word) && isOfInstitution(reading, before)) return null;
	const last = endOfName(reading, index) ?? index;
	return { first: index, last, rule: 'capital-in-sentence', sureness: 'maybe' };
};

/** The first word of an institution, after which its second has a capital too: "Nederlandse Zorgautoriteit". */
const isOfInstitution = ({ lowerCase }: Reading, { base, folded, isStart }: Word): boolean =>
	!isStart && !isListed(base) && (notNames.has(base) || commonWords.has(folded) || lowerCase.has(folded));

/** What only a person does: "Dyllano werkt daar", "Dyllano, die werkt daar". */
const humanVerb =
	/^(?:zegt|zei|vertelt|vertelde|vraagt|vroeg|riep|belt|belde|appt|appte|woont|woonde|werkt|werkte|heet|heette|lacht|huilde|overleed|trouwde|studeert|kookt|helpt|hielp|kent)$/;

/** A word that begins a sentence, is on no list, and does what only people do. */
export const capitalAndVerb: NameRule = (reading, index) => {
	const { text, words, lowerCase, isUncased } = reading;
	const [word, next, later] = [words[index], words[index + 1], words[index + 2]];
	if (isUncased || !word?.isStart || !canBeName(word) || isAcronym(word) || word.text.length < 3) return null;
	if (lowerCase.has(word.folded) || commonWords.has(word.folded) || neverBeforeAName.has(word.folded)) return null;
	if (roleWords.has(word.folded) || alsoWords.has(word.base) || thing.test(word.base) || isNumberWord(word))
		return null;
	const doesIt = isBeside(reading, word, next) && humanVerb.test(next?.folded ?? '');
	const isWhoDoes =
		next !== undefined &&
		/^(?:die|hij|zij|ze)$/.test(next.folded) &&
		text.slice(word.to, next.from) === ', ' &&
		humanVerb.test(later?.folded ?? '');
	return doesIt || isWhoDoes ? { first: index, last: index, rule: 'capital-and-verb', sureness: 'maybe' } : null;
};

const isNumberWord = ({ folded }: Word): boolean => numberOfWord(folded) !== null;

/** "WhatsApp": names that firms make; not "McDonald". */
const speaksOfThings = ({ text }: Word): boolean => /\p{Ll}\p{Lu}/u.test(text.replace(/^(?:Mc|Mac|De|Di|O['’])/u, ''));
