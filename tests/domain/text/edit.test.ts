import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	applyEdit,
	canonicalEdit,
	composeEdits,
	invertEdit,
	parseEdit,
	type Operation
} from '../../../src/lib/domain/text/edit.ts';
import { codePointLength } from '../../../src/lib/domain/text/position.ts';
import { editedText, operationsOn } from '../../support/random-edit.ts';

describe('an edit', () => {
	test('keeps, puts in and leaves out, counted in code points', () => {
		const text = 'Ik 😀 woon hier';
		expect(applyEdit(text, [{ retain: 3 }, { delete: 1 }, { insert: '👨‍👩‍👧' }])).toBe('Ik 👨‍👩‍👧 woon hier');
		expect(applyEdit(text, [{ retain: 14 }, { insert: '.' }])).toBe('Ik 😀 woon hier.');
		expect(applyEdit(text, [])).toBe(text);
	});

	test('has one form: no empty steps, no two alike in a row, words in before words out, nothing kept at the end', () => {
		const steps: Operation[] = [
			{ retain: 1 },
			{ retain: 2 },
			{ delete: 1 },
			{ insert: 'a' },
			{ delete: 2 },
			{ insert: 'b' }
		];
		expect(canonicalEdit([...steps, { retain: 5 }])).toEqual([{ retain: 3 }, { insert: 'ab' }, { delete: 3 }]);
		expect(canonicalEdit([{ retain: 0 }, { insert: '' }, { retain: 9 }])).toEqual([]);
	});

	test.each<[string, readonly Operation[], string]>([
		['a step of nothing', [{ retain: 1 }, { delete: 0 }], 'edit-step-invalid'],
		['half a character', [{ retain: 1.5 }], 'edit-step-invalid'],
		['a step back', [{ retain: -1 }], 'edit-step-invalid'],
		['nothing to put in', [{ insert: '' }], 'edit-step-invalid'],
		['more than the text', [{ retain: 4 }, { delete: 2 }], 'edit-too-long']
	])('is refused with %s', (_, operations, code) => {
		expect(parseEdit(operations, 5)).toMatchObject({ ok: false, problems: [{ code }] });
	});

	test('that passes the end of the text is a mistake', () => {
		expect(() => applyEdit('a😀', [{ delete: 3 }])).toThrow(RangeError);
	});
});

describe('laws of edits', () => {
	test('the form changes nothing of what an edit does', () => {
		fc.assert(
			fc.property(editedText, ({ text, operations }) => {
				expect(applyEdit(text, canonicalEdit(operations))).toBe(applyEdit(text, operations));
			})
		);
	});

	test('what is taken back is as it was', () => {
		fc.assert(
			fc.property(editedText, ({ text, operations }) => {
				const edit = canonicalEdit(operations);
				expect(applyEdit(applyEdit(text, edit), invertEdit(text, edit))).toBe(text);
			})
		);
	});

	test('two edits in a row are one edit', () => {
		const twice = editedText.chain(({ text, operations }) => {
			const after = applyEdit(text, operations);
			return operationsOn(codePointLength(after)).map((then) => ({ text, first: canonicalEdit(operations), then }));
		});
		fc.assert(
			fc.property(twice, ({ text, first, then }) => {
				const second = canonicalEdit(then);
				const both = composeEdits(first, second);
				expect(applyEdit(text, both)).toBe(applyEdit(applyEdit(text, first), second));
				expect(canonicalEdit(both)).toEqual(both);
			}),
			{ numRuns: 500 }
		);
	});
});
