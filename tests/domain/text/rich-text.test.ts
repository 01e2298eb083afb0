import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../../src/lib/domain/text/rich-text-markdown.ts';
import {
	deepestList,
	fromPlainText,
	longestRichText,
	mostBlocks,
	parseRichText,
	plainText,
	richTextReferences,
	type Block,
	type Inline,
	type RichText
} from '../../../src/lib/domain/text/rich-text.ts';
import { someRichText } from '../../support/rich-texts.ts';

const text = (words: string, ...marks: ('bold' | 'italic')[]): Inline => ({ kind: 'text', text: words, marks });
const paragraph = (...content: Inline[]): Block => ({ kind: 'paragraph', content });
const code: Inline = { kind: 'reference', to: 'code', id: 'c-1', label: 'Veilig [thuis]' };
const memo: RichText = [
	{ kind: 'heading', level: 2, content: [text('Wat viel op?')] },
	paragraph(
		text('Ik voel me '),
		text('😀 thuis ', 'bold'),
		text('in één wijk', 'bold', 'italic'),
		{ kind: 'break' },
		code
	),
	{
		kind: 'list',
		ordered: true,
		items: [
			[paragraph(text('eerst')), { kind: 'list', ordered: false, items: [[paragraph(text('diep'))]] }],
			[paragraph(text('dan'))]
		]
	}
];
const problemsOf = (input: unknown) => {
	const read = parseRichText(input);
	return read.ok ? [] : read.problems;
};
const nested = (depth: number): Block =>
	depth === 0 ? paragraph(text('x')) : { kind: 'list', ordered: false, items: [[paragraph(), nested(depth - 1)]] };

describe('reading', () => {
	test('a text in its one form is read as it is', () => {
		expect(parseRichText(memo)).toEqual({ ok: true, value: memo });
	});

	test('what was read once reads the same again, also from JSON', () => {
		fc.assert(
			fc.property(someRichText, (rich) => {
				const once = parseRichText(rich);
				if (!once.ok) throw new Error(JSON.stringify(once.problems));
				expect(parseRichText(JSON.parse(JSON.stringify(once.value)))).toEqual(once);
			})
		);
	});

	test('no words are lost in reading', () => {
		const bare = (rich: RichText) =>
			plainText(rich)
				.normalize('NFC')
				.replaceAll(/\s|- |\d+\. /g, '');
		fc.assert(
			fc.property(someRichText, (rich) => {
				const read = parseRichText(rich);
				expect(read.ok && bare(read.value)).toEqual(bare(rich));
			})
		);
	});

	test('stretches with the same marks are joined, marks are ordered, empty ends go', () => {
		expect(
			parseRichText([
				paragraph(text('a', 'italic', 'bold'), text('', 'bold'), text('b', 'bold', 'italic'), text('c')),
				{ kind: 'list', ordered: false, items: [] },
				paragraph(text(''))
			])
		).toEqual({ ok: true, value: [paragraph(text('ab', 'bold', 'italic'), text('c'))] });
	});

	test('an empty line between two paragraphs stays', () => {
		const spaced = [paragraph(text('a')), paragraph(), paragraph(text('b'))];
		expect(parseRichText(spaced)).toEqual({ ok: true, value: spaced });
	});

	test('an item of a list always begins with a line', () => {
		const inner: Block = { kind: 'list', ordered: false, items: [[paragraph(text('a'))]] };
		expect(parseRichText([{ kind: 'list', ordered: false, items: [[inner], []] }])).toEqual({
			ok: true,
			value: [{ kind: 'list', ordered: false, items: [[paragraph(), inner], [paragraph()]] }]
		});
	});

	test('text is NFC, of one line, without half characters and without properties of its own', () => {
		expect(parseRichText([{ ...paragraph(text('e\u0301\n\uD83D!')), style: 'x' }])).toEqual({
			ok: true,
			value: [paragraph(text('é \uFFFD!'))]
		});
	});

	test.each([
		['something else than a list of blocks', 'Hallo'],
		['a block that is none', [null]],
		['an unknown block', [{ kind: 'image', content: [] }]],
		['a heading of another level', [{ kind: 'heading', level: 1, content: [] }]],
		['a heading in a list', [{ kind: 'list', ordered: true, items: [[{ kind: 'heading', level: 2, content: [] }]] }]],
		['an unknown mark', [paragraph({ kind: 'text', text: 'a', marks: ['code' as 'bold'] })]],
		['an unknown inline', [{ kind: 'paragraph', content: [{ kind: 'image' }] }]],
		['a link to something else', [{ kind: 'paragraph', content: [{ ...code, to: 'https' }] }]],
		['a link whose id is an address', [{ kind: 'paragraph', content: [{ ...code, id: 'javascript:alert(1)' }] }]]
	])('%s is refused', (_, input) => {
		expect(problemsOf(input)).toEqual([{ code: 'rich-text-unreadable' }]);
	});

	test('NUL is refused', () => {
		expect(problemsOf([paragraph(text('a\0b'))])).toEqual([{ code: 'rich-text-has-nul' }]);
	});

	test('a line in very many pieces is read in the time of its length, not of its square', () => {
		const pieces = Array.from({ length: longestRichText - 1 }, (_, at) => text(at % 2 === 0 ? 'e' : '\u0301'));
		const started = performance.now();
		const read = parseRichText([{ kind: 'paragraph', content: pieces }]);
		expect(performance.now() - started).toBeLessThan(5_000); // took 48 s when each piece was joined by itself
		expect(read).toEqual({ ok: true, value: [paragraph(text('é'.repeat(longestRichText / 2 - 1) + 'e'))] });
	});

	test('items of a list are counted too, also without anything in them', () => {
		const items = Array.from({ length: mostBlocks }, () => []);
		expect(problemsOf([{ kind: 'list', ordered: true, items }])).toEqual([
			{ code: 'rich-text-too-many-blocks', params: { maximum: mostBlocks } }
		]);
	});

	test('lists as deep as allowed are read, deeper ones refused', () => {
		expect(problemsOf([nested(deepestList)])).toEqual([]);
		expect(problemsOf([nested(deepestList + 1)])).toEqual([
			{ code: 'rich-text-too-deep', params: { maximum: deepestList } }
		]);
	});

	test('thousands of lists within lists do not bring the reader down', () => {
		const deep = JSON.parse(
			'[{"kind":"list","ordered":true,"items":['.repeat(3000) + '[]' + ']}]'.repeat(3000)
		) as unknown;
		expect(problemsOf(deep)).toHaveLength(1);
	});

	test('too many blocks and too many characters are refused', () => {
		const many = Array.from({ length: mostBlocks }, () => paragraph(text('x')));
		expect(problemsOf(many)).toEqual([]);
		expect(problemsOf([...many, paragraph()])).toEqual([
			{ code: 'rich-text-too-many-blocks', params: { maximum: mostBlocks } }
		]);
		expect(problemsOf([paragraph(text('x'.repeat(longestRichText)), code)])).toEqual([
			{ code: 'rich-text-too-long', params: { maximum: longestRichText } }
		]);
	});
});

