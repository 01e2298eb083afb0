import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';
import { prepareProject, type Prepared } from '../support/story-project.ts';
import { keepFocus } from '../support/still.ts';

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
let browser: TestBrowser;
let project: Prepared;
const people = new Map<Name, Person>();
const personOf = (name: Name): Person => {
	const person = people.get(name);
	if (!person) throw new Error(`${name} has no browser`);
	return person;
};

beforeAll(async () => {
	const dataFolder = preparedFolder();
	const token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
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

const expectNoBarriers = (page: Page) => expect.poll(() => findingsOfAxe(page)).toEqual([]);
const turn = (page: Page, ordinal: number): Locator => page.locator(`[data-turn="${ordinal}"]`);

const speakersOf = async () => {
	const { page } = personOf('interviewer');
	await page.getByRole('link', { name: 'Controleer sprekers van BON-B-01' }).click();
	await page.getByRole('heading', { level: 1, name: 'BON-B-01' }).waitFor();
	return page;
};

describe('four people do the main job', () => {
	test('an interviewer uploads interviews, and one bad file stops none of the others', async () => {
		const { page } = personOf('interviewer');
		await page.goto(`/projects/${project.id}/sources`);
		await page.getByRole('link', { name: 'Gesprek toevoegen' }).click();
		await page.getByLabel('Wijk').selectOption({ label: project.areaName });
		await page.getByLabel('Meetronde').selectOption({ value: project.waveIds[1] ?? '' });
		await page.locator('input[type="file"]').setInputFiles([
			{ name: 'BON-B-01.txt', mimeType: 'text/plain', buffer: Buffer.from(transcript) },
			{ name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
			{ name: 'BON-B-02.txt', mimeType: 'text/plain', buffer: Buffer.from(transcript) }
		]);
		await page.getByRole('button', { name: 'Upload 3 gesprekken' }).click();
		await page.getByText('Dit bestand is leeg').waitFor();
		await page.getByRole('link', { name: 'Controleer sprekers van BON-B-02' }).waitFor();
		await expectNoBarriers(page);
		page.once('dialog', (dialog) => void dialog.accept()); // one file was not uploaded: leave?
		await speakersOf();
	});

	test('the interviewer mends what the cut got wrong, says who speaks, and releases', async () => {
		const { page } = personOf('interviewer');
		const role = page.getByLabel('Rol van Mevrouw K');
		await expect.poll(() => role.inputValue()).toBe('respondent');
		await turn(page, 2).click();
		await page.getByRole('button', { name: 'Splitsen' }).click();
		await page.keyboard.press('Enter'); // before the second sentence
		await expect.poll(() => page.locator('[data-turn]').count()).toBe(5);
		await page.getByRole('button', { name: 'Ongedaan maken' }).first().click();
		await expect.poll(() => page.locator('[data-turn]').count()).toBe(4);
		await expectNoBarriers(page);
		await page.getByRole('button', { name: 'Vrijgeven voor coderen' }).click();
		await page.getByText('Het pseudonimiseren is nog niet afgerond.').last().waitFor(); // asked first
		await page.getByRole('button', { name: 'Toch vrijgeven' }).click();
		await page.getByText('BON-B-01 is vrijgegeven voor coderen.').waitFor();
	});

	test('a coder codes a sentence with the keyboard only, and a second coder sees it within a second', async () => {
		const { page } = personOf('coder');
		const second = personOf('second').page;
		for (const one of [page, second]) {
			await one.goto(`/projects/${project.id}/sources`);
			await one.getByRole('link', { name: 'BON-B-01' }).focus();
			await one.keyboard.press('Enter');
			await turn(one, 1).waitFor();
		}
		await page.getByText('Cleo').last().waitFor(); // who else is here
		await keepFocus(turn(page, 1));
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
		await turn(second, 2)
			.getByRole('button', { name: /Groen en spelen, gaat vooruit/ })
			.waitFor({ state: 'attached' });
		await page.locator('.desk > header').getByText('opgeslagen', { exact: true }).first().waitFor();
		await expectNoBarriers(page);
		await expectNoBarriers(second);
	});

	test('what was coded is undone and done again by key, and the other screen follows', async () => {
		const { page } = personOf('coder');
		const second = personOf('second').page;
		const bar = turn(second, 2).getByRole('button', { name: /Groen en spelen/ });
		await turn(page, 2).focus();
		await page.keyboard.press('Control+z');
		await bar.first().waitFor({ state: 'detached' });
		await page.keyboard.press('Control+Shift+z');
		await bar.first().waitFor({ state: 'attached' });
	});

	test('an author asks, and comes from the quote back to its place', async () => {
		const { page } = personOf('author');
		await page.goto(`/projects/${project.id}/query`);
		await page.getByLabel('Code', { exact: true }).selectOption({ label: 'Groen en spelen' });
		await page.getByRole('button', { name: 'Zoek citaten' }).click();
		await page.getByText('1 codering in 1 gesprek').first().waitFor();
		await page.getByText(words).first().waitFor();
		await expectNoBarriers(page);
		await page.getByLabel('Woorden in het citaat').fill('nergens gezegd');
		await page.getByRole('button', { name: 'Zoek citaten' }).click();
		await page.getByText('0 coderingen').first().waitFor();
		await page.getByLabel('Woorden in het citaat').fill('speeltuin');
		await page.getByRole('button', { name: 'Zoek citaten' }).click();
		await page.getByText('1 codering in 1 gesprek').first().waitFor();
		await page.getByRole('button', { name: /CSV/ }).click();
		await page.getByRole('textbox', { name: /^Waarom mag dit toch/ }).fill('Alleen voor het eigen team.');
		const asked = page.waitForRequest((request) => request.url().includes('/exports/quotes'));
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Bevestig en neem mee' }).click()
		]);
		expect((await asked).url()).not.toContain('speeltuin');
		expect(readFileSync(await download.path(), 'utf8')).toContain(words);
		await page.getByRole('link', { name: 'BON-B-01 · 2023 · beurt 2' }).first().click();
		await turn(page, 2).waitFor();
		await page.getByText('Groen en spelen').first().waitFor();
	});

	test('the author reads the joint display, decides, and takes it away', async () => {
		const { page } = personOf('author');
		await page.goto(`/projects/${project.id}`);
		await page.getByRole('link', { name: '2021 → 2023' }).click();
		await page.locator('a[aria-current=true]', { hasText: '2021 → 2023' }).waitFor();
		await page.locator(`a[href*="/joint-display/${project.pillarId}/${project.areaId}"]`).first().click();
		await page.getByRole('heading', { name: 'Groen en spelen' }).waitFor();
		await page.getByText('1 van 1 gesprek').first().waitFor();
		const dialog = page.getByRole('dialog');
		await page.getByRole('button', { name: 'Citaten kiezen bij Groen en spelen' }).press('Enter');
		await dialog.locator('li input[type=checkbox]').first().check();
		await dialog.getByRole('button', { name: /^Inkorten/ }).press('Enter');
		const quote = dialog.getByRole('textbox', { name: /^Citaat/ });
		const whole = await quote.inputValue();
		const short = `${whole.split(' ')[0]} (…)`;
		await quote.fill(short);
		await dialog.getByRole('button', { name: 'Kort in' }).press('Enter');
		await dialog.getByText(`Het hele citaat: ${whole}`).waitFor();
		await expectNoBarriers(page);
		await dialog.getByRole('button', { name: 'Klaar' }).press('Enter');
		await page.locator('blockquote', { hasText: short }).first().waitFor();
		await page.getByRole('button', { name: 'Samenhang bepalen van Groen en spelen' }).click();
		await page
			.getByRole('dialog')
			.getByText(/^Voorstel: .+\. .*indicator.*; 1 van 1 gesprek/)
			.waitFor();
		await page.getByRole('radio', { name: 'Bevestigt', exact: true }).check();
		await page.getByLabel('Kernboodschap', { exact: false }).fill('Bewoners zien wat de cijfers zeggen.');
		await page.getByRole('dialog').locator('textarea[name="reason"]').fill('Eén gesprek, maar het past.');
		await expectNoBarriers(page);
		await page.getByRole('button', { name: 'Oordeel vastleggen' }).click();
		await page.getByText('Oordeel vastgelegd.').waitFor();
		await page
			.getByText(/Vastgesteld door Anne/)
			.first()
			.waitFor();
		await page.getByRole('link', { name: /Word/ }).first().click();
		await page.getByRole('textbox', { name: /^Waarom mag dit toch/ }).fill('Alleen voor het eigen team.');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Bevestig en neem mee' }).click()
		]);
		expect(download.suggestedFilename()).toMatch(/\.docx$/);
		const parts = unzipSync(new Uint8Array(readFileSync(await download.path())));
		const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
		expect(document).toContain('Groen en spelen');
		expect(document).toContain('Bewoners zien wat de cijfers zeggen.');
		// One interview is too few to quote: the file says that a chosen quote is not in it.
		expect(document).not.toContain(short);
		expect(document).toContain('1 gekozen citaat staat er niet in');
	});

	test('nobody met an error, a blocked script or another host', () => {
		for (const [name, { faults }] of people) expect(faults, name).toEqual([]);
	});
});
