import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { CodingDesk } from '#lib/contract/coding-desk.ts';
import { ShownDesk } from '#lib/ui/coding/shown-desk.svelte.ts';
import { Writing } from '#lib/ui/coding/writing.svelte.ts';
import { deskOf } from './desk-of.ts';

afterEach(() => document.body.replaceChildren());

const read = (): CodingDesk => deskOf().desk;
const versionOf = (desk: CodingDesk, version: number): CodingDesk => ({ ...desk, version });

/** A desk as it was read last, and whether somebody writes, both of which change. */
const open = () => {
	const first = read();
	const writing = $state({ is: false });
	let fresh = $state.raw(first);
	const shown = new ShownDesk(() => fresh, writing);
	const stop = $effect.root(() => {
		$effect(() => void [shown.desk, shown.isBehind]);
	});
	flushSync();
	const change = (to: { fresh?: CodingDesk; isWriting?: boolean }) => {
		fresh = to.fresh ?? fresh;
		writing.is = to.isWriting ?? writing.is;
		flushSync();
		return [shown.desk.version, shown.isBehind];
	};
	return { first, change, stop };
};

test('a newer text takes the place of the one on the screen at once, when nobody writes', () => {
	const { first, change, stop } = open();
	expect(change({ fresh: versionOf(first, 3) })).toEqual([3, false]);
	stop();
});

test('while somebody writes it waits, also for the newest of several, and comes when the writing ends', () => {
	const { first, change, stop } = open();
	change({ isWriting: true });
	expect(change({ fresh: versionOf(first, 3) })).toEqual([2, true]);
	expect(change({ fresh: versionOf(first, 4) })).toEqual([2, true]);
	expect(change({ isWriting: false })).toEqual([4, false]);
	stop();
});

test('the same text with other codings does not wait, nor does another interview', () => {
	const { first, change, stop } = open();
	change({ isWriting: true });
	expect(change({ fresh: { ...first, codings: [] } })).toEqual([2, false]);
	expect(change({ fresh: { ...first, version: 9, source: { ...first.source, id: 'other' } } })).toEqual([9, false]);
	stop();
});

/** Something on the page that can have the focus. */
const put = <K extends keyof HTMLElementTagNameMap>(name: K, more: Record<string, string> = {}) => {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(more)) element.setAttribute(key, value);
	document.body.append(element);
	return element;
};

test('somebody writes who is in a field, not who is on a button or a tick box', async () => {
	const writing = new Writing();
	const stop = writing.start();
	for (const [element, is] of [
		[put('textarea'), true],
		[put('button'), false],
		[put('input', { type: 'search' }), true],
		[put('input', { type: 'checkbox' }), false]
	] as const) {
		element.focus();
		await expect.poll(() => writing.is, { timeout: 2_000 }).toBe(is);
	}
	stop();
});

test('an open picker counts, wherever the focus is, until the person lets it go', async () => {
	const writing = new Writing();
	const stop = writing.start();
	const picker = put('div', { role: 'dialog' });
	const button = put('button');
	button.focus();
	await expect.poll(() => writing.is).toBe(true);
	writing.letGo();
	button.blur();
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(writing.is).toBe(false);
	picker.remove();
	stop();
});
