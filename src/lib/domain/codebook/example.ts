/** Passages in the example of a code stand apart by an empty line. */
const between = '\n\n';

const parts = (example: string): readonly string[] => example.split(between).map((part) => part.trim());

/** Passages can hold empty lines themselves, so that a quote is looked for as a run of parts. */
const placeOf = (example: string, quote: string): { at: number; length: number } | null => {
	const [all, wanted] = [parts(example), parts(quote.trim())];
	const at = all.findIndex((_, start) => wanted.every((part, index) => all[start + index] === part));
	return at === -1 ? null : { at, length: wanted.length };
};

/** Whether a passage stands among the examples of a code. */
export const hasExample = (example: string, quote: string): boolean =>
	example.trim() !== '' && placeOf(example, quote) !== null;

/** The example of a code with one passage more; what stands there stays, and no passage stands there twice. */
export const withExample = (example: string, quote: string): string => {
	if (hasExample(example, quote)) return example;
	return example.trim() === '' ? quote.trim() : `${example.trim()}${between}${quote.trim()}`;
};

/** The example of a code without that passage. */
export const withoutExample = (example: string, quote: string): string => {
	const place = placeOf(example, quote);
	if (place === null) return example;
	return parts(example)
		.filter((_, index) => index < place.at || index >= place.at + place.length)
		.join(between);
};

const leastWords = 3;

/**
 * What can be a passage among the examples of a code: any run of parts that stand apart. Of few words only the passages
 * of the code itself are known by their words alone, since anybody can say these.
 */
export const passagesIn = (example: string): readonly string[] => {
	const all = example.trim() === '' ? [] : parts(example);
	return all.flatMap((_, from) => all.slice(from).map((__, at) => all.slice(from, from + at + 1).join(between)));
};

/** Whether words are enough to know a passage by, also when it was given another code since. */
export const isTelling = (passage: string): boolean => passage.trim().split(/\s+/u).length >= leastWords;

/** The example of a code with a mark in the place of that passage. */
export const withMark = (example: string, quote: string, mark: string): string => {
	const place = placeOf(example, quote);
	if (place === null) return example;
	return parts(example).toSpliced(place.at, place.length, mark).join(between);
};
