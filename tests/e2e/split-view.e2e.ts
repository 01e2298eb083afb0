import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import { barriersAtDesk, deskShot } from '../support/desk.ts';
import { resize } from '../support/person.ts';
import { still } from '../support/still.ts';

/** Two things side by side on the coding desk: the text, and another interview or the quotes of a code. */

type Coding = {
	id: string;
	sourceId: string;
	codeId: string;
	codePath: string;
	important: boolean;
	memo: string;
	valences: string[];
	reference: string;
	turn: number;
};

let demo: DemoApp;
let page: Page;
let base: string;
/** two interviews with a coding under one and the same code */
let main: { id: string; title: string };
let other: { id: string; title: string };
let quote: Coding;

const stored = () => demo.call<Coding>(`${base}/codings/${quote.id}`);
const until = async (is: () => Promise<boolean>): Promise<void> => {
	for (const from = Date.now(); Date.now() - from < 30_000;) {
		if (await is()) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	expect(await is()).toBe(true);
};
const isThere = () =>
	stored().then(
		() => true,
		() => false
	);
const barriers = () => barriersAtDesk(page);
const shot = (name: string) => deskShot(page, `beside-${name}`);

const pane = () => page.getByRole('region', { name: 'Naast de tekst' });
const item = () => pane().locator(`[data-quote="${quote.id}"]`);
const tool = (name: string) => item().getByRole('button', { name, exact: true });
const openStreams = () => page.evaluate(() => Reflect.get(window, 'openStreams') as number);
/** Opens the desk of an interview with the focus in its text. */
const openDesk = async (id: string) => {
	await page.goto(`${base}/sources/${id}`);
	const turn = page.locator('#beurt-1');
	await turn.waitFor();
	// Text comes before what answers to keys; colours come after it.
	await page.waitForFunction(() => CSS.highlights.size > 0);
	await turn.focus();
};
/** Chooses in a field with a list: types, and takes what is found first. */
const choose = async (label: string, typed: string) => {
	const field = pane().getByRole('combobox', { name: label });
	await field.fill(typed);
	await pane().getByRole('option').first().waitFor();
	await page.keyboard.press('Enter');
};

beforeAll(async () => {
	demo = await openDemo();
	({ base } = demo);
	const codings = await demo.items<Coding>(`${base}/codings?limit=500`);
	const released = await demo.items<{ id: string; title: string }>(`${base}/sources?status=released&limit=500`);
	const found = codings.find(({ codeId, sourceId, turn }) => {
		const same = codings.filter((one) => one.codeId === codeId);
		return turn > 4 && same.length > 3 && same.some((one) => one.sourceId !== sourceId);
	});
	const elsewhere = codings.find((one) => one.codeId === found?.codeId && one.sourceId !== found.sourceId);
	const [a, b] = [elsewhere, found].map((one) => released.find(({ id }) => id === one?.sourceId));
	if (!found || !a || !b) throw new Error('the demo has no code in two interviews');
	[main, other, quote] = [a, b, found];
	({ page } = demo.person);
	// How many streams of events are open at once, in a browser where each window has its own.
	await page.addInitScript(() => {
		Reflect.deleteProperty(window, 'SharedWorker');
		Reflect.set(window, 'openStreams', 0);
		const count = (by: number) => Reflect.set(window, 'openStreams', Number(Reflect.get(window, 'openStreams')) + by);
		window.EventSource = class extends EventSource {
			constructor(url: string | URL, init?: EventSourceInit) {
				super(url, init);
				count(1);
			}
			override close() {
				super.close();
				count(-1);
			}
		};
	});
});
afterAll(() => demo.close());

describe('another interview beside the text', () => {
	test('opens with T, is found by typing, and stands there with its codings', async () => {
		await openDesk(main.id);
		await page.keyboard.press('t');
		await pane().waitFor();
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Naast de tekst');
		await expect.poll(() => pane().textContent()).toContain('Kies hierboven een tekst');
		await choose('Welke tekst?', other.title);
		await pane().locator('#ernaast-1').waitFor();
		await expect.poll(() => pane().locator('[data-turn]').count()).toBeGreaterThan(3);
		await until(async () =>
			page.evaluate(() =>
				[...CSS.highlights.values()].some((highlight) =>
					[...highlight].some((range) => range.startContainer.parentElement?.closest('[id^="ernaast-"]') !== null)
				)
			)
		);
		await expect.poll(() => openStreams()).toBe(1);
		await shot('source-1280');
		await expect.poll(() => barriers()).toEqual([]);
	});

	test('F6 goes to the other pane and back, arrows go through the turns, and the line between is moved by keys', async () => {
		const turn = pane().locator('#ernaast-1');
		await turn.focus();
		await page.keyboard.press('ArrowDown');
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('ernaast-2');
		await page.keyboard.press('F6');
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('beurt-1');
		await page.keyboard.press('F6');
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('ernaast-2');
		const line = page.getByRole('separator', { name: 'Breedte van het deel naast de tekst' });
		await line.focus();
		const before = Number(await line.getAttribute('aria-valuenow'));
		await page.keyboard.press('ArrowLeft');
		await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(before);
	});

	test('is there again after the page was loaded anew, and changes places with the text and back', async () => {
		await page.reload();
		await pane().locator('#ernaast-2').waitFor();
		await expect.poll(() => pane().getByRole('combobox', { name: 'Welke tekst?' }).inputValue()).toBe(other.title);
		await pane().getByRole('link', { name: 'Hier verder coderen' }).click();
		await page.waitForURL((url) => url.pathname.endsWith(other.id));
		await until(async () => (await pane().getByRole('combobox').inputValue()) === main.title);
		await pane().getByRole('link', { name: 'Hier verder coderen' }).click();
		await page.waitForURL((url) => url.pathname.endsWith(main.id));
		await until(async () => (await pane().getByRole('combobox').inputValue()) === other.title);
		await expect.poll(() => openStreams()).toBe(1);
	});

	test('Escape closes it; opening and closing leaves one stream of events, and nothing comes back by itself', async () => {
		await page.locator('#beurt-1').focus();
		for (let times = 0; times < 3; times += 1) {
			await page.keyboard.press('t');
			await pane().waitFor();
			await page.keyboard.press('Escape');
			await pane().waitFor({ state: 'detached' });
			await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('beurt-1');
			await expect.poll(() => openStreams()).toBe(1);
		}
		await page.reload();
		await page.locator('#beurt-1').waitFor();
		await expect.poll(() => pane().count()).toBe(0);
	});
});

describe('the quotes of a code beside the text', () => {
	test('are chosen by typing and can be narrowed', async () => {
		await openDesk(main.id);
		await page.keyboard.press('t');
		await pane().getByText('Citaten', { exact: true }).click();
		await choose('Welke code?', quote.codePath.split(' › ').at(-1) ?? '');
		await item().waitFor();
		const all = await pane().locator('[data-quote]').count();
		expect(all).toBeGreaterThan(1);
		await pane().getByText('Filters').click();
		await pane().getByLabel('Alleen met ster').check();
		await until(async () => (await pane().locator('[data-quote]').count()) < all);
		await pane().getByLabel('Alleen met ster').uncheck();
		await item().waitFor();
		await pane().getByText('Filters').click();
	});

	test('a star, a direction, a memo and another code are set where the quote stands', async () => {
		if (process.env['SHOTS']) {
			await resize(page, { width: 1440, height: 900 });
			await shot('quotes-1440');
			await resize(page, { width: 1280, height: 800 });
		}
		await item().scrollIntoViewIfNeeded();
		const place = () => item().evaluate((element) => element.getBoundingClientRect().top);
		const before = await still(page, place);
		const first = await stored();
		await tool('Belangrijk').click();
		await until(async () => (await stored()).important !== first.important);
		await tool('Richting').click();
		await item()
			.getByRole('radio', { name: /kan beter/ })
			.click();
		await until(async () => (await stored()).valences.includes('improve') !== first.valences.includes('improve'));
		await page.keyboard.press('Escape');
		await expect.poll(() => pane().count()).toBe(1);
		await tool('Notitie').click();
		await item().locator('textarea:focus').waitFor();
		await page.keyboard.type('Café 😀 mooi');
		await item().getByRole('button', { name: 'Notitie opslaan' }).click();
		await until(async () => (await stored()).memo === 'Café 😀 mooi');
		await item().getByText('Café 😀 mooi').waitFor();
		await tool('Andere code').click();
		await item().getByRole('combobox').and(page.locator(':focus')).waitFor();
		await page.keyboard.press('ArrowDown');
		await item().getByRole('option').first().waitFor();
		await page.keyboard.press('Enter');
		await until(async () => (await stored()).codeId !== quote.codeId);
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Andere code');
		await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(2);
		await shot('quotes-1280');
		await expect.poll(() => barriers()).toEqual([]);
	});

	test('one that is taken away leaves its place, and comes back from there', async () => {
		await tool('Weghalen').click();
		await until(async () => !(await isThere()));
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Ongedaan maken');
		await page.keyboard.press('Enter');
		await until(isThere);
		await item().getByRole('link').waitFor();
	});

	test('what was done to another interview is in the history of its own desk', async () => {
		const before = await stored();
		await page.goto(`${base}/sources/${other.id}`);
		await page.locator('#beurt-1').focus();
		await page.keyboard.press('Control+z');
		await until(async () => (await stored()).codeId !== before.codeId);
		await expect.poll(async () => (await stored()).codeId).toBe(quote.codeId);
	});

	test('a quote opens in the pane, and the way back leads to its place in the list', async () => {
		await openDesk(main.id);
		await item().getByRole('link').click();
		await pane().locator(`#ernaast-${quote.turn}`).waitFor();
		await pane().getByRole('button', { name: 'Terug naar de citaten' }).click();
		await item().waitFor();
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.closest('[data-quote]')?.getAttribute('data-quote')))
			.toBe(quote.id);
	});

	test('what is done elsewhere arrives in the list', async () => {
		const { important } = await stored();
		await demo.call(`${base}/codings/${quote.id}`, { important: !important }, 'PATCH');
		await until(async () => (await tool('Belangrijk').getAttribute('aria-pressed')) === String(!important));
	});

	test('a quote of the text itself is undone with the desk', async () => {
		const own = (await demo.items<Coding>(`${base}/codings?codeId=${quote.codeId}&sourceId=${main.id}`))[0];
		const read = () => demo.call<Coding>(`${base}/codings/${own?.id}`);
		const first = await read();
		const star = pane().locator(`[data-quote="${own?.id}"]`).getByRole('button', { name: 'Belangrijk' });
		await star.click();
		await until(async () => (await read()).important !== first.important);
		await page.keyboard.press('Control+z');
		await until(async () => (await read()).important === first.important);
		await until(async () => (await star.getAttribute('aria-pressed')) === String(first.important));
	});
});

