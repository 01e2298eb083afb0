import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import SearchForm from '../../../src/lib/ui/search/SearchForm.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const choices = {
	areas: [{ id: 'area', name: 'Vollenhove' }],
	waves: [{ id: 'wave', label: 'Eerste meting', year: 2021 }],
	sources: [
		{ id: 'a', title: 'VOL-B-01', waveYear: 2021 },
		{ id: 'b', title: 'BAT-B-01 é', waveYear: 2021 },
		{ id: 'c', title: 'VOL-P-01', waveYear: 2023 }
	]
};

const open = () => {
	const asked: unknown[] = [];
	const box = show(SearchForm, { choices, isBusy: false, onAsk: (one: unknown) => void asked.push(one) });
	const field = <T extends Element>(selector: string): T => {
		const found = box.querySelector<T>(selector);
		if (!found) throw new Error(`no ${selector}`);
		return found;
	};
	const choose = (name: string, value: string) => {
		const select = field<HTMLSelectElement>(`select[name=${name}]`);
		select.value = value;
		select.dispatchEvent(new Event('change', { bubbles: true }));
		flushSync();
	};
	const type = (name: string, value: string) => {
		const input = field<HTMLInputElement>(`input[name=${name}]`);
		input.value = value;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		flushSync();
	};
	const ask = () => field<HTMLButtonElement>('button[type=submit]').click();
	return { box, asked, field, choose, type, ask };
};

test('all that a speaker says is asked without words, by name and role', () => {
	const { box, asked, choose, type, ask } = open();
	choose('kind', 'speaker');
	expect(box.querySelector('input[name=text]')).toBeNull();
	expect(box.querySelector('select[name=extent]')).toBeNull();
	expect(box.querySelector('p.hint')?.textContent.trim()).not.toBe('');
	type('speaker', 'Bewoner 2');
	choose('speakerRole', 'respondent');
	ask();
	expect(asked).toEqual([{ kind: 'speaker', speaker: 'Bewoner 2', speakerRole: 'respondent' }]);
});

test('the interviews that were ticked are asked, the heading tells how many, and without ticks all are', () => {
	const { box, asked, field, type, ask } = open();
	type('text', 'één park');
	ask();
	expect(asked).toEqual([{ kind: 'words', text: 'één park', extent: 'sentence' }]);
	const summary = () => field('summary').textContent.trim();
	expect(summary()).toMatch(/alle teksten/);
	for (const id of ['a', 'b']) field<HTMLInputElement>(`input[value=${id}]`).click();
	flushSync();
	expect(summary()).toMatch(/2 gekozen teksten/);
	ask();
	expect(asked[1]).toEqual({ kind: 'words', text: 'één park', extent: 'sentence', sourceIds: ['a', 'b'] });
	field<HTMLInputElement>('input[value=a]').click();
	flushSync();
	ask();
	expect(asked[2]).toMatchObject({ sourceIds: ['b'] });
	expect(box.querySelectorAll('input[name=sourceId]')).toHaveLength(3);
});

test('what was filled in stays when one looks at another kind of search, and is not asked there', () => {
	const { asked, field, choose, type, ask } = open();
	type('text', 'één 😀 park');
	choose('extent', 'turn');
	for (const kind of ['pattern', 'text', 'words']) {
		choose('kind', kind);
		expect(field<HTMLInputElement>('input[name=text]').value).toBe('één 😀 park');
	}
	choose('kind', 'speaker');
	type('speaker', 'Tolk');
	ask();
	choose('kind', 'words');
	ask();
	expect(asked).toEqual([
		{ kind: 'speaker', speaker: 'Tolk' },
		{ kind: 'words', text: 'één 😀 park', speaker: 'Tolk', extent: 'turn' }
	]);
});

test('the words that were searched stay when one goes on to look for what a speaker says about them', () => {
	const { asked, type, ask } = open();
	type('text', 'veilig 😀');
	type('speaker', 'Tolk');
	ask();
	expect(asked).toEqual([{ kind: 'words', text: 'veilig 😀', speaker: 'Tolk', extent: 'sentence' }]);
});
