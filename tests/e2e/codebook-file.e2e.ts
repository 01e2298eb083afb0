import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';

/** The codebook over the rounds: a named version, a change made in a file, and what differs since. */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

let app: App;
let browser: TestBrowser;
let page: Page;
let book: string;
let api: string;

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	const person = await newPerson(browser, app.origin);
	page = person.page;
	await signIn(person, email, password);
	await page.goto('/projects');
	const project = (await page.locator('main a[href^="/projects/"]').first().getAttribute('href')) ?? '';
	[book, api] = [`${project}/codebook`, `/api/v1${project}`];
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

const codebookFile = async (): Promise<string> => (await page.request.get(`${api}/exports/codebook?format=csv`)).text();
const choose = async (text: string) => {
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'codeboek.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
};

test('a version is made with a name and the rounds it is for', async () => {
	await page.goto(`${book}/versions`);
	await page.getByText('Er is nog geen versie').waitFor();
	await page.getByRole('button', { name: 'Versie vastleggen' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Naam van de versie').fill('Begin tweede ronde 🌳');
	await dialog.getByLabel('Tweede meting').check();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Versie vastleggen' }).click();
	await page.getByRole('heading', { name: '1. Begin tweede ronde 🌳' }).waitFor();
	await page.getByText('Tweede meting', { exact: false }).first().waitFor();
});

test('a file that comes back unchanged changes nothing', async () => {
	await page.goto(`${book}/import`);
	await choose(await codebookFile());
	await page.getByRole('status').filter({ hasText: 'verandert niets' }).waitFor();
	expect(await page.getByRole('button', { name: 'Neem over' }).count()).toBe(0);
});

test('a change in the file is shown before it is taken over, and a code keeps its codings under its new name', async () => {
	const file = await codebookFile();
	const before = (await (await page.request.get(`${api}/codes?limit=500`)).json()) as {
		items: { id: string; name: string; codings: number }[];
	};
	const code = before.items.find(({ name }) => name === 'Je veilig voelen');
	await page.goto(`${book}/import`);
	await choose(file.replaceAll('Je veilig voelen', 'Zich veilig voelen é'));
	const table = page.getByRole('table', { name: 'Wat er verandert' });
	await table.getByRole('row', { name: /Zich veilig voelen é/ }).waitFor();
	await expect.poll(() => table.locator('del').allTextContents()).toContain('Je veilig voelen');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('button', { name: 'Neem over' }).click();
	await page.waitForURL((url) => url.pathname === book);
	const after = (await (await page.request.get(`${api}/codes?limit=500`)).json()) as typeof before;
	expect(after.items.find(({ id }) => id === code?.id)).toMatchObject({
		name: 'Zich veilig voelen é',
		codings: code?.codings
	});
	expect(after.items).toHaveLength(before.items.length);

	const there = (name: string) => page.getByRole('treeitem', { name }).waitFor();
	await page.getByRole('status').getByRole('button', { name: 'Ongedaan maken' }).click();
	await there('Je veilig voelen');
	await page.getByRole('button', { name: 'Opnieuw' }).click();
	await there('Zich veilig voelen é');
});

test('a file that cannot be read says which row and why, and keeps what was there', async () => {
	await page.goto(`${book}/import`);
	await choose('pad;soort\nNieuw;misschien');
	await page
		.getByText(/misschien/)
		.first()
		.waitFor();
	expect(await codebookFile()).not.toContain('Nieuw;');
});

test('the version shows what differs from the codebook of now, and two versions can be compared', async () => {
	await page.goto(`${book}/versions`);
	await page.getByText(/1 verschil/).waitFor();
	await page.getByText('Zich veilig voelen é').first().waitFor();
	await page.getByRole('button', { name: 'Versie vastleggen' }).click();
	await page.getByRole('dialog').getByLabel('Naam van de versie').fill('Derde ronde');
	await page.getByRole('dialog').getByRole('button', { name: 'Versie vastleggen' }).click();
	await page.getByRole('heading', { name: '2. Derde ronde' }).waitFor();
	await page.getByLabel('Vergelijk met').selectOption({ label: '1. Begin tweede ronde 🌳' });
	await page.getByText(/1 verschil/).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('a version is compared with the codebook as a colleague leaves it, without a reload', async () => {
	await page.goto(`${book}/versions`);
	await page.getByText('Geen verschillen').waitFor();
	const made = await page.request.post(`${api}/codes`, {
		data: { name: 'Later é 😀' },
		headers: { origin: app.origin }
	});
	expect(made.status()).toBe(201);
	await page.getByText(/1 verschil/).waitFor();
	await page.getByText('Later é 😀').waitFor();
});
