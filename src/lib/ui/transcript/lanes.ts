import { packLanes, type Extent } from '#lib/domain/coding/desk.ts';

/** A coding's stripe beside its lines, in pixels from the top of the turn. */
export type Bar = {
	readonly id: string;
	readonly lane: number;
	readonly top: number;
	readonly height: number;
	/** there is room for the words beside it */
	readonly hasLabel: boolean;
};

/** What the margin of one turn shows: the first lanes, and how many codings did not fit. */
export type Margin = { readonly bars: readonly Bar[]; readonly lanes: number; readonly hidden: number };

/** More lanes cannot be told apart; the rest is in the list. */
export const laneLimit = 6;

/** How far the stripes of two lanes are apart, in pixels. */
export const laneStep = 12;

/** Height of a label in pixels: 13 px type on 18. */
const labelHeight = 18;

/** Height of the button at the top that says how many codings did not fit: no label lies under it. */
const moreHeight = 26;

/** Lays out the stripes of a turn. `fixed` keeps lanes as they are, also across turns. */
export const layOut = (
	extents: readonly Extent[],
	fixed: ReadonlyMap<string, number>
): Margin & { lanesOf: ReadonlyMap<string, number> } => {
	const lanesOf = packLanes(extents, fixed);
	const placed = extents
		.map((extent) => ({ ...extent, lane: lanesOf.get(extent.id) ?? 0 }))
		.sort((a, b) => a.from - b.from || a.lane - b.lane);
	const shown = placed.filter(({ lane }) => lane < laneLimit);
	const hidden = placed.length - shown.length;
	let labelEnd = hidden > 0 ? moreHeight : -Infinity;
	const bars = shown.map(({ id, lane, from, to }): Bar => {
		const hasLabel = from >= labelEnd;
		if (hasLabel) labelEnd = from + labelHeight;
		return { id, lane, top: from, height: to - from, hasLabel };
	});
	const lanes = shown.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
	return { bars, lanes, hidden, lanesOf };
};

/** The lanes of codings, to which others are added; a coding keeps the lane it has. */
export class KnownLanes {
	readonly #lanes: Map<string, number>;

	constructor(first: ReadonlyMap<string, number>) {
		this.#lanes = new Map(first);
	}

	get all(): ReadonlyMap<string, number> {
		return this.#lanes;
	}

	add(more: ReadonlyMap<string, number>): void {
		for (const [id, lane] of more) if (!this.#lanes.has(id)) this.#lanes.set(id, lane);
	}
}
