import { describe, expect, it } from 'vitest';
import { toGrid, toSpot } from '#lib/domain/area/projection.ts';
import { coarseSpot } from '#lib/domain/area/spot.ts';

// Schreutelkamp and Strang van Hees (2001), the examples: church towers whose coordinates are known in both systems.
const towers = [
	{ name: 'Amersfoort', rd: { x: 155_000, y: 463_000 }, degrees: { latitude: 52.1551744, longitude: 5.38720621 } },
	{
		name: 'Westertoren',
		rd: { x: 120700.723, y: 487525.501 },
		degrees: { latitude: 52.37453253, longitude: 4.88352559 }
	},
	{
		name: 'Martinitoren',
		rd: { x: 233883.131, y: 582065.167 },
		degrees: { latitude: 53.21938317, longitude: 6.56820053 }
	}
];

describe.each(towers)('$name', ({ rd, degrees }) => {
	it('stands in the Dutch grid where its degrees say, within a metre', () => {
		const { x, y } = toGrid(degrees);
		expect(Math.hypot(x - rd.x, y - rd.y)).toBeLessThan(1);
	});
	it('has the degrees that its place in the grid says, within a metre', () => {
		const { latitude, longitude } = toSpot(rd);
		expect(Math.abs(latitude - degrees.latitude)).toBeLessThan(1e-5);
		expect(Math.abs(longitude - degrees.longitude)).toBeLessThan(1.5e-5);
	});
	it('is kept on a grid of some 50 m, and stays there', () => {
		const kept = coarseSpot(degrees);
		if (!kept.ok) throw new Error('outside');
		const { x, y } = toGrid(kept.value);
		expect(Math.hypot(x - rd.x, y - rd.y)).toBeLessThan(40);
		expect(coarseSpot(kept.value)).toEqual(kept);
	});
});

describe('a spot', () => {
	it('outside the Netherlands is a mistake: two numbers that were swapped', () => {
		expect(coarseSpot({ latitude: 5.1, longitude: 52.1 })).toMatchObject({
			ok: false,
			problems: [{ code: 'spot-outside', at: 'spot' }]
		});
	});
	it('tells two front doors in a row nothing apart', () => {
		expect(coarseSpot({ latitude: 52.09001, longitude: 5.12143 })).toEqual(
			coarseSpot({ latitude: 52.09006, longitude: 5.12149 })
		);
	});
});
