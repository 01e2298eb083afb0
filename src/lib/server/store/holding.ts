import { sql, type RawBuilder } from 'kysely';
import { withoutAccents } from '../../domain/text/without-accents.ts';

const marks = String.raw`\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff`; // accents that stand apart, as JavaScript and PostgreSQL write them
const apart = new RegExp(`[${marks}]`, 'gu');
const lastLetter = 0x1fff; // up to here: Latin, Greek and Cyrillic, with all letters that have an accent

/** Each letter without accent, with all letters that it stands for: capitals, and those with an accent. */
const letters: ReadonlyMap<string, string> = (() => {
	const known = new Map<string, string>();
	for (let point = 0x41; point <= lastLetter; point += 1) {
		const letter = String.fromCodePoint(point);
		if (!/\p{L}/u.test(letter)) continue;
		const plain = withoutAccents(letter);
		known.set(plain, (known.get(plain) ?? '') + letter);
	}
	return known;
})();

/**
 * A pattern for texts that hold these words whatever their case and accents: "cafe" finds "Café", and "café" finds
 * "cafe". It is laid beside the text as it stands, so that no folded copy of what people wrote has to be kept, and asks
 * for no extension of the database.
 */
export const patternOf = (words: string): string =>
	[...words.trim().normalize('NFC').replaceAll(/\s+/g, ' ').replaceAll(apart, '')].map(patternOfSign).join('');

const patternOfSign = (sign: string): string => {
	if (sign === ' ') return String.raw`\s+`;
	const same = letters.get(withoutAccents(sign));
	return same === undefined ? sign.replace(/[\\^$.|?*+()[\]{}]/, String.raw`\$&`) : `[${same}][${marks}]*`;
};

/** Whether a text holds words, whatever their case and accents. */
export const holds = (text: RawBuilder<unknown>, words: string): RawBuilder<boolean> =>
	sql<boolean>`${text} ~ ${patternOf(words)}`;
