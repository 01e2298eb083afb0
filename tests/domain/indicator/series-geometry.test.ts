import { expect, test } from 'vitest';
import { mostComparisons, seriesGeometry } from '#lib/domain/indicator/series-geometry.ts';

const point = (label: string, value: number | null, more = {}) => ({ label, value, ...more });

test('a higher value stands higher, moments stand at equal distances', () => {
	const { spots, xs } = seriesGeometry([point('2021', 34), point('2023', 31), point('2025', 26)]);
	const ys = spots.map((spot) => spot?.y ?? NaN);
	expect(ys).toEqual(ys.toSorted((a, b) => a - b));
	expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBe((xs[2] ?? 0) - (xs[1] ?? 0));
});

test('the line is whole when nothing is missing', () => {
	const { lines, breaks } = seriesGeometry([point('2021', 1), point('2023', 2), point('2025', 3)]);
	expect(lines).toHaveLength(1);
	expect(breaks).toEqual([]);
});

test('a missing value is a gap, never a zero and never bridged', () => {
	const { spots, lines } = seriesGeometry([point('2021', 1), point('2023', null), point('2025', 3)]);
	expect(spots[1]).toBeNull();
	expect(lines).toEqual([]);
});

test('a trend break is a gap with a mark between the two moments', () => {
	const { lines, breaks, xs } = seriesGeometry([
		point('2021', 1),
		point('2023', 2, { breakBefore: true }),
		point('2025', 3)
	]);
	expect(lines).toHaveLength(1);
	expect(lines[0]?.startsWith(`M${xs[1]} `)).toBe(true);
	expect(breaks).toHaveLength(1);
	expect(breaks[0]?.x).toBe(((xs[0] ?? 0) + (xs[1] ?? 0)) / 2);
});

test('the margin breaks where the line breaks, and a lonely one is a narrow bar', () => {
	const { bands } = seriesGeometry([
		point('2021', 10, { lower: 9, upper: 11 }),
		point('2023', 12, { lower: 11, upper: 13, breakBefore: true }),
		point('2025', 13, { lower: 12, upper: 14 })
	]);
	expect(bands).toHaveLength(2);
	expect(bands.every((band) => band.startsWith('M') && band.endsWith('Z'))).toBe(true);
});

test('everything drawn stays inside the drawing, the comparison too', () => {
	const { spots, height, comparisons } = seriesGeometry(
		[point('2021', 5, { lower: 1, upper: 9 }), point('2023', 6)],
		[{ label: 'Zeist', values: [-20, 40] }]
	);
	const ys = [
		...spots.flatMap((spot) => (spot ? [spot.y] : [])),
		...[...(comparisons[0]?.lines[0] ?? '').matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y))
	];
	expect(ys).toHaveLength(4);
	expect(ys.every((y) => y > 0 && y < height)).toBe(true);
});

test('equal values, one value and no value at all can be drawn', () => {
	for (const points of [[point('2021', 7), point('2023', 7)], [point('2021', 7)], [point('2021', null)], []]) {
		const { spots } = seriesGeometry(points);
		expect(spots.every((spot) => spot === null || (Number.isFinite(spot.x) && Number.isFinite(spot.y)))).toBe(true);
	}
});

test('in a dip the value is written below the point', () => {
	expect(seriesGeometry([point('a', 10), point('b', 2), point('c', 9)]).isLabelBelow).toEqual([false, true, false]);
});

test('areas compared with are told apart by their dashes and by names that do not touch', () => {
	const other = (label: string, value: number) => ({ label, values: [value, value] });
	const { comparisons, width, height } = seriesGeometry(
		[point('2021', 10), point('2025', 12)],
		[other('Zeist', 11), other('Regio Utrecht en omgeving', 11), other('Nederland', 11.2), other('Europa', 9)]
	);
	expect(comparisons).toHaveLength(mostComparisons);
	expect(new Set(comparisons.map(({ dash }) => dash.join())).size).toBe(mostComparisons);
	const heights = comparisons.map(({ labelAt }) => labelAt.y).toSorted((a, b) => a - b);
	for (const [at, y] of heights.entries()) if (at > 0) expect(y - (heights[at - 1] ?? 0)).toBeGreaterThanOrEqual(15);
	expect(comparisons.every(({ labelAt }) => labelAt.x < width && labelAt.y > 0 && labelAt.y < height)).toBe(true);
	expect(comparisons[1]?.label).toBe('Regio Utrecht en…');
	expect(seriesGeometry([point('2021', 10), point('2025', 12)]).width).toBeLessThan(width);
});

test('what stands in brackets in a name that is too long is left out whole', () => {
	const { comparisons } = seriesGeometry(
		[point('2021', 10), point('2025', 12)],
		[{ label: 'Vergelijking (fictief landelijk)', values: [1, 2] }]
	);
	expect(comparisons[0]?.label).toBe('Vergelijking…');
});

test('the line of another area stops at its own trend break and where it has no value', () => {
	const [line] = seriesGeometry(
		[point('a', 1), point('b', 2), point('c', 3), point('d', 4), point('e', 5)],
		[{ label: 'Zeist', values: [1, 2, 3, null, 5], breakBefore: [false, false, true, false, false] }]
	).comparisons;
	expect(line?.lines).toHaveLength(3);
});
