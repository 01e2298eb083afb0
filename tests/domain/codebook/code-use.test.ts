import { describe, expect, test } from 'vitest';
import { isOften, isUnused, oftenFrom } from '../../../src/lib/domain/codebook/code-use.ts';

const used = (...numbers: number[]) => numbers.map((codings) => ({ isCodable: true, codings }));

describe('the use of codes', () => {
	test('is very often above four times the median of the codes that are used at all', () => {
		expect(oftenFrom(used(0, 0, 0, 1, 2, 3, 4, 50))).toBe(12);
		expect(oftenFrom(used(1, 2, 4, 6, 8, 100))).toBe(20);
		expect(isOften({ isCodable: true, codings: 20 }, 20)).toBe(false);
		expect(isOften({ isCodable: true, codings: 21 }, 20)).toBe(true);
	});

	test('says nothing about often while fewer than five codes are used', () => {
		expect(oftenFrom(used(0, 1, 1, 1, 90))).toBeNull();
		expect(isOften({ isCodable: true, codings: 90 }, null)).toBe(false);
	});

	test('leaves folders out, and codes whose codings the reader may not see', () => {
		expect(oftenFrom([...used(1, 1, 1, 1), { isCodable: false, codings: 9 }])).toBeNull();
		expect(isUnused({ isCodable: false, codings: 0 })).toBe(false);
		expect(isUnused({ isCodable: true, codings: null })).toBe(false);
		expect(isUnused({ isCodable: true, codings: 0 })).toBe(true);
		expect(isOften({ isCodable: true, codings: null }, 1)).toBe(false);
	});
});
