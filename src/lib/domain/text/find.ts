import type { Range } from './range.ts';

/** A text in the form in which it is searched, and for each of its signs the character of the text it came from. */
type Folded = { readonly signs: readonly string[]; readonly from: readonly number[] };

const marks = /\p{M}/u;
const space = /\s/u;

/** Without case and accents; a row of white space counts as one space. Counted in code points of the given text. */
const fold = (text: string): Folded => {
	const signs: string[] = [];
	const from: number[] = [];
	let at = 0;
	for (const character of text) {
		for (const sign of character.normalize('NFD').toLocaleLowerCase('nl')) {
			if (marks.test(sign)) continue;
			const plain = space.test(sign) ? ' ' : sign;
			if (plain === ' ' && signs.at(-1) === ' ') continue;
			signs.push(plain);
			from.push(at);
		}
		at += 1;
	}
	return { signs, from };
};

/**
 * Where words stand in a text, whatever their case and accents: "cafe" finds "Café". Ranges in code points, in order,
 * none overlapping another; a combining mark after the last character belongs to it. Nothing is found for white space.
 */
export const findInText = (text: string, wanted: string): readonly Range[] => {
	const needle = fold(wanted.trim()).signs;
	if (needle.length === 0) return [];
	const { signs, from } = fold(text);
	const characters = [...text];
	const found: Range[] = [];
	for (let at = 0; at + needle.length <= signs.length;) {
		if (!needle.every((sign, index) => signs[at + index] === sign)) {
			at += 1;
			continue;
		}
		const start = from[at] ?? 0;
		let end = (from[at + needle.length - 1] ?? start) + 1;
		while (marks.test(characters[end] ?? '')) end += 1;
		found.push({ start, end });
		at += needle.length;
	}
	return found;
};
