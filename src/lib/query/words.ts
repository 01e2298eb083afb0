/**
 * The words a text condition asks for: lower case, in composed form, without the signs around them. "Veilig*" and
 * "veilig" ask for the same, since a word is found wherever it occurs: also in "onveiliger".
 */
export const searchWords = (text: string): readonly string[] => [
	...new Set(
		text
			.normalize('NFC')
			.toLowerCase()
			.split(/\s+/u)
			.map((word) => word.replace(/^["'“”‘’„*]+|["'“”‘’„*]+$/gu, ''))
			.filter((word) => word !== '')
	)
];

/** Whether all words occur in a quote, in any order; upper and lower case are equal, é and e are not. */
export const hasWords = (quote: string, words: readonly string[]): boolean => {
	const plain = quote.toLowerCase();
	return words.every((word) => plain.includes(word));
};
