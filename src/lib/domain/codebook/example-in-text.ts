/** A passage among examples as it stands in a text; in UTF-16 units. */
export type FoundPassage = { readonly passage: string; readonly from: number; readonly to: number };

const leastWords = 5; // fewer words in a row stand in any text, and point at no interview

type Word = { readonly word: string; readonly from: number; readonly to: number };

const wordsOf = (text: string): readonly Word[] =>
	[...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
		word: word.normalize('NFC').toLowerCase(),
		from: index,
		to: index + word.length
	}));

const keyOf = (words: readonly Word[], at: number): string =>
	words
		.slice(at, at + leastWords)
		.map(({ word }) => word)
		.join(' ');

/**
 * Looks for passages in texts that were spoken, whatever their capitals, signs and white space: so that words of an
 * interview are known that nobody coded, or where the coding was made longer or shorter since. Each text is read once.
 */
export const passagesInText = (passages: readonly string[]): ((text: string) => readonly FoundPassage[]) => {
	const byStart = new Map<string, { readonly passage: string; readonly words: readonly Word[] }[]>();
	for (const passage of new Set(passages)) {
		const words = wordsOf(passage);
		if (words.length < leastWords) continue;
		const alike = byStart.get(keyOf(words, 0));
		if (alike) alike.push({ passage, words });
		else byStart.set(keyOf(words, 0), [{ passage, words }]);
	}
	if (byStart.size === 0) return () => [];
	return (text) => {
		const said = wordsOf(text);
		return said.flatMap(({ from }, at) =>
			(byStart.get(keyOf(said, at)) ?? [])
				.filter(({ words }) => words.every(({ word }, place) => said[at + place]?.word === word))
				.map(({ passage, words }) => ({ passage, from, to: said[at + words.length - 1]?.to ?? from }))
		);
	};
};
