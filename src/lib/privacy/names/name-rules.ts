import type { Sureness } from '../../domain/source/identifier.ts';
import type { IdentifierRule } from '../../domain/source/identifier-rule.ts';
import { commonWords } from '../lists/common-words.ts';
import { firstNames } from '../lists/first-names.ts';
import {
	alsoWords,
	manTitles,
	namingWords,
	neverBeforeAName,
	openingInfixes,
	otherTitles,
	personVerbs,
	roleWords,
	womanTitles
} from '../lists/name-words.ts';
import { notNames } from '../lists/not-names.ts';
import { surnames } from '../lists/surnames.ts';
import { numberOfWord } from '../number-words.ts';
import { isBeside, type Reading, type Word } from '../reading.ts';
import { canBeName, endOfName, isListed, isOtherThing, opensSurname } from './name-span.ts';

/** A name that a rule sees in a text, from its first to its last word. */
export type FoundName = {
	readonly first: number;
	readonly last: number;
	readonly rule: IdentifierRule;
	readonly sureness: Sureness;
};

/** A rule for names looks at one place of a text. */
export type NameRule = (reading: Reading, index: number) => FoundName | null;

export const isTitle = (folded: string): boolean =>
	manTitles.has(folded) || womanTitles.has(folded) || otherTitles.has(folded);

/** "mevrouw Terpstra-Li", "drs. P.J. Haverkate", "de heer en mevrouw Goossens". */
const titleAndName: NameRule = (reading, index) => {
	const { words, isUncased } = reading;
	const title = words[index];
	if (!title || !isTitle(title.folded)) return null;
	const article = words[index - 1];
	if (title.folded === 'heer' && article?.folded !== 'de') return null;
	const start = title.folded === 'heer' ? index - 1 : index;
	let at = index + 1;
	while (isBeside(reading, words[at - 1], words[at]) && isTitle(words[at]?.folded ?? '')) at += 1;
	if (words[at]?.folded === 'en' && isTitle(words[at + 1]?.folded ?? '')) at += 2;
	if (!isBeside(reading, words[at - 1], words[at])) return null;
	const isName = opensSurname(reading, at) || isCapitalPart(words[at]) || (isUncased && isUncommon(words[at]));
	const last = isName ? endOfName(reading, at) : null;
	if (last === null) return null;
	return { first: start, last, rule: 'title-and-name', sureness: isUncased ? 'maybe' : 'certain' };
};

const isCapitalPart = (word: Word | undefined): boolean =>
	word !== undefined &&
	word.isCapital &&
	!word.isStart &&
	!isOtherThing(word.base) &&
	!neverBeforeAName.has(word.folded);

const isUncommon = (word: Word | undefined): boolean =>
	word !== undefined &&
	!word.isNumber &&
	word.folded.length > 2 &&
	!commonWords.has(word.folded) &&
	!roleWords.has(word.folded) &&
	!isOtherThing(word.base);

/** After these a language may stand: "docent Frans". */
const teaches = /^(?:juf|meester|leraar|lerares|docent|docente|onderwijzer|onderwijzeres|coach|kinderen)$/;

/** "mijn dochter Marjolein", "de wijkagent Stef Hoekstra". */
const roleAndName: NameRule = (reading, index) => {
	const { words } = reading;
	const [role, name] = [words[index], words[index + 1]];
	if (!role || !name || !roleWords.has(role.folded) || !isBeside(reading, role, name)) return null;
	const isPerson = canBeName(name) || (firstNames.has(name.base) && !teaches.test(role.folded));
	if (reading.isUncased || name.isStart || !isPerson || isAcronym(name)) return null;
	const last = endOfName(reading, index + 1);
	return last === null ? null : { first: index + 1, last, rule: 'role-and-name', sureness: 'likely' };
};

/** How many small words may stand between "noemen" and the name. */
const mostBetween = 2;

/** "ik heet Jayden", "zij noemen hem Ziggy", "mijn naam is Zbigniew", "ik ben Judith Verhoeven". */
const namingAndName: NameRule = (reading, index) => {
	const { words, isUncased } = reading;
	const word = words[index];
	if (!word) return null;
	const isNaming =
		namingWords.has(word.folded) ||
		(word.folded === 'is' && words[index - 1]?.folded === 'naam') ||
		(word.folded === 'ben' && words[index - 1]?.folded === 'ik');
	if (!isNaming) return null;
	let at = index + 1;
	while (at <= index + mostBetween && !isUncased && neverBeforeAName.has(words[at]?.folded ?? '')) at += 1;
	const name = words[at];
	if (!name || !isBeside(reading, words[at - 1], name)) return null;
	const isName = isUncased
		? isListed(name.base) && isUncommon(name)
		: canBeName(name) && !name.isStart && !isAcronym(name);
	const last = isName ? endOfName(reading, at) : null;
	return last === null ? null : { first: at, last, rule: 'naming-and-name', sureness: isUncased ? 'maybe' : 'likely' };
};

