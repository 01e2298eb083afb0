import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/desk.ts';
import { still } from '../support/still.ts';

/** Someone with a phone reads an interview, looks a code up, codes a turn and takes it back. SHOTS=folder keeps pictures. */

let desk: Desk;
let page: Page;

const isSideways = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

beforeAll(async () => {
	desk = await openDesk(() => true, { width: 390, height: 844, touch: true });
	({ page } = desk);
	await page.goto(`${desk.base}/sources/${desk.sourceId}`);
	await page.locator('[data-turn]').first().waitFor();
});
afterAll(() => desk.close());

describe('the desk on a phone', () => {
	test('shows the text over the whole width, and nothing scrolls sideways', async () => {
		await expect.poll(() => isSideways()).toBe(false);
		const width = async () => (await page.locator('[data-turn] .words').first().boundingBox())?.width ?? 0;
		await expect.poll(width).toBeGreaterThan(290);
		await desk.shot('phone-text');
		await expect.poll(() => desk.barriers()).toEqual([]);
	});

	test('tells what a code means', async () => {
		await page.getByRole('button', { name: 'Codes', exact: true }).tap();
		await page.getByRole('searchbox').first().fill('groen');
		await page.locator('[data-row]', { hasText: 'Groen en spelen' }).first().tap();
		await page.getByRole('heading', { name: 'Groen en spelen', exact: true }).waitFor();
		await desk.shot('phone-code');
		await expect.poll(() => isSideways()).toBe(false);
		await expect.poll(() => desk.barriers()).toEqual([]);
		await page.getByRole('button', { name: 'Fragment', exact: true }).tap();
	});

	test('finds words in the text', async () => {
		await page.getByRole('button', { name: 'Zoeken', exact: true }).tap();
		await page.getByRole('search').getByRole('searchbox').fill('wijk');
		await expect.poll(() => page.getByRole('search').getByRole('status').textContent()).toMatch(/^1 van/);
		await desk.shot('phone-find');
		await expect.poll(() => isSideways()).toBe(false);
		await expect.poll(() => desk.barriers()).toEqual([]);
		await page.getByRole('search').getByRole('button', { name: 'Sluiten' }).tap();
	});

	test('codes a whole turn, and takes that back', async () => {
		const turn = page.locator('[data-turn]:not(.aside)').first();
		const stripes = turn.locator('.lanes .bar');
		const before = await still(page, () => stripes.count());
		await turn.getByRole('button', { name: 'Codeer deze beurt' }).tap();
		const picker = page.getByRole('dialog');
		await picker.waitFor();
		await desk.shot('phone');
		await expect.poll(() => isSideways()).toBe(false);
		await expect.poll(() => desk.barriers()).toEqual([]);
		await picker.getByRole('combobox').first().fill('contact');
		await picker.getByRole('option').first().tap();
		await picker.waitFor({ state: 'detached' });
		await expect.poll(() => stripes.count()).toBe(before + 1);
		await desk.shot('phone-coded');
		await page.getByRole('button', { name: 'Ongedaan maken' }).first().tap();
		await expect.poll(() => stripes.count()).toBe(before);
	});
});
