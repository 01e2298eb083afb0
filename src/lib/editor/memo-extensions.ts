import { Extension, type AnyExtension } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { liveChip } from './live-chip.ts';
import { referenceChip } from './reference-chip.ts';

/** Headings as a memo has them: pasted ones of other sizes become the nearest of the two. */
const heading = Heading.extend({
	parseHTML: () => [
		...['h1', 'h2'].map((tag) => ({ tag, attrs: { level: 2 } })),
		...['h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag, attrs: { level: 3 } }))
	]
}).configure({ levels: [2, 3] });

/** Items hold lines and lists. Tab is not taken: it leaves the editor, as everywhere on the page. */
const listItem = ListItem.extend({
	content: 'paragraph (paragraph | bulletList | orderedList)*',
	addKeyboardShortcuts() {
		return {
			Enter: () => this.editor.commands.splitListItem('listItem'),
			'Mod-]': () => this.editor.commands.sinkListItem('listItem'),
			'Mod-[': () => this.editor.commands.liftListItem('listItem')
		};
	}
});

/** A new line in the same paragraph. Ctrl+Enter is left alone: it stores the memo. */
const hardBreak = HardBreak.extend({
	addKeyboardShortcuts() {
		return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
	}
});

/** Ctrl+K finds something to put in, as the sign @ or / does. */
const askKey = (onAsk: () => void) =>
	Extension.create({
		name: 'askKey',
		addKeyboardShortcuts: () => ({
			'Mod-k': () => {
				onAsk();
				return true;
			}
		})
	});

/** What memos and reports are written in. */
const writing = (onAsk: () => void): AnyExtension[] => [
	Document,
	Paragraph,
	Text,
	heading,
	Bold,
	Italic,
	BulletList,
	OrderedList,
	listItem,
	hardBreak,
	UndoRedo,
	askKey(onAsk)
];

/** All that a memo can hold, and nothing else: what is pasted is cut down to this by the schema. */
export const memoExtensions = (onMention: () => void): AnyExtension[] => [...writing(onMention), referenceChip];

/** The same for a report, which has live blocks and no mentions. */
export const reportExtensions = (onInsert: () => void): AnyExtension[] => [...writing(onInsert), liveChip];
