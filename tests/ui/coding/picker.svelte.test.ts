import { flushSync, type Component, type ComponentProps } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeskState } from '../../../src/lib/ui/coding/desk-state.svelte.ts';
import { openPicker } from '../../../src/lib/ui/coding/picking.ts';
import Picker from '../../../src/lib/ui/coding/Picker.svelte';
import { clear, show } from '../../support/show.ts';
import { deskOf } from './desk-of.ts';

/** what the server was asked, as text */
let sent: string[] = [];
beforeEach(() => {
	localStorage.clear();
	sent = [];
	vi.stubGlobal('fetch', (_path: string, { body = '' }: { body?: string } = {}) => {
		sent.push(body);
		return new Promise(() => {});
	});
});
afterEach(() => {
	clear();
	vi.unstubAllGlobals();
});

/** what it tells its owner is not used here */
const Shown = Picker as unknown as Component<ComponentProps<typeof Picker>, Record<string, never>>;

/** The picker above the words "veilig", with three codes; `wentTo`: the turns that got the focus. */
const open = (projectId: string) => {
	const [green] = deskOf().desk.codes;
	if (!green) throw new Error('no code');
	const codes = ['Groen', 'Veilig', 'Verkeer'].map((name) => ({ ...green, id: name, name, path: name }));
	const desk: DeskState = deskOf({ codes, codings: [] }, projectId);
	const wentTo: number[] = [];
	const reader = { focusTurn: (turn: number) => wentTo.push(turn), restoreSelection: () => {}, reveal: () => {} };
	desk.reader = reader as never;
	desk.selection.range = { start: 7, end: 13 };
	const pick = () => {
		openPicker(desk);
		const box = show(Shown, { desk, boxes: () => [] });
		flushSync();
		const press = (name: string) => {
			const button = [...box.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));
			if (!button) throw new Error(`no button ${name}`);
			button.click();
			flushSync();
		};
		const key = (pressed: string, more: KeyboardEventInit = {}) => {
			const event = { key: pressed, bubbles: true, cancelable: true, ...more };
			document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
			flushSync();
		};
		const names = () => [...box.querySelectorAll('[role=option]')].map((option) => option.textContent?.trim() ?? '');
		return { box, press, key, names };
	};
	return { desk, wentTo, pick };
};
const given = (desk: DeskState) => desk.store.all.map(({ codeId, range }) => [codeId, range.start, range.end]);

test('the codes used last stand on top, the last of them first, until one types', () => {
	const { desk, pick } = open('recents');
	for (const code of ['Veilig', 'Verkeer']) {
		const { box, key, names } = pick();
		const input = box.querySelector('input') as HTMLInputElement;
		input.value = code;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		flushSync();
		expect(names()[0]).toContain(code);
		key('Enter');
		clear();
		desk.selection.range = { start: 7, end: 13 };
	}
	expect(given(desk).map(([code]) => code)).toEqual(['Veilig', 'Verkeer']);
	const { names } = pick();
	const order = names().map((name) => ['Groen', 'Veilig', 'Verkeer'].find((code) => name.includes(code)));
	expect(order.slice(0, 3)).toEqual(['Verkeer', 'Veilig', 'Groen']);
});

test('a button takes the whole sentence, and another the whole turn, and that is what gets the code', () => {
	const { desk, pick } = open('sizes');
	const { press, key } = pick();
	press('Hele zin');
	expect(desk.selection.range).toEqual({ start: 0, end: 14 });
	press('Hele beurt');
	expect(desk.selection.range).toEqual({ start: 0, end: 32 });
	press('Hele zin');
	(document.querySelector('.picker input') as HTMLElement).focus();
	key('Enter');
	expect(given(desk)).toEqual([['Groen', 0, 14]]);
});

test('a note goes along with the coding', async () => {
	const { desk, pick } = open('note');
	const { box, press, key } = pick();
	press('Notitie');
	const field = box.querySelector('textarea') as HTMLTextAreaElement;
	expect(document.activeElement).toBe(field);
	field.value = 'Twijfel é 😀';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	key('Enter', { ctrlKey: true });
	expect(desk.store.all).toMatchObject([{ codeId: 'Groen', hasMemo: true }]);
	await expect.poll(() => sent.join()).toContain('"memo":"Twijfel é 😀"');
});

