import { describe, expect, it } from 'vitest';
import { readGeoJson } from '#lib/import/geojson.ts';

const read = (value: unknown, name = 'Vollenhove') =>
	readGeoJson(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)), name);
const ring = [
	[5.1, 52.1],
	[5.2, 52.1],
	[5.1, 52.2],
	[5.1, 52.1]
];
const line = ring.map(([x, y]) => ({ x, y }));

describe('a GeoJSON file', () => {
	it.each([
		['a polygon', { type: 'Polygon', coordinates: [ring] }, 1],
		['polygons with a hole', { type: 'MultiPolygon', coordinates: [[ring, ring], [ring]] }, 3],
		['lines', { type: 'MultiLineString', coordinates: [ring, ring] }, 2],
		['a line', { type: 'LineString', coordinates: ring }, 1],
		[
			'features with names',
			{
				type: 'FeatureCollection',
				features: [
					{ type: 'Feature', properties: { naam: 'Wijk één' }, geometry: { type: 'Polygon', coordinates: [ring] } },
					{
						type: 'Feature',
						properties: null,
						geometry: { type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: ring }] }
					},
					{ type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [5, 52] } }
				]
			},
			2
		]
	])('of %s gives their lines', (_, value, count) => {
		expect(read(value)).toEqual({ ok: true, value: Array.from({ length: count }, () => line) });
	});

	it.each([
		['no JSON', '<kml/>'],
		['words for numbers', { type: 'Polygon', coordinates: [[['5.1', '52.1']]] }],
		['a number for a line', { type: 'LineString', coordinates: 5 }],
		['null for a number', { type: 'LineString', coordinates: [[null, 3]] }]
	])('with %s is refused', (_, value) => {
		expect(read(value)).toMatchObject({ ok: false, problems: [{ code: 'outline-not-geojson' }] });
	});

	it('with collections in collections without an end is refused', () => {
		let deep: unknown = { type: 'Polygon', coordinates: [ring] };
		for (let depth = 0; depth < 40; depth += 1) deep = { type: 'GeometryCollection', geometries: [deep] };
		expect(read(deep)).toMatchObject({ ok: false, problems: [{ code: 'outline-not-geojson' }] });
	});
});

describe('a file of several areas', () => {
	const area = (properties: Readonly<Record<string, unknown>> | null, from: number) => ({
		type: 'Feature',
		properties,
		geometry: { type: 'Polygon', coordinates: [ring.map(([x = 0, y = 0]) => [x + from, y])] }
	});
	const file = {
		type: 'FeatureCollection',
		features: [
			area({ code: 'WK1', naam: 'Overvecht' }, 0),
			area({ code: 'WK2', naam: ' vóllenhove' }, 1),
			area(null, 2)
		]
	};

	it('gives the one with the name of this area', () => {
		expect(read(file, 'Vóllenhove')).toEqual({ ok: true, value: [line.map(({ x = 0, y }) => ({ x: x + 1, y }))] });
	});

	it('is refused when none has its name, rather than drawn as one area', () => {
		expect(read(file, 'Batau')).toEqual({
			ok: false,
			problems: [{ code: 'outline-several', params: { areas: 3, name: 'Batau' }, at: 'file' }]
		});
	});
});
