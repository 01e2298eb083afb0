import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { PlaceBlockInput, QuoteToPlace } from '../../../src/lib/contract/report.ts';
import BlockInserter from '../../../src/lib/ui/report/BlockInserter.svelte';
import type { ReportClient } from '../../../src/lib/ui/report/report-client.ts';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const quote: QuoteToPlace = {
	...{ codingId: 'c', text: 'In één wijk, zei zij, ben ik 😀 thuis', shortened: 'In één wijk (…) ben ik 😀 thuis' },
	...{ reference: 'VOL-B-01 · 2023 · 14', group: 'resident', theme: 'Groen', isChosen: true }
};

const open = async (quotes: readonly QuoteToPlace[], found: readonly QuoteToPlace[] = []) => {
	const placed: PlaceBlockInput[] = [];
	const client = {
		choices: async () => ({ ok: true, value: { quotes: [...quotes], figures: [], themes: [] } }),
		searchQuotes: async () => ({ ok: true, value: { items: [...found] } }),
		place: async (_: string, input: PlaceBlockInput) => {
			placed.push(input);
			return { ok: false, message: 'niet nu' };
		}
	} as unknown as ReportClient;
	const box = show(BlockInserter, {
		...{ client, reportId: 'r', place: { pillarId: 'p', areaId: 'a' } },
		...{ onPlace: () => {}, onGiveUp: () => {} }
	});
	const settle = async (milliseconds = 0) => {
		await new Promise((done) => setTimeout(done, milliseconds));
		flushSync();
	};
	await settle();
	const options = () => [...box.querySelectorAll<HTMLElement>('[role=option]')];
	const type = async (words: string) => {
		const input = box.querySelector('input')!;
		input.value = words;
		input.dispatchEvent(new Event('input', { bubbles: true }));
		await settle(400);
	};
	return { placed, options, type, settle };
};

test('a chosen quote that was shortened is shown and placed as it was shortened', async () => {
	const { placed, options, settle } = await open([quote]);
	expect(options()[0]?.textContent).toContain('In één wijk (…) ben ik 😀 thuis');
	expect(options()[0]?.textContent).toContain('gekozen citaat, ingekort');
	options()[0]?.click();
	await settle();
	expect(placed).toEqual([
		{
			pillarId: 'p',
			areaId: 'a',
			shows: { kind: 'quote', codingId: 'c', shortened: 'In één wijk (…) ben ik 😀 thuis' }
		}
	]);
});

test('it is found by words that were left out, and once', async () => {
	const { options, type } = await open([quote], [{ ...quote, shortened: null, isChosen: false, theme: 'Wonen' }]);
	await type('zei zij');
	expect(options().map((option) => option.textContent?.includes('(…)'))).toEqual([true]);
});

test('a quote chosen under two themes stands under both, and one that was not shortened is whole', async () => {
	const { options } = await open([quote, { ...quote, theme: 'Wonen', shortened: null }]);
	expect(options().map((option) => option.textContent?.includes('zei zij'))).toEqual(
		expect.arrayContaining([false, true])
	);
});
