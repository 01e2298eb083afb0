import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { OneOf } from '#lib/ui/coding/one-of.svelte.ts';

it('one key at a time is the one', () => {
	const turn = new OneOf([1, 2, 3], 2);
	turn.set(3);
	expect([turn.value, turn.is(1), turn.is(2), turn.is(3)]).toEqual([3, false, false, true]);
	turn.set(null);
	expect([turn.value, turn.is(3)]).toEqual([null, false]);
});

it('a key that is not known can be meant, and none of the others is then', () => {
	const turn = new OneOf([1, 2], 1);
	turn.set(9);
	expect([turn.value, turn.is(1), turn.is(9)]).toEqual([9, false, false]);
});

it('a change is seen by the former and the new one only', () => {
	const turn = new OneOf([1, 2, 3], 1);
	const seen: string[] = [];
	const stop = $effect.root(() => {
		for (const key of [1, 2, 3]) $effect(() => void seen.push(`${key}: ${turn.is(key)}`));
	});
	flushSync();
	seen.length = 0;
	turn.set(2);
	flushSync();
	stop();
	expect(seen).toEqual(['1: false', '2: true']);
});
