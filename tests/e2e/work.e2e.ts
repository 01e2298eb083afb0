import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';
import { keepFocus } from '../support/still.ts';

/** The way through: a manager gives out two interviews, a coder reads by key and says that one is done. SHOTS=folder keeps pictures. */

const password = 'een lange zin voor de test';
const ada = { email: 'ada@example.org', name: 'Ada' };
const cor = { email: 'cor@example.org', name: 'Cor' };

type Listed = { readonly id: string; readonly title: string; readonly status: string; readonly turns: number };
type Assigned = { readonly sourceId: string; readonly read: number | null; readonly isDone: boolean };

let app: App;
let browser: TestBrowser;
let manager: Person;
let coder: Person;
let token: string;
let base: string;
let given: readonly [Listed, Listed];

const call = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
	const response = await fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
	return (text === '' ? null : JSON.parse(text)) as T;
};
const items = async <T>(path: string) => (await call<{ items: T[] }>(path)).items;
const assignments = () => items<Assigned>(`${base}/assignments?limit=500`);
const shot = async (page: Page, name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	for (const [width, height] of [
		[1440, 900],
		[390, 844]
	] as const)
		for (const colorScheme of ['light', 'dark'] as const) {
			await resize(page, { width, height });
			await page.emulateMedia({ colorScheme });
			await page.screenshot({ path: join(folder, `work-${name}-${width}-${colorScheme}.png`), fullPage: true });
		}
	await resize(page, { width: 1440, height: 900 });
	await page.emulateMedia({ colorScheme: 'light' });
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	base = `/projects/${(await items<{ id: string }>('/projects'))[0]?.id}`;
	await call(`${base}/members`, 'POST', { email: cor.email, roles: [{ role: 'coder' }] });
	const [first, second] = (await items<Listed>(`${base}/sources`)).filter(({ status }) => status === 'released');
	if (!first || !second) throw new Error('the demo has two released interviews');
	given = [first, second];
	[manager, coder] = [await newPerson(browser, app.origin), await newPerson(browser, app.origin)];
	for (const { page } of [manager, coder]) await resize(page, { width: 1440, height: 900 });
	await signIn(manager, ada.email, password);
	await signIn(coder, cor.email, password);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

test('a coder who has the own page open sees work come without a reload', async () => {
	const { page } = coder;
	await page.goto(`${base}/work`);
	await page.getByRole('heading', { name: 'Mijn werk', level: 1 }).waitFor();
	const people = await items<{ userId: string; name: string }>(`${base}/members`);
	const userId = people.find(({ name }) => name === cor.name)?.userId;
	const { items: made } = await call<{ items: { id: string }[] }>(`${base}/assignments`, 'POST', {
		...{ sourceIds: [given[0].id], task: 'code', userId }
	});
	await page.getByRole('link', { name: `Beginnen met lezen: ${given[0].title}` }).waitFor();
	await call(`${base}/assignment-removals`, 'POST', { assignmentIds: made.map(({ id }) => id) });
	await page.getByRole('link', { name: `Beginnen met lezen: ${given[0].title}` }).waitFor({ state: 'detached' });
});

test('a manager chooses two interviews and gives them to a coder', async () => {
	const { page } = manager;
	await page.goto(`${base}/sources`);
	await page.waitForLoadState('load');
	for (const { title } of given) await page.getByLabel(`${title} kiezen`, { exact: true }).check();
	await page.getByText('2 gesprekken gekozen').waitFor();
	await page.getByRole('button', { name: 'Toewijzen', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: '2 gesprekken toewijzen' });
	await dialog.waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await shot(page, 'assign');
	await dialog.getByLabel('Wie doet het?').selectOption({ label: cor.name });
	await dialog.getByLabel('Klaar op').fill('2030-03-01');
	await dialog.getByRole('button', { name: 'Toewijzen' }).click();
	await page.getByText('2 gesprekken toegewezen aan Cor.').waitFor();
	await expect.poll(() => page.getByText('Cor: coderen').count()).toBe(2);
	await expect.poll(() => page.evaluate(() => document.activeElement?.closest('#give-out')?.id)).toBe('give-out');
	await shot(page, 'sources');
	await page.getByLabel('Van wie').selectOption({ label: 'Van niemand' });
	await expect.poll(() => page.getByText('Cor: coderen').count()).toBe(0);
});

test('a page that is slow to come is announced', async () => {
	const { page } = coder;
	await page.goto(base);
	let letThrough = () => {};
	const wait = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route('**/__data.json*', async (route) => {
		await wait;
		await route.continue();
	});
	await page.getByRole('link', { name: 'Mijn werk' }).first().click();
	await page.getByRole('status').filter({ hasText: 'De pagina wordt geladen.' }).waitFor();
	letThrough();
	await page.getByRole('heading', { name: 'Mijn werk', level: 1 }).waitFor();
	await expect.poll(() => page.getByText('De pagina wordt geladen.').count()).toBe(0);
	await page.unrouteAll({ behavior: 'wait' });
});

test('the coder sees them on the own page, with the way to the first step', async () => {
	const { page } = coder;
	await page.goto(`${base}/work`);
	await page.waitForLoadState('load');
	await page.getByRole('heading', { name: 'Mijn werk', level: 1 }).waitFor();
	await expect.poll(() => page.getByRole('link', { name: /^Beginnen met lezen/ }).count()).toBe(2);
	await expect.poll(() => page.locator('nav a').first().textContent()).toContain('Mijn werk');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await shot(page, 'mine-before');
	await page.getByRole('link', { name: `Beginnen met lezen: ${given[0].title}` }).click();
	await page.locator('[data-turn="1"]').waitFor();
});

test('turns that are passed by key count as read, and that is kept', async () => {
	const { page } = coder;
	const menu = page.getByRole('button', { name: /gelezen\. Lezen en klaar melden/ });
	await menu.waitFor();
	await keepFocus(page.locator('[data-turn="1"]'));
	const read = async () => Number.parseInt((await menu.textContent())?.trim() ?? '0', 10);
	await expect
		.poll(async () => {
			await page.keyboard.press('ArrowDown');
			await page.waitForTimeout(550);
			return read();
		})
		.toBeGreaterThan(5);
	await expect
		.poll(async () => (await assignments()).find(({ sourceId }) => sourceId === given[0].id)?.read ?? 0)
		.toBeGreaterThan(5);
	await shot(page, 'desk');
	await page.reload();
	await menu.waitFor();
	await expect.poll(() => read()).toBeGreaterThan(5);
});

test('all is marked as read, from a turn on as unread, and the coding as done', async () => {
	const { page } = coder;
	await page.waitForLoadState('load');
	await page.locator('[data-turn="1"]').focus();
	const open = () => page.getByRole('button', { name: /Lezen en klaar melden/ }).click();
	const total = given[0].turns;
	await open();
	await page.getByRole('menuitem', { name: 'Alles als gelezen merken' }).click();
	await page.getByRole('button', { name: new RegExp(`^${total} van ${total} gelezen`) }).waitFor();
	await page.locator('[data-turn="3"]').focus();
	await open();
	await page.getByRole('menuitem', { name: 'Vanaf beurt 3 als ongelezen merken' }).click();
	await expect
		.poll(async () => (await assignments()).find(({ sourceId }) => sourceId === given[0].id)?.read ?? total)
		.toBeLessThan(total);
	await open();
	await page.getByRole('menuitem', { name: 'Klaar met coderen' }).click();
	await page.getByText('Dit gesprek staat op klaar.').waitFor();
	const isDone = async () => (await assignments()).find(({ sourceId }) => sourceId === given[0].id)?.isDone;
	await expect.poll(() => isDone()).toBe(true);
	await page.getByRole('button', { name: 'Ongedaan maken' }).last().click();
	await expect.poll(isDone).toBe(false);
	await open();
	await page.getByRole('menuitem', { name: 'Klaar met coderen' }).click();
	await expect.poll(isDone).toBe(true);
});

test('the own page tells where one was and what is done, and the manager sees it too', async () => {
	const { page } = coder;
	await page.goto(`${base}/work`);
	await page.waitForLoadState('load');
	await page.getByRole('link', { name: new RegExp(`Verder waar u was: ${given[0].title}`) }).waitFor();
	await page.getByText('Klaar (1)').click();
	await shot(page, 'mine-after');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await manager.page.goto(`${base}/sources`);
	// The list keeps what was chosen before.
	await manager.page.getByRole('combobox').last().selectOption({ label: 'Van iedereen' });
	await manager.page.locator('tr', { hasText: given[0].title }).getByText('✓ klaar').waitFor();
	await manager.page.goto(`${base}/sources/${given[0].id}/speakers`);
	await manager.page.getByText('Cor: coderen').waitFor();
	await shot(manager.page, 'speakers');
});

test('what nobody has is taken and given back', async () => {
	const { page } = coder;
	await page.goto(`${base}/work`);
	await page.waitForLoadState('load');
	const free = page.getByRole('region', { name: 'Nog van niemand' });
	const before = await free.getByRole('button').count();
	await free.getByRole('button').first().click();
	await page.getByText(/U hebt .+ opgepakt\./).waitFor();
	await expect.poll(() => free.getByRole('button').count()).toBe(before - 1);
	await page.getByRole('button', { name: /teruggeven$/ }).click();
	await expect.poll(() => free.getByRole('button').count()).toBe(before);
	expect([...coder.faults, ...manager.faults]).toEqual([]);
});
