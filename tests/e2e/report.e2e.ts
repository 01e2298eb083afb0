import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allTags, readPdf } from '../report/read-pdf.ts';
import { parts } from '../report/unzip.ts';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';
import { focusEditor } from '../support/still.ts';

/** An author makes a report by keyboard, sees that a figure changed, and takes the report away. */

const password = 'een lange zin voor de test';
const email = 'ada@example.org';

let app: App;
let browser: TestBrowser;
let author: Person;
let base: string;
let place: { readonly pillarId: string; readonly areaId: string };

type Json = Readonly<Record<string, unknown>>;
const api = async (method: string, path: string, body?: unknown): Promise<Json> => {
	const answer = await author.page.request.fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: { origin: app.origin },
		...(body !== undefined && { data: body })
	});
	const json = (await answer.json().catch(() => ({}))) as Json;
	expect(answer.status(), JSON.stringify(json)).toBeLessThan(300);
	return json;
};
const items = async (path: string) => (await api('GET', path))['items'] as readonly Json[];

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	author = await newPerson(browser, app.origin);
	await signIn(author, email, password);
	base = `/projects/${String((await items('/projects'))[0]?.['id'])}`;
	const area = (await items(`${base}/areas`)).find(({ name }) => name === 'Vollenhove');
	const pillar = (await items(`${base}/pillars?limit=500`)).find(({ name }) => String(name).startsWith('Veiligheid'));
	place = { areaId: String(area?.['id']), pillarId: String(pillar?.['id']) };
});

