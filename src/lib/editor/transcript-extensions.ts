import { Extension, type AnyExtension } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { Fragment, Slice, type Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What is shown beside the words, in places of the editor: where turns begin, and what is the label of a speaker. */
export type TranscriptMarks = {
	readonly turns: readonly { readonly place: number; readonly name: string }[];
	readonly labels: readonly { readonly from: number; readonly to: number }[];
};

const key = new PluginKey<TranscriptMarks>('transcriptMarks');

/** Signs that stand beside the text and go along with it while somebody types. */
const marksPlugin = (marks: TranscriptMarks) =>
	new Plugin<TranscriptMarks>({
		key,
		state: {
			init: () => marks,
			apply: (transaction, { turns, labels }) =>
				transaction.docChanged
					? {
							turns: turns.map(({ place, name }) => ({ place: transaction.mapping.map(place), name })),
							labels: labels.map(({ from, to }) => ({
								from: transaction.mapping.map(from),
								to: transaction.mapping.map(to, -1)
							}))
						}
					: { turns, labels }
		},
		props: {
			decorations: (state) => {
				const now = key.getState(state);
				if (!now) return null;
				const lines = now.turns.map(({ place, name }) => {
					const at = state.doc.resolve(place);
					return Decoration.node(at.before(1), at.after(1), { 'data-turn': name });
				});
				const labels = now.labels
					.filter(({ from, to }) => from < to)
					.map(({ from, to }) => Decoration.inline(from, to, { class: 'speaker-label' }));
				return DecorationSet.create(state.doc, [...lines, ...labels]);
			}
		}
	});

/** Plain words only: what is pasted comes in as lines, and goes out as lines. */
const plainText = Extension.create({
	name: 'plainText',
	addProseMirrorPlugins: () => [
		new Plugin({
			props: {
				handlePaste: (view, event) => {
					const words = event.clipboardData?.getData('text/plain') ?? '';
					if (words !== '')
						view.dispatch(view.state.tr.replaceSelection(linesOf(view.state.schema, words)).scrollIntoView());
					return true;
				},
				clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n')
			}
		})
	]
});

const linesOf = (schema: Schema, words: string): Slice => {
	const lines = words.replace(/\r\n?/g, '\n').replaceAll('\uFEFF', '').split('\n');
	const paragraph = schema.nodes['paragraph'];
	if (!paragraph) throw new Error('the editor knows no lines');
	const nodes = lines.map((line) => paragraph.create(null, line === '' ? null : schema.text(line)));
	return new Slice(Fragment.fromArray(nodes), 1, 1);
};

/** A text that is only pointed at: the cursor goes through it and chooses words, and nothing changes. */
const lock = (isLocked: () => boolean) =>
	Extension.create({
		name: 'lock',
		addProseMirrorPlugins: () => [
			new Plugin({
				filterTransaction: (transaction) => !(isLocked() && transaction.docChanged),
				props: {
					handleDOMEvents: {
						beforeinput: (_view, event) => {
							if (isLocked()) event.preventDefault();
							return isLocked();
						}
					}
				}
			})
		]
	});

/** All that a transcript holds: lines of plain words. */
export const transcriptExtensions = (marks: TranscriptMarks, isLocked: () => boolean): AnyExtension[] => [
	Document,
	Paragraph,
	Text,
	UndoRedo,
	plainText,
	lock(isLocked),
	Extension.create({ name: 'transcriptMarks', addProseMirrorPlugins: () => [marksPlugin(marks)] })
];
