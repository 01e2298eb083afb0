import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { QuoteChoiceAnswer } from '../../../src/lib/contract/quote-choice.ts';
import QuoteChoiceItem from '../../../src/lib/ui/merge/QuoteChoiceItem.svelte';

const whole = 'Het park is echt opgeknapt 😀, alleen mist er in één hoek nog een bankje.';
const item: QuoteChoiceAnswer = {
	...{ codingId: 'c', codeId: 'k', sourceId: 's', group: 'resident', waveId: 'w' },
	...{ text: whole, shortened: null, isOutdated: false, isImportant: true, isChosen: true },
	...{ reference: 'TES-B-01 · 2025 · beurt 1', valences: { change: 'forward', level: null } }
};

let stored: (string | null)[] = [];
let list: HTMLUListElement;
let shown: Record<string, unknown>;
const props = $state({
	item,
	onToggle: () => {},
	onShorten: async (words: string | null) => {
		stored.push(words);
		if (words === 'iets anders') return 'Deze woorden staan niet in het citaat.';
		props.item = { ...item, shortened: words };
		return null;
	}
});

beforeEach(() => {
	stored = [];
	list = document.createElement('ul');
	document.body.append(list);
	props.item = item;
	shown = mount(QuoteChoiceItem, { target: list, props });
	flushSync();
});
afterEach(async () => {
	await unmount(shown);
	list.remove();
});

const button = (name: string) => [...list.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
const type = (words: string) => {
	const area = list.querySelector('textarea')!;
	area.value = words;
	area.dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();
};

test('a chosen quote is shortened from the keyboard, and the whole stays beside it', async () => {
	button('Inkorten')?.focus();
	button('Inkorten')?.click();
	await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
	expect(list.querySelector('textarea')?.value).toBe(whole);
	type('Het park (…) bankje.');
	button('Kort in')?.click();
	await expect.poll(() => document.activeElement).toBe(button('Inkorten'));
	expect(stored).toEqual(['Het park (…) bankje.']);
	expect(list.querySelector('.quote')?.textContent?.trim()).toBe('Het park (…) bankje.');
	expect(list.textContent).toContain(`Het hele citaat: ${whole}`);
	button('Heel citaat')?.click();
	await expect.poll(() => list.querySelector('.quote')?.textContent?.trim()).toBe(whole);
	expect(stored.at(-1)).toBeNull();
});

test('words of somebody else are refused beside the field, and what was typed stays', async () => {
	button('Inkorten')?.click();
	await expect.poll(() => list.querySelector('textarea')).not.toBeNull();
	type('iets anders');
	button('Kort in')?.click();
	await expect.poll(() => list.textContent).toContain('Deze woorden staan niet in het citaat.');
	expect(list.querySelector('textarea')?.value).toBe('iets anders');
});

test('★ is said in words, and so is a quote that fits its text no more', () => {
	expect(list.textContent).toContain('belangrijk');
	props.item = { ...item, isOutdated: true };
	flushSync();
	expect(list.textContent).toContain('Dit citaat was ingekort, maar de tekst is veranderd.');
});
