import { hasExample, withoutExample } from '../domain/codebook/example.ts';
import { referenceKey, withheldLabel, withReferences } from '../domain/memo/references.ts';
import { leftOutSign } from '../domain/report/shorten.ts';
import type { RichText } from '../domain/text/rich-text.ts';

/** Whether the example of a code holds one of these passages. */
export const holdsWords = (example: string, quotes: readonly string[]): boolean =>
	quotes.some((quote) => hasExample(example, quote));

/** The example of a code without these passages. */
export const forgetWords = (example: string, quotes: readonly string[]): string =>
	quotes.reduce((left, quote) => withoutExample(left, quote), example);

/**
 * Something kept as data (a version of the codebook, the way back of a change) without these passages among the
 * examples of codes; the same value when it holds none.
 */
export const forgetExamples = (value: unknown, quotes: readonly string[]): unknown => {
	if (Array.isArray(value)) {
		const items: unknown[] = value.map((item: unknown) => forgetExamples(item, quotes));
		return items.every((item, at) => item === value[at]) ? value : items;
	}
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, part]: [string, unknown]): readonly [string, unknown] => [
		key,
		key === 'example' && typeof part === 'string' ? forgetWords(part, quotes) : forgetExamples(part, quotes)
	]);
	return Object.entries(value).every(([, part], at) => part === entries[at]?.[1]) ? value : Object.fromEntries(entries);
};

const fewestWords = 3; // shorter passages ("ja", "dat klopt") stand anywhere, and point at nobody

/** A text in which people wrote, with "(…)" where it repeats one of these passages. */
export const forgetQuotes = (text: string, quotes: readonly string[]): string =>
	quotes
		.filter((quote) => quote.trim().split(/\s+/u).length >= fewestWords)
		.toSorted((a, b) => b.length - a.length)
		.reduce((left, quote) => left.replaceAll(quote.trim(), leftOutSign), text);

/** A memo's text in which mentions of what is gone lose their name or words. */
export const forgetMentions = (body: RichText, gone: ReadonlySet<string>): RichText =>
	withReferences(body, (reference) =>
		gone.has(referenceKey(reference)) ? { ...reference, label: withheldLabel } : reference
	);
