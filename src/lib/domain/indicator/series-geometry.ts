/** One moment of a series. `breakBefore`: not comparable with the moment before it. */
export type SeriesPoint = {
	readonly label: string;
	readonly value: number | null;
	readonly lower?: number | null;
	readonly upper?: number | null;
	readonly note?: string;
	readonly breakBefore?: boolean;
};

/** Another area to compare with, at the same moments. */
export type SeriesComparison = {
	readonly label: string;
	readonly values: readonly (number | null)[];
	/** where its own values are not comparable with the moment before */
	readonly breakBefore?: readonly boolean[];
};

/** The line of another area: told apart by its dashes and by its name beside its end, never by colour. */
export type ComparisonLine = {
	/** the name as it fits beside the drawing */
	readonly label: string;
	/** unbroken stretches */
	readonly lines: readonly string[];
	/** on and off, as in `stroke-dasharray` with round ends */
	readonly dash: readonly number[];
	/** where the name begins, and the line that leads to it */
	readonly labelAt: Spot;
	readonly leader: string;
};

/** One pattern a line: dots, dashes, both in turn. More lines could not be told apart. */
const dashes: readonly (readonly number[])[] = [
	[0, 4.5],
	[8, 5],
	[9, 5, 0, 5]
];
export const mostComparisons = dashes.length;

export type Spot = { readonly x: number; readonly y: number };

/** Everything the drawing needs, in the units of its view box. */
export type SeriesGeometry = {
	readonly width: number;
	readonly height: number;
	/** one a point; null where there is no value */
	readonly spots: readonly (Spot | null)[];
	readonly xs: readonly number[];
	/** unbroken stretches of the own area */
	readonly lines: readonly string[];
	/** unbroken stretches of the margin, as closed shapes */
	readonly bands: readonly string[];
	readonly comparisons: readonly ComparisonLine[];
	/** where a trend break stands: between two moments */
	readonly breaks: readonly Spot[];
	/** per point: whether its value is written below it, because the line comes from above */
	readonly isLabelBelow: readonly boolean[];
};

const plotWidth = 320;
const labelWidth = 116; // beside the plot, when there are names of lines to write
const longestLabel = 17; // characters that fit there
const labelGap = 15;
const side = 34;
const top = 26;
const plotHeight = 58;
const foot = 30;
/** the half height of a margin around a single moment without neighbours, in view box units */
const lonelyHalf = 5;

/** Places a series of a few moments at equal distances; the scale runs over all that is drawn, not from 0. */
export const seriesGeometry = (
	points: readonly SeriesPoint[],
	comparisons: readonly SeriesComparison[] = []
): SeriesGeometry => {
	const others = comparisons
		.map((other) => ({ ...other, values: points.map((_, at) => other.values[at] ?? null) }))
		.filter(({ values }) => values.some((value) => value !== null))
		.slice(0, mostComparisons);
	const all = [
		...points.flatMap((p) => [p.value, p.lower ?? null, p.upper ?? null]),
		...others.flatMap(({ values }) => values)
	].filter((value) => value !== null);
	const low = Math.min(...all);
	const high = Math.max(...all);
	const y = (value: number) =>
		round(high === low ? top + plotHeight / 2 : top + ((high - value) / (high - low)) * plotHeight);
	const xs = points.map((_, at) =>
		round(points.length === 1 ? plotWidth / 2 : side + (at * (plotWidth - 2 * side)) / (points.length - 1))
	);
	const spot = (at: number, value: number | null): Spot | null => {
		const x = xs[at];
		return value === null || x === undefined ? null : { x, y: y(value) };
	};
	const spots = points.map((point, at) => spot(at, point.value));
	const breaksAt = points.flatMap((point, at) => (point.breakBefore && at > 0 ? [at] : []));

	const margins = points.map((point, at) => {
		const upper = spot(at, point.upper ?? null);
		const lower = spot(at, point.lower ?? null);
		return upper && lower ? { upper, lower } : null;
	});

	return {
		width: others.length > 0 ? plotWidth + labelWidth : plotWidth,
		height: top + plotHeight + foot,
		spots,
		xs,
		lines: stretches(spots, breaksAt)
			.filter((stretch) => stretch.length > 1)
			.map(path),
		bands: stretches(margins, breaksAt).map((stretch) => {
			const [only] = stretch;
			if (only && stretch.length === 1) {
				const { upper, lower } = only;
				return `M${upper.x - lonelyHalf} ${upper.y}H${upper.x + lonelyHalf}V${lower.y}H${lower.x - lonelyHalf}Z`;
			}
			return `${path(stretch.map(({ upper }) => upper))}L${path(stretch.map(({ lower }) => lower).toReversed()).slice(
				1
			)}Z`;
		}),
		comparisons: comparisonLines(
			others.map(({ label, values, breakBefore = [] }) => ({
				label,
				spots: values.map((value, at) => spot(at, value)),
				breaksAt: values.flatMap((_, at) => (breakBefore[at] && at > 0 ? [at] : []))
			}))
		),
		breaks: breaksAt.map((at) => ({
			x: round(((xs[at - 1] ?? 0) + (xs[at] ?? 0)) / 2),
			y: round(((spots[at - 1]?.y ?? top + plotHeight / 2) + (spots[at]?.y ?? top + plotHeight / 2)) / 2)
		})),
		isLabelBelow: spots.map((here, at) => isBelowBetter(here, spots[at - 1] ?? null, spots[at + 1] ?? null))
	};
};

