import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import SearchChoice from '#lib/ui/form/SearchChoice.svelte';

let shown: Record<string, never> | null = null;
afterEach(() => {
	if (shown) void unmount(shown);
	shown = null;
});

/** The field, with what is chosen coming later. */
const open = () => {
	const props = $state({
		label: 'Welke tekst?',
		chosen: '',
		find: (typed: string) =>
			['Café 😀', 'Plein'].filter((name) => name.startsWith(typed)).map((label) => ({ id: label, label })),
		onChoose: () => {}
	});
	shown = mount(SearchChoice, { target: document.body, props }) as Record<string, never>;
	flushSync();
	const field = document.querySelector<HTMLInputElement>('[role=combobox]');
	if (!field) throw new Error('no field');
	return { field, choose: (chosen: string) => flushSync(() => (props.chosen = chosen)) };
};
/** Types as a person does: over what is marked. */
const type = (field: HTMLInputElement, text: string) => {
	field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
	field.dispatchEvent(new InputEvent('input', { bubbles: true }));
	flushSync();
};

test('what is chosen comes while one is in the field: what is typed then stands in its place', () => {
	const { field, choose } = open();
	field.focus();
	choose('Café 😀');
	type(field, 'Ple');
	expect(field.value).toBe('Ple');
	expect(document.querySelectorAll('[role=option]')).toHaveLength(1);
});

test('what was typed before it comes stays as it is', () => {
	const { field, choose } = open();
	field.focus();
	type(field, 'Pl');
	choose('Café 😀');
	type(field, 'e');
	expect(field.value).toBe('Ple');
});

test('a field without the focus is left alone', () => {
	const { field, choose } = open();
	choose('Café 😀');
	expect([field.value, document.activeElement === field]).toEqual(['Café 😀', false]);
});
