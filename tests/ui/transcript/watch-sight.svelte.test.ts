import { afterEach, expect, test } from 'vitest';
import type { Stretch } from '#lib/ui/transcript/stretches.ts';
import { turnViews } from '#lib/ui/transcript/turn-view.ts';
import { watchSight } from '#lib/ui/transcript/watch-sight.ts';

const height = 50;
const perStretch = 16;

afterEach(() => document.body.replaceChildren());

/** A text of turns of 50 pixels in a frame of 200, and which of its turns count as near the screen. */
const place = (count: number) => {
	const text = Array.from({ length: count }, () => 'Bomen 🌳').join('\n');
	const bounds = Array.from({ length: count }, (_, at) => ({ ordinal: at + 1, start: at * 8, end: at * 8 + 7 }));
	const turns = turnViews(
		text,
		bounds.map((turn) => ({ ...turn, speakerId: null, startMs: null, endMs: null })),
		[],
		''
	);
	const stretches: Stretch[] = [];
	for (let at = 0; at < count; at += perStretch)
		stretches.push({ turns: turns.slice(at, at + perStretch), height: perStretch * height });
	const scroller = document.createElement('section');
	scroller.style.cssText = 'height: 200px; overflow: auto; position: relative';
	for (const { turns: part } of stretches) {
		const stretch = document.createElement('div');
		stretch.dataset['stretch'] = String(part[0]?.ordinal);
		for (const { ordinal } of part) {
			const item = document.createElement('div');
			item.dataset['turn'] = String(ordinal);
			item.style.height = `${height}px`;
			stretch.append(item);
		}
		scroller.append(stretch);
	}
	document.body.append(scroller);
	const near = new Set<number>();
	const looks: number[] = [];
	const stop = watchSight(scroller, stretches, (entered, left) => {
		for (const { ordinal } of left) near.delete(ordinal);
		for (const { ordinal } of entered) near.add(ordinal);
		looks.push(entered.length);
	});
	return { scroller, near: () => [...near].sort((a, b) => a - b), looks, stop };
};

const settled = async () => {
	for (let at = 0; at < 12; at += 1) await new Promise(requestAnimationFrame);
};

test('only turns on the screen, and as much as half a screen beyond it, count as near', async () => {
	const { near, looks, stop } = place(400);
	await settled();
	// 200 pixels and 100 more; a turn that only touches the edge may count.
	expect(near().slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(near().length).toBeLessThanOrEqual(7);
	// What is on the screen is told first.
	expect(looks[0]).toBeGreaterThanOrEqual(4);
	stop();
});

test('who scrolls far away leaves the turns behind, and finds those that are there', async () => {
	const { scroller, near, stop } = place(400);
	await settled();
	scroller.scrollTop = 10_000;
	await settled();
	// The screen begins at turn 201; two more before it and after it are near.
	expect(near()).toEqual(expect.arrayContaining([199, 200, 201, 202, 203, 204, 205, 206]));
	expect(near().length).toBeLessThanOrEqual(10);
	scroller.scrollTop = 0;
	await settled();
	expect(near().slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
	expect(near().length).toBeLessThanOrEqual(7);
	stop();
});

test('nothing is told after it was stopped', async () => {
	const { scroller, near, stop } = place(64);
	await settled();
	const before = near();
	stop();
	scroller.scrollTop = 2_000;
	await settled();
	expect(near()).toEqual(before);
});
