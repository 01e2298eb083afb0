import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCanonicalText } from '../../../src/lib/domain/text/canonical-edit.ts';
import { applyEdit, canonicalEdit, type Operation } from '../../../src/lib/domain/text/edit.ts';
import { canonicalText } from '../../../src/lib/domain/text/plain-text.ts';
import { codePointLength } from '../../../src/lib/domain/text/position.ts';
import { operationsOn, someText } from '../../support/random-edit.ts';

const edited = (text: string, operations: readonly Operation[]) => {
	const result = toCanonicalText(text, canonicalEdit(operations));
	return result.ok ? result.value : result.problems;
};

describe('an edit that ends in a canonical text', () => {
	test('stays as it is when it does', () => {
		expect(edited('Ik 😀 woon', [{ retain: 5 }, { insert: 'hier ' }])).toEqual({
			edit: [{ retain: 5 }, { insert: 'hier ' }],
			text: 'Ik 😀 hier woon'
		});
	});

	test('brings line ends, half characters and loose accents in order', () => {
		expect(edited('ab', [{ retain: 1 }, { insert: '\r\n\uD83D' }])).toMatchObject({ text: 'a\n\uFFFDb' });
		expect(edited('ab', [{ retain: 1 }, { insert: 'e\u0301' }])).toMatchObject({ text: 'aéb' });
		expect(edited('ab', [{ insert: '\0' }])).toMatchObject([{ code: 'text-has-nul' }]);
	});

	test('replaces the letter that an accent melts with, in front of it and behind it', () => {
		expect(edited('cafe!', [{ retain: 4 }, { insert: '\u0301' }])).toEqual({
			edit: [{ retain: 3 }, { insert: 'é' }, { delete: 1 }],
			text: 'café!'
		});
		// x and its accent are no single letter; an e before that accent is
		expect(edited('x\u0301!', [{ insert: 'e' }, { delete: 1 }])).toEqual({
			edit: [{ insert: 'é' }, { delete: 2 }],
			text: 'é!'
		});
		expect(edited('e-\u0301', [{ retain: 1 }, { delete: 1 }])).toMatchObject({ text: 'é' });
	});

	test('is the canonical form of what the plain edit gives', () => {
		const cases = fc
			.tuple(someText, fc.constantFrom('', '\u0301', 'e\u0301', '\u0323', 'ᄀ', 'ᅡ', 'ᆨ', 'x\u0323'))
			.map(([text, extra]) => (text + extra).normalize('NFC'))
			.chain((text) => operationsOn(codePointLength(text)).map((operations) => ({ text, operations })));
		fc.assert(
			fc.property(cases, fc.constantFrom('\u0301', 'ᅡ', 'ᆨ', 'e', '\u0323'), ({ text, operations }, loose) => {
				const more = operations.map((one) => ('insert' in one ? { insert: loose + one.insert } : one));
				const plain = canonicalText(applyEdit(text, more));
				const result = toCanonicalText(text, canonicalEdit(more));
				if (!result.ok) return void expect(result.problems).toMatchObject([{ code: 'edit-not-canonical' }]);
				expect(plain.ok && plain.value.text).toBe(result.value.text);
				expect(applyEdit(text, result.value.edit)).toBe(result.value.text);
			}),
			{ numRuns: 1000 }
		);
	});
});
