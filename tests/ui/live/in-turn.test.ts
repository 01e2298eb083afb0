import { expect, test } from 'vitest';
import { inTurn } from '../../../src/lib/ui/live/in-turn.ts';

/** Something that takes as long as the test wants. */
const held = () => {
	let release = (): void => {};
	const done = new Promise<void>((resolve) => (release = resolve));
	return { done, release };
};
const soon = () => new Promise((resolve) => setTimeout(resolve));

test('one is done after the other, and what is asked for while it runs is done again', async () => {
	const take = inTurn();
	const [first, second] = [held(), held()];
	const did: string[] = [];
	const one = take('page', async () => {
		did.push('begins');
		await first.done;
		did.push('ends');
	});
	await soon();
	const two = take('page', async () => {
		did.push('begins again');
		await second.done;
	});
	await soon();
	expect(did).toEqual(['begins']);
	first.release();
	await one;
	await soon();
	expect(did).toEqual(['begins', 'ends', 'begins again']);
	second.release();
	await two;
});

test('what is asked for three times before its turn is done once, and all are told when it is done', async () => {
	const take = inTurn();
	const first = held();
	let times = 0;
	void take('other', () => first.done);
	await soon();
	const asked = [1, 2, 3].map(() => take('page', async () => (times += 1)));
	first.release();
	await Promise.all(asked);
	expect(times).toBe(1);
	await take('page', async () => (times += 1));
	expect(times).toBe(2);
});

test('what fails is told to who asked, and holds nothing up', async () => {
	const take = inTurn();
	const failing = take('page', async () => {
		throw new Error('no line');
	});
	const next = take('other', async () => {});
	await expect(failing).rejects.toThrow('no line');
	await expect(next).resolves.toBeUndefined();
});
