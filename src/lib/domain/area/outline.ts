import { fail, ok, type Result } from '../problem.ts';
import { toGrid, toSpot, type GridPoint } from './projection.ts';

/** Lines of [longitude, latitude] in degrees (WGS84), as GeoJSON has them. */
export type OutlineLines = readonly (readonly (readonly [longitude: number, latitude: number])[])[];

/** The grid of the Netherlands with some room around it, in metres. */
const grid = { west: -10_000, east: 300_000, south: 290_000, north: 640_000 };

const mostPoints = 2000; // of a small map: more than a screen can show
const mostToSimplify = 5000; // points; simplifying looks at pairs, and a made line would keep the server busy
const coarsest = 2000; // m; a line that is still too long at this tolerance is no outline of an area

/**
 * Lines as they were handed in, in degrees or in metres of the Dutch grid, as the outline of an area: in the
 * Netherlands, and as simple as a small map needs it.
 */
export const outlineOf = (lines: readonly (readonly GridPoint[])[]): Result<OutlineLines> => {
	const inGrid = lines.map((line) => line.map(asGrid)).filter((line) => line.length >= 2);
	const points = inGrid.flat();
	if (points.length === 0) return fail('outline-empty', undefined, 'file');
	const isInside = points.every(({ x, y }) => x >= grid.west && x <= grid.east && y >= grid.south && y <= grid.north);
	if (!isInside) return fail('outline-outside', undefined, 'file');
	for (let tolerance = 2; tolerance <= coarsest; tolerance *= 2) {
		const thin = inGrid.map((line) => thinned(line, tolerance));
		if (countOf(thin) > mostToSimplify) continue;
		const simple = thin.map((line) => simplified(line, tolerance));
		if (countOf(simple) <= mostPoints) return ok(simple.map(inDegrees));
	}
	return fail('outline-too-fine', { limit: mostPoints }, 'file');
};

/** Degrees are small numbers; metres of the Dutch grid are not. */
const asGrid = (point: GridPoint): GridPoint =>
	Math.abs(point.x) <= 180 && Math.abs(point.y) <= 90 ? toGrid({ latitude: point.y, longitude: point.x }) : point;

const inDegrees = (line: readonly GridPoint[]): readonly (readonly [number, number])[] =>
	line.map((point) => {
		const { latitude, longitude } = toSpot(point);
		return [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))];
	});

const countOf = (lines: readonly (readonly GridPoint[])[]) => lines.reduce((total, line) => total + line.length, 0);

/** A line without points that lie nearer than a tolerance (m) to the one before; the ends stay. */
const thinned = (line: readonly GridPoint[], tolerance: number): readonly GridPoint[] => {
	let last = line[0];
	return line.filter((point, index) => {
		const isEnd = index === 0 || index === line.length - 1;
		if (!isEnd && last && Math.hypot(point.x - last.x, point.y - last.y) < tolerance) return false;
		last = point;
		return true;
	});
};

/** A line without the points that lie nearer than a tolerance (m) to it (Ramer 1972; Douglas and Peucker 1973). */
export const simplified = (line: readonly GridPoint[], tolerance: number): readonly GridPoint[] => {
	const keeps = new Set([0, line.length - 1]);
	const open: (readonly [number, number])[] = [[0, line.length - 1]];
	for (let part = open.pop(); part; part = open.pop()) {
		const [from, to] = part;
		let furthest = from;
		let distance = tolerance;
		for (let index = from + 1; index < to; index += 1) {
			const away = distanceTo(line[index], line[from], line[to]);
			if (away > distance) [furthest, distance] = [index, away];
		}
		if (furthest === from) continue;
		keeps.add(furthest);
		open.push([from, furthest], [furthest, to]);
	}
	return line.filter((_, index) => keeps.has(index));
};

/** From a point to the stretch between two others. */
const distanceTo = (point?: GridPoint, from?: GridPoint, to?: GridPoint): number => {
	if (!point || !from || !to) return 0;
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const length = dx * dx + dy * dy;
	const along =
		length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - from.x) * dx + (point.y - from.y) * dy) / length));
	return Math.hypot(point.x - from.x - along * dx, point.y - from.y - along * dy);
};
