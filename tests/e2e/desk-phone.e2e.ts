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

	test('shows how the text can be coloured, over a sheet that was up, and colours it', async () => {
		const toggle = page.getByRole('banner').getByRole('button', { name: 'Weergave', exact: true });
		const options = page.getByRole('region', { name: 'Weergave van de tekst' });
		await page.getByRole('button', { name: 'Codes', exact: true }).tap();
		await page.getByRole('searchbox').first().waitFor();
		await toggle.tap();
		await options.waitFor();
		await expect.poll(() => page.getByRole('searchbox').count()).toBe(0);
		await options.getByText('richting', { exact: true }).tap();
		await options.getByRole('list').getByText('vooruit').waitFor();
		await desk.shot('phone-view');
		await expect.poll(() => isSideways()).toBe(false);
		await expect.poll(() => desk.barriers()).toEqual([]);
		await page.getByRole('button', { name: 'Fragment', exact: true }).tap();
		await options.waitFor({ state: 'detached' });
		await page.getByRole('button', { name: 'Fragment', exact: true }).tap();
		await toggle.tap();
		await options.getByRole('button', { name: 'Sluiten' }).tap();
		await options.waitFor({ state: 'detached' });
		await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('false');
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

	test('does again what was taken back, also when its message is gone', async () => {
		const stripes = page.locator('[data-turn]:not(.aside)').first().locator('.lanes .bar');
		const before = await still(page, () => stripes.count());
		const redo = page.getByRole('banner').getByRole('button', { name: 'Opnieuw', exact: true });
		await page.getByRole('button', { name: 'Sluiten' }).last().tap();
		await redo.tap();
		await expect.poll(() => stripes.count()).toBe(before + 1);
		await expect.poll(() => redo.isDisabled()).toBe(true);
		await expect.poll(() => isSideways()).toBe(false);
		await page.getByRole('banner').getByRole('button', { name: 'Ongedaan maken' }).tap();
		await expect.poll(() => stripes.count()).toBe(before);
	});
});
