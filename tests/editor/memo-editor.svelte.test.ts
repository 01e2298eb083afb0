import { createRawSnippet, flushSync, tick } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Result } from '../../src/lib/domain/problem.ts';
import type { RichText, TextReference } from '../../src/lib/domain/text/rich-text.ts';
import MemoEditor from '../../src/lib/editor/MemoEditor.svelte';
import { m } from '../../src/lib/paraglide/messages.js';
import { clear, show } from '../support/show.ts';

afterEach(clear);

const green: TextReference = { kind: 'reference', to: 'code', id: 'c1', label: 'Groen' };

type Finding = { onChoose: (reference: TextReference) => void; onGiveUp: () => void };

const open = async (text: RichText = []) => {
	let written: Result<RichText> | null = null;
	let finding: Finding | null = null;
	const finder = createRawSnippet<[Finding]>((handle) => {
		finding = handle();
		return { render: () => '<p class="finder"><input aria-label="zoeken"></p>' };
	});
	const target = show(MemoEditor, {
		text,
		label: 'Tekst van de memo',
		onWrite: (value: Result<RichText>) => (written = value),
		finder
	});
	await tick();
	const field = target.querySelector<HTMLElement>('[role=textbox]');
	if (!field) throw new Error('no field');
	await userEvent.click(field);
	// 20 milliseconds after it got the focus the editor sets its cursor once more
	await new Promise((resolve) => setTimeout(resolve, 25));
	const button = (name: string) => {
		const found = [...target.querySelectorAll('button')].find(({ textContent }) => textContent === name);
		if (!found) throw new Error(`no button ${name}`);
		return found;
	};
	return {
		target,
		field,
		button,
		text: () => {
			const value: Result<RichText> | null = written;
			return value === null ? null : JSON.parse(JSON.stringify(value)).value;
		},
		finding: (): Finding | null => finding
	};
};
const words = (text: string, marks: readonly string[] = []) => ({ kind: 'text', text, marks });

test('the field has its name, and what is typed is told', async () => {
	const { field, text } = await open();
	expect(field.getAttribute('aria-label')).toBe('Tekst van de memo');
	await userEvent.keyboard('één ');
	document.execCommand('insertText', false, '😀');
	await expect.poll(text).toEqual([{ kind: 'paragraph', content: [words('één 😀')] }]);
});

test('a button is on where the cursor stands in what it makes, and the cursor stays in the text', async () => {
	const { field, button, text } = await open();
	await userEvent.click(button(m.memo_tool_bold()));
	flushSync();
	expect(button(m.memo_tool_bold()).getAttribute('aria-pressed')).toBe('true');
	expect(document.activeElement).toBe(field);
	await userEvent.keyboard('vet');
	await expect.poll(text).toEqual([{ kind: 'paragraph', content: [words('vet', ['bold'])] }]);
});

test('headings and lists are made by their buttons, and an item goes deeper only in a list', async () => {
	const { button, text } = await open();
	expect(button(m.memo_tool_indent()).getAttribute('aria-disabled')).toBe('true');
	await userEvent.click(button(m.memo_tool_numbers()));
	await userEvent.keyboard('een{Enter}twee');
	flushSync();
	expect(button(m.memo_tool_indent()).getAttribute('aria-disabled')).toBeNull();
	await userEvent.click(button(m.memo_tool_indent()));
	const line = (word: string) => ({ kind: 'paragraph', content: [words(word)] });
	await expect.poll(text).toEqual([
		{
			kind: 'list',
			ordered: true,
			items: [[line('een'), { kind: 'list', ordered: true, items: [[line('twee')]] }]]
		}
	]);
});

test('the buttons are one stop for Tab, and arrows go along them', async () => {
	const { button } = await open();
	await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
	expect(document.activeElement).toBe(button(m.memo_tool_heading()));
	await userEvent.keyboard('{ArrowRight}');
	expect(document.activeElement).toBe(button(m.memo_tool_subheading()));
	await userEvent.keyboard('{End}');
	expect(document.activeElement).toBe(button(m.memo_tool_mention()));
});

test('Tab leaves the text, also from a list', async () => {
	const { field, button } = await open();
	await userEvent.click(button(m.memo_tool_bullets()));
	await userEvent.keyboard('een{Enter}twee{Tab}');
	expect(document.activeElement).not.toBe(field);
});

test('@ finds something to mention; it stands in the text as one piece', async () => {
	const { target, field, text, finding } = await open();
	await userEvent.keyboard('Zie @');
	flushSync();
	target.querySelector<HTMLElement>('.finder input')?.focus();
	expect(document.activeElement).not.toBe(field);
	finding()?.onChoose(green);
	// Who types on at once types in the text: there is no frame in which a letter has no place.
	expect(document.activeElement).toBe(field);
	flushSync();
	expect(target.querySelector('.finder')).toBeNull();
	expect(target.querySelector('.reference')?.textContent).toBe('Groen');
	await expect.poll(text).toEqual([{ kind: 'paragraph', content: [words('Zie '), green, words(' ')] }]);
	field.focus();
	await userEvent.keyboard('{Backspace}{Backspace}');
	await expect.poll(text).toEqual([{ kind: 'paragraph', content: [words('Zie ')] }]);
});

test('a mention that is given up leaves the sign, and an address keeps its sign', async () => {
	const { target, field, text, finding } = await open();
	await userEvent.keyboard('@');
	flushSync();
	target.querySelector<HTMLElement>('.finder input')?.focus();
	finding()?.onGiveUp();
	expect(document.activeElement).toBe(field);
	await userEvent.keyboard('x a@b');
	expect(target.querySelector('.finder')).toBeNull();
	await expect.poll(text).toEqual([{ kind: 'paragraph', content: [words('@x a@b')] }]);
});

test('Shift+Enter makes a new line, Ctrl+Enter leaves the text as it is', async () => {
	const { text } = await open();
	await userEvent.keyboard('een{Shift>}{Enter}{/Shift}twee{Control>}{Enter}{/Control}');
	await expect.poll(text).toEqual([{ kind: 'paragraph', content: [words('een'), { kind: 'break' }, words('twee')] }]);
});

test('taking the editor away while the cursor is in it gives no fault', async () => {
	const faults: unknown[] = [];
	const hear = (event: ErrorEvent) => faults.push(event.message);
	addEventListener('error', hear);
	await open();
	clear();
	flushSync();
	removeEventListener('error', hear);
	expect(faults).toEqual([]);
});

test('what is pasted is cut down to what a memo can hold', async () => {
	const { field, text } = await open();
	const clipboard = new DataTransfer();
	clipboard.setData(
		'text/html',
		`<h1>Kop</h1><p style="color:red">een <a href="https://example.org">link</a> en <b>vet</b></p>
		<script>alert(1)</script><img src="x.png"><table><tr><td>cel</td></tr></table>`
	);
	field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
	flushSync();
	await expect.poll(text).toEqual([
		{ kind: 'heading', level: 2, content: [words('Kop')] },
		{ kind: 'paragraph', content: [words('een link en '), words('vet', ['bold'])] },
		{ kind: 'paragraph', content: [words('cel')] }
	]);
	expect(field.querySelector('a, img, script, table')).toBeNull();
});