describe('on a phone', () => {
	test('it comes up over the text and goes away again', async () => {
		await resize(page, { width: 390, height: 800 });
		await page.goto(`${base}/sources/${main.id}`);
		await page.locator('#beurt-1').waitFor();
		await expect.poll(() => pane().count()).toBe(0);
		const button = page.getByRole('button', { name: 'Ernaast' });
		await button.click();
		await pane().getByText('Citaten', { exact: true }).click();
		await item().waitFor();
		await shot('quotes-390');
		await expect.poll(() => barriers()).toEqual([]);
		await pane().getByText('Andere tekst', { exact: true }).click();
		await choose('Welke tekst?', other.title);
		await pane().locator('#ernaast-1').waitFor();
		await shot('source-390');
		await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		await expect.poll(() => barriers()).toEqual([]);
		await pane().getByRole('button', { name: 'Deel naast de tekst sluiten' }).click();
		await expect.poll(() => pane().count()).toBe(0);
		await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
	});
});

describe('the page with questions', () => {
	test('does the same to a quote, without leaving its place', async () => {
		await resize(page, { width: 1280, height: 800 });
		await page.goto(`${base}/query?codeId=${quote.codeId}`);
		const one = page.locator(`[data-quote="${quote.id}"]`);
		const { important } = await stored();
		await one.getByRole('button', { name: 'Belangrijk' }).click();
		await until(async () => (await stored()).important !== important);
		await one.getByRole('button', { name: 'Weghalen' }).click();
		await until(async () => !(await isThere()));
		await one.getByRole('button', { name: 'Ongedaan maken' }).click();
		await until(isThere);
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		expect(demo.person.faults).toEqual([]);
	});
});
