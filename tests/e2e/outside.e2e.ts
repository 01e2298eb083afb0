import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exifOf, telephoneExif } from '../import/photo/pictures.ts';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';
import { prepareProject, type Prepared } from '../support/story-project.ts';
import { keepFocus } from '../support/still.ts';

/** Research in public space: a student notes what there was to see, with a photo and a spot; a coder codes it. */

const password = 'een lange zin voor de test';
const names = { admin: 'Ada', student: 'Sam', coder: 'Cor' } as const;
type Name = keyof typeof names;
const emailOf = (name: Name) => `${names[name].toLowerCase()}@example.org`;

let app: App;
let browser: TestBrowser;
let project: Prepared;
const people = new Map<Name, Person>();
const pageOf = (name: Name): Page => {
	const person = people.get(name);
	if (!person) throw new Error(`${name} has no browser`);
	return person.page;
};

beforeAll(async () => {
	const dataFolder = preparedFolder();
	const token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	project = await prepareProject(app.origin, token, {
		[emailOf('student')]: ['interviewer'],
		[emailOf('coder')]: ['coder']
	});
	for (const name of ['admin', 'student', 'coder'] as const) {
		const person = await newPerson(browser, app.origin);
		people.set(name, person);
		await signIn(person, emailOf(name), password);
	}
});

afterAll(async () => {
	for (const { faults } of people.values()) expect(faults).toEqual([]);
	await browser.close();
	await app.stop();
});

/** Pictures for the documentation, only when they are asked for: SHOTS=docs/screenshots. */
const picture = async (page: Page, name: string) => {
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
			await page.waitForTimeout(200); // colours change over a moment
			await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
		}
	await page.emulateMedia({ colorScheme: 'light' });
	await resize(page, { width: 1280, height: 800 });
};

const outline = {
	type: 'Feature',
	properties: { naam: 'De Bongerd' },
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[5.11, 52.085],
				[5.122, 52.083],
				[5.132, 52.088],
				[5.13, 52.096],
				[5.116, 52.098],
				[5.108, 52.091],
				[5.11, 52.085]
			]
		]
	}
};

/** A photo of a square as a telephone makes it: a real JPEG, with a place and a camera in it. */
const photoOf = async (): Promise<Buffer> => {
	const { page: canvas, context } = await newPerson(browser, app.origin, { width: 640, height: 480 });
	await canvas.setContent('<body style="margin:0;background:linear-gradient(#9bd,#bcb 55%,#776 56%,#998)">');
	const plain = await canvas.screenshot({ type: 'jpeg' });
	await context.close();
	return Buffer.concat([plain.subarray(0, 2), Buffer.from(exifOf(telephoneExif(1))), plain.subarray(2)]);
};

/** 0 while a picture is not there, or when the browser cannot read it. */
const widthOf = (image: Locator) =>
	image.evaluate((shown) => ('naturalWidth' in shown ? Number(shown.naturalWidth) : 0));

type Coded = { readonly quote: string | null; readonly source: { readonly group: string | null } };
const codings = async (page: Page): Promise<readonly Coded[]> => {
	const list = await page.request.get(`${app.origin}/api/v1/projects/${project.id}/codings`);
	return ((await list.json()) as { items: readonly Coded[] }).items;
};

const sourceId = (page: Page) => /sources\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