test('Escape closes the picker without a coding, keeps what was chosen, and gives the focus back to the turn', () => {
	const { desk, wentTo, pick } = open('escape');
	const { key } = pick();
	key('Escape');
	expect(desk.picker).toBeNull();
	expect(desk.selection.range).toEqual({ start: 7, end: 13 });
	expect(wentTo).toEqual([1]);
	expect(given(desk)).toEqual([]);
});

/** A colleague changes the codebook while the picker is open. */
const renewCodes = (desk: DeskState, names: readonly string[]) => {
	const [first] = desk.desk.codes;
	if (!first) throw new Error('no code');
	desk.takeCodes(names.map((name) => ({ ...first, id: name, name, path: name })));
	flushSync();
};
const newsOf = (box: HTMLElement) => box.querySelector('.news[role=status]')?.textContent?.trim();
const under = (box: HTMLElement) => {
	const at = box.querySelector('[role=combobox]')?.getAttribute('aria-activedescendant');
	return at === null || at === undefined ? null : box.querySelector(`[id="${at}"]`)?.textContent?.trim();
};

test('the code under the cursor stays under it when a colleague adds a code above it', () => {
	const { desk, pick } = open('added-above');
	const { box, key } = pick();
	key('ArrowDown');
	expect(under(box)).toContain('Veilig');
	renewCodes(desk, ['Ander é 😀', 'Groen', 'Veilig', 'Verkeer']);
	expect(under(box)).toContain('Veilig');
	key('Enter');
	expect(given(desk)).toEqual([['Veilig', 7, 13]]);
});

test('a code that a colleague takes away under the cursor is told, and no other is put on the passage instead', () => {
	const { desk, pick } = open('gone-under');
	const { box, key } = pick();
	key('ArrowDown');
	renewCodes(desk, ['Groen', 'Verkeer']);
	expect([under(box), newsOf(box)]).toEqual([null, 'Veilig staat niet meer in het codeboek. Kies een andere code.']);
	key('Enter');
	expect(given(desk)).toEqual([]);
	key('ArrowDown');
	expect([under(box), newsOf(box)]).toEqual([expect.stringContaining('Verkeer'), '']);
	key('Enter');
	expect(given(desk)).toEqual([['Verkeer', 7, 13]]);
});

test('a code that was marked and is taken away is told, and the code under the cursor does not take its place', () => {
	const { desk, pick } = open('gone-marked');
	const { box, key } = pick();
	key(' ');
	key('ArrowDown');
	renewCodes(desk, ['Veilig', 'Verkeer']);
	expect(newsOf(box)).toBe('Groen staat niet meer in het codeboek. Kies een andere code.');
	key('Enter');
	expect(given(desk)).toEqual([]);
});

test('that no code is found is told, also where no new one can be made', () => {
	const { desk, pick } = open('none');
	const { box } = pick();
	const input = box.querySelector('input') as HTMLInputElement;
	input.value = 'zzz';
	input.dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();
	expect([...box.querySelectorAll('[role=status]')].map((part) => part.textContent)).toContain('Geen code gevonden');
	expect(desk.picker).not.toBeNull();
});

test('a note that was being written when the picker closed is there again on the same passage, and only there', () => {
	const { desk, pick } = open('left-note');
	const first = pick();
	first.press('Notitie');
	const field = first.box.querySelector('textarea') as HTMLTextAreaElement;
	field.value = 'Half af é 😀';
	field.dispatchEvent(new Event('input', { bubbles: true }));
	flushSync();
	desk.picker = null; // a press beside it
	desk.selection.clear();
	clear();
	const noteOn = (start: number, end: number) => {
		desk.selection.range = { start, end };
		return pick().box.querySelector('textarea')?.value ?? null;
	};
	expect(noteOn(0, 6)).toBeNull();
	clear();
	expect(noteOn(7, 13)).toBe('Half af é 😀');
	(document.querySelector('.picker input') as HTMLElement).focus();
	document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
	flushSync();
	expect(desk.store.all).toMatchObject([{ hasMemo: true }]);
	clear();
	expect(noteOn(7, 13)).toBeNull();
});

test('tells a screen reader of the field before the option, so that it knows that one types', async () => {
	const { box } = open('heard').pick();
	expect(document.activeElement).toBe(box.querySelector('[role=combobox]'));
	expect(under(box)).toBeNull();
	await expect.poll(() => under(box)).toContain('Groen');
});
