import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenPressedGone } from '../../../src/lib/ui/coding/press-gone.ts';

let box: HTMLElement;
let gone: number;
const pressed = (event: MouseEvent) => whenPressedGone(event, () => (gone += 1));

beforeEach(() => {
	gone = 0;
	box = document.createElement('div');
	document.body.append(box);
	document.addEventListener('click', pressed);
});
afterEach(() => {
	document.removeEventListener('click', pressed);
	box.remove();
});

/** Presses a button that does this to itself. */
const press = (act: (button: HTMLButtonElement) => void): HTMLButtonElement => {
	const button = document.createElement('button');
	box.append(button);
	button.focus();
	button.addEventListener('click', () => act(button));
	button.click();
	return button;
};
const waited = () => new Promise((resolve) => setTimeout(resolve, 400));

test('a button that goes with its press, or is switched off by it, is told once', async () => {
	press((button) => button.remove());
	await expect.poll(() => gone).toBe(1);
	press((button) => (button.disabled = true));
	await expect.poll(() => gone).toBe(2);
	await waited();
	expect(gone).toBe(2);
});

test('so is one that goes when the server has answered', async () => {
	press((button) => setTimeout(() => button.remove(), 300));
	await vi.waitFor(() => expect(gone).toBe(1), 2_000);
});

test('one that stays is not, nor one that goes after the person went on elsewhere', async () => {
	press(() => {});
	const button = press(() => {});
	const other = document.createElement('input');
	box.append(other);
	other.focus();
	await waited();
	button.remove();
	await waited();
	expect(gone).toBe(0);
});
