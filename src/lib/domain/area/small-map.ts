import type { OutlineLines } from './outline.ts';
import { toGrid, toSpot, type GridPoint } from './projection.ts';
import type { Spot } from './spot.ts';

/** A map that is drawn: its size in units of the drawing, its lines, and the way from spots to points and back. */
export type SmallMap = {
	readonly width: number;
	readonly height: number;
	/** a path of SVG */
	readonly path: string;
	readonly place: (spot: Spot) => GridPoint;
	readonly spotAt: (point: GridPoint) => Spot;
	/** units of the drawing for a round number of metres, for a scale bar */
	readonly scale: { readonly metres: number; readonly units: number };
};

const wide = 480; // units of the drawing
const margin = 16;
const smallest = 500; // m across, so that one spot alone is not drawn as if it were a city

/** The map of an area around its outline and the spots on it; null = there is nothing to draw. */
export const smallMap = (lines: OutlineLines, spots: readonly Spot[]): SmallMap | null => {
	const drawn = lines.map((line) => line.map(([longitude, latitude]) => toGrid({ latitude, longitude })));
	const points = [...drawn.flat(), ...spots.map(toGrid)];
	if (points.length === 0) return null;
	const { west, south, east, north } = boundsOf(points);
	const perMetre = (wide - 2 * margin) / Math.max(east - west, north - south);
	const place = (spot: Spot) => toUnits(toGrid(spot));
	const toUnits = ({ x, y }: GridPoint): GridPoint => ({
		x: margin + (x - west) * perMetre,
		y: margin + (north - y) * perMetre
	});
	return {
		width: (east - west) * perMetre + 2 * margin,
		height: (north - south) * perMetre + 2 * margin,
		path: drawn.map((line) => pathOf(line.map(toUnits))).join(''),
		place,
		spotAt: ({ x, y }) => toSpot({ x: west + (x - margin) / perMetre, y: north - (y - margin) / perMetre }),
		scale: scaleFor(perMetre)
	};
};

const boundsOf = (points: readonly GridPoint[]) => {
	const box = points.reduce(
		(found, { x, y }) => ({
			west: Math.min(found.west, x),
			south: Math.min(found.south, y),
			east: Math.max(found.east, x),
			north: Math.max(found.north, y)
		}),
		{ west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
	);
	const across = Math.max(0, smallest - (box.east - box.west)) / 2;
	const up = Math.max(0, smallest - (box.north - box.south)) / 2;
	return { west: box.west - across, south: box.south - up, east: box.east + across, north: box.north + up };
};

const pathOf = (line: readonly GridPoint[]): string =>
	line.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const scaleFor = (perMetre: number): SmallMap['scale'] => {
	const metres = [10_000, 5000, 2000, 1000, 500, 200].find((size) => size * perMetre <= wide / 3) ?? 100;
	return { metres, units: metres * perMetre };
};

/** A spot some steps of 50 m further. */
export const stepped = (spot: Spot, east: number, north: number): Spot => {
	const { x, y } = toGrid(spot);
	return toSpot({ x: x + 50 * east, y: y + 50 * north });
};
