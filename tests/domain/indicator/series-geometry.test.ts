import { describe, expect, test } from 'vitest';
import { boxOf, touches, valueSize, wordSize } from '#lib/domain/indicator/series-labels.ts';
import { mostComparisons, seriesGeometry, type SeriesPoint } from '#lib/domain/indicator/series-geometry.ts';

type Drawing = ReturnType<typeof seriesGeometry>;

/** The room of all words of a drawing, each with what it says. */
const wordsOf = ({ values, moments, breaks }: Drawing) => [
	...values.flatMap((label) => (label ? [{ text: label.text, box: boxOf(label, valueSize) }] : [])),
	...moments.map((label) => ({ text: label.text, box: boxOf(label, wordSize) })),
	...breaks.flatMap(({ word }) => (word ? [{ text: word.text, box: boxOf(word, wordSize) }] : []))
];

/** Pairs of words that touch, and words that stand on a point of the line. */
const touching = (drawing: Drawing) => {
	const words = wordsOf(drawing);
	const pairs = words.flatMap((one, at) =>
		words.slice(at + 1).flatMap((other) => (touches(one.box, other.box) ? [`${one.text} on ${other.text}`] : []))
	);
	const points = drawing.spots.flatMap((spot) =>
		spot ? [{ left: spot.x - 5, right: spot.x + 5, top: spot.y - 5, bottom: spot.y + 5 }] : []
	);
	const onPoints = words.flatMap(({ text, box }) =>
		points.some((mark) => touches(box, mark)) ? [`${text} on a point`] : []
	);
	return [...pairs, ...onPoints];
};

const years = Array.from({ length: 10 }, (_, at) => 2016 + at);

const point = (label: string, value: number | null, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
	label,
	value,
	...more
});

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
	const { spots, values } = seriesGeometry([point('a', 10), point('b', 2), point('c', 9)]);
	const below = spots.map((spot, at) => (values[at]?.y ?? 0) > (spot?.y ?? 0));
	expect(below).toEqual([false, true, false]);
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

describe('ten rounds', () => {
	const values = [34.2, 33.1, 35.6, null, 31.4, 28, 30.2, 29.9, 26.5, 26];
	const points = years.map((year, at) => {
		const value = values[at] ?? null;
		return {
			...{ label: `${year} (${year - 1})`, value, shown: value === null ? '' : String(value).replace('.', ',') },
			...{ lower: value && value - 3, upper: value && value + 3, breakBefore: at === 5 || at === 6 }
		};
	});

	test('each year has its place, with the year it is about on a second line, and nothing touches', () => {
		const drawing = seriesGeometry(points, [{ label: 'Zeist', values: years.map(() => 30) }], 'trendbreuk');
		expect(touching(drawing)).toEqual([]);
		const written = drawing.moments.map(({ text }) => text);
		expect(written.slice(0, 2)).toEqual(['2016', '(2015)']);
		expect(written.slice(-2)).toEqual(['2025', '(2024)']);
		expect(drawing.breaks.map(({ word }) => word?.text ?? null)).toEqual(['trendbreuk', null]);
	});

	test('plain years all stand below the drawing', () => {
		const drawing = seriesGeometry(years.map((year) => ({ ...point(String(year), year % 3) })));
		expect(drawing.moments.map(({ text }) => text)).toEqual(years.map(String));
		expect(touching(drawing)).toEqual([]);
	});

	test('the first and the last value are written, and the highest and the lowest; what is missing is told', () => {
		const { values: written } = seriesGeometry(points, [], 'trendbreuk');
		expect(written.map((label) => label?.text ?? null)).toEqual([
			...['34,2', null, '35,6', '–', null],
			...[null, null, null, null, '26']
		]);
	});

	test('the drawing stays as wide as an upright page, whatever the number of rounds', () => {
		const many = Array.from({ length: 40 }, (_, at) => point(`${1986 + at} (${1985 + at})`, at % 7));
		const drawing = seriesGeometry(many, [{ label: 'Zeist', values: many.map(() => 3) }]);
		expect(drawing.width).toBeLessThanOrEqual(600);
		expect(touching(drawing)).toEqual([]);
	});
});

test('whatever the series, words touch neither each other nor a point, and stay within the drawing', () => {
	let seed = 7;
	const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
	for (let round = 0; round < 400; round += 1) {
		const count = 1 + Math.floor(chance() * 12);
		const large = chance() > 0.7;
		const series = Array.from({ length: count }, (_, at) => {
			const value = chance() < 0.15 ? null : Math.round(chance() * 1000) / 10;
			const label = chance() < 0.5 ? String(2010 + at) : `${2010 + at} (${2009 + at})`;
			const shown = value === null ? '' : large ? `12.${value}` : String(value);
			return point(label, value, { shown, breakBefore: chance() < 0.15 });
		});
		const others = chance() < 0.5 ? [] : [{ label: 'Zeist', values: series.map(() => chance() * 100) }];
		const drawing = seriesGeometry(series, others, 'trendbreuk');
		expect(touching(drawing), JSON.stringify(series)).toEqual([]);
		for (const { box } of wordsOf(drawing)) {
			expect(box.left).toBeGreaterThanOrEqual(-4);
			expect(box.right).toBeLessThanOrEqual(drawing.width + 4);
			expect(box.top).toBeGreaterThanOrEqual(0);
			expect(box.bottom).toBeLessThanOrEqual(drawing.height);
		}
		const last = series.findLastIndex(({ value }) => value !== null);
		if (last >= 0) expect(drawing.values[last]?.text).toBe(series[last]?.shown);
	}
});
