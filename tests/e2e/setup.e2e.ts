import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person } from '../support/person.ts';

/** The first day with Wijkstem: take it into use, set a project up, fill the kernset, and invite somebody. */

const password = 'een lange zin voor de test';

let app: App;
let browser: TestBrowser;
let ada: Person;
let base: string;

beforeAll(async () => {
	[app, browser] = await Promise.all([startApp(), openBrowser()]);
	ada = await newPerson(browser, app.origin);
});
afterAll(async () => {
	await browser.close();
	await app.stop();
});

const csv = (lines: readonly string[]) => ({
	name: 'cijfers.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(`\ufeffindicator;gebied;meetronde;peiljaar;waarde;aantal\r\n${lines.join('\r\n')}\r\n`)
});

describe('the first day', () => {
	test('without an account every page asks for the link on the terminal', async () => {
		const { page } = ada;
		await page.goto('/projects');
		expect(new URL(page.url()).pathname).toBe('/setup');
		await page.getByText('Open de link die de server op de terminal toont').waitFor();
		await page.goto('/setup?key=geraden');
		expect(await page.getByLabel('Wachtwoord').count()).toBe(0);
	});

	test('with the link somebody makes the first account, once', async () => {
		const { page } = ada;
		const link = app.setupLink();
		expect(link).not.toBeNull();
		await page.goto(link ?? '');
		await page.getByLabel('Uw naam').fill('Ada');
		await page.getByLabel('E-mailadres').fill('ada@example.org');
		await page.getByLabel('Wachtwoord').fill('kort');
		await page.getByRole('button', { name: 'Account maken' }).click();
		await page.getByText('Minstens 12 tekens').first().waitFor();
		await expect.poll(() => page.getByLabel('E-mailadres').inputValue()).toBe('ada@example.org'); // what was typed stays
		await page.getByLabel('Wachtwoord').fill(password);
		await page.getByRole('button', { name: 'Account maken' }).click();
		await page.getByRole('heading', { name: 'Projecten' }).waitFor();
		const stranger = await newPerson(browser, app.origin);
		await stranger.page.goto(link ?? '');
		expect(await stranger.page.getByLabel('Uw naam').count()).toBe(0);
		await stranger.context.close();
	});

	test('an own project begins with pillars and rounds, and says what is missing', async () => {
		const { page } = ada;
		await page.getByLabel('Naam van het project').fill('Monitor van Zonstad');
		await page.getByRole('button', { name: 'Begin een eigen project' }).click();
		await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
		base = new URL(page.url()).pathname;
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		// Who makes a project in the page is careful unless they say otherwise.
		const made = (await (await page.request.get(`${app.origin}/api/v1${base}`)).json()) as { asksForConsent: boolean };
		expect(made.asksForConsent).toBe(true);
		await page.getByRole('link', { name: 'Naar wijken en meetrondes' }).click();
		await page.getByRole('heading', { level: 1 }).waitFor();
		for (const year of ['2021', '2023', '2025']) await page.getByText(year).first().waitFor();
	});

	test('areas are added in a dialog, and the same name twice is told', async () => {
		const { page } = ada;
		const add = async (name: string, kind: string) => {
			await page.getByRole('button', { name: 'Gebied toevoegen' }).first().click();
			const dialog = page.getByRole('dialog');
			await dialog.locator('input[name="name"]').fill(name);
			await dialog.locator('select[name="kind"]').selectOption(kind);
			await dialog.locator('footer button').last().click();
			return dialog;
		};
		await (await add('Zonstad', 'municipality')).waitFor({ state: 'detached' });
		await (await add('De Bongerd', 'district')).waitFor({ state: 'detached' });
		const twice = await add('de bongerd', 'district');
		await twice.getByText('Er is al een gebied met de naam').first().waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.keyboard.press('Escape');
	});

	test('the example kernset is added, and a file brings values in: all or nothing', async () => {
		const { page } = ada;
		await page.goto(`${base}/kernset`);
		await page.getByRole('button', { name: 'Voeg de voorbeeld-kernset toe' }).click();
		await page.getByText(/^KV1 /).first().waitFor();
		await page.getByRole('button', { name: 'Bestand inladen' }).first().click();
		const dialog = page.getByRole('dialog');
		const bring = async (lines: readonly string[]) => {
			await dialog.locator('input[type="file"]').setInputFiles(csv(lines));
			await dialog.getByRole('button', { name: 'Inladen' }).click();
		};
		await bring([
			'KV1;De Bongerd;2021;2021;7,1;400',
			'KV1;De Bongerd;2023;2023;zeven;400',
			'KV1;Nergens;2023;2023;3;1'
		]);
		await dialog.getByText('zeven').first().waitFor(); // the value, with its row and column
		await dialog.getByText('Nergens').first().waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await expect.poll(() => valuesStored()).toBe(0);
		await bring(['KV1;De Bongerd;2021;2021;7,1;400', 'KV1;De Bongerd;2023;2023;7,5;400']);
		await dialog.getByRole('status').waitFor();
		await expect.poll(() => valuesStored()).toBe(2);
		await dialog.locator('footer').getByRole('button', { name: 'Sluiten' }).click();
		await page.getByText('7,5').first().waitFor();
	});

	test('a value is changed in its cell, with a decimal comma', async () => {
		const { page } = ada;
		await page.getByRole('button', { name: /7,5/ }).first().click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Waarde', { exact: false }).first().fill('7,25');
		await dialog.getByRole('button', { name: 'Waarde opslaan' }).click();
		await dialog.waitFor({ state: 'detached' });
		await page
			.getByText(/7,25|7,3/)
			.first()
			.waitFor();
	});

	test('a code is made, described and tied to a pillar', async () => {
		const { page } = ada;
		await page.goto(`${base}/codebook`);
		await page.getByRole('button', { name: 'Nieuwe code' }).first().click();
		const dialog = page.getByRole('dialog');
		await dialog.locator('input[name="name"]').fill('Groen en spelen');
		await dialog.locator('footer button').last().click();
		await page.getByText('Groen en spelen').first().waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('somebody is invited for one area, accepts, and sees what a coder may see', async () => {
		const { page } = ada;
		await page.goto(`${base}/members`);
		await page.getByRole('button', { name: 'Iemand uitnodigen' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Naam').first().fill('Cor');
		await dialog.getByLabel('E-mailadres').fill('cor@example.org');
		await dialog.getByRole('button', { name: 'Uitnodiging maken' }).click();
		const link = await page.getByLabel('Link van de uitnodiging').inputValue();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		const cor = await newPerson(browser, app.origin);
		await cor.page.goto(link);
		await cor.page.getByLabel('Wachtwoord').fill(password);
		await cor.page.getByRole('button', { name: 'Account in gebruik nemen' }).click();
		await cor.page.waitForURL((url) => url.pathname === base);
		const menu = cor.page.getByRole('navigation').first();
		await menu.getByRole('link', { name: 'Codeboek' }).waitFor();
		expect(await menu.getByRole('link', { name: 'Leden' }).count()).toBe(0);
		expect((await cor.page.goto(`${base}/members`))?.status()).toBe(403);
		await cor.page.goto(link);
		await cor.page.getByRole('heading', { name: 'Deze uitnodiging werkt niet' }).waitFor();
		expect(cor.faults).toEqual([]);
	});

	test('who has an account signs in on the page that was asked for, and a wrong password is told', async () => {
		const { page, faults } = await newPerson(browser, app.origin);
		await page.goto(`${base}/codebook`);
		await page.getByLabel('E-mailadres').fill('ada@example.org');
		await page.getByLabel('Wachtwoord').fill('iets heel anders dan dat');
		await page.getByLabel('Wachtwoord').press('Enter');
		await page.getByText('Het e-mailadres of het wachtwoord klopt niet.').first().waitFor();
		expect(new URL(page.url()).pathname).toBe('/login');
		await expect.poll(() => page.getByLabel('E-mailadres').inputValue()).toBe('ada@example.org');
		await page.getByLabel('Wachtwoord').fill(password);
		await page.getByLabel('Wachtwoord').press('Enter');
		await page.waitForURL((url) => url.pathname === `${base}/codebook`);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	test('nothing went wrong on the way', () => {
		expect(ada.faults).toEqual([]);
		expect(app.terminal()).not.toMatch(/ error /);
	});
});

const valuesStored = async (): Promise<number> => {
	const answer = await ada.page.request.get(`${app.origin}/api/v1${base}/observations`);
	return ((await answer.json()) as { items: readonly unknown[] }).items.length;
};
