const marks = /[\p{M}\u00AD\u200B-\u200D]/gu;
const plainAscii = /^[\x20-\x7E]*$/;

/** Letters that are no plain letter with a mark, and what people without such a key type for them. */
const otherLetters: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ı: 'i',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	'’': "'",
	'‘': "'",
	'\u2010': '-',
	'\u2011': '-'
};
const other = new RegExp(`[${Object.keys(otherLetters).join('')}]`, 'gu');

/** A word as it is compared: without case, accents and invisible signs; "Łucja" and "lucja" are one. */
export const foldWord = (word: string): string =>
	plainAscii.test(word)
		? word.toLowerCase()
		: word
				.toLowerCase()
				.normalize('NFD')
				.replace(marks, '')
				.replace(other, (letter) => otherLetters[letter] ?? letter);

/** How a genitive ends: "Fatima's", "Marloes'". */
const genitive = /'s?$/;

/** A folded word without the ending that says of whom something is. */
export const withoutGenitive = (folded: string): string => folded.replace(genitive, '');
