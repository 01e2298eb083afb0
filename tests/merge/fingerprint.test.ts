import { expect, test } from 'vitest';
import { fingerprintLike, fingerprintOf } from '#lib/merge/fingerprint.ts';
import type { FigureValue } from '#lib/merge/development.ts';
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

const value = (year: number, more: Partial<FigureValue> = {}): FigureValue => ({
	...{ waveId: String(year), year, referenceYear: year, value: 60, n: 200, lower: 58, upper: 62 },
	...{ suppressed: false, trendBreak: false, note: '', source: null, sourceVersion: null, trendBreakReason: null },
	...{ testedAgainst: null, testedChange: null },
	...more
});
const figure = (...values: readonly FigureValue[]) => ({
	...{ indicatorId: 'KG1', relation: 'same-topic' as const, values },
	development: { kind: 'neutral' as const, delta: 0, inPercentagePoints: true }
});

const empty = { value: null, referenceYear: null, n: null, lower: null, upper: null };
const kept = (version: 'v1' | 'v2' | 'v3', ...values: readonly FigureValue[]) =>
	fingerprintOf([figure(...values)], [sign('a')], version);
const isLike = (was: string, ...values: readonly FigureValue[]) =>
	fingerprintLike(was, [figure(...values)], [sign('a')]) === was;

test.each(['v1', 'v2', 'v3'] as const)(
	'a round in between of which there is nothing is no other data (%s)',
	(version) => {
		const [first, last] = [value(2021), value(2025)];
		const before = kept(version, first, last);
		expect(isLike(before, first, value(2023, empty), last)).toBe(true);
		expect(isLike(before, first, value(2022, empty), value(2023, empty), last)).toBe(true);
		expect(isLike(before, first, value(2023), last)).toBe(false);
		expect(isLike(before, first, value(2023, { ...empty, suppressed: true }), last)).toBe(false);
		expect(isLike(before, first, value(2023, { ...empty, trendBreak: true }), last)).toBe(false);
		expect(isLike(before, first, value(2025, empty))).toBe(false);
		// one that was there already stays as it was when another one comes
		const withOne = kept(version, first, value(2022, empty), last);
		expect(isLike(withOne, first, value(2022, empty), value(2023, empty), last)).toBe(true);
		expect(isLike(withOne, first, value(2022), value(2023, empty), last)).toBe(false);
	}
);

test('a figure that no source tested is the data it was before there were tests', () => {
	expect(fingerprintOf([figure(value(2021), value(2025))], [])).toBe('v2-3197567a6e1fa111');
});

test('what a source tested of the pair is other data, either way; of another round it is not', () => {
	const of = (testedAgainst: string | null, testedChange: boolean | null) =>
		fingerprintOf([figure(value(2021), value(2023), value(2025, { testedAgainst, testedChange }))], []);
	expect(new Set([of(null, null), of('2021', true), of('2021', false)]).size).toBe(3);
	expect(of('2023', true)).toBe(of(null, null));
});