describe('research in public space', () => {
	test('an administrator gives the area an outline', async () => {
		const page = pageOf('admin');
		await page.goto(`/projects/${project.id}/kernset/frame`);
		await page.getByRole('link', { name: 'Omtrek van gebieden' }).click();
		await page.getByText('Er is nog geen omtrek.').waitFor();
		await page.getByLabel(/^Gebied/).selectOption({ label: project.areaName });
		const file = { name: 'bongerd.geojson', mimeType: 'application/geo+json' };
		await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('<kml/>') });
		await page.getByRole('button', { name: 'Omtrek opslaan' }).click();
		await page.getByText('Dit is geen goed GeoJSON-bestand.').waitFor();
		await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from(JSON.stringify(outline)) });
		await page.getByRole('button', { name: 'Omtrek opslaan' }).click();
		await page.getByRole('img', { name: `Kaartje van ${project.areaName}` }).waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await picture(page, 'outlines');
	});

	test('a student types a note, by keyboard where it counts', async () => {
		const page = pageOf('student');
		await page.goto(`/projects/${project.id}/sources/new`);
		await page.getByRole('radio', { name: 'Observatie' }).check({ force: true });
		await page.getByLabel(/^Wijk/).first().selectOption({ label: project.areaName });
		await page
			.getByLabel(/^Meetronde/)
			.first()
			.selectOption({ index: 1 });
		await page.getByLabel(/^Titel van de notitie/).fill('Plein, dinsdag');
		await page.getByLabel(/^Wat u zag/).fill('Het plein is leeg 😀.\n\nLet op: de bank onder de bomen is kapot.');
		await page.getByRole('button', { name: 'Zet in de lijst' }).click();
		await picture(page, 'note');
		await page.getByRole('button', { name: 'Upload 1 observatie' }).click();
		await page.getByRole('link', { name: 'Controleer de notitie Plein, dinsdag' }).click();
		await page.getByRole('heading', { level: 1, name: 'Plein, dinsdag' }).waitFor();
		await page.getByRole('heading', { name: 'Alinea’s' }).waitFor();
		await expect.poll(() => page.getByRole('heading', { name: 'Sprekers' }).count()).toBe(0);
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('adds a photo, that is kept without its place, and describes it', async () => {
		const page = pageOf('student');
		await page.getByRole('link', { name: 'Foto’s en plek' }).first().click();
		await page.getByText('Er zijn nog geen foto’s.').waitFor();
		const buffer = await photoOf();
		await page.locator('input[type=file]').setInputFiles({ name: 'plein.png', mimeType: 'image/png', buffer });
		await page.getByRole('button', { name: 'Voeg toe', exact: true }).click();
		await page.getByText('De naam van dit bestand eindigt op .png').waitFor();
		await page.locator('input[type=file]').setInputFiles({ name: 'plein.jpg', mimeType: 'image/jpeg', buffer });
		await page.getByRole('button', { name: 'Voeg toe', exact: true }).click();
		await page
			.getByText(/Niet bewaard: de plaats waar zij is gemaakt/)
			.first()
			.waitFor();
		const shown = page.locator('#photo-1 img');
		await expect.poll(() => widthOf(shown)).toBeGreaterThan(0);
		const answer = await page.request.get(`${app.origin}${await shown.getAttribute('src')}`);
		expect(answer.headers()).toMatchObject({
			'content-type': 'image/jpeg',
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-disposition': 'inline'
		});
		expect((await answer.body()).toString('latin1')).not.toMatch(/Pietje|GPS/);
		await page.getByLabel(/^Beschrijving/).fill('Een leeg plein met een kapotte bank.');
		await page.getByLabel('Er staan geen herkenbare personen of kentekens op').check();
		await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
		await page.getByText(/Nagekeken door Sam/).waitFor();
		await page.getByRole('button', { name: 'Foto 1 groot bekijken' }).click();
		await page.getByRole('dialog', { name: 'Foto 1 van 1' }).waitFor();
		await page.keyboard.press('Escape');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('puts the spot with the arrow keys, by a press, and as two numbers', async () => {
		const page = pageOf('student');
		const map = page.getByRole('button', { name: /zet de plek/ });
		await map.focus();
		await page.keyboard.press('ArrowUp');
		const latitude = page.getByLabel(/^Breedte/);
		await expect.poll(() => latitude.inputValue()).not.toBe('');
		const first = Number(await latitude.inputValue());
		await page.keyboard.press('Shift+ArrowUp');
		await expect.poll(async () => Number(await latitude.inputValue())).toBeGreaterThan(first);
		const box = await map.boundingBox();
		await map.click({ position: { x: (box?.width ?? 0) / 3, y: (box?.height ?? 0) / 2 } });
		await expect.poll(async () => Number(await page.getByLabel(/^Lengte/).inputValue())).toBeLessThan(5.12);
		await latitude.fill('52,0912');
		await page.getByLabel(/^Lengte/).fill('5,1203');
		await page.getByRole('button', { name: 'Plek opslaan' }).click();
		await page.getByText('De plek is opgeslagen.').first().waitFor();
		await page
			.getByRole('status')
			.getByText(/^52,0910° noorderbreedte, 5,1200° oosterlengte/)
			.waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await picture(page, 'photos');
	});

	test('sees it on the map of the area, and releases it', async () => {
		const page = pageOf('student');
		const id = sourceId(page);
		await page.goto(`/projects/${project.id}/sources`);
		const answer = await page.request.patch(`${app.origin}/api/v1/projects/${project.id}/sources/${id}`, {
			headers: { origin: app.origin },
			data: { status: 'handed-over' }
		});
		expect(answer.status()).toBe(200);
		const talk = { name: 'gesprek.txt', mimeType: 'text/plain', buffer: Buffer.from('I: Hoe is het?\nR: Goed.') };
		const interview = await page.request.post(`${app.origin}/api/v1/projects/${project.id}/sources`, {
			headers: { origin: app.origin },
			multipart: { file: talk, areaId: project.areaId, waveId: project.waveIds[0] ?? '', group: 'resident' }
		});
		expect(interview.status()).toBe(201);
		await page.goto(`/projects/${project.id}/sources`);
		await page.getByLabel('Wijk').selectOption({ label: project.areaName });
		await page.getByRole('heading', { name: `Observaties in ${project.areaName}` }).waitFor();
		await page.getByRole('img', { name: `Observaties in ${project.areaName}` }).waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await picture(page, 'observations-map');
		await page.goto(`/projects/${project.id}/sources/${id}/speakers`);
		await page.getByRole('button', { name: 'Vrijgeven voor coderen' }).click();
		await page.getByRole('button', { name: 'Toch vrijgeven' }).click();
		await page
			.getByText(/vrijgegeven/i)
			.first()
			.waitFor();
	});

	test('a coder sees the photo with its words above the text, and codes a passage', async () => {
		const id = sourceId(pageOf('student'));
		const page = pageOf('coder');
		await page.goto(`/projects/${project.id}/sources/${id}`);
		await page.getByText('Een leeg plein met een kapotte bank.').first().waitFor();
		await expect.poll(() => widthOf(page.locator('.strip img'))).toBeGreaterThan(0);
		const open = page.getByRole('button', { name: /Foto 1 groot bekijken/ });
		await open.focus();
		await page.keyboard.press('Enter');
		await page.getByRole('dialog', { name: 'Foto 1 van 1' }).waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await picture(page, 'desk');
		await keepFocus(page.locator('[data-turn="1"]'));
		await page.keyboard.press('Enter'); // the whole paragraph
		await page.keyboard.press('c');
		await page.getByRole('dialog', { name: 'Codeer het gekozen fragment' }).waitFor();
		await page.keyboard.type('groen');
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await codings(page)).length).toBe(1);
		await expect.poll(() => codings(page)).toMatchObject([{ source: { group: null } }]);
		await page.reload();
		await page.getByText('Groen en spelen').first().waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});
});
