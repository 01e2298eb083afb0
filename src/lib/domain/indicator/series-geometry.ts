import { band, path, round, steps, stretches, type Spot, type Step } from './series-lines.ts';
import {
	momentLines,
	placeBreakWords,
	placeValues,
	valueSize,
	boxOf,
	within,
	wordSize,
	type Box,
	type Label
} from './series-labels.ts';

/** One moment of a series. `breakBefore`: not comparable with the moment before it. */
export type SeriesPoint = {
	readonly label: string;
	readonly value: number | null;
	/** the value as it is written beside the point */
	readonly shown?: string;
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
	/** where a trend break stands: between two moments; its word where there is room for it */
	readonly breaks: readonly (Spot & { readonly word: Label | null })[];
	/** one a point: its value, or that there is none; null where it stands in the table alone */
	readonly values: readonly (Label | null)[];
	/** the names of the moments below the drawing, as far as there is room */
	readonly moments: readonly Label[];
};

const leastPlotWidth = 320;
const mostPlotWidth = 480; // as wide as a drawing with names beside it may be on an upright page
const leastStep = 36; // a year with a little air
const labelWidth = 116; // beside the plot, when there are names of lines to write
const longestLabel = 17; // characters that fit there
const labelGap = 15;
const side = 34;
const top = 26;
const plotHeight = 58;
const momentLine = 106; // below the plot, where nothing stands between
const lineGap = 15;
const ascent = 11.5; // of a line of words
const foot = 8;
const missing = '–';
/**
 * Places a series at equal distances; the scale runs over all that is drawn, not from 0. With many moments the drawing
 * grows a little wider, and words stand only where they touch nothing. `breakWord`: what is written at a trend break;
 * `room`: how wide the drawing may become without being made smaller.
 */
export const seriesGeometry = (
	points: readonly SeriesPoint[],
	comparisons: readonly SeriesComparison[] = [],
	breakWord = '',
	room = Infinity
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
	const plotWidth = plotWidthOf(points.length, others.length > 0 ? room - labelWidth : room);
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
	const own = stretches(spots, breaksAt);
	const lines = others.map(({ label, values, breakBefore = [] }) => ({
		label,
		spots: values.map((value, at) => spot(at, value)),
		breaksAt: values.flatMap((_, at) => (breakBefore[at] && at > 0 ? [at] : []))
	}));
	const marks = breaksAt.map((at) => ({
		x: round(((xs[at - 1] ?? 0) + (xs[at] ?? 0)) / 2),
		y: round(((spots[at - 1]?.y ?? middle) + (spots[at]?.y ?? middle)) / 2)
	}));

	return {
		width: others.length > 0 ? plotWidth + labelWidth : plotWidth,
		spots,
		xs,
		lines: own.filter((stretch) => stretch.length > 1).map(path),
		bands: stretches(margins, breaksAt).map(band),
		comparisons: comparisonLines(lines, plotWidth),
		...wordsOf(points, breakWord, {
			xs,
			spots,
			marks,
			own: own.flatMap(steps),
			others: lines.flatMap((line) => stretches(line.spots, line.breaksAt).flatMap(steps)),
			width: plotWidth
		})
	};
};

const middle = top + plotHeight / 2;

const plotWidthOf = (moments: number, room: number): number =>
	Math.max(leastPlotWidth, Math.min(mostPlotWidth, room, 2 * side + leastStep * (moments - 1)));

type Drawn = {
	readonly xs: readonly number[];
	readonly spots: readonly (Spot | null)[];
	readonly marks: readonly Spot[];
	readonly own: readonly Step[];
	readonly others: readonly Step[];
	readonly width: number;
};

/** The words in and below a drawing, and how high it becomes by them. */
const wordsOf = (
	points: readonly SeriesPoint[],
	breakWord: string,
	{ xs, spots, marks, own, others, width }: Drawn
): Pick<SeriesGeometry, 'values' | 'moments' | 'breaks' | 'height'> => {
	const gaps = spots.map((spot, at): Label | null =>
		spot === null ? { text: missing, x: xs[at] ?? 0, y: round(middle + 5) } : null
	);
	const texts = points.map(({ value, shown }) => shown ?? (value === null ? '' : String(value)));
	const values = placeValues({
		texts,
		spots,
		own,
		others,
		taken: [
			...gaps.flatMap((gap) => (gap ? [boxOf(gap, valueSize)] : [])),
			...marks.map((mark): Box => ({ left: mark.x - 6, right: mark.x + 6, top: mark.y - 8, bottom: mark.y + 8 }))
		],
		width
	});
	const written = Math.max(
		momentLine - ascent - 1,
		...values.flatMap((label) => (label ? [boxOf(label, valueSize).bottom] : []))
	);
	const breakLine = round(written + ascent);
	const afterBreaks = marks.length > 0 && breakWord !== '' ? breakLine + 4 : written;
	const firstLine = round(Math.max(momentLine, afterBreaks + ascent));
	const names = momentLines(
		points.map(({ label }) => label),
		xs
	);
	const words = placeBreakWords(
		marks.map(({ x }) => x),
		breakWord,
		breakLine,
		width
	);
	const deepest = Math.max(1, ...names.map((lines) => lines?.length ?? 0));
	return {
		values: values.map((label, at) => label ?? gaps[at] ?? null),
		moments: names.flatMap((lines, at) =>
			(lines ?? []).map((text, line) =>
				within({ text, x: xs[at] ?? 0, y: firstLine + line * lineGap }, wordSize, width)
			)
		),
		breaks: marks.map((mark, at) => ({ ...mark, word: words[at] ?? null })),
		height: round(firstLine + (deepest - 1) * lineGap + foot)
	};
};

type Other = {
	readonly label: string;
	readonly spots: readonly (Spot | null)[];
	readonly breaksAt: readonly number[];
};

/** The lines of other areas, each with its name beside its last place; names that would touch move apart. */
const comparisonLines = (others: readonly Other[], plotWidth: number): readonly ComparisonLine[] => {
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
