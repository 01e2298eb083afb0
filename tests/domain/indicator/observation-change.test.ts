import { describe, expect, test } from 'vitest';
import type { Observation } from '#lib/domain/indicator/observation.ts';
import { changesBy, differencesOf, withheldChange, wayBack } from '#lib/domain/indicator/observation-change.ts';
import { codesOf, valueOf } from '../../import/fixture.ts';

const observation = (areaId: string, value: number | null, more: Partial<Observation> = {}): Observation => ({
	...{ indicatorId: 'kg1', areaId, waveId: 'w1', referenceYear: 2024, value, n: null, lower: null, upper: null },
	...{ trendBreak: false, suppressed: false, note: '' },
	...{ source: null, sourceVersion: null, trendBreakReason: null, testedAgainst: null, testedChange: null },
	...more
});
const figure = {
	referenceYear: 2024,
	n: null,
	lower: null,
	upper: null,
	trendBreak: false,
	suppressed: false,
	note: '',
	source: null,
	sourceVersion: null,
	trendBreakReason: null,
	testedAgainst: null,
	testedChange: null
};

describe('what storing values changes', () => {
	test('a new value, another value and another margin; not what stays the same', () => {
		const present = [observation('a', 1), observation('b', 2), observation('c', 3)];
		const stored = [observation('a', 1), observation('b', 2.5), observation('c', 3, { n: 12 }), observation('d', null)];
		expect(changesBy(present, stored)).toEqual([
			{
				indicatorId: 'kg1',
				areaId: 'b',
				waveId: 'w1',
				before: { ...figure, value: 2 },
				after: { ...figure, value: 2.5 }
			},
			{
				...{ indicatorId: 'kg1', areaId: 'c', waveId: 'w1' },
				...{ before: { ...figure, value: 3 }, after: { ...figure, value: 3, n: 12 } }
			},
			{ indicatorId: 'kg1', areaId: 'd', waveId: 'w1', before: null, after: { ...figure, value: null } }
		]);
	});
});

describe('the way back of an import', () => {
	const before = [observation('a', 1), observation('b', 2)];
	const after = [observation('a', 1.5), observation('b', 2), observation('c', 3)];

	test('brings back what stood there, and empties what was empty', () => {
		expect(valueOf(wayBack(changesBy(before, after), after))).toEqual({
			restored: [observation('a', 1)],
			emptied: [{ indicatorId: 'kg1', areaId: 'c', waveId: 'w1' }]
		});
	});

	test('is refused as a whole when one value was changed or deleted since', () => {
		const changes = changesBy(before, after);
		expect(wayBack(changes, [observation('a', 1.6), observation('c', 3)])).toMatchObject({
			problems: [{ code: 'figures-changed-since', params: { count: 1, of: 2 } }]
		});
		expect(codesOf(wayBack(changes, [observation('a', 1.5)]))).toEqual(['figures-changed-since']);
	});

	test('a value that was changed and changed back does not stand in the way', () => {
		expect(wayBack(changesBy(before, after), [observation('a', 1.5), observation('c', 3)]).ok).toBe(true);
	});
});

test('of a new value is told that its source tested it, also when that found no difference', () => {
	const after = { ...figure, value: 1, testedAgainst: 'w0', testedChange: false };
	expect(differencesOf(null, after).filter(({ part }) => part.startsWith('tested'))).toEqual([
		{ part: 'testedAgainst', from: null, to: 'w0' },
		{ part: 'testedChange', from: null, to: false }
	]);
});

test('what a source tested is withheld with the value', () => {
	const cell = { indicatorId: 'kg1', areaId: 'a', waveId: 'w1' };
	const before = { ...figure, value: 1, testedAgainst: 'w0', testedChange: true };
	expect(withheldChange({ ...cell, before, after: null }).before).toMatchObject({
		...{ value: null, testedAgainst: null, testedChange: null }
	});
});
