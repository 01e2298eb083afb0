import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';
import { apiOf, settleArea } from '../support/publish.ts';

/** An author publishes a factsheet and a lesson; a reader of that wijk reads them, and one of another wijk does not. */

const password = 'een lange zin voor de test';
const author = { email: 'ada@example.org' };
const readers = { here: 'ben@example.org', elsewhere: 'cor@example.org' };

let app: App;
let browser: TestBrowser;
let writer: Person;
let reader: Person;
let other: Person;
let project = '';
let base = '';
let about: { areaId: string; fromWaveId: string; toWaveId: string };

type Named = { readonly id: string; readonly name: string };
const api = <T>(method: string, path: string, data?: unknown) => apiOf(writer.page, app.origin)<T>(method, path, data);

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	[writer, reader, other] = await Promise.all(
		[0, 1, 2].map(() => newPerson(browser, app.origin)) as [Promise<Person>, Promise<Person>, Promise<Person>]
	);
	await signIn(writer, author.email, password);
	project = (await api<{ items: Named[] }>('GET', '/projects')).items[0]?.id ?? '';
	base = `/projects/${project}`;
	const areas = (await api<{ items: Named[] }>('GET', `${base}/areas`)).items;
	const idOf = (name: string) => areas.find((area) => area.name === name)?.id ?? '';
	const waves = (await api<{ items: Named[] }>('GET', `${base}/waves`)).items;
	about = { areaId: idOf('Vollenhove'), fromWaveId: waves[0]?.id ?? '', toWaveId: waves.at(-1)?.id ?? '' };
	const member = (email: string, area: string) =>
		api('POST', `${base}/members`, { email, roles: [{ role: 'reader', areaIds: [idOf(area)] }] });
	await member(readers.here, 'Vollenhove');
	await member(readers.elsewhere, areas.find(({ name }) => name === 'Overvecht')?.name ?? 'Batau');
	await signIn(reader, readers.here, password);
	await signIn(other, readers.elsewhere, password);
});

// also after a test that stopped on a phone
beforeEach(() => resize(writer.page, { width: 1280, height: 800 }));
afterAll(async () => {
	for (const person of [writer, reader, other]) expect(person.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

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
		await page.screenshot({
			path: `${folder}/publications-${name}-${look}.png`,
			fullPage: true,
			animations: 'disabled'
		});
	}
	await resize(page, { width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: 'light' });
};

test('a factsheet in which themes are open says what to settle, and then is published', async () => {
	const { page } = writer;
	await page.goto(`${base}/factsheets/${about.areaId}`);
	await page.getByText('Lezers zien nog geen factsheet').waitFor();
	await page.getByText('U kunt nog niet publiceren:').waitFor();
	await picture(page, 'open');
	await settleArea(page, app.origin, project, about);
	await page.reload();
	await page.getByRole('button', { name: 'Publiceer deze factsheet' }).press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: 'Publiceer deze factsheet' }).press('Enter');
	await page.getByLabel('Waarom mag dit toch?').fill('De professionals weten ervan 😀.');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'check');
	await page.getByRole('dialog').getByRole('button', { name: 'Publiceer deze factsheet' }).press('Enter');
	await page.getByRole('link', { name: /^Uitgave 1, gepubliceerd op/ }).waitFor();
	await page.getByText('Deze uitgave zegt hetzelfde als de gegevens van nu.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'published');
});

test('a reader of the wijk begins at what is published, reads it and takes it away', async () => {
	const { page } = reader;
	await page.goto(base);
	await page.waitForURL(/publications$/);
	const published = page.getByRole('main');
	await published.getByText('Uitgave 1, gepubliceerd op').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'home');
	await published
		.getByRole('link', { name: /Vollenhove/ })
		.first()
		.press('Enter');
	await page.waitForURL(/publications\/[0-9a-f-]{36}$/);
	await page.getByRole('article').getByRole('heading', { level: 2 }).first().waitFor();
	expect(await page.getByRole('button', { name: 'Trek deze uitgave in' }).count()).toBe(0);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'edition');
	const pdf = page.waitForEvent('download');
	await page.getByRole('link', { name: 'PDF' }).press('Enter');
	expect((await pdf).suggestedFilename()).toMatch(/Vollenhove.*\.pdf$/);
	for (const path of ['reports', 'joint-display', 'explanations', 'studies', 'network', `factsheets/${about.areaId}`])
		expect((await page.goto(`${base}/${path}`))?.status(), path).toBe(403);
});

test('a reader of another wijk does not see it', async () => {
	await other.page.goto(`${base}/publications`);
	await other.page.getByText('Er is nog geen factsheet gepubliceerd over een gebied dat u mag zien.').waitFor();
});

