/** Numbers for the groups of a text, in the order of reading: the same in the text and in the list. */
export const numbersOf = (groups: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
	new Map(groups.map(({ id }, index) => [id, index + 1]));

/** Each way in which a name is said, with how often, in the order in which it first is. */
export const countWords = (said: readonly string[]): readonly { readonly words: string; readonly n: number }[] => {
	const counts = new Map<string, number>();
	for (const words of said) counts.set(words, (counts.get(words) ?? 0) + 1);
	return [...counts].map(([words, n]) => ({ words, n }));
};
