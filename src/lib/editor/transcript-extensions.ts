import { Extension, type AnyExtension } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What is shown beside the words, in places of the editor: where turns begin, and what is the label of a speaker. */
export type TranscriptMarks = {
	readonly turns: readonly { readonly place: number; readonly name: string }[];
	readonly labels: readonly { readonly from: number; readonly to: number }[];
};

/** Signs that stand beside the text and go along with it while somebody types. */
type Shown = TranscriptMarks & { readonly decorations: DecorationSet };

export const marksKey = new PluginKey<Shown>('transcriptMarks');

export const marksPlugin = (marks: TranscriptMarks) =>
	new Plugin<Shown>({
		key: marksKey,
		state: {
			init: (_, { doc }) => ({ ...marks, decorations: drawMarks(doc, marks) }),
			apply: (transaction, shown) => (transaction.docChanged ? carry(transaction, shown) : shown)
		},
		props: { decorations: (state) => marksKey.getState(state)?.decorations }
	});

/** The signs after a change. In a long text only those of the line that changed are drawn anew. */
const carry = (transaction: Transaction, { turns, labels, decorations }: Shown): Shown => {
	const { mapping, doc } = transaction;
	const marks = {
		turns: turns.map(({ place, name }) => ({ place: mapping.map(place), name })),
		labels: labels.map(({ from, to }) => ({ from: mapping.map(from), to: mapping.map(to, -1) }))
	};
	return { ...marks, decorations: keepsLines(transaction) ? decorations.map(mapping, doc) : drawMarks(doc, marks) };
};

/** Whether all that changed lies within lines, so that none was cut in two, put together or taken away. */
const keepsLines = ({ steps, docs, doc }: Transaction): boolean =>
	steps.every((step, at) => {
		const [before, after] = [docs[at], docs[at + 1] ?? doc];
		let isWithin = before !== undefined;
		step.getMap().forEach((start, end, newStart, newEnd) => {
			isWithin &&= isInOneLine(before, start, end) && isInOneLine(after, newStart, newEnd);
		});
		return isWithin;
	});

const isInOneLine = (doc: Node | undefined, from: number, to: number): boolean => {
	const at = doc?.resolve(from);
	return at?.parent.isTextblock === true && to <= at.end();
};

/** The signs as decorations of the editor: the name of a turn on its line, and its label of the speaker. */
export const drawMarks = (doc: Node, { turns, labels }: TranscriptMarks): DecorationSet =>
	DecorationSet.create(doc, [
		...turns.map(({ place, name }) => {
			const at = doc.resolve(place);
			return Decoration.node(at.before(1), at.after(1), { 'data-turn': name });
		}),
		...labels
			.filter(({ from, to }) => from < to)
			.map(({ from, to }) => Decoration.inline(from, to, { class: 'speaker-label' }))
	]);

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
