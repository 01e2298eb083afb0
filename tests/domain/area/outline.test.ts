import { describe, expect, it } from 'vitest';
import { outlineOf, simplified } from '#lib/domain/area/outline.ts';
import { smallMap, stepped } from '#lib/domain/area/small-map.ts';
import { toGrid } from '#lib/domain/area/projection.ts';
import { valueOf } from '../../import/fixture.ts';

const square = [
	{ x: 135_000, y: 455_000 },
	{ x: 136_000, y: 455_000 },
	{ x: 136_000, y: 456_000 },
	{ x: 135_000, y: 456_000 },
	{ x: 135_000, y: 455_000 }
];

describe('the outline of an area', () => {
	it('is the same from metres of the Dutch grid as from degrees', () => {
		const fromMetres = valueOf(outlineOf([square]));
		expect(fromMetres[0]).toHaveLength(5);
		const fromDegrees = valueOf(outlineOf(fromMetres.map((line) => line.map(([x, y]) => ({ x, y })))));
		for (const [index, [longitude, latitude]] of (fromDegrees[0] ?? []).entries()) {
			const { x, y } = toGrid({ latitude, longitude });
			expect(Math.hypot(x - (square[index]?.x ?? 0), y - (square[index]?.y ?? 0))).toBeLessThan(3);
		}
	});

	it('keeps corners and leaves out points that lie on the line', () => {
		const fine = Array.from({ length: 1001 }, (_, index) => ({ x: 135_000 + index, y: 455_000 }));
		expect(simplified([...fine, ...square.slice(2)], 2)).toEqual(square);
	});

	it('is never finer than a small map needs', () => {
		const jagged = Array.from({ length: 50_000 }, (_, index) => ({
			x: 135_000 + index,
			y: 455_000 + (index % 2) * 30
		}));
		expect(valueOf(outlineOf([jagged])).flat().length).toBeLessThanOrEqual(2000);
	});

	it.each([
		['nothing', [], 'outline-empty'],
		[
			'another country',
			[
				[
					{ x: 13.4, y: 52.5 },
					{ x: 13.5, y: 52.6 }
				]
			],
			'outline-outside'
		],
		[
			'another grid',
			[
				[
					{ x: 680_000, y: 5_800_000 },
					{ x: 680_100, y: 5_800_000 }
				]
			],
			'outline-outside'
		]
	])('of %s is refused', (_, lines, code) => {
		expect(outlineOf(lines)).toMatchObject({ ok: false, problems: [{ code }] });
	});
});

describe('a small map', () => {
	it('puts a spot where a press on it gives the same spot back', () => {
		const map = smallMap(valueOf(outlineOf([square])), []);
		if (!map) throw new Error('nothing drawn');
		const spot = { latitude: 52.09, longitude: 5.115 };
		const again = map.spotAt(map.place(spot));
		expect(again.latitude).toBeCloseTo(spot.latitude, 4);
		expect(again.longitude).toBeCloseTo(spot.longitude, 4);
	});

	it('has north above and east on the right, and a scale', () => {
		const map = smallMap(valueOf(outlineOf([square])), []);
		if (!map) throw new Error('nothing drawn');
		const at = { latitude: 52.09, longitude: 5.115 };
		const here = map.place(at);
		expect(map.place(stepped(at, 0, 1)).y).toBeLessThan(here.y);
		expect(map.place(stepped(at, 1, 0)).x).toBeGreaterThan(here.x);
		expect(map.scale).toMatchObject({ metres: 200 });
	});

	it('is there for a spot alone, and not for nothing', () => {
		expect(smallMap([], [{ latitude: 52.09, longitude: 5.115 }])).not.toBeNull();
		expect(smallMap([], [])).toBeNull();
	});
});
