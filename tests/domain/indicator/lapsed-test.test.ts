import { describe, expect, test } from 'vitest';
import { lapsedTests, revisedCells } from '#lib/domain/indicator/lapsed-test.ts';
import type { Observation } from '#lib/domain/indicator/observation.ts';
import { figureOf } from '#lib/domain/indicator/observation-change.ts';

const first: Observation = {
	...{ indicatorId: 'kg1', areaId: 'a', waveId: '2021', referenceYear: 2021, value: 60, n: null },
	...{ lower: null, upper: null, trendBreak: false, suppressed: false, note: 'é 😀' },
	...{ source: null, sourceVersion: null, trendBreakReason: null, testedAgainst: null, testedChange: null }
};
const later: Observation = { ...first, waveId: '2025', value: 62, testedAgainst: '2021', testedChange: true };
const becomes = (value: number | null) =>
	revisedCells([{ ...first, before: figureOf(first), after: figureOf({ ...first, value }) }]);

describe('what a source tested against a value that is revised', () => {
	test('lapses, and the value itself stays', () => {
		expect(lapsedTests([later], becomes(61), [])).toEqual([{ ...later, testedAgainst: null, testedChange: null }]);
		expect(lapsedTests([later], becomes(null), [])).toHaveLength(1);
	});

	test('stays where the value is the same, and where it is said now or was tested against another round', () => {
		expect(lapsedTests([later], becomes(60), [])).toEqual([]);
		expect(lapsedTests([later], becomes(61), [later])).toEqual([]);
		expect(lapsedTests([{ ...later, testedAgainst: '2023' }], becomes(61), [])).toEqual([]);
	});
});
