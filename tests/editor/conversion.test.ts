import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseRichText, type RichText } from '../../src/lib/domain/text/rich-text.ts';
import { fromTiptap } from '../../src/lib/editor/from-tiptap.ts';
import { toTiptap } from '../../src/lib/editor/to-tiptap.ts';
import { valueOf } from '../import/fixture.ts';
import { someRichText } from '../support/rich-texts.ts';

const oneForm = (text: RichText): RichText => valueOf(parseRichText(text));

test('every text comes back from the editor as it went in', () => {
	fc.assert(
		fc.property(someRichText, (text) => {
			const stored = oneForm(text);
			expect(valueOf(fromTiptap(toTiptap(stored)))).toEqual(stored);
		})
	);
});

test('a text without a word is one empty line in the editor, and no line again after it', () => {
	expect(toTiptap([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
	expect(fromTiptap(toTiptap([]))).toEqual({ ok: true, value: [] });
});

test('marks, mentions, breaks and lists have their place', () => {
	const document = {
		type: 'doc',
		content: [
			{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Eén wijk 😀' }] },
			{
				type: 'orderedList',
				attrs: { start: 4 },
				content: [
					{
						type: 'listItem',
						content: [
							{
								type: 'paragraph',
								content: [
									{ type: 'text', text: 'zie ', marks: [{ type: 'italic' }, { type: 'bold' }] },
									{ type: 'reference', attrs: { to: 'code', id: 'c1', label: 'Groen' } },
									{ type: 'hardBreak' }
								]
							}
						]
					}
				]
			}
		]
	};
	expect(valueOf(fromTiptap(document))).toEqual([
		{ kind: 'heading', level: 3, content: [{ kind: 'text', text: 'Eén wijk 😀', marks: [] }] },
		{
			kind: 'list',
			ordered: true,
			items: [
				[
					{
						kind: 'paragraph',
						content: [
							{ kind: 'text', text: 'zie ', marks: ['bold', 'italic'] },
							{ kind: 'reference', to: 'code', id: 'c1', label: 'Groen' },
							{ kind: 'break' }
						]
					}
				]
			]
		}
	]);
});

test('what a text does not know is left out: links, colours, pictures, signs that no database keeps', () => {
	const document = {
		type: 'doc',
		content: [
			{ type: 'image', attrs: { src: 'x.png' } },
			{ type: 'paragraph', content: [{ type: 'text', text: 'a\0b', marks: [{ type: 'link', attrs: { href: 'x' } }] }] }
		]
	};
	expect(valueOf(fromTiptap(document))).toEqual([
		{ kind: 'paragraph', content: [{ kind: 'text', text: 'ab', marks: [] }] }
	]);
});

test('a list deeper than a text goes keeps its words', () => {
	const nested = (depth: number): object => ({
		type: 'bulletList',
		content: [
			{
				type: 'listItem',
				content: [
					{ type: 'paragraph', content: [{ type: 'text', text: `laag ${depth}` }] },
					...(depth < 7 ? [nested(depth + 1)] : [])
				]
			}
		]
	});
	const read = JSON.stringify(valueOf(fromTiptap({ type: 'doc', content: [nested(1)] })));
	for (const depth of [1, 5, 6, 7]) expect(read).toContain(`laag ${depth}`);
});

test('a text longer than a memo can be is refused with a reason, not cut', () => {
	const document = {
		type: 'doc',
		content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(200_001) }] }]
	};
	expect(fromTiptap(document)).toMatchObject({ ok: false, problems: [{ code: 'rich-text-too-long' }] });
});
