import type { Utf16Offset } from '../domain/text/position.ts';
import { readText, type Reading } from './reading.ts';

/** Phrases of a list, by their first word. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Prepares a list of phrases for looking up; the longest of those that begin alike comes first. */
export const phrasesOf = (list: readonly string[]): Phrases => {
	const phrases = new Map<string, (readonly string[])[]>();
	for (const phrase of list) {
		const words = readText(phrase).words.map(({ base }) => base);
		const [first] = words;
		if (first === undefined) continue;
		phrases.set(first, [...(phrases.get(first) ?? []), words]);
	}
	for (const found of phrases.values()) found.sort((a, b) => b.length - a.length);
	return phrases;
};

/** Where phrases of a list stand in a text, whatever their case, accents and genitive. */
export const findPhrases = (
	{ words }: Reading,
	phrases: Phrases
): readonly {
	readonly from: Utf16Offset;
	readonly to: Utf16Offset;
	readonly index: number;
	readonly count: number;
}[] => {
	if (phrases.size === 0) return [];
	return words.flatMap((word, index) => {
		const found = phrases
			.get(word.base)
			?.find((phrase) => phrase.every((part, place) => words[index + place]?.base === part));
		const last = found && words[index + found.length - 1];
		return last ? [{ from: word.from, to: last.to, index, count: found.length }] : [];
	});
};
