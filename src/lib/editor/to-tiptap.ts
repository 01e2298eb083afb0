import type { JSONContent } from '@tiptap/core';
import type { Block, Inline, RichText } from '../domain/text/rich-text.ts';

/** A text as the editor reads it; a text without a word is one empty line, since the editor has no less. */
export const toTiptap = (rich: RichText): JSONContent => ({
	type: 'doc',
	content: rich.length === 0 ? [{ type: 'paragraph' }] : rich.map(blockNode)
});

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
