import { expect, test } from 'vitest';
import { Unfolding } from '#lib/ui/coding/unfolding.ts';

const turns = Array.from({ length: 200 }, (_, at) => ({
	...{ ordinal: at + 1, start: at * 10, end: at * 10 + 9, speakerId: null, startMs: null, endMs: null }
}));

/** Calls back by hand, as a browser that has time now and then. */
const byHand = () => {
	const waiting: (() => void)[] = [];
	const whenIdle = (then: () => void) => {
		waiting.push(then);
		return () => void waiting.splice(waiting.indexOf(then), 1);
	};
	return { waiting, whenIdle, step: () => waiting.shift()?.() };
};

test('turns near the screen come at once, the others a few at a time, in the end all', () => {
	const unfolding = new Unfolding(turns, () => 25);
	const browser = byHand();
	const shown = () => turns.filter(({ ordinal }) => unfolding.has(ordinal)).length;
	unfolding.take(turns.slice(90, 95));
	unfolding.start(browser.whenIdle);
	expect(shown()).toBe(5);
	browser.step();
	// 25 codings a turn: no more than three turns before the browser gets its chance.
	expect(shown()).toBeLessThanOrEqual(8);
	let steps = 1;
	while (browser.waiting.length > 0) {
		browser.step();
		steps += 1;
	}
	expect(shown()).toBe(200);
	expect(steps).toBeGreaterThan(50);
});

test('is called off when one leaves', () => {
	const unfolding = new Unfolding(turns, () => 0);
	const browser = byHand();
	unfolding.start(browser.whenIdle);
	unfolding.stop();
	expect(browser.waiting).toEqual([]);
	expect(unfolding.has(1)).toBe(false);
});
