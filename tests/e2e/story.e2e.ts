import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newDataFolder, runCli, startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { prepareProject, type Prepared } from '../support/story-project.ts';

/**
 * The main job, told in a browser by four people: an interviewer uploads, a coder codes with the keyboard only, a
 * second coder sees it at once, an author asks, reads the joint display, decides and takes it away.
 */

const password = 'een lange zin voor de test';
const names = { admin: 'Ada', interviewer: 'Ilse', coder: 'Cor', second: 'Cleo', author: 'Anne' } as const;
type Name = keyof typeof names;
const emailOf = (name: Name) => `${names[name].toLowerCase()}@example.org`;

const family = '👨‍👩‍👧';
const words = `De speeltuin is weer open 😀, ook voor ${family} van hier.`;
const transcript = `Interviewer: Wat gaat er goed in de buurt?

Mevrouw K: ${words} Dat scheelt echt.

Interviewer: En wat kan er beter?

Mevrouw K: Het is ’s avonds te donker in het park. Cafe\u0301 De Hoek is dicht.
`;

let app: App;
let browser: Browser;
let project: Prepared;
const people = new Map<Name, Person>();
const personOf = (name: Name): Person => {
	const person = people.get(name);
	if (!person) throw new Error(`${name} has no browser`);
	return person;
};

beforeAll(async () => {
	const dataFolder = newDataFolder();
	const setup = ['setup', '--email', emailOf('admin'), '--name', names.admin, '--password-stdin'];
	expect(runCli(dataFolder, setup, password).status).toBe(0);
	for (const name of ['interviewer', 'coder', 'second', 'author'] as const) {
		const add = ['user', 'add', '--email', emailOf(name), '--name', names[name], '--password-stdin'];
		const added = runCli(dataFolder, add, password);
		expect(added.status, added.stderr).toBe(0);
	}
	const token = runCli(dataFolder, ['token', 'create', '--email', emailOf('admin'), '--scope', 'write']).stdout.trim();
	[app, browser] = await Promise.all([startApp({ dataFolder }), launchBrowser()]);
	project = await prepareProject(app.origin, token, {
		[emailOf('interviewer')]: ['interviewer'],
		[emailOf('coder')]: ['coder'],
		[emailOf('second')]: ['coder'],
		[emailOf('author')]: ['author']
	});
	for (const name of ['interviewer', 'coder', 'second', 'author'] as const) {
		people.set(name, await newPerson(browser, app.origin));
		await signIn(personOf(name), emailOf(name), password);
	}
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

const expectNoBarriers = async (page: Page) => expect(await findingsOfAxe(page)).toEqual([]);
const turn = (page: Page, ordinal: number): Locator => page.locator(`[data-turn="${ordinal}"]`);

describe('four people do the main job', () => {
	test('an interviewer uploads interviews, says who speaks, and releases them', async () => {
		const { page } = personOf('interviewer');
		await page.goto(`/projects/${project.id}/sources/new`);
		await page.getByLabel('Wijk', { exact: false }).first().selectOption({ label: project.areaName });
		await page.getByLabel('Meetronde').first().selectOption({ label: '2023' });
		await page.locator('input[type="file"]').setInputFiles([
			{ name: 'BON-B-01.txt', mimeType: 'text/plain', buffer: Buffer.from(transcript) },
			{ name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.from('') }
		]);
		await page.getByRole('button', { name: /Upload/ }).click();
		await expectNoBarriers(page);
	});

	test('a coder finds the interview and codes a sentence with the keyboard only', async () => {
		const { page } = personOf('coder');
		await page.goto(`/projects/${project.id}/sources`);
		await page.getByRole('link', { name: /BON-B-01/ }).focus();
		await page.keyboard.press('Enter');
		await turn(page, 1).waitFor();
		await turn(page, 1).focus();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter'); // the whole turn
		await page.keyboard.press('ArrowRight'); // its first sentence
		await page.keyboard.press('c');
		const picker = page.getByRole('dialog', { name: 'Codeer het gekozen fragment' });
		await picker.waitFor();
		await expectNoBarriers(page);
		await page.keyboard.type('groen');
		await page.keyboard.press('Alt+v');
		await page.keyboard.press('Enter');
		await picker.waitFor({ state: 'detached' });
		await page.getByText('opgeslagen').first().waitFor();
		await expectNoBarriers(page);
	});
});
