import { fail, ok, type Result } from '../domain/problem.ts';
import type { GridPoint } from '../domain/area/projection.ts';
import { decodeText } from './decode-text.ts';
import { isObject, parseJson } from './json.ts';

/** Largest file of an outline, in bytes; the finest one of a municipality is smaller. */
const largestOutlineBytes = 8_000_000;
const deepest = 8; // collections in collections
const mostGeometries = 5000;

/**
 * The lines of one area in a GeoJSON file (RFC 7946): rings of polygons, and lines. A file of several areas gives the one
 * that has this name in one of its properties; nothing else is read of them.
 */
export const readGeoJson = (bytes: Uint8Array, name: string): Result<readonly (readonly GridPoint[])[]> => {
	if (bytes.length > largestOutlineBytes)
		return fail('outline-too-large', { limit: largestOutlineBytes / 1_000_000 }, 'file');
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	const parsed = parseJson(decoded.value.text);
	if (parsed === null) return fail('outline-not-geojson', undefined, 'file');
	const area = areaNamed(parsed, name);
	if (!area.ok) return area;
	const lines: GridPoint[][] = [];
	const open: { value: unknown; depth: number }[] = [{ value: area.value, depth: 0 }];
	for (let seen = 0, next = open.pop(); next; next = open.pop(), seen += 1) {
		const { value, depth } = next;
		if (!isObject(value)) continue;
		if (seen > mostGeometries || depth > deepest) return fail('outline-not-geojson', undefined, 'file');
		for (const inner of [value['geometry'], listIn(value['features']), listIn(value['geometries'])].flat())
			open.push({ value: inner, depth: depth + 1 });
		const found = linesOf(value['type'], value['coordinates']);
		if (found === null) return fail('outline-not-geojson', undefined, 'file');
		lines.push(...found);
	}
	return ok(lines);
};

/** What is about this area in a file, or the whole file when it holds no more than one. */
const areaNamed = (parsed: unknown, name: string): Result<unknown> => {
	const features = isObject(parsed) ? listIn(parsed['features']).filter(isArea) : [];
	if (features.length < 2) return ok(parsed);
	const wanted = plain(name);
	const named = features.filter(({ properties }) =>
		Object.values(isObject(properties) ? properties : {}).some(
			(value) => typeof value === 'string' && plain(value) === wanted
		)
	);
	return named.length > 0 ? ok({ features: named }) : fail('outline-several', { areas: features.length, name }, 'file');
};

const isArea = (value: unknown): value is Readonly<Record<string, unknown>> =>
	isObject(value) &&
	isObject(value['geometry']) &&
	['Polygon', 'MultiPolygon'].includes(String(value['geometry']['type']));

const plain = (name: string): string => name.normalize('NFC').trim().toLocaleLowerCase('nl');

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The lines of one geometry; points have none. null = coordinates that are no numbers. */
const linesOf = (type: unknown, coordinates: unknown): GridPoint[][] | null => {
	switch (type) {
		case 'LineString':
			return all([lineOf(coordinates)]);
		case 'Polygon':
		case 'MultiLineString':
			return all(listIn(coordinates).map(lineOf));
		case 'MultiPolygon':
			return all(listIn(coordinates).flatMap((polygon) => listIn(polygon).map(lineOf)));
		default:
			return [];
	}
};

const all = (lines: readonly (GridPoint[] | null)[]): GridPoint[][] | null => {
	const known = lines.filter((line) => line !== null);
	return known.length === lines.length ? known : null;
};

const lineOf = (coordinates: unknown): GridPoint[] | null => {
	if (!Array.isArray(coordinates)) return null;
	const points: GridPoint[] = [];
	for (const position of coordinates as readonly unknown[]) {
		const [x, y] = listIn(position);
		if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) return null;
		points.push({ x, y });
	}
	return points;
};
