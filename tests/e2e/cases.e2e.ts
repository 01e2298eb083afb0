import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';

/** Participants and consent: writing down, releasing only with consent, withdrawing; by mouse and by keyboard only. */

const password = 'een lange zin voor de test';
const email = 'ada@example.org';

let app: App;
let browser: TestBrowser;
let person: Person;
let page: Page;
let base = '';

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	person = await newPerson(browser, app.origin);
	page = person.page;
	await signIn(person, email, password);
	const answer = await page.request.get(`${app.origin}/api/v1/projects`);
	const { items } = (await answer.json()) as { items: { id: string }[] };
	base = `/projects/${items[0]?.id}`;
	await resize(page, { width: 1280, height: 800 });
});

afterAll(async () => {
	expect(person.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

/** Pictures for the documentation, only when they are asked for: SHOTS=docs/screenshots. */
const picture = async (name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};
const row = (label: string) => page.getByRole('row', { name: new RegExp(`^${label} `) });
const toast = (text: string | RegExp) => page.getByText(text).first().waitFor();

test('the list is narrowed to who asks to withdraw, and says when nothing is left', async () => {
	await page.goto(`${base}/cases`);
	await row('BAT-B-01-2').waitFor();
	await expect.poll(() => page.getByRole('row').count()).toBe(18); // a head and seventeen people
	await row('VOL-B-03').getByText('nee').waitFor();
	await picture('cases');
	await page.getByLabel('Zoek op code').fill('bestaat niet');
	await page.getByText('Geen deelnemers met deze keuze.').waitFor();
	await page.getByRole('button', { name: 'Wis de keuze' }).click();
	await page.getByLabel('Stand').selectOption('requested');
	await expect.poll(() => page.getByRole('row').count()).toBe(2);
	await page.getByRole('link', { name: 'SOE-B-01' }).click();
	await page.getByText('Wil intrekken sinds 3 juli 2025').waitFor();
	await picture('case');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('somebody is written down by keyboard only; what is too exact is refused and what was typed stays', async () => {
	await page.goto(`${base}/cases`);
	await page.getByRole('button', { name: 'Deelnemer toevoegen' }).focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Deelnemer toevoegen' });
	await dialog.waitFor();
	await page.keyboard.type('Bewoner, 34 jaar');
	await page.keyboard.press('Enter');
	await dialog.getByText('Hier staat een leeftijd of los getal.').waitFor();
	const code = dialog.getByRole('textbox', { name: /^Code/ });
	await expect.poll(() => code.inputValue()).toBe('Bewoner, 34 jaar');
	await code.focus();
	await page.keyboard.press('ControlOrMeta+A');
	await page.keyboard.type('TES-B-01');
	await dialog.getByLabel('Leeftijdsgroep').focus();
	await page.keyboard.type('30');
	await dialog.getByLabel('Meedoen aan het onderzoek').focus();
	await page.keyboard.type('ja');
	await dialog.getByLabel('Citaten gebruiken').focus();
	await page.keyboard.type('nee');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Voeg toe' }).focus();
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
	await page.getByRole('heading', { level: 1, name: 'TES-B-01' }).waitFor();
	await expect.poll(() => page.getByLabel('Leeftijdsgroep').inputValue()).toBe('30-44');
	await page.getByText('Nog geen gesprek.').waitFor();
	// A later answer follows; the first stays in the history.
	await page.getByText('Toestemming opschrijven', { exact: true }).focus();
	await page.keyboard.press('Enter');
	const form = page.getByRole('form', { name: 'Toestemming opschrijven' });
	await form.getByLabel('Citaten gebruiken').focus();
	await page.keyboard.type('ja');
	await form.getByRole('button', { name: 'Schrijf op' }).focus();
	await page.keyboard.press('Enter');
	await toast('Toestemming van TES-B-01 is opgeschreven.');
	const history = page.getByRole('table', { name: 'Alles wat over toestemming gezegd is' });
	await history.getByRole('row', { name: /Citaten gebruiken nee/ }).waitFor();
	await history.getByRole('row', { name: /Citaten gebruiken ja/ }).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('a memo about a participant stands with the participant and in the list of memos', async () => {
	await page.getByRole('button', { name: 'Schrijf memo bij deze deelnemer' }).click();
	await page.getByLabel('Titel').fill('Rustig gesprek');
	await page.getByRole('button', { name: 'Memo opslaan' }).click();
	await page.getByRole('heading', { name: 'Rustig gesprek' }).waitFor();
	await page.goto(`${base}/memos?aboutKind=case`);
	await page.getByRole('heading', { name: 'Rustig gesprek' }).waitFor();
	await page.getByRole('link', { name: 'Deelnemer TES-B-01' }).click();
	await page.getByRole('heading', { level: 1, name: 'TES-B-01' }).waitFor();
});

test('an interview is released only when its participant consents', async () => {
	const form = (path: string) => page.request.get(`${app.origin}/api/v1${base}${path}`);
	const areas = (await (await form('/areas')).json()) as { items: { id: string; name: string }[] };
	const waves = (await (await form('/waves')).json()) as { items: { id: string; year: number }[] };
	const made = await page.request.post(`${app.origin}/api/v1${base}/sources`, {
		headers: { origin: app.origin },
		multipart: {
			file: {
				name: 'nieuw.txt',
				mimeType: 'text/plain',
				buffer: Buffer.from('Interviewer: Hoe is het?\n\nBewoner: Goed 😀.\n')
			},
			title: 'TES-B-02',
			areaId: areas.items.find(({ name }) => name === 'Overvecht')?.id ?? '',
			waveId: waves.items.at(-1)?.id ?? '',
			group: 'resident'
		}
	});
	expect(made.status(), await made.text()).toBe(201);
	const { id } = (await made.json()) as { id: string };
	await page.goto(`${base}/sources/${id}/speakers`);
	await page.locator('ol').getByRole('link', { name: 'Kenmerken', exact: true }).click();
	await page.getByText('Er is nog geen deelnemer vastgelegd. Vrijgeven kan').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('button', { name: 'Deelnemer toevoegen' }).click();
	const dialog = page.getByRole('dialog', { name: 'Deelnemer toevoegen' });
	await expect.poll(() => dialog.getByRole('textbox', { name: /^Code/ }).inputValue()).toBe('TES-B-02');
	await dialog.getByRole('button', { name: 'Voeg toe' }).click();
	await page.getByText('Van TES-B-02 is nog geen toestemming vastgelegd').first().waitFor();
	await expect.poll(() => page.getByRole('button', { name: 'Vrijgeven' }).isDisabled()).toBe(true);
	await expect
		.poll(() => page.getByLabel('Stem in dit gesprek').locator('option:checked').textContent())
		.toBe('Bewoner');
	await picture('source-attributes');
	await page.getByText('Toestemming opschrijven', { exact: true }).click();
	const record = page.getByRole('form', { name: 'Toestemming opschrijven' });
	await record.getByLabel('Meedoen aan het onderzoek').selectOption('given');
	await record.getByRole('button', { name: 'Schrijf op' }).click();
	await page.getByText('Iedereen in dit gesprek geeft toestemming om mee te doen.').waitFor();
	await page.getByRole('button', { name: 'Vrijgeven' }).click();
	await page.getByRole('button', { name: 'Toch vrijgeven' }).click(); // the names were not looked at
	await toast('TES-B-02 is vrijgegeven voor coderen.');
	// Who does not take part any more: the interview becomes restricted at once. The form is still open.
	await record.getByLabel('Meedoen aan het onderzoek').selectOption('withdrawn');
	await record.getByRole('button', { name: 'Schrijf op' }).click();
	await toast('Opgeschreven. Beperkt, omdat iemand niet (meer) meedoet: TES-B-02.');
	await page.getByText('TES-B-02 doet niet (meer) mee.').first().waitFor();
});

test('a file of participants is looked at before it is stored', async () => {
	await page.goto(`${base}/cases/import`);
	const file = { name: 'deelnemers.csv', mimeType: 'text/csv' };
	const choose = page.locator('input[type=file]');
	await choose.setInputFiles({ ...file, buffer: Buffer.from('code;groep;leeftijdsgroep\nIMP-1;bewoner;34\n') });
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page
		.getByText(/te precies om te bewaren/)
		.first()
		.waitFor();
	await choose.setInputFiles({
		...file,
		buffer: Buffer.from('code;groep;leeftijdsgroep;citaten\nIMP-1;bewoner;30-44;ja\nVOL-B-01;bewoner;65-79;\n')
	});
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page.getByText('Nieuw: 1. Veranderd: 1. Hetzelfde: 0.').waitFor();
	await page.getByText('Leeftijdsgroep: 45-64 → 65-79').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture('cases-import');
	await page.getByRole('button', { name: 'Alles opslaan' }).click();
	await page.waitForURL(new RegExp(`${base}/cases$`));
	await row('IMP-1').waitFor();
});

test('a property gets other classes, and a class another name with everybody in it', async () => {
	await page.goto(`${base}/cases/variables`);
	await page.getByRole('button', { name: 'Wijzig kenmerk Functiegroep' }).click();
	const dialog = page.getByRole('dialog', { name: 'Wijzig kenmerk' });
	const classes = dialog.getByLabel('Klassen');
	const before = await classes.inputValue();
	await classes.fill(before.replace('welzijn', 'welzijnswerk'));
	await dialog.getByText('welzijn → welzijnswerk').waitFor();
	await dialog.getByRole('button', { name: 'Opslaan' }).click();
	await toast('Het kenmerk is opgeslagen.');
	await page.goto(`${base}/cases`);
	await row('OVE-P-01').getByText('welzijnswerk').waitFor();
});

test('withdrawing shows what goes, keeps everything when one thinks again, and deletes it when one does it', async () => {
	await page.goto(`${base}/cases`);
	await page.getByRole('link', { name: 'SOE-B-01' }).click();
	const open = page.getByRole('button', { name: 'Toestemming intrekken' });
	await open.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Toestemming van SOE-B-01 intrekken' });
	await dialog.getByText(/^\d+ coderingen, met het citaat$/).waitFor();
	await dialog.getByText('Gesprek: SOE-B-01').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture('case-withdrawal');
	const doIt = dialog.getByRole('button', { name: 'Trek in en verwijder' });
	await expect.poll(() => doIt.isDisabled()).toBe(true);
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'hidden' });
	await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true);
	await page.keyboard.press('Enter');
	await dialog.getByLabel('Ik heb gezien wat er weggaat').focus();
	await page.keyboard.press('Space');
	await doIt.focus();
	await page.keyboard.press('Enter');
	await toast('De toestemming van SOE-B-01 is ingetrokken. De inhoud is verwijderd.');
	await page.getByText('Alle inhoud van deze deelnemer is toen verwijderd.').waitFor();
	await expect.poll(() => page.getByRole('button', { name: 'Toestemming intrekken' }).count()).toBe(0);
	await page.goto(`${base}/sources`);
	await page.getByRole('row', { name: /^SOE-P-01/ }).waitFor();
	await expect.poll(() => page.getByRole('row', { name: /^SOE-B-01/ }).count()).toBe(0);
});

test('the access package is a file that can be taken away', async () => {
	await page.goto(`${base}/cases`);
	await page.getByRole('link', { name: 'VOL-B-02' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Inzagepakket (Word)' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^VOL-B-02 - .*\.docx$/);
});

test('F34: script in a code is words, on every page that shows it', async () => {
	const label = '</script><img src=x onerror=alert(1)>';
	const made = await page.request.post(`${app.origin}/api/v1${base}/cases`, {
		headers: { origin: app.origin },
		data: { label, group: 'resident' }
	});
	expect(made.status()).toBe(201);
	const { id } = (await made.json()) as { id: string };
	page.once('dialog', () => person.context.close());
	for (const path of ['cases', `cases/${id}`]) {
		await page.goto(`${base}/${path}`);
		await page.getByText(label).first().waitFor();
		expect(await page.locator('img[src="x"]').count()).toBe(0);
	}
});
