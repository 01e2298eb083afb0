import { getSchema } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { applyEdit } from '../../src/lib/domain/text/edit.ts';
import { editsOf, placeOf, toTranscriptDocument } from '../../src/lib/editor/transcript-document.ts';

/** F10: a save wrote only what was in sight over the whole. What is sent is the change, and nothing around it. */
test('a letter typed in the middle of a long text sends that letter, and the rest is as it was', () => {
	const lines = Array.from({ length: 3000 }, (_, n) => `R: Zin ${n} met 😀 woorden en één accent.`);
	const text = lines.join('\n');
	const schema = getSchema([Document, Paragraph, Text]);
	const { tr, doc } = EditorState.create({ doc: schema.nodeFromJSON(toTranscriptDocument(text)) });
	const [edit, ...others] = editsOf(tr.insertText('x', placeOf(doc, text.indexOf('Zin 1500'))));
	expect(others).toEqual([]);
	const at = [...text.slice(0, text.indexOf('Zin 1500'))].length;
	expect(edit).toEqual([{ retain: at }, { insert: 'x' }]);
	expect(applyEdit(text, edit ?? [])).toBe(text.replace('Zin 1500', 'xZin 1500'));
});
