import type { Inline } from '../domain/text/rich-text.ts';

/** Words that somebody said, as they are looked for in what people wrote elsewhere. */
export type SaidWords = {
	/** passages that were marked, by their first words; the longest of those that begin alike comes first */
	readonly passages: ReadonlyMap<string, readonly Passage[]>;
	/** every run of so many words that was spoken */
	readonly runs: ReadonlySet<string>;
};

/** `before` and `after`: signs around its first and last word. */
type Passage = { readonly words: readonly string[]; readonly before: string; readonly after: string };

const fewestWords = 3; // of a passage: shorter ones ("ja", "dat klopt") stand anywhere, and point at nobody
const runLength = 7; // words of what nobody marked: people seldom hit on the same seven words by themselves

type Word = { readonly word: string; readonly from: number; readonly to: number };

const wordsOf = (text: string): readonly Word[] =>
	[...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
		word: word.normalize('NFC').toLowerCase().replaceAll('’', "'"),
		from: index,
		to: index + word.length
	}));

const keyOf = (words: readonly Word[], at: number, length: number): string =>
	words
		.slice(at, at + length)
		.map(({ word }) => word)
		.join(' ');

/** Passages that were marked, whole and line by line as they are pasted, and texts of which any long run of words counts. */
export const saidWords = (passages: readonly string[], spoken: readonly string[]): SaidWords => {
	const byStart = new Map<string, Passage[]>();
	for (const passage of new Set(passages.flatMap((one) => [one, ...one.split('\n')]).map((one) => one.trim()))) {
		const words = wordsOf(passage);
		const [first, last] = [words[0], words.at(-1)];
		if (!first || !last || words.length < fewestWords) continue;
		const key = keyOf(words, 0, fewestWords);
		const one = {
			words: words.map(({ word }) => word),
			before: passage.slice(0, first.from),
			after: passage.slice(last.to)
		};
		byStart.set(key, [...(byStart.get(key) ?? []), one]);
	}
	for (const alike of byStart.values()) alike.sort((a, b) => b.words.length - a.words.length);
	const runs = new Set<string>();
	for (const text of spoken) {
		const words = wordsOf(text);
		for (let at = 0; at + runLength <= words.length; at += 1) runs.add(keyOf(words, at, runLength));
	}
	return { passages: byStart, runs };
};

/** Where a text repeats what was said, whatever its capitals and white space; in UTF-16 units, in order, apart. */
const repeatedIn = (text: string, { passages, runs }: SaidWords): readonly Span[] => {
	const words = wordsOf(text);
	const spans: Span[] = [];
	for (const [at, { from, to }] of words.entries()) {
		const passage = passages
			.get(keyOf(words, at, fewestWords))
			?.find((one) => one.words.every((word, place) => words[at + place]?.word === word));
		const end = words[at + (passage?.words.length ?? 1) - 1]?.to ?? to;
		if (passage) spans.push(widened(text, { from, to: end }, passage));
		const last = words[at + runLength - 1];
		if (last && runs.has(keyOf(words, at, runLength))) spans.push({ from, to: last.to });
	}
	return united(spans);
};

type Span = { readonly from: number; readonly to: number };

/** With the signs that belong to the passage, where they stand there too. */
const widened = (text: string, { from, to }: Span, { before, after }: Passage): Span => ({
	from: text.slice(0, from).endsWith(before) ? from - before.length : from,
	to: text.startsWith(after, to) ? to + after.length : to
});

const united = (spans: readonly Span[]): readonly Span[] => {
	const apart: Span[] = [];
	for (const span of spans.toSorted((a, b) => a.from - b.from)) {
		const last = apart.at(-1);
		if (last && span.from <= last.to) apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
		else apart.push(span);
	}
	return apart;
};

/** What stands in the place of words that are repeated. */
export type Change = (words: string) => string;

/** A text with what it repeats changed; the same text when it repeats nothing. */
export const changeRepeated = (text: string, said: SaidWords, change: Change): string => {
	let changed = '';
	let at = 0;
	for (const { from, to } of repeatedIn(text, said)) {
		changed += text.slice(at, from) + change(text.slice(from, to));
		at = to;
	}
	return at === 0 && changed === '' ? text : changed + text.slice(at);
};

/** A line of a rich text with what it repeats changed, also where that is partly bold or broken; mentions stay. */
export const changeLine = (content: readonly Inline[], said: SaidWords, change: Change): readonly Inline[] => {
	const changed: Inline[] = [];
	let stretch: Inline[] = [];
	const flush = () => {
		changed.push(...changeStretch(stretch, said, change));
		stretch = [];
	};
	for (const inline of content) {
		if (inline.kind !== 'reference') {
			stretch.push(inline);
			continue;
		}
		flush();
		changed.push(inline);
	}
	flush();
	return changed.length === content.length && changed.every((one, at) => one === content[at]) ? content : changed;
};

const changeStretch = (content: readonly Inline[], said: SaidWords, change: Change): readonly Inline[] => {
	const textOf = (inline: Inline) => (inline.kind === 'text' ? inline.text : '\n');
	const whole = content.map(textOf).join('');
	const spans = repeatedIn(whole, said);
	if (spans.length === 0) return content;
	let start = 0;
	return content.flatMap((inline): readonly Inline[] => {
		const [from, to] = [start, start + textOf(inline).length];
		start = to;
		const hit = spans.filter((span) => span.from < to && from < span.to);
		if (hit.length === 0) return [inline];
		if (inline.kind !== 'text') return [];
		let text = '';
		let at = from;
		for (const span of hit) {
			text += whole.slice(at, Math.max(at, span.from));
			if (span.from >= from) text += change(whole.slice(span.from, span.to)).replaceAll('\n', ' ');
			at = Math.min(span.to, to);
		}
		text += whole.slice(at, to);
		return text === '' ? [] : [{ ...inline, text }];
	});
};

/**
 * Something kept as data (a rich text, a table, a document) with what its texts repeat changed; the same value when they
 * repeat nothing. `example`: what becomes of the examples of codes in it.
 */
export const changeData = (value: unknown, said: SaidWords, change: Change, example?: Change): unknown => {
	if (typeof value === 'string') return changeRepeated(value, said, change);
	if (Array.isArray(value)) {
		const items: unknown[] = value.map((item: unknown) => changeData(item, said, change, example));
		return items.every((item, at) => item === value[at]) ? value : items;
	}
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, part]: [string, unknown]): readonly [string, unknown] => {
		if (key === 'example' && typeof part === 'string' && example) return [key, example(part)];
		if (key === 'content' && isLine(part)) return [key, changeLine(part, said, change)];
		return [key, changeData(part, said, change, example)];
	});
	return Object.values(value).every((part, at) => part === entries[at]?.[1]) ? value : Object.fromEntries(entries);
};

const isLine = (value: unknown): value is readonly Inline[] =>
	Array.isArray(value) &&
	value.every(
		(one: unknown) =>
			typeof one === 'object' &&
			one !== null &&
			'kind' in one &&
			(one.kind === 'break' ||
				(one.kind === 'text' && 'text' in one && typeof one.text === 'string') ||
				(one.kind === 'reference' && 'label' in one))
	);
