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
export type SeriesComparison = { readonly label: string; readonly values: readonly (number | null)[] };

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
	readonly comparison: readonly string[];
	/** where a trend break stands: between two moments */
	readonly breaks: readonly Spot[];
	/** per point: whether its value is written below it, because the line comes from above */
	readonly isLabelBelow: readonly boolean[];
};

const width = 320;
const side = 34;
const top = 26;
const plotHeight = 58;
const foot = 30;
/** the half height of a margin around a single moment without neighbours, in view box units */
const lonelyHalf = 5;

/** Places a series of a few moments at equal distances; the scale runs over all that is drawn, not from 0. */
export const seriesGeometry = (
	points: readonly SeriesPoint[],
	comparison: SeriesComparison | null = null
): SeriesGeometry => {
	const others = points.map((_, at) => comparison?.values[at] ?? null);
	const all = [...points.flatMap((p) => [p.value, p.lower ?? null, p.upper ?? null]), ...others].filter(
		(value) => value !== null
	);
	const low = Math.min(...all);
	const high = Math.max(...all);
	const y = (value: number) =>
		round(high === low ? top + plotHeight / 2 : top + ((high - value) / (high - low)) * plotHeight);
	const xs = points.map((_, at) =>
		round(points.length === 1 ? width / 2 : side + (at * (width - 2 * side)) / (points.length - 1))
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
		width,
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
		comparison: stretches(
			others.map((value, at) => spot(at, value)),
			[]
		)
			.filter((stretch) => stretch.length > 1)
			.map(path),
		breaks: breaksAt.map((at) => ({
			x: round(((xs[at - 1] ?? 0) + (xs[at] ?? 0)) / 2),
			y: round(((spots[at - 1]?.y ?? top + plotHeight / 2) + (spots[at]?.y ?? top + plotHeight / 2)) / 2)
		})),
		isLabelBelow: spots.map((here, at) => isBelowBetter(here, spots[at - 1] ?? null, spots[at + 1] ?? null))
	};
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
