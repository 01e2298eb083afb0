import { flushSync } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { PlaceBlockInput, QuoteToPlace, ReportChoicesAnswer } from '../../../src/lib/contract/report.ts';
import BlockInserter from '../../../src/lib/ui/report/BlockInserter.svelte';
import type { ReportClient } from '../../../src/lib/ui/report/report-client.ts';
import { clear, show } from '../../support/show.ts';

afterEach(clear);

const quote: QuoteToPlace = {
	...{ codingId: 'c', text: 'In één wijk, zei zij, ben ik 😀 thuis', shortened: 'In één wijk (…) ben ik 😀 thuis' },
	...{ reference: 'VOL-B-01 · 2023 · 14', group: 'resident', theme: 'Groen', isChosen: true }
};

const open = async (
	quotes: readonly QuoteToPlace[],
	found: readonly QuoteToPlace[] = [],
	others: Partial<ReportChoicesAnswer> = {}
) => {
	const placed: PlaceBlockInput[] = [];
	const client = {
		choices: async () => ({ ok: true, value: { quotes: [...quotes], figures: [], themes: [], ...others } }),
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

const counts = [{ group: 'resident', saying: 'forward', says: '5 van 8 bewoners: groen gaat vooruit' }] as const;
const others: Partial<ReportChoicesAnswer> = {
	figures: [{ indicatorId: 'i', label: 'Voelt zich veilig', says: 'Voelt zich veilig: 62%' }],
	themes: [{ codeId: 'c1', name: 'Groen', counts: [...counts] }]
};
test.each<[string, number, PlaceBlockInput['shows']]>([
	['Voelt zich veilig', 2, { kind: 'figure', indicatorId: 'i' }],
	['Grafiek van', 1, { kind: 'chart', indicatorId: 'i' }],
	['cijfers van deze pijler', 1, { kind: 'table' }],
	['stemmen per thema', 1, { kind: 'display' }],
	['5 van 8', 1, { kind: 'count', codeId: 'c1', group: 'resident', saying: 'forward' }]
])('%s is found by its words and placed', async (words, n, shows) => {
	const { placed, options, type, settle } = await open([], [], others);
	await type(words);
	expect(options().map((option) => option.textContent)).toHaveLength(n);
	options()[0]?.click();
	await settle();
	expect(placed).toEqual([{ pillarId: 'p', areaId: 'a', shows }]);
});
