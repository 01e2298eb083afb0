import type { JSONContent } from '@tiptap/core';
import type { Result } from '../domain/problem.ts';
import { parseReportText, type ReportText } from '../domain/report/report-text.ts';
import { deepestList, parseRichText, textMarks, type RichText } from '../domain/text/rich-text.ts';

/**
 * What stands in the editor, in the one form of `parseRichText`. What a text does not know (a colour, a link) is left
 * out; lists that nest deeper than a text goes keep their words, as lines of the deepest item.
 */
export const fromTiptap = (document: JSONContent): Result<RichText> =>
	parseRichText((document.content ?? []).flatMap((node) => blocks(node, 0)));

/** The same for a text of a report, with its live blocks. */
export const fromReportTiptap = (document: JSONContent): Result<ReportText> =>
	parseReportText(
		(document.content ?? []).flatMap((node) =>
			node.type === 'live' ? [{ kind: 'live', id: node.attrs?.['id'] }] : blocks(node, 0)
		)
	);

const blocks = (node: JSONContent, depth: number): readonly unknown[] => {
	const inner = node.content ?? [];
	switch (node.type) {
		case 'heading':
			return [
				depth === 0
					? { kind: 'heading', level: node.attrs?.['level'] === 3 ? 3 : 2, content: inner.flatMap(inline) }
					: { kind: 'paragraph', content: inner.flatMap(inline) }
			];
		case 'paragraph':
			return [{ kind: 'paragraph', content: inner.flatMap(inline) }];
		case 'bulletList':
		case 'orderedList': {
			const items = inner.map((item) => (item.content ?? []).flatMap((child) => blocks(child, depth + 1)));
			return depth >= deepestList ? items.flat() : [{ kind: 'list', ordered: node.type === 'orderedList', items }];
		}
		default:
			return [];
	}
};

const inline = (node: JSONContent): readonly unknown[] => {
	switch (node.type) {
		case 'text': {
			const marks = textMarks.filter((mark) => node.marks?.some(({ type }) => type === mark));
			return [{ kind: 'text', text: (node.text ?? '').replaceAll('\0', ''), marks }];
		}
		case 'reference': {
			const { to, id, label } = node.attrs ?? {};
			return [{ kind: 'reference', to, id, label }];
		}
		case 'hardBreak':
			return [{ kind: 'break' }];
		default:
			return [];
	}
};