type Other = {
	readonly label: string;
	readonly spots: readonly (Spot | null)[];
	readonly breaksAt: readonly number[];
};

/** The lines of other areas, each with its name beside its last place; names that would touch move apart. */
const comparisonLines = (others: readonly Other[]): readonly ComparisonLine[] => {
	const ends = others.map(({ spots }) => spots.findLast((spot) => spot !== null) ?? { x: 0, y: top });
	const heights = apart(ends.map(({ y }) => y));
	const labelX = plotWidth + 6;
	return others.map(({ label, spots, breaksAt }, at) => {
		const end = ends[at] ?? { x: 0, y: top };
		const y = heights[at] ?? end.y;
		return {
			label: nameBeside(label),
			lines: stretches(spots, breaksAt).map((stretch) => {
				const [only] = stretch;
				return only && stretch.length === 1 ? `M${only.x - 8} ${only.y}L${only.x + 8} ${only.y}` : path(stretch);
			}),
			dash: dashes[at] ?? [],
			labelAt: { x: labelX, y },
			leader: `M${end.x} ${end.y}L${labelX - 4} ${y}`
		};
	});
};

/** A name as it fits beside the drawing; what stands in brackets is left out whole. */
const nameBeside = (name: string): string => {
	const letters = [...name];
	if (letters.length <= longestLabel) return name;
	const first = letters.slice(0, longestLabel - 1).join('');
	const beforeBracket = first.replace(/\s*\(.*$/, '');
	return `${(beforeBracket || first).trimEnd()}…`;
};

/** Heights in the order they came, at least a line of words apart, within the plot as far as they fit. */
const apart = (heights: readonly number[]): readonly number[] => {
	const order = heights.map((_, at) => at).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
	const placed = [...heights];
	order.forEach((at, place) => {
		const above = order[place - 1];
		if (above !== undefined) placed[at] = Math.max(placed[at] ?? 0, (placed[above] ?? 0) + labelGap);
	});
	const over = Math.max(0, Math.max(top, ...placed) - (top + plotHeight + labelGap));
	return placed.map((y) => round(y - over));
};

/** Cuts a row of places into unbroken stretches: at a missing one, and before a trend break. */
const stretches = <T>(places: readonly (T | null)[], breaksAt: readonly number[]): readonly (readonly T[])[] => {
	const result: T[][] = [];
	let current: T[] = [];
	places.forEach((place, at) => {
		if (place === null || breaksAt.includes(at)) {
			if (current.length > 0) result.push(current);
			current = [];
		}
		if (place !== null) current.push(place);
	});
	return current.length > 0 ? [...result, current] : result;
};

const path = (spots: readonly Spot[]): string => `M${spots.map(({ x, y }) => `${x} ${y}`).join('L')}`;

/** In a dip between two higher neighbours the value reads better below the point. */
const isBelowBetter = (here: Spot | null, before: Spot | null, after: Spot | null): boolean =>
	here !== null && before !== null && after !== null && here.y > before.y + 8 && here.y > after.y + 8;

const round = (value: number): number => Math.round(value * 100) / 100;
