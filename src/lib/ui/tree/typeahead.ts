import { withoutAccents } from '#lib/domain/text/without-accents.ts';

const patience = 700; // milliseconds between letters of one word

/**
 * Where letters lead that are typed in a list or tree: to the next name that begins with them. Letters that follow soon
 * are one word, accents aside; the same letter again goes on to the next name with it. `at`: when, in milliseconds; -1 = nowhere.
 */
export const typeahead = (): ((letter: string, names: readonly string[], from: number, at: number) => number) => {
	let typed = '';
	let typedAt = -Infinity;
	return (letter, names, from, at) => {
		typed = at - typedAt > patience ? letter : typed + letter;
		typedAt = at;
		const isSame = [...typed].every((other) => other === letter);
		const word = withoutAccents(isSame ? letter : typed);
		const start = isSame ? from + 1 : from;
		const order = names.map((_, index) => (index + start) % names.length);
		return order.find((index) => withoutAccents(names[index] ?? '').startsWith(word)) ?? -1;
	};
};
