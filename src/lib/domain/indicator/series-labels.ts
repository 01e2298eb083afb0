import type { Spot, Step } from './series-lines.ts';

/** Words in a drawing: their middle and the line they stand on, in units of the view box. */
export type Label = { readonly text: string; readonly x: number; readonly y: number };

/** The room that words or a mark take. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export const valueSize = 15;
export const wordSize = 13.5;
const gap = 4; // between words that stand beside each other

// The widest letters of each kind as parts of the size of the type, so that no typeface on paper needs more.
const wide = 0.9;
const narrow = 0.34;
const digit = 0.56;
const capital = 0.68;
const letter = 0.58;

/** How wide words become at most; the drawing is made where nothing can be measured. */
export const widthOf = (text: string, size: number): number =>
	[...text].reduce((sum, sign) => sum + shareOf(sign) * size, 0);

const shareOf = (sign: string): number => {
	if (/[.,:;()'’ ijltfr|]/.test(sign)) return narrow;
	if (/[0-9–-]/.test(sign)) return digit;
	if (/[a-zà-ÿ]/.test(sign)) return /[mw]/.test(sign) ? wide : letter;
	return /[A-ZÀ-Ý]/.test(sign) && !/[MW]/.test(sign) ? capital : wide;
};

/** The room of words, with a little air on both sides. */
export const boxOf = ({ text, x, y }: Label, size: number): Box => {
	const half = widthOf(text, size) / 2;
	return { left: x - half - gap / 2, right: x + half + gap / 2, top: y - size * 0.78, bottom: y + size * 0.24 };
};

export const touches = (one: Box, other: Box): boolean =>
	one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Words at a place, moved sideways as far as the drawing needs. */
export const within = (label: Label, size: number, width: number): Label => {
	const half = widthOf(label.text, size) / 2;
	return { ...label, x: Math.max(half, Math.min(width - half, label.x)) };
};

/** How many lines cross a box; a line that only leads to its own point is one of them. */
export const crossings = (box: Box, lines: readonly Step[]): number =>
	lines.filter(([from, to]) => {
		const left = Math.max(box.left, Math.min(from.x, to.x));
		const right = Math.min(box.right, Math.max(from.x, to.x));
		if (left > right) return false;
		const at = (x: number) => (to.x === from.x ? from.y : from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y));
		const [a, b] = [at(left), at(right)];
		return Math.min(a, b) < box.bottom && Math.max(a, b) > box.top;
	}).length;

/** What is written below the moments: in one line, or with what stands in brackets on a second one; some where not all fit. */
export const momentLines = (
	labels: readonly string[],
	xs: readonly number[]
): readonly (readonly string[] | null)[] => {
	const step = (xs[1] ?? Infinity) - (xs[0] ?? 0);
	const widthOfLines = (lines: readonly string[]) => Math.max(0, ...lines.map((line) => widthOf(line, wordSize)));
	const whole = labels.map((label) => [label]);
	const isRoomy = whole.every((lines) => widthOfLines(lines) + gap <= step);
	const lines = isRoomy ? whole : labels.map(inTwoLines);
	const needed = Math.max(0, ...lines.map(widthOfLines)) + gap;
	const every = Math.max(1, Math.ceil(needed / step));
	const last = labels.length - 1;
	const kept = lines.map((_, at) => at === 0 || at === last || ((last - at) % every === 0 && at * step >= needed));
	// Two moments too close for both: the last one says more.
	if (last > 0 && last * step < needed) kept[0] = false;
	return lines.map((each, at) => (kept[at] ? each : null));
};

const inTwoLines = (label: string): readonly string[] => {
	const [, first, rest] = /^(.+?)\s*(\(.*)$/.exec(label) ?? [];
	return first !== undefined && rest !== undefined ? [first, rest] : [label];
};

type Placing = {
	readonly texts: readonly string[];
	readonly spots: readonly (Spot | null)[];
	/** the line itself, step by step, and those of other areas */
	readonly own: readonly Step[];
	readonly others: readonly Step[];
	/** the room of other marks */
	readonly taken: readonly Box[];
	readonly width: number;
};

const mostValues = 6; // more numbers in one line hide it
const above = 11;
const below = 20;
const pointHalf = 6;

/**
 * Where the values are written: with a few moments at each of them, with more at the first, the last, the highest and
 * the lowest; above or below the point, where fewer lines run, and only where nothing else stands. The first and the last come first.
 */
export const placeValues = ({ texts, spots, own, others, taken, width }: Placing): readonly (Label | null)[] => {
	const known = spots.flatMap((spot, at) => (spot ? [at] : []));
	const first = known[0];
	const last = known.at(-1);
	if (first === undefined || last === undefined) return spots.map(() => null);
	const heightOf = (at: number) => spots[at]?.y ?? 0;
	const byHeight = known.toSorted((a, b) => heightOf(a) - heightOf(b));
	const wanted =
		known.length <= mostValues
			? [last, first, ...known]
			: [last, first, byHeight[0] ?? first, byHeight.at(-1) ?? first];
	const points = spots.map((spot) =>
		spot
			? { left: spot.x - pointHalf, right: spot.x + pointHalf, top: spot.y - pointHalf, bottom: spot.y + pointHalf }
			: null
	);
	const placed = new Map<number, Label>();
	for (const at of new Set(wanted)) {
		const spot = spots[at];
		if (!spot) continue;
		const sides = isDip(spots, at) ? [below, -above] : [-above, below];
		const choices = sides.map((side) =>
			within({ text: texts[at] ?? '', x: spot.x, y: spot.y + side }, valueSize, width)
		);
		const rated = choices
			.map((label) => ({ label, box: boxOf(label, valueSize) }))
			.map(({ label, box }) => ({
				label,
				isFree:
					[...placed.values()].every((other) => !touches(box, boxOf(other, valueSize))) &&
					taken.every((other) => !touches(box, other)) &&
					points.every((point, of) => of === at || point === null || !touches(box, point)),
				crossed: 3 * crossings(box, own) + crossings(box, others)
			}))
			.toSorted((a, b) => Number(b.isFree) - Number(a.isFree) || a.crossed - b.crossed);
		const best = rated[0];
		if (best && (best.isFree || at === last)) placed.set(at, best.label);
	}
	return spots.map((_, at) => placed.get(at) ?? null);
};

/** Between two higher neighbours a value reads better below its point. */
const isDip = (spots: readonly (Spot | null)[], at: number): boolean => {
	const [before, here, after] = [spots[at - 1], spots[at], spots[at + 1]];
	return Boolean(before && here && after && here.y > before.y + 8 && here.y > after.y + 8);
};

/** The word beside each trend break; once where two of them would touch. */
export const placeBreakWords = (
	xs: readonly number[],
	word: string,
	y: number,
	width: number
): readonly (Label | null)[] => {
	const placed: Box[] = [];
	return xs.map((x) => {
		const label = within({ text: word, x, y }, wordSize, width);
		const box = boxOf(label, wordSize);
		if (word === '' || placed.some((other) => touches(box, other))) return null;
		placed.push(box);
		return label;
	});
};
