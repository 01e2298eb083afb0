import type { JSONContent } from '@tiptap/core';
import type { ReportText } from '../domain/report/report-text.ts';
import type { Block, Inline, RichText } from '../domain/text/rich-text.ts';

/** A text as the editor reads it; a text without a word is one empty line, since the editor has no less. */
export const toTiptap = (rich: RichText): JSONContent => ({
	type: 'doc',
	content: rich.length === 0 ? [{ type: 'paragraph' }] : rich.map(blockNode)
});

/** What a live block shows in the text; `attention` = it asks to be looked at. */
export type LiveChip = {
	readonly says: string;
	readonly about: string;
	readonly attention: string;
};

/** A text of a report as the editor reads it; there is always a line to write in below the last block. */
export const toReportTiptap = (text: ReportText, chipOf: (id: string) => LiveChip): JSONContent => ({
	type: 'doc',
	content: [
		...text.map((block) => (block.kind === 'live' ? liveNode(block.id, chipOf(block.id)) : blockNode(block))),
		...(text.at(-1)?.kind === 'live' || text.length === 0 ? [{ type: 'paragraph' }] : [])
	]
});

/** A live block as a piece of the editor. */
export const liveNode = (id: string, chip: LiveChip): JSONContent => ({ type: 'live', attrs: { id, ...chip } });

const blockNode = (block: Block): JSONContent => {
	switch (block.kind) {
		case 'heading':
			return { type: 'heading', attrs: { level: block.level }, content: block.content.map(inlineNode) };
		case 'paragraph':
			return { type: 'paragraph', content: block.content.map(inlineNode) };
		case 'list':
			return {
				type: block.ordered ? 'orderedList' : 'bulletList',
				content: block.items.map((item) => ({ type: 'listItem', content: item.map(blockNode) }))
			};
		default:
			return block satisfies never;
	}
};

const inlineNode = (inline: Inline): JSONContent => {
	switch (inline.kind) {
		case 'text':
			return { type: 'text', text: inline.text, marks: inline.marks.map((type) => ({ type })) };
		case 'reference': {
			const { to, id, label } = inline;
			return { type: 'reference', attrs: { to, id, label } };
		}
		case 'break':
			return { type: 'hardBreak' };
		default:
			return inline satisfies never;
	}
};
