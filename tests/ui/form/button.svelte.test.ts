import { createRawSnippet, flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import Button from '../../../src/lib/ui/form/Button.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const words = createRawSnippet(() => ({ render: () => '<span>Opslaan</span>' }));

test('a busy button keeps its width and its focus, and does nothing', () => {
	let presses = 0;
	const props = $state({ children: words, isBusy: false, onclick: () => void presses++ });
	const button = show(Button, props).querySelector('button');
	button?.focus();
	button?.click();
	const width = button?.offsetWidth;
	expect(presses).toBe(1);

	props.isBusy = true;
	flushSync();
	button?.click();
	expect(presses).toBe(1);
	expect(button?.offsetWidth).toBe(width);
	expect(document.activeElement).toBe(button);
	expect(button?.getAttribute('aria-busy')).toBe('true');
});

test('a button does not send a form unless it says so', () => {
	const form = document.createElement('form');
	document.body.append(form);
	form.append(show(Button, { children: words }));
	expect(form.querySelector('button')?.type).toBe('button');
	form.remove();
});

test('with an address it is a link', () => {
	const link = show(Button, { children: words, href: '/projects' }).querySelector('a');
	expect(link?.getAttribute('href')).toBe('/projects');
	expect(link?.textContent).toContain('Opslaan');
});
