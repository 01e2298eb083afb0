import { describe, expect, test } from 'vitest';
import { roundBefore, sourceTestFaults, testedSince, untested } from '#lib/domain/indicator/source-test.ts';

const waves = [2025, 2021, 2023].map((year) => ({ id: String(year), label: `Meting é 😀 ${year}`, year }));

describe('what a source tested itself', () => {
	test('counts for the round that it tested against, and for no other', () => {
		const tested = { testedAgainst: '2021', testedChange: false };
		expect(testedSince(tested, '2021')).toBe(false);
		expect(testedSince(tested, '2023')).toBeNull();
		expect(testedSince(untested, '2021')).toBeNull();
	});

	test.each([
		['2021', true, []],
		[null, null, []],
		[null, false, [['test-without-round', 'testedAgainst']]],
		['2021', null, [['test-without-outcome', 'testedChange']]],
		['2023', true, [['test-not-earlier', 'testedAgainst']]],
		['2025', true, [['test-not-earlier', 'testedAgainst']]],
		['elsewhere', null, [['test-not-earlier', 'testedAgainst']]]
	])('against %s with %s in 2023 has the faults %j', (testedAgainst, testedChange, faults) => {
		const found = sourceTestFaults({ testedAgainst, testedChange }, '2023', waves);
		expect(found.map(({ code, field }) => [code, field])).toEqual(faults);
	});
});

describe('the round that a test is about when none is named', () => {
	test('is the last one before it with a value, else the one before it', () => {
		expect(roundBefore('2025', waves, (id) => id === '2021')).toBe('2021');
		expect(roundBefore('2025', waves, () => true)).toBe('2023');
		expect(roundBefore('2025', waves, (id) => id === '2025')).toBe('2023');
	});

	test('is none for the first round, or for one that is not there', () => {
		expect(roundBefore('2021', waves, () => true)).toBeNull();
		expect(roundBefore('elsewhere', waves, () => true)).toBeNull();
	});
});
