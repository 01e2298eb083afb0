import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';
import { focusEditor } from '../support/still.ts';

/** Authors write a report together: comments, what a colleague writes meanwhile, versions; all by keyboard. */

const password = 'een lange zin voor de test';
const email = 'ada@example.org';

let app: App;
let browser: TestBrowser;
let author: Person;
let base = '';
let report = '';
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
const textOf = (text: string) => [{ kind: 'paragraph', content: [{ kind: 'text', text, marks: [] }] }];
const slotPath = (slot: string) => `${report}/sections/${place.pillarId}/${place.areaId}/${slot}`;
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
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
		await page.screenshot({ path: `${folder}/together-${name}-${look}.png`, fullPage: true });
	}
	await resize(page, { width: 1280, height: 800 });
	await page.emulateMedia({ colorScheme: 'light' });
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	author = await newPerson(browser, app.origin);
	await signIn(author, email, password);
	base = `/projects/${String((await items('/projects'))[0]?.['id'])}`;
	const area = (await items(`${base}/areas`)).find(({ name }) => name === 'Vollenhove');
	const pillar = (await items(`${base}/pillars?limit=500`)).find(({ name }) => String(name).startsWith('Veiligheid'));
	place = { areaId: String(area?.['id']), pillarId: String(pillar?.['id']) };
	const made = await api('POST', `${base}/reports`, {
		title: 'Samen schrijven',
		kind: 'final',
		areaIds: [place.areaId]
	});
	report = `${base}/reports/${String(made['id'])}`;
	await api('PUT', slotPath('message'), { version: 0, text: textOf('Het gaat beter 😀 in één wijk.') });
});

afterAll(async () => {
	expect(author.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

test('a comment on chosen words is made, replied to and settled by keyboard', async () => {
	const { page } = author;
	await page.goto(`${report}?${new URLSearchParams(place)}`);
	await focusEditor(field(page, 'Kernboodschap'));
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('Control+Shift+ArrowRight');
	await page.keyboard.press('Control+Alt+KeyM');
	const section = part(page, 'Kernboodschap');
	await section.getByRole('group', { name: 'Opmerking bij Kernboodschap' }).getByText('Het').waitFor();
	await page.keyboard.type('Volgens wie?');
	await picture(page, 'comment-form');
	await section.getByRole('button', { name: 'Plaats opmerking' }).press('Enter');
	const comment = section.getByRole('listitem').filter({ hasText: 'Volgens wie?' }).first();
	await comment.waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);

	await comment.getByRole('button', { name: 'Antwoorden' }).press('Enter');
	await page.keyboard.type('Volgens de cijfers.');
	await comment.getByRole('button', { name: 'Plaats antwoord' }).press('Enter');
	await comment.getByText('Volgens de cijfers.').waitFor();
	await picture(page, 'comment');
	await comment.getByRole('button', { name: 'Toon in de tekst' }).press('Enter');
	await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe('Het');
	await comment.getByRole('button', { name: 'Afhandelen' }).press('Enter');
	await section.getByText('1 afgehandeld').waitFor();
});

test('a comment whose words are gone is loose, and stands in the list of all comments', async () => {
	const { page } = author;
	const section = part(page, 'Kernboodschap');
	await section.getByText('1 afgehandeld').click();
	await section.getByRole('button', { name: 'Weer openen' }).press('Enter');
	await section.getByRole('button', { name: 'Afhandelen' }).waitFor();
	const { version } = await api('GET', slotPath('message'));
	await api('PUT', slotPath('message'), { version, text: textOf('Bewoners voelen zich veiliger.') });
	await section.getByText(/^Los: de woorden/).waitFor();
	await expect.poll(() => field(page, 'Kernboodschap').textContent()).toBe('Bewoners voelen zich veiliger.');
	await page.getByRole('link', { name: 'Opmerkingen (1)' }).press('Enter');
	await page.getByRole('heading', { level: 1, name: 'Opmerkingen bij het rapport' }).waitFor();
	await page.getByRole('combobox', { name: 'Welke' }).selectOption({ label: 'Los' });
	await page.getByText('Volgens wie?').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'comments');
	await page.getByRole('combobox', { name: 'Welke' }).selectOption({ label: 'Afgehandeld' });
	await page.getByText('Geen opmerking past bij deze keuze.').waitFor();
	await page.goBack();
});

test('what a colleague stores comes in where nobody types, and is shown beside what one types', async () => {
	const { page } = author;
	await field(page, 'Aandachtspunten').waitFor();
	await api('PUT', slotPath('attention'), { version: 0, text: textOf('Van een collega.') });
	await expect.poll(() => field(page, 'Aandachtspunten').textContent()).toBe('Van een collega.');

	await page.route('**/api/v1/**/sections/**', (route) => route.abort());
	await focusEditor(field(page, 'Verklaringen'));
	await page.keyboard.type('Van mij, nog niet opgeslagen 😀');
	await api('PUT', slotPath('explanations'), { version: 0, text: textOf('Ook van een collega.') });
	await page.unrouteAll({ behavior: 'wait' });
	const section = part(page, 'Verklaringen');
	await section.getByText('Ook van een collega.').waitFor();
	await expect.poll(() => field(page, 'Verklaringen').textContent()).toBe('Van mij, nog niet opgeslagen 😀');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'conflict');
	await section.getByRole('button', { name: /^Beide/ }).press('Enter');
	await section.getByText('opgeslagen', { exact: true }).waitFor();
	await expect
		.poll(async () => JSON.stringify((await api('GET', slotPath('explanations')))['text']))
		.toMatch(/Van mij.*Ook van een collega/);
});

test('who has the same place open is seen there', async () => {
	const { page } = author;
	const second = await newPerson(browser, app.origin);
	await signIn(second, email, password);
	await second.page.goto(`${report}?${new URLSearchParams(place)}`);
	await field(second.page, 'Kernboodschap').waitFor();
	// The same person on two screens is nobody else.
	expect(await page.getByText('Ook hier:').count()).toBe(0);
	await second.page.close();
});

test('a version is kept, and a text is put back from it and forth again', async () => {
	const { page } = author;
	await page.getByRole('link', { name: 'Versies' }).press('Enter');
	await page.getByText('Er is nog geen versie.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('button', { name: 'Versie bewaren' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Versie bewaren' });
	await dialog.getByRole('textbox', { name: /^Naam/ }).fill('Naar de gemeente');
	await dialog.getByRole('button', { name: 'Versie bewaren' }).press('Enter');
	await page.getByRole('heading', { level: 2, name: 'Naar de gemeente' }).waitFor();
	await page.getByText('Sindsdien is er niets veranderd.').waitFor();

	const { version } = await api('GET', slotPath('attention'));
	await api('PUT', slotPath('attention'), { version, text: textOf('Van twee collega’s.') });
	const changed = page.getByRole('region', { name: /^Aandachtspunten/ });
	await changed.getByText('veranderd').waitFor();
	await expect.poll(() => changed.locator('del').textContent()).toContain('een');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture(page, 'versions');
	await changed.getByRole('button', { name: 'Zet terug' }).press('Enter');
	await page.getByText('De tekst is teruggezet.').waitFor();
	await expect.poll(async () => JSON.stringify(await api('GET', slotPath('attention')))).toContain('Van een collega.');
	await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
	await page.getByText('De tekst staat er weer zoals hij was.').waitFor();
	await expect
		.poll(async () => JSON.stringify(await api('GET', slotPath('attention'))))
		.toContain('Van twee collega’s.');
});