/** "P.J. Haverkate", "A. de Vries". */
const initialsAndName: NameRule = (reading, index) => {
	const { text, words } = reading;
	const initial = words[index];
	if (!initial?.isCapital || initial.text.length !== 1 || text[initial.to] !== '.') return null;
	let at = index + 1;
	while (words[at]?.isCapital && words[at]?.text.length === 1 && isBeside(reading, words[at - 1], words[at])) at += 1;
	const name = words[at];
	if (!name || !isBeside(reading, words[at - 1], name) || name.text.length < 2) return null;
	if (!opensSurname(reading, at) && !(canBeName(name) && !commonWords.has(name.folded))) return null;
	const last = endOfName(reading, at);
	return last === null ? null : { first: index, last, rule: 'initials-and-name', sureness: 'likely' };
};

/** A first name of the lists, perhaps with a family name. What is also a word needs a second signal at a sentence's beginning. */
const firstName: NameRule = (reading, index) => {
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

/** "Van den Boogaard", "El Idrissi": a small word with a capital in the middle of a sentence. */
const infixAndName: NameRule = (reading, index) => {
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

const articles = new Set(['de', 'het', 'een', "'t", 'deze', 'die', 'dat', 'dit', "'n"]);

/** A family name of the lists without anything before it. */
const surname: NameRule = (reading, index) => {
	const { words, lowerCase, isUncased } = reading;
	const word = words[index];
	if (isUncased || !word?.isCapital || !surnames.has(word.base) || isAcronym(word)) return null;
	const isAlsoWord = alsoWords.has(word.base) || notNames.has(word.base);
	if (isAlsoWord && (word.isStart || notNames.has(word.base) || lowerCase.has(word.folded))) return null;
	if (!word.isStart && isAlsoWord && articles.has(words[index - 1]?.folded ?? '')) return null;
	const last = endOfName(reading, index) ?? index;
	return { first: index, last, rule: 'surname', sureness: word.isStart || isAlsoWord ? 'maybe' : 'likely' };
};

/** After these words stands where, not who. */
const beforePlaces = new Set(
	'in naar uit te vanuit richting tot langs omgeving regio gemeente stad dorp lijn wijk'.split(' ')
);
const thing =
	/(?:buurt|wijk|kwartier|eiland|stad|dorp|huis|centrum|fonds|bond|bank|polder|festival|feest|dag|krant|team|bad|brug|sluis|gebouw|zaal|loop|veen|hoven|werk|wet|plan|app|raad|visie|naar|naren|nezen|ianen|toets|zorg|kamer|winkel|net|club)$/;

/** A capital in the middle of a sentence of which no list says what it is. */
const capitalInSentence: NameRule = (reading, index) => {
	const { words, lowerCase, isUncased } = reading;
	const word = words[index];
	if (isUncased || !word || word.isStart || !canBeName(word) || isAcronym(word) || word.text.length < 2) return null;
	if (lowerCase.has(word.folded) || lowerCase.has(word.base) || commonWords.has(word.folded) || thing.test(word.base))
		return null;
	if (speaksOfThings(word)) return null;
	const before = words[index - 1];
	if (before && isBeside(reading, before, word) && (beforePlaces.has(before.folded) || articles.has(before.folded)))
		return null;
	const last = endOfName(reading, index) ?? index;
	return { first: index, last, rule: 'capital-in-sentence', sureness: 'maybe' };
};

/** What only a person does: "Dyllano werkt daar", "Dyllano, die werkt daar". */
const humanVerb =
	/^(?:zegt|zei|vertelt|vertelde|vraagt|vroeg|riep|belt|belde|appt|appte|woont|woonde|werkt|werkte|heet|heette|lacht|huilde|overleed|trouwde|studeert|kookt|helpt|hielp|kent)$/;

/** A word that begins a sentence, is on no list, and does what only people do. */
const capitalAndVerb: NameRule = (reading, index) => {
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

/** "AVG", "GGZ", "WhatsApp": letters that stand for words, and names that firms make. */
const isAcronym = ({ text, base }: Word): boolean =>
	text.length > 1 && (text === text.toUpperCase() || /^\p{L}\p{Lu}/u.test(text)) && !isFirstName(base);
const speaksOfThings = ({ text }: Word): boolean => /\p{Ll}\p{Lu}/u.test(text.replace(/^(?:Mc|Mac|De|Di|O['’])/u, ''));

/** The rules for names in the order in which they are asked: the first that sees a name at a place has it. */
export const nameRules: readonly NameRule[] = [
	titleAndName,
	roleAndName,
	namingAndName,
	initialsAndName,
	firstName,
	infixAndName,
	surname,
	capitalInSentence,
	capitalAndVerb
];
