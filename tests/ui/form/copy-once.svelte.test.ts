import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import CopyOnce from '../../../src/lib/ui/form/CopyOnce.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

test('who asks for a link, however far down, is brought to it', async () => {
	const before = document.createElement('div');
	before.style.height = '3000px';
	const after = document.createElement('div');
	after.style.height = '3000px';
	document.body.append(before);
	const props = $state({ label: 'Link', value: 'https://een' });
	const box = show(CopyOnce, props);
	document.body.append(after);
	flushSync();
	const isInSight = () => {
		const { top, bottom } = box.getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight;
	};
	await expect.poll(isInSight).toBe(true);
	expect(document.activeElement).toBe(box.querySelector('input'));

	scrollTo(0, document.body.scrollHeight);
	expect(isInSight()).toBe(false);
	props.value = 'https://twee';
	flushSync();
	await expect.poll(isInSight).toBe(true);
	before.remove();
	after.remove();
});
