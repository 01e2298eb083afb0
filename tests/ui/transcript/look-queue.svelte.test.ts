import { expect, test } from 'vitest';
import { LookQueue } from '#lib/ui/transcript/look-queue.ts';

const frames = async (count: number) => {
	for (let at = 0; at < count; at += 1) await new Promise(requestAnimationFrame);
};

test('what is on the screen is told at once, what is near it in the frames after', async () => {
	const told: [readonly number[], readonly number[]][] = [];
	const queue = new LookQueue<number>((entered, left) => told.push([entered, left]));
	queue.take([1, 2], [3, 4, 5, 6, 7, 8, 9], []);
	expect(told).toEqual([[[1, 2], []]]);
	// What went away before its turn came is not drawn.
	queue.take([], [], [9]);
	expect(told.at(-1)).toEqual([[], [9]]);
	await frames(4);
	expect(told.slice(2)).toEqual([
		[[3, 4, 5, 6], []],
		[[7, 8], []]
	]);
});

test('nothing comes after it was stopped', async () => {
	const told: unknown[] = [];
	const queue = new LookQueue<number>((entered) => told.push(entered));
	queue.take([], [1, 2], []);
	queue.stop();
	await frames(3);
	expect(told).toEqual([]);
});
