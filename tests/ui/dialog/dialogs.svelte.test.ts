import { createRawSnippet, flushSync } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import Confirm from '../../../src/lib/ui/dialog/Confirm.svelte';
import Dialog from '../../../src/lib/ui/dialog/Dialog.svelte';
import Menu from '../../../src/lib/ui/dialog/Menu.svelte';
import { ToastList } from '../../../src/lib/ui/dialog/toasts.svelte.ts';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const field = createRawSnippet(() => ({ render: () => '<label>Naam <input></label>' }));

/** A button that has the focus, as the one that opens a dialog. */
const opener = () => {
	const button = document.createElement('button');
	button.textContent = 'Open';
	document.body.append(button);
	button.focus();
	return button;
};

describe('a dialog', () => {
	test('begins in its first field, closes with Esc, and gives the focus back', async () => {
		const button = opener();
		let closings = 0;
		const props = $state({ title: 'Code bewerken', isOpen: false, children: field, onClose: () => void closings++ });
		const box = show(Dialog, props);
		props.isOpen = true;
		flushSync();
		const sheet = box.querySelector('dialog');
		expect(sheet?.open).toBe(true);
		expect(document.activeElement?.tagName).toBe('INPUT');
		expect(document.getElementById(sheet?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Code bewerken');

		await userEvent.keyboard('{Escape}');
		await expect.poll(() => sheet?.open).toBe(false);
		await expect.poll(() => document.activeElement).toBe(button);
		expect(closings).toBe(1);
		button.remove();
	});

	test('that is opened again before the browser tells that it closed stays open', async () => {
		let closings = 0;
		const props = $state({ title: 'Intrekken', isOpen: true, children: field, onClose: () => void closings++ });
		const box = show(Dialog, props);
		flushSync();
		const sheet = box.querySelector('dialog');
		sheet?.dispatchEvent(new Event('cancel', { cancelable: true })); // Esc; `close` is told in a later task
		flushSync();
		expect([closings, sheet?.open]).toEqual([1, false]);
		props.isOpen = false;
		props.isOpen = true;
		flushSync();
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect([closings, sheet?.open]).toEqual([1, true]);
	});

	test('a question begins on the safe button and does nothing until it is confirmed', async () => {
		const button = opener();
		let confirmed = 0;
		let closings = 0;
		const box = show(Confirm, {
			title: 'Code verwijderen?',
			isOpen: true,
			isDangerous: true,
			confirmLabel: 'Code verwijderen',
			children: field,
			onConfirm: () => void confirmed++,
			onClose: () => void closings++
		});
		flushSync();
		const [cancel, confirm] = box.querySelectorAll<HTMLButtonElement>('footer button');
		expect(confirmed).toBe(0);
		confirm?.click();
		expect(confirmed).toBe(1);
		cancel?.click();
		await expect.poll(() => box.querySelector('dialog')?.open).toBe(false);
		await expect.poll(() => closings).toBe(1);
		button.remove();
	});
});

describe('a menu', () => {
	const items = (chosen: string[]) =>
		['Openen', 'Sprekers', 'Verwijderen'].map((label) => ({ label, onChoose: () => void chosen.push(label) }));

	test('opens with the arrow, moves round with arrows and by letter, and chooses with Enter', async () => {
		const chosen: string[] = [];
		const box = show(Menu, { label: 'Meer', items: items(chosen) });
		const button = box.querySelector('button');
		button?.focus();
		await userEvent.keyboard('{ArrowDown}');
		await expect.poll(() => document.activeElement?.textContent).toContain('Openen');
		expect(button?.getAttribute('aria-expanded')).toBe('true');
		await userEvent.keyboard('{ArrowUp}');
		expect(document.activeElement?.textContent).toContain('Verwijderen');
		await userEvent.keyboard('s');
		expect(document.activeElement?.textContent).toContain('Sprekers');
		await userEvent.keyboard('{Enter}');
		expect(chosen).toEqual(['Sprekers']);
		expect(document.activeElement).toBe(button);
	});

	test('closes with Esc and gives the focus back to its button', async () => {
		const box = show(Menu, { label: 'Meer', items: items([]) });
		const button = box.querySelector('button');
		button?.click();
		await expect.poll(() => button?.getAttribute('aria-expanded')).toBe('true');
		await userEvent.keyboard('{Escape}');
		await expect.poll(() => button?.getAttribute('aria-expanded')).toBe('false');
		expect(document.activeElement).toBe(button);
	});

	test('a second press on the button closes it', async () => {
		const box = show(Menu, { label: 'Meer', items: items([]) });
		const button = box.querySelector('button');
		if (!button) throw new Error('no button');
		await userEvent.click(button);
		await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
		await userEvent.click(button);
		await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false');
	});
});

describe('messages', () => {
	test('a message goes by itself, a problem stays until it is settled', () => {
		vi.useFakeTimers();
		const list = new ToastList();
		list.say('Codering verwijderd.');
		const problem = list.fail('Opslaan lukte niet.');
		vi.advanceTimersByTime(60_000);
		expect(list.list.map(({ text }) => text)).toEqual(['Opslaan lukte niet.']);
		list.settle(problem);
		expect(list.list).toEqual([]);
		vi.useRealTimers();
	});

	test('two problems in the same words each keep their own way out', () => {
		const list = new ToastList();
		const tried: number[] = [];
		const again = (n: number) => ({ label: 'Opnieuw', onDo: () => void tried.push(n) });
		list.fail('Niet opgeslagen', again(1));
		list.fail('Niet opgeslagen', again(2));
		for (const { action } of list.list) action?.onDo();
		expect(tried).toEqual([1, 2]);
		list.fail('Vol');
		list.fail('Vol');
		expect(list.list).toHaveLength(3);
	});

	test('a message stays while someone is on it, and the same sentence stands once', () => {
		vi.useFakeTimers();
		const list = new ToastList();
		list.say('Opgeslagen');
		const id = list.say('Opgeslagen');
		expect(list.list).toHaveLength(1);
		list.hold(id);
		vi.advanceTimersByTime(60_000);
		expect(list.list).toHaveLength(1);
		list.release(id);
		vi.advanceTimersByTime(60_000);
		expect(list.list).toEqual([]);
		vi.useRealTimers();
	});
});
