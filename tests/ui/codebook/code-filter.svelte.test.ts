import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAnswer } from '#lib/contract/code.ts';
import { oftenFactor } from '#lib/domain/codebook/code-use.ts';
import { m } from '#lib/paraglide/messages.js';
import { markCodes, type CodeChoice } from '#lib/ui/codebook/code-choice.ts';
import CodeFilter from '#lib/ui/codebook/CodeFilter.svelte';

/** Which codes nobody used and which are used very often, as the codebook lets people see only those. */

let shown: Record<string, unknown> | null = null;
afterEach(() => {
	if (shown) void unmount(shown);
	document.body.innerHTML = '';
});

const used = (...codings: readonly number[]) =>
	markCodes(codings.map((n, at) => ({ id: `c${at}`, isCodable: true, codings: n }) as unknown as CodeAnswer));
const show = (numbers: ReturnType<typeof markCodes> | null) => {
	const props = $state({ search: '', choice: 'all' as CodeChoice, withBelow: false, said: '', numbers });
	shown = mount(CodeFilter, {
		target: document.body,
		props: {
			get numbers() {
				return props.numbers;
			},
			get said() {
				return props.said;
			},
			get search() {
				return props.search;
			},
			set search(text) {
				props.search = text;
			},
			get choice() {
				return props.choice;
			},
			set choice(choice) {
				props.choice = choice;
			},
			get withBelow() {
				return props.withBelow;
			},
			set withBelow(isOn) {
				props.withBelow = isOn;
			}
		}
	});
	flushSync();
	return props;
};
const choose = (value: string) => {
	const select = document.querySelector('select');
	if (!select) throw new Error('there is no choice');
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
	flushSync();
};

describe('the filter of the codebook', () => {
	test('says how many codes are unused and very often used, lets one see only those, and says from where', () => {
		const numbers = used(0, 0, 2, 2, 2, 2, 2, 9);
		const props = show(numbers);
		const options = [...document.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
		expect(options).toEqual([
			m.codebook_choice_all(),
			m.codebook_choice_unused({ n: 2 }),
			m.codebook_choice_often({ n: 1 })
		]);
		choose('unused');
		expect(props.choice).toBe('unused');
		expect(document.querySelector('p:not([role])')).toBeNull();
		choose('often');
		expect(props.choice).toBe('often');
		expect(document.querySelector('p:not([role])')?.textContent.trim()).toBe(
			m.codebook_often_rule({ factor: oftenFactor, bar: 8 })
		);
	});

	test('says that too few codes are used to call one very often used', () => {
		show(used(0, 1, 99));
		choose('often');
		expect(document.querySelector('p:not([role])')?.textContent.trim()).toBe(
			m.codebook_often_rule_few({ factor: oftenFactor })
		);
	});

	test('only searches for who may not see codings', () => {
		const props = show(null);
		expect(document.querySelectorAll('select, [type=checkbox]')).toHaveLength(0);
		const search = document.querySelector('input');
		if (!search) throw new Error('there is no search');
		search.value = 'groen é';
		search.dispatchEvent(new Event('input', { bubbles: true }));
		expect(props.search).toBe('groen é');
	});
});
