import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import CodesPanel from '#lib/ui/coding/CodesPanel.svelte';
import { clear, show } from '../../support/show.ts';
import { deskOf } from './desk-of.ts';

afterEach(clear);

test('how many codes are found is heard while one types', () => {
	const box = show(CodesPanel, { desk: deskOf(), onPick: () => {} });
	const input = box.querySelector('input[type=search]') as HTMLInputElement;
	const heard = (query: string) => {
		input.value = query;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		flushSync();
		return box.querySelector('[role=status]')?.textContent;
	};
	expect(['groen', 'bestaat niet é', ''].map(heard)).toEqual(['1 code gevonden', '0 codes gevonden', '']);
});
