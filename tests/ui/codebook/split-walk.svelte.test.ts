import { afterEach, expect, test } from 'vitest';
import { SplitWalk } from '#lib/ui/codebook/split-walk.svelte.ts';

afterEach(() => localStorage.clear());
const walkAgain = () => new SplitWalk('park', ['één', 'twee'], new Set());

test('starting a split over can be taken back: no decision is lost by one press', () => {
	const walk = walkAgain();
	walk.add({ name: 'Bomen 😀' });
	walk.give(0);
	const resumed = walkAgain();
	expect(resumed.isResumed).toBe(true);

	const takeUp = resumed.startOver();
	expect([resumed.targets, resumed.givenTo('één'), resumed.at, resumed.isResumed]).toEqual([[], null, 0, false]);
	expect(walkAgain().isResumed).toBe(false);

	takeUp();
	expect([resumed.targets, resumed.givenTo('één'), resumed.at]).toEqual([[{ name: 'Bomen 😀' }], 0, 1]);
	expect(walkAgain().givenTo('één')).toBe(0);
});
