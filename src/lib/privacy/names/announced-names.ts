import { commonWords } from '../lists/common-words.ts';
import { firstNames } from '../lists/first-names.ts';
import { infixes, namingWords, neverBeforeAName, roleWords } from '../lists/name-words.ts';
import { isBeside, type Reading, type Word } from '../reading.ts';
import type { NameRule } from './found-name.ts';
import { isAcronym, isFirstName, isNewSentence, isTitle } from './name-signs.ts';
import { canBeName, endOfName, isListed, isOtherThing, opensSurname } from './name-span.ts';

/** More titles or letters than these in a row are no part of a name. */
const mostTitles = 4;
const mostInitials = 6;

/** "mevrouw Terpstra-Li", "drs. A.M. Smit", "de heer en mevrouw Vermaat". */
export const titleAndName: NameRule = (reading, index) => {
	const { words, isUncased } = reading;
	const title = words[index];
	if (!title || !isTitle(title.folded)) return null;
	const article = words[index - 1];
	if (title.folded === 'heer' && article?.folded !== 'de') return null;
	const start = title.folded === 'heer' ? index - 1 : index;
	let at = index + 1;
	while (at < index + mostTitles && isBeside(reading, words[at - 1], words[at]) && isTitle(words[at]?.folded ?? ''))
		at += 1;
	if (words[at]?.folded === 'en' && isTitle(words[at + 1]?.folded ?? '')) at += 2;
	if (!isBeside(reading, words[at - 1], words[at])) return null;
	const isName = opensSurname(reading, at) || isCapitalPart(words[at]) || (isUncased && isUncommon(words[at]));
	const last = isName ? endOfName(reading, at) : null;
	if (last === null) return null;
	return {
		first: start,
		last: withoutEmployer(reading, at, last),
		rule: 'title-and-name',
		sureness: isUncased ? 'maybe' : 'certain'
	};
};

/** "meneer Smit van Vivium": after a title and a family name, "van" says for whom somebody works. */
const withoutEmployer = ({ words }: Reading, first: number, last: number): number => {
	const name = words[first];
	if (!name?.isCapital || name.text.length === 1 || infixes.has(name.folded) || isFirstName(name.base)) return last;
	for (let at = first + 1; at < last; at += 1) if (words[at]?.folded === 'van') return at - 1;
	return last;
};

const isCapitalPart = (word: Word | undefined): boolean =>
	word !== undefined &&
	word.isCapital &&
	!isNewSentence(word) &&
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

/** "mijn dochter Marjolein", "de wijkagent Ruud Kellenbach". */
export const roleAndName: NameRule = (reading, index) => {
	const { words } = reading;
	const [role, name] = [words[index], words[index + 1]];
	if (!role || !name || !roleWords.has(role.folded) || !isBeside(reading, role, name)) return null;
	const isPerson = canBeName(name) || (firstNames.has(name.base) && !teaches.test(role.folded));
	if (reading.isUncased || isNewSentence(name) || !isPerson || isAcronym(name)) return null;
	const last = endOfName(reading, index + 1);
	return last === null ? null : { first: index + 1, last, rule: 'role-and-name', sureness: 'likely' };
};

/** How many small words may stand between "noemen" and the name. */
const mostBetween = 2;

/** "ik heet Kevin", "zij noemen hem Blommie", "mijn naam is Ewa", "ik ben Karel Smit". */
export const namingAndName: NameRule = (reading, index) => {
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
		: canBeName(name) && !isNewSentence(name) && !isAcronym(name);
	const last = isName ? endOfName(reading, at) : null;
	return last === null ? null : { first: at, last, rule: 'naming-and-name', sureness: isUncased ? 'maybe' : 'likely' };
};

/** "A.M. Smit", "A. de Vries". */
export const initialsAndName: NameRule = (reading, index) => {
	const { text, words } = reading;
	const initial = words[index];
	if (!initial?.isCapital || initial.text.length !== 1 || text[initial.to] !== '.') return null;
	let at = index + 1;
	while (at < index + mostInitials && words[at]?.text.length === 1 && isBeside(reading, words[at - 1], words[at]))
		at += 1;
	const name = words[at];
	if (!name || !isBeside(reading, words[at - 1], name) || name.text.length < 2) return null;
	if (!opensSurname(reading, at) && !(canBeName(name) && !commonWords.has(name.folded))) return null;
	const last = endOfName(reading, at);
	return last === null ? null : { first: index, last, rule: 'initials-and-name', sureness: 'likely' };
};
