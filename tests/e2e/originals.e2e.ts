import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';

/**
 * A file is uploaded and kept sealed; its holder downloads it with a reason. A sealed version is read for a while. One
 * person proposes to destroy a key, another confirms, and there is a statement. SHOTS=folder keeps pictures.
 */

const password = 'een lange zin voor de test';
const [ada, ben] = ['ada@example.org', 'ben@example.org'];
const talk = 'I: Hoe is het hier?\nR: Goed, zegt mevrouw Yıldız 😀.';

let app: App;
let browser: TestBrowser;
let first: Person;
let second: Person;
let base: string;
let sourceId: string;

const api = async <T>(person: Person, method: string, path: string, body?: unknown): Promise<T> => {
	const answer = await person.page.request.fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: { origin: app.origin },
		...(body !== undefined && { data: body })
	});
	return (await answer.json().catch(() => ({}))) as T;
};
const shot = async (name: string, { page }: Person) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	for (const width of [1440, 390])
		for (const colorScheme of ['light', 'dark'] as const) {
			await resize(page, { width, height: 900 });
			await page.emulateMedia({ colorScheme });
			await page.screenshot({ path: join(folder, `originals-${name}-${width}-${colorScheme}.png`), fullPage: true });
		}
	await resize(page, { width: 1440, height: 900 });
	await page.emulateMedia({ colorScheme: 'light' });
};
const pseudonyms = () => `${app.origin}${base}/sources/${sourceId}/pseudonyms`;
const retention = () => `${app.origin}${base}/settings/retention`;

type Items<T> = { readonly items: readonly T[] };

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	[first, second] = await Promise.all([
		newPerson(browser, app.origin, { width: 1440, height: 900 }),
		newPerson(browser, app.origin, { width: 1440, height: 900 })
	]);
	await signIn(first, ada, password);
	const projects = await api<Items<{ id: string }>>(first, 'GET', '/projects');
	base = `/projects/${projects.items[0]?.id}`;
	await api(first, 'POST', `${base}/members`, { email: ben, roles: [{ role: 'key-holder' }] });
	await signIn(second, ben, password);
});

afterAll(async () => {
	expect(first.faults).toEqual([]);
	expect(second.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

test('a file is kept sealed at upload; without an answer about a minor or an interpreter nothing stops', async () => {
	const { page } = first;
	const areas = await api<Items<{ id: string; kind: string }>>(first, 'GET', `${base}/areas?limit=100`);
	const waves = await api<Items<{ id: string }>>(first, 'GET', `${base}/waves?limit=100`);
	const areaId = areas.items.find(({ kind }) => kind === 'district')?.id ?? '';
	const uploaded = await page.request.fetch(`${app.origin}/api/v1${base}/sources`, {
		method: 'POST',
		headers: { origin: app.origin },
		multipart: {
			areaId,
			waveId: waves.items[0]?.id ?? '',
			group: 'resident',
			interpreter: 'true',
			file: { name: 'Nieuw gesprek.txt', mimeType: 'text/plain', buffer: Buffer.from(talk, 'utf8') }
		}
	});
	sourceId = ((await uploaded.json()) as { id: string }).id;
	await page.goto(pseudonyms());
	await page.getByText('Het bestand is verzegeld bewaard').waitFor();
	await shot('kept', first);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('the holder of the key downloads it with a reason, which is kept', async () => {
	const { page } = first;
	await page.getByRole('button', { name: 'Bestand downloaden' }).click();
	await page.getByRole('textbox', { name: /Waarom hebt u het bestand nodig/ }).fill('De deelnemer vroeg om inzage.');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('dialog').getByRole('button', { name: 'Bestand downloaden' }).click()
	]);
	expect(download.suggestedFilename()).toBe('Nieuw gesprek.txt');
	await page.getByText(/bestand gedownload: De deelnemer vroeg om inzage/).waitFor();
});

test('a sealed version is opened with a reason and read, by this person alone', async () => {
	const { page } = first;
	const seen = await api<{ groups: readonly { id: string }[] }>(first, 'GET', `${base}/sources/${sourceId}/pseudonyms`);
	const decisions = seen.groups.map(({ id }) => ({ decision: 'accept', groupId: id }));
	await api(first, 'POST', `${base}/sources/${sourceId}/pseudonym-decisions`, { version: 1, decisions });
	await api(first, 'POST', `${base}/sources/${sourceId}/pseudonym-replacements`, { version: 1 });
	await page.goto(pseudonyms());
	await page.getByRole('link', { name: 'Verzegelde versies lezen' }).click();
	await page.getByRole('button', { name: 'Versie 1 openen' }).click();
	await page.getByRole('textbox', { name: /Waarom moet u deze versie lezen/ }).fill('Controle van een pseudoniem.');
	await page.getByRole('dialog').getByRole('button', { name: 'Openen' }).click();
	await page.getByRole('region', { name: 'Versie 1' }).getByText('mevrouw Yıldız').waitFor();
	await shot('sealed', first);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await second.page.goto(`${app.origin}${base}/sources/${sourceId}/sealed?version=1`);
	await second.page.getByRole('button', { name: 'Versie 1 openen' }).waitFor();
	expect(await second.page.getByText('Yıldız').count()).toBe(0);
});

test('one person proposes to destroy a key, and cannot confirm it alone', async () => {
	const { page } = first;
	await page.goto(retention());
	await page.getByRole('checkbox', { name: 'Kies Nieuw gesprek' }).check();
	await page.getByRole('textbox', { name: /Waarom kan het weg/ }).fill('De termijn is voorbij.');
	await page.getByRole('button', { name: 'Vernietiging voorstellen' }).click();
	await page.getByText('U stelde dit zelf voor').waitFor();
	expect(await page.getByRole('button', { name: /Vernietiging bevestigen/ }).count()).toBe(0);
	await shot('proposed', first);
	// From its top: the head of the table lies over whatever row is scrolled below it.
	await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('a second person confirms it, and there is a statement without the words', async () => {
	const { page } = second;
	await page.goto(retention());
	await page.getByRole('button', { name: 'Vernietiging bevestigen: Nieuw gesprek' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Vernietiging bevestigen' }).click();
	await page.getByRole('table', { name: 'Wat vernietigd is' }).getByText('Sleutel').waitFor();
	await shot('destroyed', second);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	const file = await page.request.get(`${app.origin}/api/v1${base}/exports/destructions?format=csv`);
	const text = await file.text();
	expect(text).toContain('De termijn is voorbij.');
	expect(text).not.toContain('Yıldız');
	const docx = await page.request.get(`${app.origin}/api/v1${base}/exports/destructions?format=docx`);
	expect(docx.headers()['content-type']).toContain('wordprocessingml');
});
