import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownLanes, laneLimit, layOut } from '#lib/ui/transcript/lanes.ts';

/** Codings on the same three lines of 30 pixels. */
const stack = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `c${at}`, from: 0, to: 90 }));

describe('stripes beside a turn', () => {
	test('twenty codings on one passage: six lanes, and the number of the others', () => {
		const { bars, lanes, hidden } = layOut(stack(20), new Map());
		expect(bars.map(({ lane }) => lane)).toEqual([0, 1, 2, 3, 4, 5]);
		expect([lanes, hidden]).toEqual([laneLimit, 14]);
		// No label on their line: it would lie under the number of the others.
		expect(bars.filter(({ hasLabel }) => hasLabel)).toHaveLength(0);
	});

	test('six codings on one passage: one label on the line, two would stand over each other', () => {
		const { bars, hidden } = layOut(stack(6), new Map());
		expect([bars.filter(({ hasLabel }) => hasLabel).length, hidden]).toEqual([1, 0]);
	});

	test('the number of the others covers no label, and the labels below it are there', () => {
		const lower = Array.from({ length: 3 }, (_, at) => ({ id: `d${at}`, from: 90 + at * 30, to: 400 }));
		const { bars } = layOut([...stack(20), ...lower], new Map());
		const labelled = bars.filter(({ hasLabel }) => hasLabel);
		expect(labelled.length).toBeGreaterThan(0);
		expect(labelled.every(({ top }) => top >= 26)).toBe(true);
	});

	test('labels stand beside stripes that begin on different lines', () => {
		const staggered = [0, 30, 60].map((from, at) => ({ id: `c${at}`, from, to: from + 90 }));
		expect(layOut(staggered, new Map()).bars.map(({ hasLabel }) => hasLabel)).toEqual([true, true, true]);
	});

	test('a coding keeps its lane when others come and go before it', () => {
		const extent = fc
			.record({ from: fc.integer({ min: 0, max: 400 }), length: fc.integer({ min: 10, max: 200 }) })
			.map(({ from, length }) => ({ from, to: from + length }));
		fc.assert(
			fc.property(fc.array(extent, { minLength: 1, maxLength: 25 }), fc.integer({ min: 0, max: 24 }), (drawn, cut) => {
				const all = drawn.map((one, at) => ({ id: `c${at}`, ...one }));
				const known = new KnownLanes(new Map());
				const first = layOut(all.slice(cut), known.all);
				known.add(first.lanesOf);
				const later = layOut(all, known.all);
				for (const [id, lane] of first.lanesOf) expect(later.lanesOf.get(id)).toBe(lane);
				// No two stripes lie over each other.
				for (const one of later.bars)
					for (const other of later.bars)
						if (one.id !== other.id && one.lane === other.lane)
							expect(one.top >= other.top + other.height || other.top >= one.top + one.height).toBe(true);
			})
		);
	});
});
