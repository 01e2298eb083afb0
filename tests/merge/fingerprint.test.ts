import { expect, test } from 'vitest';
import { fingerprintLike, fingerprintOf } from '#lib/merge/fingerprint.ts';
import type { Sign } from '#lib/merge/voices.ts';

const sign = (sourceId: string, more: Partial<Sign> = {}) => ({
	...{ sourceId, group: 'resident' as const, change: 'forward' as const, level: null },
	...more
});

test('the same interviews in another order are the same data', () => {
	const [one, two] = [sign('a'), sign('é😀', { change: null })];
	expect(fingerprintOf([], [one, two])).toBe(fingerprintOf([], [two, one]));
});

test('an interview that turns out to be of a professional is other data', () => {
	expect(fingerprintOf([], [sign('a')])).not.toBe(fingerprintOf([], [sign('a', { group: 'professional' })]));
});

test('what was decided before groups counted is compared as it was made, and stays settled', () => {
	const kept = fingerprintOf([], [sign('a')], 'v1');
	expect(kept).toMatch(/^v1-/);
	expect(fingerprintLike(kept, [], [sign('a', { group: 'professional' })])).toBe(kept);
	expect(fingerprintLike(kept, [], [sign('a', { change: 'backward' })])).not.toBe(kept);
	expect(fingerprintLike('v2-0', [], [sign('a')])).toBe(fingerprintOf([], [sign('a')]));
});
