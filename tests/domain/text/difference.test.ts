import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffTexts } from '../../../src/lib/domain/text/diff.ts';
import { passagesOf, sizeOf } from '../../../src/lib/domain/text/difference.ts';
import { canonicalEdit } from '../../../src/lib/domain/text/edit.ts';
import { positionMap } from '../../../src/lib/domain/text/position.ts';
import { editedText } from '../../support/random-edit.ts';

const lines = (...all: string[]) => all.join('\n');
const between = (before: string, after: string) => passagesOf(positionMap(before), diffTexts(before, after));

describe('a difference as one reads it', () => {
	test('shows the line that changed with a line around it', () => {
		const before = lines('een', 'twee', '😀 drie', 'vier', 'vijf');
		const after = lines('een', 'twee', '😀 derde', 'vier', 'vijf');
		expect(between(before, after)).toEqual([
			{
				line: 2,
				parts: [
					{ kind: 'kept', text: 'twee\n😀 ' },
					{ kind: 'deleted', text: 'drie' },
					{ kind: 'inserted', text: 'derde' },
					{ kind: 'kept', text: '\nvier\n' }
				]
			}
		]);
	});

	test('takes changes close to each other together, and keeps the others apart', () => {
		const before = lines('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
		const after = lines('A', 'b', 'C', 'd', 'e', 'f', 'g', 'h', 'I');
		expect(between(before, after).map(({ line }) => line)).toEqual([1, 8]);
	});

	test('of the same text is empty', () => expect(between('één', 'één')).toEqual([]));

	test('names what came in and went out, all of it and in order', () => {
		fc.assert(
			fc.property(editedText, ({ text, operations }) => {
				const edit = canonicalEdit(operations);
				const parts = passagesOf(positionMap(text), edit).flatMap((passage) => passage.parts);
				const all = (kind: string) => parts.filter((part) => part.kind === kind).map((part) => part.text);
				expect([...all('inserted').join('')]).toHaveLength(sizeOf(edit).inserted);
				expect([...all('deleted').join('')]).toHaveLength(sizeOf(edit).deleted);
			})
		);
	});
});
