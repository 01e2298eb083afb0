import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parts } from '../report/unzip.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import type { Person } from '../support/person.ts';
import { keepFocus } from '../support/still.ts';

/**
 * The whole way of a figure and a voice: a file of figures is taken over, a passage is coded and chosen, somebody
 * decides and writes a core message, and the factsheet that is taken away says all of it.
 */

let demo: DemoApp;
let person: Person;
let base = '';
let address = '';

const theme = 'Je veilig voelen';
const message = 'Bewoners lopen ’s avonds weer langs de flat 😀, en dat ziet men in de cijfers.';
let words = '';

type Named = { readonly id: string; readonly name: string };
const listOf = async (path: string): Promise<readonly Named[]> => {
	const answer = await person.page.request.get(`/api/v1${base}/${path}`);
	return ((await answer.json()) as { items: Named[] }).items;
};

beforeAll(async () => {
	demo = await openDemo();
	({ person, base } = demo);
	const pillar = (await listOf('pillars?limit=500')).find(({ name }) => name.startsWith('Veiligheid'));
	const area = (await listOf('areas')).find(({ name }) => name === 'Vollenhove');
	address = `${base}/joint-display/${pillar?.id}/${area?.id}`;
});
afterAll(async () => {
	expect(person.faults).toEqual([]);
	await demo.close();
});

test('a file of figures is taken over in the kernset', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset/import`);
	const buffer = Buffer.from('Gebied;KV1\nVollenhove;11,5\n', 'utf8');
	await page.locator('input[type=file]').setInputFiles({ name: 'wijken.csv', mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page.getByLabel('Meetronde van alle waarden').selectOption({ label: 'Derde meting' });
	await page.getByRole('row', { name: /KV1/ }).getByText('11,5').waitFor();
	await page.getByRole('button', { name: 'Neem deze waarden over' }).click();
	await page.waitForURL(/kernset$/);
});

test('a passage of a resident is coded by keyboard', async () => {
	const { page } = person;
	await page.goto(`${base}/sources`);
	await page.getByRole('link', { name: 'VOL-B-02', exact: true }).click();
	const turn = page.locator('[data-turn="2"]');
	await turn.waitFor();
	words = ((await turn.locator('.words').textContent()) ?? '').trim();
	expect(words).toContain('langs de flat');
	await keepFocus(page.locator('[data-turn="1"]'));
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter'); // the whole turn
	await page.keyboard.press('c');
	await page.getByRole('dialog', { name: 'Codeer het gekozen fragment' }).waitFor();
	await page.keyboard.type(theme);
	await page.keyboard.press('Alt+v');
	await page.keyboard.press('Enter');
	await turn
		.getByRole('button', { name: new RegExp(`${theme}, gaat vooruit`) })
		.first()
		.waitFor({ state: 'attached' });
	await page.locator('.desk > header').getByText('opgeslagen', { exact: true }).first().waitFor();
});

test('its words are chosen as a quote, and the theme is decided with a core message', async () => {
	const { page } = person;
	await page.goto(address);
	await page.getByRole('button', { name: `Citaten kiezen bij ${theme}` }).click();
	const quotes = page.getByRole('dialog', { name: `Citaten bij ${theme}` });
	const chosen = page.waitForResponse(
		(answer) => /\/quotes\/?/.test(answer.url()) && answer.request().method() !== 'GET'
	);
	await quotes.getByRole('checkbox', { name: words }).check();
	expect((await chosen).ok()).toBe(true);
	await quotes.getByRole('button', { name: 'Klaar' }).press('Enter');
	await quotes.waitFor({ state: 'hidden' });

	await page.getByRole('button', { name: `Samenhang bepalen van ${theme}` }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('radio', { name: 'Bevestigt', exact: true }).check();
	await dialog.getByLabel('Kernboodschap', { exact: false }).fill(message);
	await dialog.getByLabel(/^Reden/).fill('De gesprekken en het cijfer wijzen één kant op.');
	await dialog.getByRole('button', { name: 'Oordeel vastleggen' }).press('Enter');
	await dialog.waitFor({ state: 'hidden' });
	await page
		.getByText(/Vastgesteld door Ada/)
		.first()
		.waitFor();
});

/** A factsheet gives the reason with each theme, or, when there is no room for that, names the themes by decision. */
const settled = new RegExp(`${theme}: Bevestigt\\. Reden: |Bevestigt: [^.]*${theme}`);

test('the factsheet says the figure, the words and the message, on the screen and in Word', async () => {
	const { page } = person;
	await page.goto(address);
	await page.getByRole('link', { name: 'Factsheet', exact: true }).press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Factsheet Vollenhove' }).waitFor();
	const sheet = page.getByRole('article');
	await sheet.getByText(message).waitFor();
	await sheet.getByRole('row', { name: /onveilig in de buurt.*11,5/ }).waitFor();
	await sheet.getByRole('blockquote').filter({ hasText: words }).waitFor();
	await sheet.getByText(settled).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);

	const coming = page.waitForEvent('download', { timeout: 30_000 });
	await page.getByRole('link', { name: 'Word', exact: true }).press('Enter');
	const reason = page.getByRole('textbox', { name: /^Waarom mag dit toch/ });
	await Promise.race([reason.waitFor(), coming]);
	if (await reason.isVisible()) {
		await reason.fill('De wijk is groot genoeg.');
		await page.getByRole('button', { name: 'Bevestig en neem mee' }).press('Enter');
	}
	const file = await coming;
	expect(file.suggestedFilename()).toMatch(/^Factsheet Vollenhove - 2021-2025 - .*\.docx$/);
	const xml = parts(new Uint8Array(readFileSync(await file.path())))['word/document.xml'] ?? '';
	for (const said of [message, words, '11,5']) expect(xml).toContain(said);
	expect(xml).toMatch(settled);
});
