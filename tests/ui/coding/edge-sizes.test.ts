import { expect, test } from 'vitest';
import { EdgePress, nextSize } from '../../../src/lib/ui/coding/edge-sizes.ts';

test('presses on an edge go from normal to wide to narrow and back, also from a size set by hand', () => {
	const sizes = { normal: 0, least: 180, most: 480 };
	const seen = [0];
	for (let press = 0; press < 3; press += 1) seen.push(nextSize(seen[seen.length - 1] ?? 0, sizes));
	expect(seen).toEqual([0, 480, 180, 0]);
	expect(nextSize(301, sizes)).toBe(0);
});

test('a hand that shakes presses, one that moves on drags, also when it comes back', () => {
	const press = new EdgePress();
	press.begin(100);
	expect(press.isDrag(103)).toBe(false);
	expect(press.end()).toBe(true);
	press.begin(100);
	expect(press.isDrag(110)).toBe(true);
	expect(press.isDrag(100)).toBe(true);
	expect(press.end()).toBe(false);
	expect(press.end()).toBe(false);
});
