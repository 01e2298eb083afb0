import { fail, ok, type Result } from '../problem.ts';

/** How a stretch of text is set; always in this order. */
export const textMarks = ['bold', 'italic'] as const;
export type TextMark = (typeof textMarks)[number];

/** What a text can point to. */
export const referenceKinds = ['code', 'coding', 'source'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** A link to a code, a coding or a source; the label is how it was called when the link was made. */
export type TextReference = {
	readonly kind: 'reference';
	readonly to: ReferenceKind;
	readonly id: string;
	readonly label: string;
};

/** What stands in a line. */
export type Inline =
	| { readonly kind: 'text'; readonly text: string; readonly marks: readonly TextMark[] }
	| TextReference
	| { readonly kind: 'break' };

/** A heading, a paragraph or a list. An item of a list is a paragraph, with paragraphs and lists below it. */
export type Block =
	| { readonly kind: 'heading'; readonly level: 2 | 3; readonly content: readonly Inline[] }
	| { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] };

/** A text with headings, lists and links, as somebody writes it in a memo; read by `parseRichText`. */
export type RichText = readonly Block[];

/** A text without a word. */
export const emptyRichText: RichText = [];

const lineText = (content: readonly Inline[]): string =>
	content
		.map((inline) => {
			switch (inline.kind) {
				case 'text':
					return inline.text;
				case 'reference':
					return inline.label;
				case 'break':
					return '\n';
				default:
					return inline satisfies never;
			}
		})
		.join('');

/** The sign before an item of a list, counted from 0. */
export const itemSign = (isOrdered: boolean, at: number): string => (isOrdered ? `${at + 1}. ` : '- ');

/** Puts a text behind a sign; its further lines stand below the first. */
export const hang = (sign: string, text: string): string =>
	sign + text.replaceAll(/\n(?=.)/g, `\n${' '.repeat(sign.length)}`);

/** The words alone, a block a line, for searching, counting and short previews. */
export const plainText = (rich: RichText): string =>
	rich
		.map((block) =>
			block.kind === 'list'
				? block.items.map((item, at) => hang(itemSign(block.ordered, at), plainText(item))).join('\n')
				: lineText(block.content)
		)
		.join('\n');

/** Every link in a text in reading order; one that stands twice is given twice. */
export const richTextReferences = (rich: RichText): readonly TextReference[] =>
	rich.flatMap((block) =>
		block.kind === 'list'
			? block.items.flatMap(richTextReferences)
			: block.content.filter((inline) => inline.kind === 'reference')
	);

/** Plain text as rich text: each line a paragraph, blank lines left out. */
export const fromPlainText = (text: string): RichText =>
	text
		.replaceAll(/\r\n?/g, '\n')
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => ({ kind: 'paragraph', content: [{ kind: 'text', text: line, marks: [] }] }));

export const mostBlocks = 2_000; // of a text, items of lists counted too
export const deepestList = 5; // lists within lists
export const longestRichText = 200_000; // characters: more than any memo, less than what slows a screen
export const longestLabel = 300; // characters

/**
 * Reads a text that comes from outside (a screen, the store) and writes it in one way: stretches with the same marks
 * are joined, marks stand in a fixed order, empty stretches, lists without items and lines without words at the end are
 * left out. So equal texts are equal values.
 */
export const parseRichText = (input: unknown): Result<RichText> => {
	const reading: Reading = { blocks: 0, characters: 0, failure: null };
	const rich = readBlocks(input, 0, reading);
	return reading.failure ?? ok(withoutEmptyEnd(rich));
};

/** What was read up to here, and the first thing that is not taken over. */
type Reading = { blocks: number; characters: number; failure: Result<never> | null };

