import { describe, expect, test } from 'vitest';
import { editionState, nextEdition, withdrawEdition } from '#lib/domain/report/edition.ts';
import { codesOf, valueOf } from '../../import/fixture.ts';

const withdrawal = { reason: 'Een fout in een cijfer', by: 'author', at: new Date('2026-11-29T10:00:00Z') };

describe('an edition of a factsheet', () => {
	test('is the first of its area and rounds, or one more than the newest', () => {
		expect(valueOf(nextEdition(null, 'a'))).toBe(1);
		expect(valueOf(nextEdition({ number: 2, fingerprint: 'a', withdrawal: null }, 'b'))).toBe(3);
	});

	test('is not published twice when it says the same', () => {
		expect(codesOf(nextEdition({ number: 2, fingerprint: 'a', withdrawal: null }, 'a'))).toEqual(['edition-same']);
	});

	test('may say the same as one that was withdrawn, and gets a number of its own', () => {
		expect(valueOf(nextEdition({ number: 2, fingerprint: 'a', withdrawal }, 'a'))).toBe(3);
	});

	test('is followed by a newer one; when that is withdrawn, the earlier one does not take its place', () => {
		expect(editionState({ number: 1, withdrawal: null }, 1)).toBe('current');
		expect(editionState({ number: 1, withdrawal: null }, 2)).toBe('earlier');
		expect(editionState({ number: 2, withdrawal }, 2)).toBe('withdrawn');
	});

	test('is withdrawn once', () => {
		const withdrawn = valueOf(withdrawEdition({ withdrawal: null }, withdrawal));
		expect(withdrawn).toEqual({ withdrawal });
		expect(codesOf(withdrawEdition(withdrawn, withdrawal))).toEqual(['edition-withdrawn']);
	});
});
