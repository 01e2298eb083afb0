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

// A passage seldom holds more parts that stand apart, and an example seldom has more: so that the longest costs little too.
const longestRun = 8;
const runsWithin = 200;

/**
 * What can be a passage among the examples of a code: a run of parts that stand apart, and far on each part by itself. Of
 * few words only the passages of the code itself are known by their words alone, since anybody can say these.
 */
export const passagesIn = (example: string): readonly string[] => {
	const all = parts(example);
	return all.flatMap((first, from) => {
		if (first === '') return [];
		const length = from < runsWithin ? Math.min(longestRun, all.length - from) : 1;
		return Array.from({ length }, (_, at) => all.slice(from, from + at + 1))
			.filter((run) => run.at(-1) !== '')
			.map((run) => run.join(between));
	});
};

/** Whether words are enough to know a passage by, also when it was given another code since. */
export const isTelling = (passage: string): boolean => passage.trim().split(/\s+/u).length >= leastWords;

/** The example of a code with a mark in every place of that passage. */
export const withMark = (example: string, quote: string, mark: string): string => {
	const place = placeOf(example, quote);
	if (place === null || quote.trim() === mark) return example;
	return withMark(parts(example).toSpliced(place.at, place.length, mark).join(between), quote, mark);
};

/** The passages that give way to a mark, in the order in which they stand in the example of a code. */
export const inOrderOfPlace = (example: string, quotes: readonly string[]): readonly string[] => {
	const marks = new Map(quotes.map((quote, at) => [`\u0000${at}`, quote]));
	const marked = [...marks].reduce((left, [mark, quote]) => withMark(left, quote, mark), example);
	return parts(marked).flatMap((part) => marks.get(part) ?? []);
};

/**
 * The example of a code with a mark for each of some passages, the longest first; and those that gave way to one, in the
 * order in which they stand there. A part of a longer passage goes with that one and is not among them.
 */
export const withMarks = (
	example: string,
	quotes: readonly string[],
	mark: string
): { readonly example: string; readonly hidden: readonly string[] } => {
	const hidden: string[] = [];
	let marked = example;
	for (const quote of quotes.toSorted((a, b) => b.length - a.length)) {
		const next = withMark(marked, quote, mark);
		if (next !== marked) hidden.push(quote);
		marked = next;
	}
	return { example: marked, hidden: inOrderOfPlace(example, hidden) };
};

/**
 * The example of a code as a file has it, with the passages that stand there in the place of the marks for them; a code
 * without an example has none to put there. Null: it cannot be told which mark stands for which passage.
 */
export const withoutMarks = (
	written: string,
	mark: string,
	stored: string,
	hidden: readonly string[]
): string | null => {
	const all = parts(written);
	const marks = all.filter((part) => part === mark).length;
	if (!all.every((part) => part === mark || !part.includes(mark))) return null;
	if (stored.trim() === '') return all.filter((part) => part !== mark).join(between);
	if (marks === hidden.length) {
		let at = 0;
		return all.map((part) => (part === mark ? (hidden[(at += 1) - 1] ?? '') : part)).join(between);
	}
	// Quoted again since, or not any more: what stands beside the marks tells whether anything was changed.
	return isWithMarks(all, mark, parts(stored)) ? stored : null;
};

/** Whether parts are those of an example with marks in the place of one or more of them. */
const isWithMarks = (all: readonly string[], mark: string, stored: readonly string[]): boolean => {
	let from = 0;
	for (const [at, part] of all.entries()) {
		if (part === mark) continue;
		const place = stored.indexOf(part, from);
		if (place === -1 || (place > from && all[at - 1] !== mark) || (all[at - 1] === mark && place === from))
			return false;
		from = place + 1;
	}
	return all.at(-1) === mark ? from < stored.length : from === stored.length;
};
