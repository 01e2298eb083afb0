import fc from 'fast-check';
import {
	deepestList,
	referenceKinds,
	textMarks,
	type Block,
	type Inline,
	type RichText
} from '../../src/lib/domain/text/rich-text.ts';

const words = fc.oneof(
	fc.constantFrom(
		'Ik voel me 😀 thuis',
		'in één wijk',
		' ',
		'e\u0301',
		'👩‍👩‍👧',
		'*ster* en _streep_',
		'- punt',
		'1. eerst'
	),
	fc.string({ maxLength: 8, unit: 'grapheme' }).map((text) => text.replaceAll(/[\0\r\n\t\u2028\u2029]/g, '.'))
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ kind: fc.constant('text' as const), text: words, marks: fc.subarray([...textMarks]) })
	},
	fc.record({
		kind: fc.constant('reference' as const),
		to: fc.constantFrom(...referenceKinds),
		id: fc.uuid(),
		label: words
	}),
	fc.record({ kind: fc.constant('break' as const) })
);

const content = fc.array(inline, { maxLength: 4 });
const paragraph: fc.Arbitrary<Block> = fc.record({ kind: fc.constant('paragraph' as const), content });
const heading: fc.Arbitrary<Block> = fc.record({
	kind: fc.constant('heading' as const),
	level: fc.constantFrom(2 as const, 3 as const),
	content
});

const list = (depth: number): fc.Arbitrary<Block> =>
	fc.record({
		kind: fc.constant('list' as const),
		ordered: fc.boolean(),
		items: fc.array(
			fc.array(depth >= deepestList ? paragraph : fc.oneof({ weight: 3, arbitrary: paragraph }, list(depth + 1)), {
				maxLength: 2
			}),
			{ maxLength: 2 }
		)
	});

/** Any text that the reader takes over, not yet in its one form. */
export const someRichText: fc.Arbitrary<RichText> = fc.array(fc.oneof(paragraph, heading, list(1)), { maxLength: 5 });
