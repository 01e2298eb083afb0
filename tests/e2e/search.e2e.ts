import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { pressByKey, tabTo } from '../support/keyboard.ts';
import { newPerson, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

/** Coding by search, by keyboard. SHOTS=folder keeps pictures of the steps. */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

type Item = { readonly id: string; readonly name?: string; readonly isCodable?: boolean };

let app: App;
let browser: TestBrowser;
let page: Page;
let token: string;
let base: string;
let code: Item;

const items = async <T>(path: string): Promise<readonly T[]> => {
	const response = await fetch(`${app.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return ((await response.json()) as { items: readonly T[] }).items;
};
const coded = async () => (await items(`${base}/codings?codeId=${code.id}&limit=500`)).length;
const shot = async (name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `search-${name}.png`) });
};
const count = () => page.locator('.count');
const form = () => page.getByRole('form', { name: 'Wat u zoekt' });
const search = async (words: string) => {
	await form().getByRole('searchbox').focus();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type(words);
	await page.keyboard.press('Enter');
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	base = `/projects/${(await items<Item>('/projects'))[0]?.id}`;
	const made = await fetch(`${app.origin}/api/v1${base}/codes`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({ name: 'Zoekproef' })
	});
	code = (await made.json()) as Item;
	const person = await newPerson(browser, app.origin);
	page = person.page;
	await resize(page, { width: 1440, height: 900 });
	await signIn(person, email, password);
	await page.goto(`${app.origin}${base}/search`);
	await form().waitFor();
});

// also after a test that stopped on a phone
beforeEach(() => resize(page, { width: 1440, height: 900 }));
afterAll(async () => {
	await browser.close();
	await app.stop();
});

describe('coding by search, with the keyboard', () => {
	let chosen = 0;

	test('says what to do before anything was asked, and after nothing was found', async () => {
		await page.getByText('Vul in wat u zoekt').waitFor();
		await search('zzzonvindbaar');
		await page.getByRole('status').filter({ hasText: 'Niets gevonden' }).waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('finds words in context, all ticked, and keeps the words out of the address', async () => {
		await search('buurt*');
		await count()
			.getByText(/In \d+ beurten?/)
			.waitFor();
		expect(page.url()).not.toMatch(/buurt/);
		const [, ticked, total] = /(\d+) van (\d+) gekozen/.exec((await count().textContent()) ?? '') ?? [];
		expect(Number(total)).toBeGreaterThan(3);
		expect(ticked).toBe(total);
		const link = page.locator('main section ol a').first();
		await expect.poll(() => link.getAttribute('href')).toMatch(/\/sources\/[^/]+\?turn=\d+$/);
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await shot('found');
		chosen = Number(total) - 1;
	});

	test('codes what is ticked in one step', async () => {
		await tabTo(page, page.locator('main section ol input[type="checkbox"]').first());
		await page.keyboard.press('Space');
		await expect.poll(() => count().textContent()).toMatch(new RegExp(`${chosen} van ${chosen + 1} gekozen`));
		await tabTo(page, page.getByRole('region', { name: 'De treffers coderen' }).getByLabel('Code', { exact: true }));
		await page.keyboard.type('Zoekproef');
		const apply = page.locator('button:not([aria-busy])', { hasText: `Codeer ${chosen} fragmenten` });
		await apply.waitFor();
		await page.locator('.count').scrollIntoViewIfNeeded();
		await shot('ready');
		await pressByKey(page, apply);
		await page.getByText(`${chosen} fragmenten gecodeerd`).waitFor();
		await expect.poll(() => coded()).toBe(chosen);
		await page.getByText('Heeft deze code al').first().waitFor();
		await expect.poll(() => page.getByText('Heeft deze code al').count()).toBe(chosen);
		// What was unticked by hand stays so.
		await expect.poll(() => count().textContent()).toMatch(new RegExp(`\\b0 van ${chosen + 1} gekozen`));
		/** How far the direction reaches under the button. */
		const under = async () => {
			const [code, valence] = await Promise.all(
				['button:has-text("Codeer ")', '.valences button >> nth=-1'].map((part) => page.locator(part).boundingBox())
			);
			return (valence?.x ?? 0) + (valence?.width ?? 0) - (code?.x ?? 0);
		};
		await expect.poll(under, { message: 'the direction lies under the button' }).toBeLessThanOrEqual(0);
		await shot('coded');
		await resize(page, { width: 390, height: 844 });
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.locator('.bar').scrollIntoViewIfNeeded();
		await shot('phone-dark');
		await page.emulateMedia({ colorScheme: 'light' });
		await resize(page, { width: 1440, height: 900 });
	});

	test('offers a code that a colleague makes meanwhile, and keeps the hits and ticks', async () => {
		const before = await count().textContent();
		const offered = page
			.getByRole('region', { name: 'De treffers coderen' })
			.getByRole('option', { name: 'Later é 😀' });
		expect(await offered.count()).toBe(0);
		await fetch(`${app.origin}/api/v1${base}/codes`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify({ name: 'Later é 😀' })
		});
		await expect.poll(() => offered.count()).toBe(1);
		expect(await count().textContent()).toBe(before);
	});

	test('takes it back in one step after a reload, and does it again', async () => {
		await page.reload();
		const list = page.getByRole('region', { name: 'Uw laatste reeksen' });
		await pressByKey(page, list.getByRole('button', { name: /Ongedaan maken/ }));
		await page.getByText(`${chosen} coderingen weggehaald`).waitFor();
		await expect.poll(() => coded()).toBe(0);
		await pressByKey(page, list.getByRole('button', { name: /Opnieuw/ }));
		await page.getByText(`${chosen} coderingen teruggezet`).waitFor();
		await expect.poll(() => coded()).toBe(chosen);
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('stops a pattern that would run for ever, and says so', async () => {
		await form().getByLabel('Zoek naar').selectOption('pattern');
		await search('^(([a-zA-Z]|.)+)+€$');
		await page
			.getByText(/is gestopt/)
			.and(page.locator('.problems li'))
			.waitFor();
		await shot('stopped');
		await search('buurt(en)?');
		await count()
			.getByText(/In \d+ beurten?/)
			.waitFor();
		await expect.poll(() => page.locator('.problems').count()).toBe(0);
	});

	test('stopped by the person who waits, it leaves the focus in the field', async () => {
		await page.route('**/search-results', async () => {});
		await search('buurt');
		await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter');
		await expect
			.poll(() =>
				form()
					.getByRole('searchbox')
					.evaluate((field) => field === document.activeElement)
			)
			.toBe(true);
		await page.unrouteAll({ behavior: 'ignoreErrors' });
	});
});
