import { describe, expect, test } from 'vitest';
import { areKeysDue, isOriginalDue, openUntil, originalEnds } from '#lib/domain/source/retention.ts';

const released = { status: 'released', releasedAt: new Date('2025-06-01T09:00:00Z') } as const;

describe('the file of an interview', () => {
	test('is kept for its days after the release, to the moment', () => {
		expect(originalEnds(released, 30)).toEqual(new Date('2025-07-01T09:00:00Z'));
		expect(isOriginalDue(released, 30, new Date('2025-07-01T08:59:59Z'))).toBe(false);
		expect(isOriginalDue(released, 30, new Date('2025-07-01T09:00:00Z'))).toBe(true);
	});

	test('has no end while the interview is prepared, also when it was released before', () => {
		const late = new Date('2030-01-01T00:00:00Z');
		for (const status of ['uploaded', 'pseudonymising', 'handed-over'] as const)
			expect(isOriginalDue({ ...released, status }, 30, late)).toBe(false);
		expect(isOriginalDue({ status: 'released', releasedAt: null }, 30, late)).toBe(false);
		expect(isOriginalDue({ ...released, status: 'restricted' }, 30, late)).toBe(true);
	});

	test('goes at once where a project keeps none', () => {
		expect(isOriginalDue({ status: 'uploaded', releasedAt: null }, 0, released.releasedAt)).toBe(true);
	});
});

test('keys are due after their last day, not on it', () => {
	expect([null, '2025-06-01', '2025-05-31'].map((last) => areKeysDue(last, '2025-06-01'))).toEqual([
		false,
		false,
		true
	]);
});

test('a sealed text is open for an hour', () => {
	expect(openUntil(new Date('2025-06-01T23:30:00Z'))).toEqual(new Date('2025-06-02T00:30:00Z'));
});
