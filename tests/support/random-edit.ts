import fc from 'fast-check';
import type { Operation } from '../../src/lib/domain/text/edit.ts';
import { codePointLength } from '../../src/lib/domain/text/position.ts';
import type { Range } from '../../src/lib/domain/text/range.ts';

/** Pieces that are counted differently by code points, UTF-16 units and graphemes. */
export const pieces = [
	'ja ',
	'wijk ',
	'é',
	'e\u0301',
	'😀',
	'👍🏽',
	'👨‍👩‍👧',
	'🇳🇱',
	'𝑺',
	'\u00a0',
	'❤️',
	'\n',
	'ĳ',
	'.'
] as const;

export const someText = fc
	.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 })
	.map((all) => all.join(''));

/** Some operations that fit a text of `length` code points. */
export const operationsOn = (length: number): fc.Arbitrary<readonly Operation[]> =>
	fc
		.array(
			fc.oneof(
				fc.record({ retain: fc.integer({ min: 1, max: 12 }) }),
				fc.record({ delete: fc.integer({ min: 1, max: 8 }) }),
				fc.record({ insert: fc.constantFrom('ja', '😀', ' nieuw ', 'é', '👨‍👩‍👧') })
			),
			{ maxLength: 12 }
		)
		.map((operations) => {
			let left = length;
			return operations.flatMap((operation): readonly Operation[] => {
				if ('insert' in operation) return [operation];
				const size = Math.min(left, 'retain' in operation ? operation.retain : operation.delete);
				left -= size;
				if (size === 0) return [];
				return 'retain' in operation ? [{ retain: size }] : [{ delete: size }];
			});
		});

export const rangeIn = (length: number): fc.Arbitrary<Range> =>
	fc
		.tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 1, max: length }))
		.map(([start, size]) => ({ start, end: Math.min(length, start + size) }));

/** A text with an edit of it and ranges in it, which may overlap. */
export const editedText = someText.chain((text) => {
	const length = codePointLength(text);
	return fc.record({
		text: fc.constant(text),
		operations: operationsOn(length),
		ranges: fc.array(rangeIn(length), { maxLength: 12 })
	});
});
