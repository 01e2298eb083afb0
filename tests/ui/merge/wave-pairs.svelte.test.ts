import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Wave } from '../../../src/lib/domain/area/wave.ts';
import WavePairs from '../../../src/lib/ui/merge/WavePairs.svelte';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const wavesFrom = (first: number, last: number): readonly Wave[] =>
	Array.from({ length: last - first + 1 }, (_, at) => ({
		...{ id: `w${first + at}`, year: first + at, label: `Meting ${at + 1} 😀` }
	}));

const shown = (waves: readonly Wave[], from: number, to: number) => {
	const [first, last] = [from, to].map((year) => waves.find((wave) => wave.year === year));
	if (!first || !last) throw new RangeError('no such round');
	const hrefOf = (fromId: string, toId: string) => `?from=${fromId}&to=${toId}`;
	return show(WavePairs, { waves, from: first, to: last, hrefOf, kept: { areaId: 'vollenhove' } });
};

const list = (box: HTMLElement, name: string) => {
	const found = box.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
	if (!found) throw new Error(`no list ${name}`);
	return found;
};
const yearsOf = (select: HTMLSelectElement, isFree = true) =>
	[...select.options].filter((option) => !isFree || !option.disabled).map((option) => Number(option.text.slice(0, 4)));
const choose = (select: HTMLSelectElement, value: string) => {
	select.value = value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
	flushSync();
};

test('a few rounds give a bar with each pair', () => {
	const box = shown(wavesFrom(2022, 2025), 2022, 2025);
	expect(box.querySelectorAll('a')).toHaveLength(6);
	expect(box.querySelector('select')).toBeNull();
});

test('ten rounds give two lists, of which no pair is turned round', () => {
	const box = shown(wavesFrom(2016, 2025), 2016, 2025);
	expect(box.querySelectorAll('a')).toHaveLength(0);
	const [from, to] = [list(box, 'fromWaveId'), list(box, 'toWaveId')];
	expect(yearsOf(from)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]);
	expect(yearsOf(to)).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
	expect([from.value, to.value]).toEqual(['w2016', 'w2025']);
});

test('a later first round leaves the rounds after it, and keeps the last one where it can', () => {
	const box = shown(wavesFrom(2016, 2025), 2018, 2021);
	const [from, to] = [list(box, 'fromWaveId'), list(box, 'toWaveId')];
	choose(from, 'w2019');
	expect(yearsOf(to)).toEqual([2020, 2021, 2022, 2023, 2024, 2025]);
	expect(to.value).toBe('w2021');
	choose(from, 'w2022');
	expect(yearsOf(to)).toEqual([2023, 2024, 2025]);
	expect(to.value).toBe('w2025');
	choose(to, 'w2023');
	const form = box.querySelector('form');
	if (!form) throw new Error('no form');
	expect(Object.fromEntries(new FormData(form))).toEqual({
		...{ areaId: 'vollenhove', fromWaveId: 'w2022', toWaveId: 'w2023' }
	});
});
