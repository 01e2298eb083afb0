import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesk, type Desk } from '../support/desk.ts';
import { tabTo } from '../support/keyboard.ts';

/** The desk for who has no mouse, from the top of the page: nothing is reached by anything but keys. */

let desk: Desk;
let page: Page;

beforeAll(async () => {
	desk = await openDesk(({ words, ordinal }) => ordinal <= 3 && words.length > 40, { width: 1440, height: 900 });
	({ page } = desk);
});
afterAll(() => desk.close());

const row = (name: string) =>
	page.getByRole('tree', { name: 'Codeboek' }).getByRole('treeitem', { name: new RegExp(`^${name}`) });
const isFocused = (place: ReturnType<Desk['turn']>) => place.evaluate((element) => element === document.activeElement);
/** Presses Tab, or Shift+Tab, until it is there; how many times. */
const stopsTo = async (place: ReturnType<Desk['turn']>, key = 'Tab') => {
	for (let stops = 0; ; stops += 1) {
		if (await isFocused(place)) return stops;
		if (stops > 60) throw new Error(`${key} does not come by ${String(place)}`);
		await page.keyboard.press(key);
	}
};

test('the link at the top leads to the text; Tab does too, with one stop for all codes', async () => {
	await page.goto(`${desk.base}/sources/${desk.sourceId}`);
	await page.locator('#beurt-1').waitFor();
	await tabTo(page, page.getByRole('link', { name: 'Naar de tekst' }));
	await page.keyboard.press('Enter');
	await expect.poll(() => isFocused(page.locator('#beurt-1'))).toBe(true);

	await page.reload();
	await page.locator('#beurt-1').waitFor();
	await stopsTo(page.getByRole('searchbox', { name: 'Zoek een code' }));
	const codes = await page.getByRole('tree', { name: 'Codeboek' }).getByRole('treeitem').count();
	expect(codes).toBeGreaterThan(20);
	expect(await stopsTo(page.locator('#beurt-1'))).toBeLessThan(8);
});

test('a passage is chosen, coded from the tree, given a direction, undone and redone, and the way leads back', async () => {
	for (let step = 1; step < desk.first.ordinal; step += 1) await page.keyboard.press('ArrowDown');
	await expect.poll(() => isFocused(desk.turn())).toBe(true);
	await page.keyboard.press('Enter');
	await page.keyboard.press('ArrowRight');
	await expect.poll(desk.said).toContain('Gekozen: zin 1');

	await stopsTo(page.getByRole('tree', { name: 'Codeboek' }).locator('[tabindex="0"]'), 'Shift+Tab');
	await page.keyboard.type('groen');
	await expect.poll(() => isFocused(row('Groen en spelen'))).toBe(true);
	await page.keyboard.press('Enter');
	const [coded] = await desk.until((list) => list.length === 1);
	expect(coded?.codePath).toContain('Groen en spelen');
	await expect.poll(() => isFocused(desk.turn())).toBe(true);

	await page.keyboard.press('g');
	await desk.until(([one]) => one?.valences.includes('good') === true);
	await page.keyboard.press('Control+z');
	await desk.until(([one]) => one?.valences.length === 0);
	await page.keyboard.press('Control+z');
	await desk.until((list) => list.length === 0);
	await page.keyboard.press('Control+y');
	await desk.until((list) => list.length === 1);
	await page.keyboard.press('Control+z');
	await desk.until((list) => list.length === 0);
});

test('a code is found by typing and taken with the arrows, with what was chosen in the text', async () => {
	await page.keyboard.press('Enter');
	await page.keyboard.press('/');
	await page.keyboard.type('buren');
	const found = page.getByRole('tree', { name: /gevonden/ });
	await found.getByRole('treeitem').first().waitFor();
	await page.keyboard.press('ArrowDown');
	await expect.poll(() => isFocused(found.getByRole('treeitem').first())).toBe(true);
	await page.keyboard.press('Space');
	await desk.until((list) => list.length === 1);
	await expect.poll(() => isFocused(desk.turn())).toBe(true);
	await expect.poll(() => desk.barriers()).toEqual([]);
	expect(desk.person.faults).toEqual([]);
});