test('plain text has a block a line, with signs before items', () => {
	expect(plainText(memo)).toBe(
		'Wat viel op?\nIk voel me 😀 thuis in één wijk\nVeilig [thuis]\n1. eerst\n   - diep\n2. dan'
	);
});

test('links are given in reading order', () => {
	const second = { ...code, id: 'c-2' };
	expect(richTextReferences([...memo, { kind: 'list', ordered: false, items: [[paragraph(second)]] }])).toEqual([
		code,
		second
	]);
});

test('plain text becomes a paragraph a line', () => {
	expect(fromPlainText('één\r\n\n  twee 😀 ')).toEqual([paragraph(text('één')), paragraph(text('twee 😀'))]);
	expect(fromPlainText(' \n')).toEqual([]);
});

describe('Markdown', () => {
	test('headings, marks, breaks, lists and links', () => {
		expect(markdown(memo, ({ to, id }) => `/${to}/${id}`)).toBe(
			'## Wat viel op?\n\nIk voel me **😀 thuis** ***in één wijk***  \n[Veilig \\[thuis\\]](</code/c-1>)\n\n1. eerst\n\n   - diep\n2. dan'
		);
	});

	test('a link without an address is a name in brackets', () => {
		expect(markdown([paragraph(code)])).toBe('[Veilig \\[thuis\\]]');
	});

	test('signs that Markdown would take for layout are escaped', () => {
		expect(markdown([paragraph(text('- *a* 1. <b> # c')), paragraph(text('2024. Een jaar'))])).toBe(
			'\\- \\*a\\* 1. \\<b\\> \\# c\n\n2024\\. Een jaar'
		);
	});
});
