import { foldWord } from '../fold-word.ts';

/** A list of words as rules look them up: without case and accents. */
export type WordList = ReadonlySet<string>;

/** A word list from lines of words with spaces between them; `_` stands for a space within one entry. */
export const wordList = (...lines: readonly string[]): WordList =>
	new Set(
		lines.flatMap((line) =>
			line
				.trim()
				.split(/\s+/)
				.filter((word) => word !== '')
				.map((word) => foldWord(word.replaceAll('_', ' ')))
		)
	);