afterAll(async () => {
	expect(author.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const finder = (page: Page) => page.getByRole('combobox', { name: 'Wat wilt u plaatsen?' });
const option = (page: Page, name: string | RegExp) =>
	page.getByRole('listbox', { name: 'Citaten, cijfers en aantallen' }).getByRole('option', { name }).first();
const saved = (page: Page, slot: string) =>
	page.getByRole('region', { name: slot, exact: true }).getByText('opgeslagen', { exact: true });
const folder = process.env['SHOTS'];
/** Keeps a picture when somebody asked for them. */
const picture = async (page: Page, name: string) => {
	if (folder === undefined) return;
	for (const [look, width] of [
		['light', 1440],
		['dark', 390]
	] as const) {
		await resize(page, { width, height: 900 });
		await page.emulateMedia({ colorScheme: look });
		await page.screenshot({ path: `${folder}/report-${name}-${look}.png`, fullPage: true });
	}
	await resize(page, { width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: 'light' });
};
/** Presses a way to take a file away; what is found in it is confirmed with a reason. */
const take = async (page: Page, name: string) => {
	const coming = page.waitForEvent('download', { timeout: 60_000 });
	await page.getByRole('link', { name, exact: true }).press('Enter');
	const dialog = page.getByRole('dialog', { name: `Nakijken voor ${name}` });
	const reason = dialog.getByRole('textbox', { name: /^Waarom mag dit toch/ });
	await Promise.race([reason.waitFor(), coming]);
	if (await reason.isVisible()) {
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await picture(page, `check-${name}`);
		await reason.fill('De wijk is groot genoeg.');
		await page.keyboard.press('Tab');
		await dialog.getByRole('button', { name: 'Bevestig en neem mee' }).press('Enter');
	}
	const file = await coming;
	await dialog.waitFor({ state: 'hidden' });
	return file;
};
let quoted = '';

test('an author makes a report', async () => {
	const { page } = author;
	await page.goto(`${base}/reports`);
	await page.getByText('Hier komen uw rapporten.').waitFor();
	await picture(page, 'list');
	await page.getByRole('button', { name: 'Nieuw rapport' }).first().press('Enter');
	await field(page, 'Titel').fill('Vollenhove in beeld');
	await page.getByRole('checkbox', { name: 'Vollenhove' }).press('Space');
	await page.getByRole('button', { name: 'Begin rapport' }).press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Vollenhove in beeld' }).waitFor();
});

test('a quote and a figure are placed by keyboard', async () => {
	const { page } = author;
	await page.goto(`${new URL(page.url()).pathname}?${new URLSearchParams(place)}`);
	const reportId = page.url().split('/reports/')[1]?.split('?')[0] ?? '';
	const choices = await api('GET', `${base}/reports/${reportId}/choices?${new URLSearchParams(place)}`);
	const found = await api('POST', `${base}/reports/${reportId}/quote-searches`, { ...place, words: 'ik' });
	const quotes = [...(choices['quotes'] as Json[]), ...(found['items'] as Json[])];
	quoted = String(quotes[0]?.['text']);

	const residents = field(page, 'Bewoners');
	await focusEditor(residents);
	await page.keyboard.type('Bewoners zeggen: ');
	await page.keyboard.type('/');
	await finder(page).waitFor();
	await page.keyboard.type(quoted.slice(0, 25));
	await option(page, quoted.slice(0, 25)).waitFor();
	await page.keyboard.press('Enter');
	await expect.poll(() => residents.textContent()).toContain(quoted);
	await saved(page, 'Bewoners').waitFor();

	await focusEditor(field(page, 'Cijfers'));
	await page.keyboard.press('Control+k');
	await finder(page).waitFor();
	await page.keyboard.type('onveilig in de buurt');
	await option(page, /^Voelt zich wel eens onveilig/).waitFor();
	await page.keyboard.press('Enter');
	await saved(page, 'Cijfers').waitFor();
	const block = page.getByRole('region', { name: 'Cijfers', exact: true }).getByRole('listitem');
	await block.getByText('klopt met de gegevens').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('a figure that changed says so, and is refreshed', async () => {
	const { page } = author;
	const indicator = (await items(`${base}/indicators?limit=500`)).find(({ label }) =>
		String(label).startsWith('Voelt zich wel eens onveilig')
	);
	const wave = (await items(`${base}/waves`)).find(({ year }) => year === 2025);
	const value = (await items(`${base}/observations?limit=500`)).find(
		({ indicatorId, areaId, waveId }) =>
			indicatorId === indicator?.['id'] && areaId === place.areaId && waveId === wave?.['id']
	);
	await api('POST', `${base}/observations`, {
		items: [
			{
				indicatorKey: indicator?.['key'],
				area: 'Vollenhove',
				wave: '2025',
				referenceYear: value?.['referenceYear'] ?? 2025,
				value: 11
			}
		]
	});
	await page.reload();
	const section = page.getByRole('region', { name: 'Cijfers', exact: true });
	await section.getByRole('listitem').getByText('de gegevens zijn veranderd').waitFor();
	await page.getByRole('navigation', { name: 'Inhoud van het rapport' }).getByText('1 blok bekijken').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'changed');
	await section.getByRole('button', { name: 'Vernieuwen' }).press('Enter');
	await section.getByRole('listitem').getByText('klopt met de gegevens').waitFor();
	await expect.poll(() => field(page, 'Cijfers').textContent()).toContain('11% in 2025');
});

test('a quote is shortened, and leads to its passage', async () => {
	const { page } = author;
	const section = page.getByRole('region', { name: 'Bewoners', exact: true });
	await section.getByRole('button', { name: 'Inkorten' }).press('Enter');
	const [first = ''] = quoted.split(' ');
	await section.getByRole('textbox', { name: 'Citaat' }).fill(`${first} (…)`);
	await section.getByRole('button', { name: 'Kort in' }).press('Enter');
	await section.getByRole('listitem').getByText(`‘${first} (…)’`).waitFor();
	await expect.poll(async () => (await field(page, 'Bewoners').textContent()) ?? '').toContain(`‘${first} (…)’`);
	await section.getByRole('link', { name: 'Naar het fragment' }).press('Enter');
	await page.waitForURL(/sources\/[^/]+\?coding=/);
	await page.goBack();
	await section.getByRole('button', { name: 'Inkorten' }).waitFor();
});

test('what a colleague wrote is not overwritten', async () => {
	const { page } = author;
	const reportId = page.url().split('/reports/')[1]?.split('?')[0] ?? '';
	const slot = `${base}/reports/${reportId}/sections/${place.pillarId}/${place.areaId}/attention`;
	const text = [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Van een collega.', marks: [] }] }];
	await field(page, 'Aandachtspunten').waitFor();
	// Both write before either knows of the other: what is typed here is not stored yet when the colleague's is.
	await page.route('**/api/v1/**/sections/**', (route) => route.abort());
	await focusEditor(field(page, 'Aandachtspunten'));
	await page.keyboard.type('Van mij.');
	await api('PUT', slot, { version: 0, text });
	await page.unrouteAll({ behavior: 'wait' });
	const section = page.getByRole('region', { name: 'Aandachtspunten', exact: true });
	await section.getByText('Van een collega.').waitFor();
	await section.getByRole('button', { name: /^Beide/ }).press('Enter');
	await saved(page, 'Aandachtspunten').waitFor();
	await expect
		.poll(async () => JSON.stringify((await api('GET', slot))['text']))
		.toMatch(/Van mij\..*Van een collega\./);
});

test('the report is taken away in Word, with headings, quote and language', async () => {
	const { page } = author;
	const path = await (await take(page, 'Word')).path();
	const { readFileSync } = await import('node:fs');
	const files = parts(new Uint8Array(readFileSync(path)));
	const xml = files['word/document.xml'] ?? '';
	expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>.*Vollenhove/s);
	expect(xml).toContain('<w:pStyle w:val="Quote"/>');
	expect(xml).toContain('11% in 2025');
	expect(files['word/styles.xml']).toContain('<w:lang w:val="nl-NL"');
});

test('a chart is placed, and is in the tagged PDF with its appendices', async () => {
	const { page } = author;
	await focusEditor(field(page, 'Verklaringen'));
	await page.keyboard.press('Control+k');
	await finder(page).waitFor();
	await page.keyboard.type('Grafiek van Voelt zich');
	await option(page, /^Grafiek van Voelt zich/).waitFor();
	await page.keyboard.press('Enter');
	await saved(page, 'Verklaringen').waitFor();
	expect(await page.getByText('Een collega sloeg').count()).toBe(0);
	await page.getByRole('checkbox', { name: 'Met bijlage citaten' }).press('Space');
	await page.getByRole('checkbox', { name: 'Met bijlage verantwoording' }).press('Space');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'chart');
	const path = await (await take(page, 'PDF')).path();
	const { copyFileSync, readFileSync } = await import('node:fs');
	if (folder !== undefined) copyFileSync(path, `${folder}/report.pdf`);
	const { info, pages } = await readPdf(new Uint8Array(readFileSync(path)));
	const tags = allTags(pages.flatMap(({ tags: own }) => own));
	expect(info).toMatchObject({ Title: 'Vollenhove in beeld', Language: 'nl-NL' });
	expect(tags.find(({ role }) => role === 'Figure')?.alt).toMatch(/^Grafiek: Voelt zich/);
	expect(pages.map(({ text }) => text).join(' ')).toContain('Bijlage: verantwoording');
});

test('the factsheet of an area is seen before it is taken away', async () => {
	const { page } = author;
	await page.goto(`${base}/joint-display/${place.pillarId}/${place.areaId}`);
	await page.getByRole('link', { name: 'Factsheet', exact: true }).press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Factsheet Vollenhove' }).waitFor();
	await page.getByRole('heading', { name: 'Wat hier niet in staat, en waarom' }).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'factsheet');
	expect((await take(page, 'HTML')).suggestedFilename()).toMatch(/^Factsheet Vollenhove - 2021-2025 - .*\.html$/);
});
