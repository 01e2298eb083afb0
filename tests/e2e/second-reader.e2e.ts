import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { emailOf, password } from '../support/prepared-people.ts';
import { preparedFolder } from '../support/prepared.ts';

let app: App;
let browser: TestBrowser;
let ada: Person;
let ben: Person;
let base = '';
let address = '';

const ask = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
	const answer = await ada.page.request.fetch(`/api/v1${path}`, { method, headers: { origin: app.origin }, data });
	expect(answer.ok(), `${method} ${path}`).toBe(true);
	return (await answer.json()) as T;
};
const listOf = async (path: string): Promise<readonly { readonly id: string; readonly name: string }[]> =>
	(await ask<{ items: { id: string; name: string }[] }>('GET', path)).items;

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	[ada, ben] = await Promise.all([newPerson(browser, app.origin), newPerson(browser, app.origin)]);
	await signIn(ada, emailOf('Ada'), password);
	base = `/projects/${(await listOf('/projects'))[0]?.id}`;
	await ask('POST', `${base}/members`, { email: emailOf('Ben'), roles: [{ role: 'author' }] });
	await signIn(ben, emailOf('Ben'), password);
	const pillar = (await listOf(`${base}/pillars`)).find(({ name }) => name.includes('Veiligheid'));
	const area = (await listOf(`${base}/areas`)).find(({ name }) => name === 'Overvecht');
	address = `${base}/joint-display/${pillar?.id}/${area?.id}`;
});
afterAll(async () => {
	for (const person of [ada, ben]) expect(person.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

const themeOn = (page: Page) => page.getByRole('article').first();

/** The first theme, decided by Ada. */
const decide = async (fit: RegExp | null, reason: string): Promise<void> => {
	const { page } = ada;
	await page.goto(address);
	await themeOn(page)
		.getByRole('button', { name: /^(Samenhang bepalen van|Oordeel herzien)/ })
		.click();
	const dialog = page.getByRole('dialog');
	if (fit) await dialog.getByRole('radio', { name: fit }).check();
	await dialog.getByLabel(/^Reden/).fill(reason);
	const without = dialog.getByRole('checkbox');
	if (await without.count()) await without.check();
	await dialog.getByRole('button', { name: 'Oordeel vastleggen' }).click();
	await dialog.waitFor({ state: 'hidden' });
};

test('a second reader confirms a decision, sees it otherwise, and reads a new one before answering', async () => {
	await decide(null, 'Zo zien wij het.');
	const { page } = ben;
	await page.goto(address);
	const theme = themeOn(page);
	const dialog = page.getByRole('dialog');
	const read = theme.getByRole('button', { name: /^Lezen als tweede/ });
	const save = dialog.getByRole('button', { name: 'Antwoord vastleggen' });

	await read.click();
	await dialog.getByText('Zo zien wij het.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await save.dblclick();
	await theme.getByText(/Tweede lezer Ben is het eens/).waitFor();
	await expect.poll(() => read.evaluate((button) => button === document.activeElement)).toBe(true);

	await read.click();
	await dialog.getByRole('radio', { name: 'Ik zie het anders' }).check();
	await save.click();
	await dialog.getByRole('combobox', { name: 'Wat is het volgens u?' }).selectOption({ index: 1 });
	await save.click();
	await dialog.locator('[aria-invalid=true]').first().waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByLabel(/^Reden/).fill('De cijfers zeggen iets anders.');
	await save.click();
	await theme.getByText(/Tweede lezer Ben ziet het anders/).waitFor();

	await read.click();
	await decide(null, 'Na een gesprek zien wij het nog zo.');
	await save.click();
	await dialog.getByText('Iemand heeft dit oordeel intussen veranderd.').waitFor();
	await dialog.getByText('Na een gesprek zien wij het nog zo.').waitFor();
	await save.click();
	await dialog.waitFor({ state: 'detached' });
	await theme.getByText(/Tweede lezer Ben is het eens/).waitFor();
});

test('a project chooses which groups of codes are about collaboration, and one group can be looked at', async () => {
	const { page } = ada;
	const themes = () => page.getByRole('rowheader').allTextContents();
	await page.goto(`${base}/settings`);
	const groups = page.getByRole('group', { name: 'Groepen codes over samenwerking' });
	await groups.getByRole('checkbox', { name: 'Samenwerking in het wijknetwerk' }).check();
	await groups.getByRole('checkbox', { name: 'Dwars door de pijlers' }).check();
	await page.locator('form[action="?/save"]').getByRole('button', { name: 'Opslaan' }).click();
	await page.getByRole('status').getByText('Opgeslagen.').first().waitFor();

	await page.goto(`${base}/network`);
	const both = await themes();
	expect(both.some((name) => name.startsWith('Elkaar kennen'))).toBe(true);
	expect(both.some((name) => name.startsWith('Door een project'))).toBe(true);

	const choice = page.getByRole('combobox', { name: 'Groep codes' });
	await choice.selectOption({ label: 'Dwars door de pijlers' });
	await page.waitForURL(/groupId=/);
	await expect.poll(async () => (await themes()).some((name) => name.startsWith('Elkaar kennen'))).toBe(false);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	const file = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
	expect(await (await page.request.get(file ?? '')).text()).not.toContain('Elkaar kennen');

	await choice.selectOption({ label: 'Zoals het project koos' });
	await expect.poll(themes).toEqual(both);
});
