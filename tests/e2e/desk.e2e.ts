import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/desk.ts';
import { still } from '../support/still.ts';

/**
 * A coder at the desk, by keyboard only: what the script for screen readers (docs/accessibility-test.md) does by hand.
 * SHOTS=folder keeps pictures of the steps.
 */

let desk: Desk;
let page: Page;

beforeAll(async () => {
	desk = await openDesk(({ words }) => words.split('. ').length >= 3);
	({ page } = desk);
});
afterAll(() => desk.close());

describe('a coder at the desk, with the keyboard only', () => {
	test('sees colours and stripes before the scripts of the desk are there, and they stay where they are', async () => {
		let letGo = () => {};
		const held = new Promise<void>((resolve) => (letGo = resolve));
		await page.route('**/entry/start.*.js', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto(`${desk.base}/sources/${desk.sourceId}`, { waitUntil: 'commit' });
		await page.locator('.lanes span.bar').first().waitFor();
		const seen = () =>
			page.evaluate(() => ({
				stripes: [...document.querySelectorAll('.lanes .bar')].slice(0, 5).map((bar) => {
					const { top, left, height } = bar.getBoundingClientRect();
					return [bar.querySelector('.label')?.textContent, Math.round(top), Math.round(left), Math.round(height)];
				}),
				coloured: [...CSS.highlights.keys()].filter((name) => (CSS.highlights.get(name)?.size ?? 0) > 0)
			}));
		const before = await seen();
		expect(before.stripes.length).toBeGreaterThan(0);
		expect(before.coloured.some((name) => name.startsWith('wijkstem-code-'))).toBe(true);
		expect(await page.locator('.lanes button').count()).toBe(0);
		letGo();
		await page.locator('.lanes button.bar').first().waitFor();
		await expect.poll(() => page.locator('.lanes span.bar').count()).toBe(0);
		// The page goes on with the turns below those.
		await expect.poll(async () => (await seen()).stripes.slice(0, before.stripes.length)).toEqual(before.stripes);
		await page.unroute('**/entry/start.*.js');
	});

	// One list of all sentences, looked up by name, once brought 500 kB of other pages along with 100 files.
	test('gets the scripts of the desk, not those of the whole app', async () => {
		await desk.open();
		const sizes = await page.evaluate(() =>
			(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
				.filter(({ name }) => name.endsWith('.js'))
				.map(({ decodedBodySize }) => decodedBodySize)
		);
		expect(sizes.length).toBeGreaterThan(10);
		expect(sizes.length).toBeLessThan(120);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(700_000);
	});

	test('codes a turn, makes the passage shorter and longer, and hears how long it is', async () => {
		await desk.open();
		await page.keyboard.press('Enter');
		await desk.pick('groen');
		const [whole] = await desk.until((list) => list.length === 1);
		await page.keyboard.press('}');
		await page.keyboard.press('{');
		await page.keyboard.press('{');
		await expect.poll(() => desk.said()).toMatch(/woorden/);
		const [shorter] = await desk.until(([one]) => one !== undefined && one.end < (whole?.end ?? 0) - 1);
		expect(shorter?.start).toBe(whole?.start);
		await page.keyboard.press(']');
		const [later] = await desk.until(([one]) => (one?.start ?? 0) > (whole?.start ?? 0));
		expect(later?.end).toBe(shorter?.end);
		await page.keyboard.press('[');
		await desk.until(([one]) => one?.start === whole?.start);
		await desk.shot('resized');
		await expect.poll(() => desk.barriers()).toEqual([]);
	});

	test('marks it as important, cuts it in two between sentences, and makes it one again', async () => {
		await page.keyboard.press('*');
		await desk.until(([one]) => one?.important === true);
		const [before] = await desk.codings();
		await page.keyboard.press('s');
		const halves = await desk.until(
			([first, second]) => first !== undefined && second !== undefined && first.end < second.start
		);
		expect(halves[0]?.start).toBe(before?.start);
		expect(halves[1]?.end).toBe(before?.end);
		await desk.shot('split');
		await page.keyboard.press('e');
		const [one] = await desk.until(
			(list) => list.length === 1 && list[0]?.start === before?.start && list[0]?.end === before?.end
		);
		expect(one).toMatchObject({ start: before?.start, end: before?.end, important: true });
	});

	test('takes steps back after the page was loaded again', async () => {
		await desk.open();
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 2);
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 1);
		await page.keyboard.press('Control+Shift+z');
		await desk.until((list) => list.length === 2);
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 1);
	});

	test('sees one code only, and all again', async () => {
		const lists = page.getByRole('button', { name: /Codes in deze beurt/ });
		await desk.open();
		const all = await still(page, () => lists.count());
		const stripes = () =>
			page.locator('.lanes button.bar').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-label') ?? ''));
		const painted = () =>
			page.evaluate(() =>
				[...CSS.highlights]
					.filter(([name]) => !/selection|chosen/.test(name))
					.reduce((sum, [, marks]) => sum + marks.size, 0)
			);
		await expect.poll(painted).toBeGreaterThan(0);
		const [stripesOfAll, paintedOfAll] = await still(page, () => Promise.all([stripes(), painted()]));
		await page.keyboard.press('n');
		await page.keyboard.press('l');
		const only = page.getByText(/^Alleen .* is te zien$/).first();
		await only.waitFor();
		const name = /^Alleen (.*) is te zien$/.exec((await only.textContent())?.trim() ?? '')?.[1] ?? '';
		expect(stripesOfAll.some((stripe) => !stripe.includes(name))).toBe(true);
		await expect.poll(async () => (await stripes()).filter((stripe) => !stripe.includes(name))).toEqual([]);
		await expect.poll(async () => (await stripes()).length).toBeGreaterThan(0);
		await expect.poll(painted).toBeLessThan(paintedOfAll);
		await desk.shot('one-code');
		await expect.poll(() => desk.barriers()).toEqual([]);
		await expect.poll(() => lists.count()).toBeLessThanOrEqual(all);
		await page.keyboard.press('l');
		await page.getByRole('button', { name: 'Alles tonen' }).waitFor({ state: 'detached' });
		await expect.poll(() => lists.count()).toBe(all);
	});

	test('finds words in the text, steps through them and lands on their turn', async () => {
		await desk.open();
		await page.keyboard.press('f');
		const field = page.getByRole('searchbox', { name: 'Zoek in de tekst' });
		await field.waitFor();
		await page.keyboard.type('SPEELTUIN');
		const outcome = page.locator('search [role="status"]');
		await expect.poll(() => outcome.textContent()).toMatch(/^\d+ van \d+$/);
		const [first, total] = ((await outcome.textContent()) ?? '').split(' van ').map(Number);
		await page.keyboard.press('Enter');
		const next = (Number(first) % Number(total)) + 1;
		await expect.poll(() => outcome.textContent()).toBe(`${next} van ${total}`);
		await desk.shot('find');
		await expect.poll(() => desk.barriers()).toEqual([]);
		await page.keyboard.press('Escape');
		await field.waitFor({ state: 'detached' });
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/speeltuin/i);
	});

	test('keeps what was coded without a connection, also over a reload, and stores it by itself', async () => {
		await desk.open();
		await page.context().setOffline(true);
		await page.keyboard.press('Enter');
		await page.keyboard.press('.'); // the code that was used last
		await page.getByText(/geen verbinding: 1 wijziging wacht/).waitFor();
		await desk.shot('offline');
		await expect.poll(async () => (await desk.codings()).length).toBe(1);
		await page.context().setOffline(false);
		await desk.open();
		const stored = await desk.until((list) => list.length === 2);
		expect(stored.some(({ start, end }) => start === desk.first.start && end === desk.first.end)).toBe(true);
	});

	test('works with a marker: each choice gets the code at once', async () => {
		await desk.open();
		await page.keyboard.press('n');
		await page.keyboard.press('x');
		await page.getByRole('button', { name: 'Stop met markeren' }).waitFor();
		await desk.shot('marker');
		await expect.poll(() => desk.barriers()).toEqual([]);
		const before = (await desk.codings()).length;
		const box = await still(page, () => desk.turn().locator('p').first().boundingBox());
		if (!box) throw new Error('the turn is not on the screen');
		await page.mouse.dblclick(box.x + 60, box.y + 12);
		await desk.until((list) => list.length === before + 1);
		await desk.turn().focus();
		await page.keyboard.press('x');
		await page.getByRole('button', { name: 'Stop met markeren' }).waitFor({ state: 'detached' });
	});

	test('keeps what was coded while the desk was read again, and takes it back', async () => {
		await desk.open();
		await page.waitForFunction(() => CSS.highlights.size > 0);
		const before = (await desk.codings()).length;
		let letThrough = () => {};
		const wait = new Promise<void>((resolve) => (letThrough = resolve));
		let isRead = false;
		// The server reads the desk before the coding is there; its answer comes after.
		await page.route('**/__data.json*', async (route) => {
			const response = await route.fetch();
			isRead = true;
			await wait;
			await route.fulfill({ response });
		});
		await desk.call(`${desk.base}/codes`, { name: 'Van een collega' });
		await expect.poll(() => isRead).toBe(true);
		await desk.turn().focus();
		await page.keyboard.press('Enter');
		await desk.pick('Hitte');
		await desk.until((list) => list.length === before + 1);
		letThrough();
		await page.getByRole('complementary').getByText('Van een collega').first().waitFor({ state: 'attached' });
		await page.unrouteAll({ behavior: 'wait' });
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === before);
	});
});
