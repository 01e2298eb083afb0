import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import type { Person } from '../support/person.ts';

let demo: DemoApp;
let person: Person;
let base = '';

beforeAll(async () => {
	demo = await openDemo();
	({ person, base } = demo);
});
afterEach(async () => {
	await person.page.unrouteAll();
	expect(person.faults).toEqual([]);
});
afterAll(() => demo.close());

/** Opens a page whose scripts wait until they are let through. */
const openSlowly = async (page: Page, path: string): Promise<() => void> => {
	let letThrough = () => {};
	const wait = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		await wait;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'domcontentloaded' });
	return letThrough;
};

test('a press before the scripts have run opens its dialog once they have', async () => {
	const { page } = person;
	const letThrough = await openSlowly(page, `${base}/lessons`);
	await page.getByRole('button', { name: 'Nieuwe les' }).first().click();
	expect(await page.getByRole('dialog').count()).toBe(0);
	letThrough();
	const dialog = page.getByRole('dialog');
	await dialog.waitFor();
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'detached' });
	await expect.poll(() => dialog.count()).toBe(0);
});

test('what is typed and sent before the scripts have run is stored once, and its answer is shown', async () => {
	const { page } = person;
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST' && request.url().includes('/settings')) sent.push(request.resourceType());
	});
	const letThrough = await openSlowly(page, `${base}/settings`);
	const name = page.getByLabel('Naam van het project');
	await name.fill('Een naam van vroeg');
	const save = page.locator('form[action="?/save"] button[type=submit]');
	await save.click();
	await save.click();
	expect(sent).toEqual([]);
	letThrough();
	await page.getByRole('status').getByText('opgeslagen').first().waitFor();
	expect(sent).toEqual(['fetch']);
	await page.reload();
	await expect.poll(() => name.inputValue()).toBe('Een naam van vroeg');
});

test('a file that is chosen before the scripts have run is in the list once they have', async () => {
	const { page } = person;
	const letThrough = await openSlowly(page, `${base}/kernset/import`);
	const file = { name: 'cijfers é.csv', mimeType: 'text/csv', buffer: Buffer.from('indicator;gebied\n') };
	await page.locator('input[type="file"]').setInputFiles(file);
	expect(await page.getByText('cijfers é.csv').count()).toBe(0);
	letThrough();
	await page.getByText('cijfers é.csv').waitFor();
	await expect.poll(() => page.getByRole('button', { name: 'Bekijk wat er verandert' }).isEnabled()).toBe(true);
});

test('a link that is pressed before the scripts have run is followed, and nothing else is done', async () => {
	const { page } = person;
	const letThrough = await openSlowly(page, `${base}/lessons`);
	await page.getByRole('button', { name: 'Nieuwe les' }).first().click();
	await page.getByRole('link', { name: 'Deelonderzoeken' }).first().click();
	await page.waitForURL(/\/studies$/, { waitUntil: 'commit' });
	letThrough();
	await page.getByRole('heading', { level: 1, name: 'Deelonderzoeken' }).waitFor();
	await page.waitForFunction(() => !('earlyActs' in window));
	expect(await page.getByRole('dialog').count()).toBe(0);
});
