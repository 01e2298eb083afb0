/** A place in a drawing, in the units of its view box. */
export type Spot = { readonly x: number; readonly y: number };

/** Straight parts of a line: from where to where. */
export type Step = readonly [Spot, Spot];

/** the half height of a margin around a single moment without neighbours, in view box units */
const lonelyHalf = 5;

/** Cuts a row of places into unbroken stretches: at a missing one, and before a trend break. */
export const stretches = <T>(places: readonly (T | null)[], breaksAt: readonly number[]): readonly (readonly T[])[] => {
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

/** The straight parts of an unbroken stretch. */
export const steps = (stretch: readonly Spot[]): readonly Step[] =>
	stretch.slice(1).flatMap((to, at) => {
		const from = stretch[at];
		return from ? [[from, to] as const] : [];
	});

/** A line through some places. */
export const path = (spots: readonly Spot[]): string => `M${spots.map(({ x, y }) => `${x} ${y}`).join('L')}`;

export type Margin = { readonly upper: Spot; readonly lower: Spot };

/** A stretch of margins as one closed shape. */
export const band = (stretch: readonly Margin[]): string => {
	const [only] = stretch;
	if (only && stretch.length === 1) {
		const { upper, lower } = only;
		return `M${upper.x - lonelyHalf} ${upper.y}H${upper.x + lonelyHalf}V${lower.y}H${lower.x - lonelyHalf}Z`;
	}
	return `${path(stretch.map(({ upper }) => upper))}L${path(stretch.map(({ lower }) => lower).toReversed()).slice(1)}Z`;
};

/** Hundredths: finer than anybody sees. */
export const round = (value: number): number => Math.round(value * 100) / 100;
