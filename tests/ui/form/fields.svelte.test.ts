import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import FileDrop from '../../../src/lib/ui/form/FileDrop.svelte';
import ProblemSummary from '../../../src/lib/ui/form/ProblemSummary.svelte';
import SegmentedControl from '../../../src/lib/ui/form/SegmentedControl.svelte';
import Select from '../../../src/lib/ui/form/Select.svelte';
import TextArea from '../../../src/lib/ui/form/TextArea.svelte';
import TextInput from '../../../src/lib/ui/form/TextInput.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

/** What a screen reader adds after the name of a control. */
const description = (control: Element | null | undefined) =>
	(control?.getAttribute('aria-describedby') ?? '')
		.split(' ')
		.map((id) => document.getElementById(id)?.textContent?.trim() ?? '')
		.join(' ');

test('a text input is named by its label and described by its hint and its error', () => {
	const input = show(TextInput, { label: 'Wijk', hint: 'Zoals op de kaart', error: 'Vul een wijk in.' }).querySelector(
		'input'
	);
	expect(input?.labels?.[0]?.textContent?.trim()).toBe('Wijk');
	expect(description(input)).toContain('Zoals op de kaart');
	expect(description(input)).toContain('Vul een wijk in.');
	expect(input?.getAttribute('aria-invalid')).toBe('true');
});

test('a field without error is not invalid, and a hidden label is still its name', () => {
	const input = show(TextInput, { label: 'Zoek een code', isLabelHidden: true }).querySelector('input');
	expect(input?.hasAttribute('aria-invalid')).toBe(false);
	expect(input?.labels?.[0]?.textContent?.trim()).toBe('Zoek een code');
});

test('a text area grows with its text', () => {
	const props = $state({ label: 'Memo', value: 'één regel 😀', rows: 1 });
	const area = show(TextArea, props).querySelector('textarea');
	const before = area?.offsetHeight ?? 0;
	props.value = 'één\ntwee\ndrie\nvier\nvijf';
	flushSync();
	expect(area?.offsetHeight ?? 0).toBeGreaterThan(before * 2);
});

test('a select puts choices under their headings and tells what was chosen', () => {
	const chosen: string[] = [];
	const select = show(Select, {
		label: 'Gebied',
		emptyLabel: 'Kies een gebied',
		options: [
			{ value: 'ned', label: 'Nederland' },
			{ value: 'ove', label: 'Overvecht', group: 'Wijken' },
			{ value: 'bat', label: 'Batau', group: 'Wijken' }
		],
		onChoose: (value: string) => void chosen.push(value)
	}).querySelector('select');
	expect(select?.querySelectorAll('optgroup[label=Wijken] option')).toHaveLength(2);
	if (select) select.value = 'bat';
	select?.dispatchEvent(new Event('change', { bubbles: true }));
	expect(chosen).toEqual(['bat']);
});

test('a segmented control of addresses consists of links and marks the current one', () => {
	const bar = show(SegmentedControl, {
		label: 'Rondes',
		value: 'b',
		segments: [
			{ value: 'a', label: '2021 → 2023', href: '?a' },
			{ value: 'b', label: '2021 → 2025', href: '?b' }
		]
	});
	expect(bar.querySelector('[aria-current]')?.textContent).toBe('2021 → 2025');
	expect(bar.querySelectorAll('input')).toHaveLength(0);
});

test('without addresses it is a group of radio buttons that arrows move through', () => {
	const chosen: string[] = [];
	const bar = show(SegmentedControl, {
		label: 'Groep',
		value: 'all',
		segments: [
			{ value: 'all', label: 'Iedereen' },
			{ value: 'resident', label: 'Bewoners' }
		],
		onChoose: (value: string) => void chosen.push(value)
	});
	const radios = [...bar.querySelectorAll('input')];
	expect(radios.map(({ checked }) => checked)).toEqual([true, false]);
	expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
	radios[1]?.click();
	expect(chosen).toEqual(['resident']);
});

test('problems take the focus when they appear and lead to their field', () => {
	const props = $state<{ problems: { text: string; href?: string }[] }>({ problems: [] });
	const box = show(ProblemSummary, props);
	expect(box.querySelector('section')).toBeNull();
	props.problems = [{ text: "Rij 14: wijk 'Centrm' is onbekend.", href: '#row-14' }, { text: 'De waarde ontbreekt.' }];
	flushSync();
	expect(document.activeElement).toBe(box.querySelector('section'));
	expect(box.querySelector('a')?.getAttribute('href')).toBe('#row-14');
});

test('dropped files end up in the input itself; one that does not fit is refused with its name', () => {
	const box = show(FileDrop, { label: 'Gesprekken', name: 'files', accept: '.txt,.docx', isMultiple: true });
	const transfer = new DataTransfer();
	transfer.items.add(new File(['a'], 'één.txt'));
	transfer.items.add(new File(['b'], 'foto.png'));
	box.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
	flushSync();
	const input = box.querySelector('input');
	expect([...(input?.files ?? [])].map(({ name }) => name)).toEqual(['één.txt']);
	expect(box.querySelector('li')?.textContent).toContain('één.txt');
	expect(description(input)).toContain('foto.png');

	box.querySelector<HTMLButtonElement>('li button')?.click();
	flushSync();
	expect(input?.files).toHaveLength(0);
	expect(document.activeElement).toBe(input);
});

test('a select of a form that is emptied goes back to the choice it had at first', () => {
	const select = show(Select, {
		label: 'Wie antwoordde',
		value: 'gemeente',
		options: [
			{ value: 'bewoner', label: 'Bewoner' },
			{ value: 'gemeente', label: 'Gemeente' }
		]
	}).querySelector('select');
	const form = document.createElement('form');
	select?.parentElement?.append(form);
	if (select) form.append(select);
	if (select) select.value = 'bewoner';
	form.reset();
	expect(select?.value).toBe('gemeente');
});
