import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';
import { prepareProject, type Prepared } from '../support/story-project.ts';

/** An interviewer hands in files as people have them, and sees of each what was left out, or why it was refused. */

const password = 'een lange zin voor de test';
const email = { interviewer: 'ilse@example.org' };
const fixture = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));

let app: App;
let browser: TestBrowser;
let project: Prepared;
let person: Person;
let token: string;

beforeAll(async () => {
	const dataFolder = preparedFolder();
	token = tokenIn(dataFolder, 'write', 'Ilse');
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	project = await prepareProject(app.origin, tokenIn(dataFolder), { [email.interviewer]: ['interviewer'] });
	person = await newPerson(browser, app.origin);
	await signIn(person, email.interviewer, password);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

const openUpload = async (): Promise<Page> => {
	const { page } = person;
	await page.goto(`${app.origin}/projects/${project.id}/sources/new`);
	await page.getByRole('heading', { level: 1, name: 'Gesprekken toevoegen' }).waitFor();
	return page;
};
const choosePlace = async (page: Page) => {
	for (const id of ['upload-area', 'upload-wave']) {
		const select = page.locator(`#${id}`);
		if ((await select.inputValue()) === '') await select.selectOption({ index: 1 });
	}
};

describe('files as people have them', () => {
	test('of every kind are read in the built server, and tell what was left out', async () => {
		const page = await openUpload();
		await page
			.locator('input[type=file]')
			.setInputFiles(
				['alles.odt', 'tekens.rtf', 'gesprek.pdf', 'wachtwoord.odt', 'enquete.xlsx'].map((name) =>
					fixture(`formats/${name}`)
				)
			);
		await choosePlace(page);
		await page.getByRole('button', { name: 'Upload 5 gesprekken' }).click();
		const row = (name: string) => page.locator('li[id^="file-"]', { hasText: name });
		await expect
			.poll(() => row('alles.odt').innerText(), { timeout: 30_000 })
			.toContain('1 opmerking in de kantlijn is niet overgenomen.');
		await expect
			.poll(() => row('gesprek.pdf').innerText(), { timeout: 30_000 })
			.toContain('Op pagina 2 staat geen tekst');
		await expect
			.poll(() => row('wachtwoord.odt').innerText(), { timeout: 30_000 })
			.toContain('beveiligd met een wachtwoord');
		await expect
			.poll(() => row('enquete.xlsx').innerText(), { timeout: 30_000 })
			.toContain('3 respondenten, 2 open vragen');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('in a zip are read in the background: one bad file stops none of the others', async () => {
		const page = await openUpload();
		await page.locator('input[type=file]').setInputFiles(fixture('formats/gesprekken.zip'));
		await choosePlace(page);
		await page.getByRole('button', { name: 'Upload 1 gesprek' }).click();
		await page.getByText('2 gesprekken toegevoegd.').waitFor({ timeout: 30_000 });
		const files = page.getByRole('region', { name: 'De bestanden van gesprekken.zip' });
		// the PDF above has taken the title of one of them
		for (const reason of ['Dit is een plaatje.', 'Dit bestand is leeg.', 'gesprek'])
			await expect.poll(() => files.innerText()).toContain(reason);
		await expect.poll(() => files.getByRole('link').allInnerTexts()).toEqual(['een', 'een (2)']);
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await files.getByRole('link', { name: 'een', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'een' }).waitFor();
	});

	test('of a recording or a program are refused in the words of the reader', async () => {
		const page = await openUpload();
		await page.locator('input[type=file]').setInputFiles(fixture('hostile/exe-as-vtt.vtt'));
		await choosePlace(page);
		await page.getByRole('button', { name: 'Upload 1 gesprek' }).click();
		await page.getByText('Dit bestand is een programma en geen gesprek.').waitFor({ timeout: 30_000 });
	});
});

describe('many files at once', () => {
	const send = (count: number, name: string) => {
		const form = new FormData();
		for (const [key, value] of Object.entries({
			areaId: project.areaId,
			waveId: project.waveIds[0] ?? '',
			group: 'resident'
		}))
			form.set(key, value);
		for (let index = 0; index < count; index += 1)
			form.append('file', new File([`I: ${name} ${index}\nR: é 😀`], `${name} ${index}.txt`));
		return fetch(`${app.origin}/api/v1/projects/${project.id}/source-imports`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}` },
			body: form
		});
	};

	test('go on after the server was cut off, and none is lost or doubled', async () => {
		const answer = await send(80, 'Veel');
		expect(answer.status).toBe(202);
		const { id } = (await answer.json()) as { id: string };
		await app.kill();
		await app.restart();
		const read = async () => {
			const asked = await fetch(`${app.origin}/api/v1/projects/${project.id}/source-imports/${id}`, {
				headers: { authorization: `Bearer ${token}` }
			});
			return (await asked.json()) as { isDone: boolean; stored: number; files: readonly { sourceId: string }[] };
		};
		await expect.poll(async () => (await read()).isDone, { timeout: 90_000 }).toBe(true);
		const { stored, files } = await read();
		expect([stored, new Set(files.map(({ sourceId }) => sourceId)).size]).toEqual([80, 80]);
	});

	test('leave the server free for others', async () => {
		const answer = await send(120, 'Druk');
		expect(answer.status).toBe(202);
		const waits: number[] = [];
		for (let index = 0; index < 10; index += 1) {
			const start = performance.now();
			await (await fetch(`${app.origin}/help`)).text();
			waits.push(performance.now() - start);
		}
		expect(waits.toSorted((a, b) => a - b)[5]).toBeLessThan(1000);
	});
});
