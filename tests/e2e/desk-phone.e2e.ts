import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { newPerson, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

/** Someone with a phone reads an interview, looks a code up, codes a turn and takes it back. SHOTS=folder keeps pictures. */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

let app: App;
let browser: Browser;
let page: Page;

const barriers = async () =>
	(await findingsOfAxe(page)).filter((finding) => !/^target-size: <button[^>]* class="bar/.test(finding));
const shot = async (name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `desk-${name}.png`) });
};
const isSideways = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	const token = tokenIn(dataFolder, 'read');
	[app, browser] = await Promise.all([startApp({ dataFolder }), launchBrowser()]);
	const read = async (path: string) => {
		const response = await fetch(`${app.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
		return ((await response.json()) as { items: { id: string; status: string }[] }).items;
	};
	const base = `/projects/${(await read('/projects'))[0]?.id}`;
	const source = (await read(`${base}/sources`)).find(({ status }) => status === 'released');
	const person = await newPerson(browser, app.origin, { width: 390, height: 844, touch: true });
	page = person.page;
	await signIn(person, email, password);
	await page.goto(`${base}/sources/${source?.id}`);
	await page.locator('[data-turn]').first().waitFor();
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

describe('the desk on a phone', () => {
	test('shows the text over the whole width, and nothing scrolls sideways', async () => {
		expect(await isSideways()).toBe(false);
		const words = await page.locator('[data-turn] .words').first().boundingBox();
		expect(words?.width ?? 0).toBeGreaterThan(290);
		await shot('phone-text');
		expect(await barriers()).toEqual([]);
	});

	test('tells what a code means', async () => {
		await page.getByRole('button', { name: 'Codes', exact: true }).tap();
		await page.getByRole('searchbox').first().fill('groen');
		await page.locator('[data-row]', { hasText: 'Groen en spelen' }).first().tap();
		await page.getByRole('heading', { name: 'Groen en spelen', exact: true }).waitFor();
		await shot('phone-code');
		expect(await isSideways()).toBe(false);
		expect(await barriers()).toEqual([]);
		await page.getByRole('button', { name: 'Fragment', exact: true }).tap();
	});

	test('codes a whole turn, and takes that back', async () => {
		const turn = page.locator('[data-turn]:not(.aside)').first();
		const stripes = turn.locator('.lanes .bar');
		const before = await stripes.count();
		await turn.getByRole('button', { name: 'Codeer deze beurt' }).tap();
		const picker = page.getByRole('dialog');
		await picker.waitFor();
		await shot('phone');
		expect(await isSideways()).toBe(false);
		expect(await barriers()).toEqual([]);
		await picker.getByRole('combobox').first().fill('contact');
		await picker.getByRole('option').first().tap();
		await picker.waitFor({ state: 'detached' });
		await expect.poll(() => stripes.count()).toBe(before + 1);
		await shot('phone-coded');
		await page.getByRole('button', { name: 'Ongedaan maken' }).first().tap();
		await expect.poll(() => stripes.count()).toBe(before);
	});
});
