import { getSchema } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Slice, type Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, composeEdits, type Edit } from '../../src/lib/domain/text/edit.ts';
import {
	editsOf,
	offsetOf,
	placeOf,
	toTranscriptDocument,
	transcriptOf
} from '../../src/lib/editor/transcript-document.ts';
import { someText } from '../support/random-edit.ts';

const schema = getSchema([Document, Paragraph, Text]);
const documentOf = (text: string): Node => schema.nodeFromJSON(toTranscriptDocument(text));
const stateOf = (text: string) => EditorState.create({ doc: documentOf(text) });
const none: Edit = [];
const together = (edits: readonly Edit[]) => edits.reduce(composeEdits, none);

const text = 'INT: Hoe 😀 gaat het?\n\nR: Goed,\u00a0één\tding 👨‍👩‍👧.';

describe('a transcript in the editor', () => {
	test('is the same text again, with its empty lines, tabs and fixed spaces (F14)', () => {
		expect(transcriptOf(documentOf(text))).toBe(text);
		for (const other of ['', '\n', 'a\n', '\na', '\n\n']) expect(transcriptOf(documentOf(other))).toBe(other);
	});

	test('has a place for each offset, and an offset for each place', () => {
		const document = documentOf(text);
		for (let offset = 0; offset <= text.length; offset += 1)
			expect(offsetOf(document, placeOf(document, offset))).toBe(offset);
		for (let place = 0; place <= document.content.size; place += 1) {
			const offset = offsetOf(document, place);
			expect(offset).toBeGreaterThanOrEqual(0);
			expect(offset).toBeLessThanOrEqual(text.length);
		}
	});
});

describe('what somebody does in the editor, as an edit', () => {
	const place = (words: string) => placeOf(documentOf(text), text.indexOf(words));
	const done = (change: (state: EditorState) => ReturnType<EditorState['tr']['insertText']>) => {
		const transaction = change(stateOf(text));
		return { edit: together(editsOf(transaction)), after: transcriptOf(transaction.doc) };
	};

	test.each<[string, (state: EditorState) => ReturnType<EditorState['tr']['insertText']>, Edit]>([
		['typing', ({ tr }) => tr.insertText('dan ', place('gaat')), [{ retain: 11 }, { insert: 'dan ' }]],
		['deleting an emoji', ({ tr }) => tr.delete(place('😀'), place('😀') + 2), [{ retain: 9 }, { delete: 1 }]],
		['a new line', ({ tr }) => tr.split(place('gaat')), [{ retain: 11 }, { insert: '\n' }]],
		['joining two lines', ({ tr }) => tr.delete(place('R:') - 1, place('R:')).join(place('R:') - 1), []],
		['deleting over lines', ({ tr }) => tr.delete(place('gaat'), place('Goed')), [{ retain: 11 }, { delete: 14 }]]
	])('%s', (_, change, expected) => {
		const { edit, after } = done(change);
		expect(applyEdit(text, edit)).toBe(after);
		if (expected.length > 0) expect(edit).toEqual(expected);
	});

	test('says which of two equal words went', () => {
		const twice = 'ja ja ja';
		const state = stateOf(twice);
		expect(together(editsOf(state.tr.delete(4, 7)))).toEqual([{ retain: 3 }, { delete: 3 }]);
	});

	test('of any steps together makes the text that stands in the editor', () => {
		const step = fc.record({
			at: fc.nat(),
			size: fc.nat(12),
			words: fc.constantFrom('', 'ja', '😀', 'é'),
			kind: fc.nat(3)
		});
		fc.assert(
			fc.property(someText, fc.array(step, { maxLength: 6 }), (start, steps) => {
				const { tr } = stateOf(start);
				for (const { at, size, words, kind } of steps) {
					const now = transcriptOf(tr.doc);
					// A browser never puts the cursor in the middle of a character.
					const whole = (offset: number) => (/^[\uDC00-\uDFFF]/.test(now.slice(offset)) ? offset + 1 : offset);
					const first = whole(at % (now.length + 1));
					const from = placeOf(tr.doc, first);
					const to = placeOf(tr.doc, whole(Math.min(now.length, first + size)));
					if (kind === 0 && words !== '') tr.insertText(words, from);
					else if (kind === 1 && to > from) tr.delete(from, to);
					else if (kind === 2) tr.split(from);
					else if (to > from) tr.replace(from, to, Slice.empty);
				}
				expect(applyEdit(start, together(editsOf(tr)))).toBe(transcriptOf(tr.doc));
			})
		);
	});
});