const refuse = (reading: Reading, failure: Result<never>): readonly never[] => {
	reading.failure ??= failure;
	return [];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const readBlocks = (input: unknown, depth: number, reading: Reading): readonly Block[] => {
	if (!Array.isArray(input)) return refuse(reading, fail('rich-text-unreadable'));
	return input.flatMap((block: unknown) => (reading.failure ? [] : readBlock(block, depth, reading)));
};

const readBlock = (input: unknown, depth: number, reading: Reading): readonly Block[] => {
	reading.blocks += 1;
	if (reading.blocks > mostBlocks) return refuse(reading, fail('rich-text-too-many-blocks', { maximum: mostBlocks }));
	if (!isRecord(input)) return refuse(reading, fail('rich-text-unreadable'));
	const { kind, level } = input;
	if (kind === 'paragraph') return [{ kind, content: readLine(input['content'], reading) }];
	if (kind === 'heading' && depth === 0 && (level === 2 || level === 3))
		return [{ kind, level, content: readLine(input['content'], reading) }];
	if (kind === 'list' && typeof input['ordered'] === 'boolean') {
		if (depth >= deepestList) return refuse(reading, fail('rich-text-too-deep', { maximum: deepestList }));
		const items = readItems(input['items'], depth + 1, reading);
		return items.length === 0 ? [] : [{ kind, ordered: input['ordered'], items }];
	}
	return refuse(reading, fail('rich-text-unreadable'));
};

/** An item begins with a line of its own, be it an empty one. */
const readItems = (input: unknown, depth: number, reading: Reading): readonly (readonly Block[])[] => {
	if (!Array.isArray(input)) return refuse(reading, fail('rich-text-unreadable'));
	return input.map((item: unknown) => {
		reading.blocks += 1;
		if (reading.blocks > mostBlocks) refuse(reading, fail('rich-text-too-many-blocks', { maximum: mostBlocks }));
		const blocks = reading.failure ? [] : readBlocks(item, depth, reading);
		return blocks[0]?.kind === 'paragraph' ? blocks : [{ kind: 'paragraph', content: [] }, ...blocks];
	});
};

const readLine = (input: unknown, reading: Reading): readonly Inline[] => {
	if (!Array.isArray(input)) return refuse(reading, fail('rich-text-unreadable'));
	const read = input.flatMap((inline: unknown) => (reading.failure ? [] : readInline(inline, reading)));
	return joined(read);
};

/** Stretches with the same marks become one; each is put together once, however many pieces it came in. */
const joined = (read: readonly Inline[]): readonly Inline[] => {
	const runs: { readonly first: Inline; readonly pieces: string[] }[] = [];
	for (const inline of read) {
		const last = runs.at(-1);
		const isMore = inline.kind === 'text' && last?.first.kind === 'text' && sameMarks(last.first, inline);
		if (isMore) last.pieces.push(inline.text);
		else runs.push({ first: inline, pieces: inline.kind === 'text' ? [inline.text] : [] });
	}
	return runs.map(({ first, pieces }) =>
		first.kind === 'text' && pieces.length > 1 ? { ...first, text: pieces.join('').normalize('NFC') } : first
	);
};

type Stretch = Extract<Inline, { readonly kind: 'text' }>;
const sameMarks = (a: Stretch, b: Stretch): boolean =>
	a.marks.length === b.marks.length && a.marks.every((mark, at) => mark === b.marks[at]);

const readInline = (input: unknown, reading: Reading): readonly Inline[] => {
	if (!isRecord(input)) return refuse(reading, fail('rich-text-unreadable'));
	const { kind, to, id } = input;
	if (kind === 'break') return [{ kind }];
	if (kind === 'text') {
		const text = readWords(input['text'], reading);
		const marks = input['marks'];
		if (!Array.isArray(marks) || marks.some((mark) => !textMarks.includes(mark)))
			return refuse(reading, fail('rich-text-unreadable'));
		return text === '' ? [] : [{ kind, text, marks: textMarks.filter((mark) => marks.includes(mark)) }];
	}
	const kindOfLink = referenceKinds.find((known) => known === to);
	if (kind === 'reference' && kindOfLink && typeof id === 'string' && /^[\da-z-]{1,64}$/.test(id))
		return [
			{ kind, to: kindOfLink, id, label: readWords(input['label'], reading).slice(0, longestLabel).toWellFormed() }
		];
	return refuse(reading, fail('rich-text-unreadable'));
};

/** Words within a line: a line end becomes a space, half characters a sign of their own. */
const readWords = (input: unknown, reading: Reading): string => {
	if (typeof input !== 'string') return refuse(reading, fail('rich-text-unreadable')).join('');
	if (input.includes('\0')) return refuse(reading, fail('rich-text-has-nul')).join('');
	reading.characters += input.length;
	if (reading.characters > longestRichText)
		return refuse(reading, fail('rich-text-too-long', { maximum: longestRichText })).join('');
	return input
		.toWellFormed()
		.replaceAll(/[\r\n\t\u2028\u2029]+/g, ' ')
		.normalize('NFC');
};

const withoutEmptyEnd = (rich: RichText): RichText => {
	const last = rich.findLastIndex((block) => block.kind === 'list' || block.content.length > 0);
	return last === rich.length - 1 ? rich : rich.slice(0, last + 1);
};
