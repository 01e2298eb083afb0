import { failAll, fail, ok, type Result } from '../problem.ts';
import type { LiveBlockId } from '../project/ids.ts';
import { codePointLength } from '../text/position.ts';
import { parseRichText, plainText, richTextReferences, type Block, type RichText } from '../text/rich-text.ts';

/** The place of a live block in a text: what it says is kept beside the text. */
export type LivePlace = { readonly kind: 'live'; readonly id: LiveBlockId };

/** A text of a report: headings, paragraphs and lists, with live blocks between them. */
export type ReportText = readonly (Block | LivePlace)[];

export const longestSection = 20_000; // characters of plain text: some eight pages
export const mostLiveBlocks = 60; // in one section

/**
 * Reads a text of a report that comes from outside, and writes it in one way, as `parseRichText` does for what stands
 * between the live blocks. Mentions are no part of a report: what it leans on is a live block.
 */
export const parseReportText = (input: unknown): Result<ReportText> => {
	if (!Array.isArray(input)) return fail('rich-text-unreadable');
	const text: (Block | LivePlace)[] = [];
	let rich: unknown[] = [];
	const flush = (): Result<RichText> => {
		const read = parseRichText(rich);
		rich = [];
		if (read.ok) text.push(...read.value);
		return read;
	};
	for (const block of input) {
		if (!isLive(block)) {
			rich.push(block);
			continue;
		}
		const id = blockId(block);
		if (id === null) return fail('rich-text-unreadable');
		const before = flush();
		if (!before.ok) return before;
		text.push({ kind: 'live', id });
	}
	const last = flush();
	return last.ok ? checked(text) : failAll(last.problems);
};

/** The ids of the live blocks in a text, in reading order, each once. */
export const liveBlocksOf = (text: ReportText): readonly LiveBlockId[] => [
	...new Set(text.flatMap((block) => (block.kind === 'live' ? [block.id] : [])))
];

/** What an author wrote himself, without what live blocks say. */
export const writtenText = (text: ReportText): RichText =>
	text.flatMap((block) => (block.kind === 'live' ? [] : [block]));

/** Whether two texts say the same; the order in which a database or an editor names the properties does not matter. */
export const sameReportText = (a: ReportText, b: ReportText): boolean => canonical(a) === canonical(b);

const canonical = (text: ReportText): string => {
	const read = parseReportText(text);
	return JSON.stringify(read.ok ? read.value : text);
};

const checked = (text: ReportText): Result<ReportText> => {
	const written = writtenText(text);
	if (richTextReferences(written).length > 0) return fail('report-text-mention');
	const length = codePointLength(plainText(written));
	if (length > longestSection) return fail('report-text-too-long', { length, maximum: longestSection });
	const blocks = text.length - written.length;
	return blocks > mostLiveBlocks ? fail('report-blocks-too-many', { maximum: mostLiveBlocks }) : ok(text);
};

const isLive = (block: unknown): block is { readonly id?: unknown } =>
	typeof block === 'object' && block !== null && 'kind' in block && block.kind === 'live';

const blockId = ({ id }: { readonly id?: unknown }): string | null =>
	typeof id === 'string' && /^[\da-f-]{36}$/.test(id) ? id : null;