test('an author writes a lesson, and shares it with all wijken', async () => {
	const { page } = writer;
	await page.goto(`${base}/lessons`);
	await page.getByText('Er zijn nog geen lessen.').waitFor();
	await page.getByRole('button', { name: 'Nieuwe les' }).first().press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Titel').fill('Begin op straat, niet op kantoor');
	await dialog.getByLabel('Wat we deden, wat er gebeurde').fill('Wij stonden elke week 😀 in één portiek.');
	await dialog.getByLabel('Wat we leerden').fill('Bewoners vertellen meer als u er vaker bent.');
	await dialog.getByLabel(/^Voor wie/).fill('wijkmanagers');
	await dialog.getByRole('combobox', { name: 'Gebied' }).selectOption({ label: 'Vollenhove' });
	await dialog.getByRole('checkbox').first().check();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'lesson-dialog');
	await resize(page, { width: 390, height: 844 });
	await expect
		.poll(async () => (await dialog.boundingBox())?.width, { message: 'the sheet is wider than the phone' })
		.toBeLessThanOrEqual(390);
	const widest = () =>
		dialog.evaluate((sheet) =>
			Math.max(...[...sheet.querySelectorAll('form, fieldset')].map((part) => part.getBoundingClientRect().width))
		);
	await expect.poll(widest).toBeLessThanOrEqual(390);
	await resize(page, { width: 1280, height: 800 });
	await dialog.getByRole('radio', { name: /^Gepubliceerd/ }).check();
	await dialog.getByRole('button', { name: 'Les opslaan' }).press('Enter');
	await page.getByRole('heading', { level: 2, name: 'Begin op straat, niet op kantoor' }).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'lessons');
	await reader.page.goto(`${base}/lessons`);
	await reader.page.getByRole('heading', { level: 2, name: 'Begin op straat, niet op kantoor' }).waitFor();
	expect(await reader.page.getByRole('button', { name: /^Verander/ }).count()).toBe(0);
	await other.page.goto(`${base}/lessons`);
	await other.page.getByText('Er is nog geen les gepubliceerd').waitFor();

	await page.getByRole('button', { name: /^Verander Begin/ }).press('Enter');
	await page.getByRole('dialog').getByLabel('Deel met alle wijken').check();
	await page.getByRole('dialog').getByRole('button', { name: 'Les opslaan' }).press('Enter');
	await page.getByText('gedeeld met alle wijken').first().waitFor();
	await other.page.getByRole('heading', { level: 2, name: 'Begin op straat, niet op kantoor' }).waitFor();
	await expect.poll(() => findingsOfAxe(other.page)).toEqual([]);
});

test('a lesson that a colleague changed meanwhile is shown beside what was typed, and then saved', async () => {
	const { page } = writer;
	await page.getByRole('button', { name: /^Verander Begin/ }).press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Wat we leerden').fill('Mijn tekst 😀');
	const [lesson] = (await api<{ items: { id: string; version: number }[] }>('GET', `${base}/lessons`)).items;
	const theirs = { version: lesson?.version, learnt: 'Tekst van een collega', period: 'najaar 2024', isShared: false };
	await api('PATCH', `${base}/lessons/${lesson?.id}`, theirs);
	await page.route(`**/lessons/${lesson?.id}`, (route) => route.abort(), { times: 2 }); // what is only read is asked once more by itself
	await dialog.getByRole('button', { name: 'Les opslaan' }).press('Enter');
	await dialog.getByText('Wat er nu staat, is niet geladen.').waitFor();
	await dialog.getByRole('button', { name: 'Probeer opnieuw' }).press('Enter');
	await dialog.getByRole('heading', { name: 'Uw tekst is nog niet opgeslagen' }).waitFor();
	for (const words of ['Tekst van een collega', 'najaar 2024', 'nee'])
		await dialog.getByRole('definition').getByText(words, { exact: true }).waitFor();
	await expect.poll(() => dialog.getByRole('definition').count()).toBe(3);
	await expect.poll(() => dialog.getByLabel('Wat we leerden').inputValue()).toBe('Mijn tekst 😀');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'lesson-conflict');
	await dialog.getByRole('button', { name: 'Toch mijn tekst opslaan' }).press('Enter');
	await dialog.waitFor({ state: 'hidden' });
	await page.getByText('Mijn tekst 😀').waitFor();
});

test('a lesson goes to the archive, and comes back with one press', async () => {
	const { page } = writer;
	await page.getByRole('button', { name: /^Naar het archief/ }).press('Enter');
	await page.getByText('Er zijn nog geen lessen.').waitFor();
	await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
	await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
	await page.getByRole('heading', { level: 2, name: 'Begin op straat, niet op kantoor' }).waitFor();
});

test('an edition is withdrawn with a reason; its reader sees that, and not what it said', async () => {
	const { page } = writer;
	await page.goto(`${base}/publications`);
	await page
		.getByRole('link', { name: /Vollenhove/ })
		.first()
		.press('Enter');
	await page.getByRole('button', { name: 'Trek deze uitgave in' }).press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Waarom trekt u deze uitgave in?').fill('Een cijfer klopte niet');
	await dialog.getByRole('button', { name: 'Trek deze uitgave in' }).press('Enter');
	await page.getByText('Lezers zien alleen deze mededeling.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'withdrawn');
	await reader.page.goto(new URL(page.url()).pathname);
	await reader.page.getByText('Reden: Een cijfer klopte niet').waitFor();
	expect(await reader.page.getByRole('article').count()).toBe(0);
	await reader.page.goto(base);
	await reader.page.getByText('Er is nog geen factsheet gepubliceerd over een gebied dat u mag zien.').waitFor();
});
