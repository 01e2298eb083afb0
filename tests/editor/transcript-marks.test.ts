import { getSchema } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOf, toTranscriptDocument } from '../../src/lib/editor/transcript-document.ts';
import { drawMarks, marksKey, marksPlugin } from '../../src/lib/editor/transcript-extensions.ts';

const schema = getSchema([Document, Paragraph, Text]);
const lines = ['INT: Hoe 😀 gaat het?', 'R: Goed, één ding.', '', 'INT: En 👨‍👩‍👧?', 'R: Ja.'];
const text = lines.join('\n');

/** A text with a sign on each line in which somebody speaks. */
const start = (): EditorState => {
	const doc = schema.nodeFromJSON(toTranscriptDocument(text));
	const spoken = [...text.matchAll(/^(INT|R):/gm)].map(({ 0: label, index }) => ({
		from: placeOf(doc, index),
		to: placeOf(doc, index + label.length)
	}));
	const turns = spoken.map(({ from }, at) => ({ place: from, name: `turn ${at + 1}` }));
	return EditorState.create({ doc, plugins: [marksPlugin({ turns, labels: spoken })] });
};

const shownIn = (state: EditorState) => {
	const shown = marksKey.getState(state);
	if (!shown) throw new Error('the signs are kept in the state');
	const listed = ({ decorations }: { readonly decorations: ReturnType<typeof drawMarks> }) =>
		decorations
			.find()
			.map(({ from, to }) => `${from}-${to}`)
			.toSorted();
	return { kept: listed(shown), drawn: listed({ decorations: drawMarks(state.doc, shown) }) };
};

type Act = { readonly kind: 'type' | 'delete' | 'split' | 'join'; readonly at: number; readonly length: number };

const act = (state: EditorState, { kind, at, length }: Act): Transaction => {
	const { tr, doc } = state;
	const from = 1 + (at % (doc.content.size - 1));
	const to = Math.min(doc.content.size - 1, from + length);
	const parent = doc.resolve(from).parent;
	if (kind === 'type') return parent.isTextblock ? tr.insertText('é', from) : tr;
	if (kind === 'split') return parent.isTextblock ? tr.split(from) : tr;
	if (kind === 'delete') return tr.delete(from, to);
	const end = doc.resolve(from).after(1);
	return end < doc.content.size ? tr.join(end) : tr;
};

const acts = fc.array(
	fc.record({
		kind: fc.constantFrom('type', 'type', 'delete', 'split', 'join'),
		at: fc.nat(200),
		length: fc.integer({ min: 1, max: 30 })
	}) as fc.Arbitrary<Act>,
	{ maxLength: 25 }
);

test('each sign stands where it would be drawn anew, whatever is typed, deleted, cut in two or put together', () => {
	fc.assert(
		fc.property(acts, (all) => {
			let state = start();
			for (const one of all) {
				state = state.apply(act(state, one));
				const { kept, drawn } = shownIn(state);
				expect(kept).toEqual(drawn);
			}
		}),
		{ numRuns: 500 }
	);
});

test('what changes nothing in the words draws nothing anew, and a letter draws no other line', () => {
	const state = start();
	const same = state.apply(state.tr.setMeta('any', true));
	expect(marksKey.getState(same)?.decorations).toBe(marksKey.getState(state)?.decorations);
	const typed = state.apply(state.tr.insertText('é', 8));
	expect(shownIn(typed).kept).toHaveLength(8);
	expect(shownIn(typed).kept).toEqual(shownIn(typed).drawn);
});
