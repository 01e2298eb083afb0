import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, resize, signIn, type Person } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';
import { focusEditor } from '../support/still.ts';

/** Memos written where they belong: at the desk on a text, a turn and a coding, and in the codebook on a code. */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

type Memo = { title: string; visibility: string; about: Record<string, unknown> };
type Coding = { id: string; codeId: string; sourceId: string };

let app: App;
let browser: TestBrowser;
let person: Person;
let page: Page;
let token: string;
let base: string;
let coding: Coding;

const items = async <T>(path: string): Promise<readonly T[]> => {
	const response = await fetch(`${app.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return ((await response.json()) as { items: T[] }).items;
};
const stored = async (title: string) =>
	(await items<Memo>(`${base}/memos?limit=500`)).find((one) => one.title === title);
/** Begins a memo with the button that says this, writes it, and stores it; only keys once it has begun. */
const write = async (button: string, title: string, text: string) => {
	await page.getByRole('button', { name: button, exact: true }).click();
	await page.getByLabel('Titel').and(page.locator(':focus')).waitFor();
	await page.keyboard.type(title);
	const body = page.getByRole('textbox', { name: 'Tekst van de memo' });
	await focusEditor(body);
	await page.keyboard.type(text);
	await page.keyboard.press('Control+Enter');
	await article(title).getByText(text).waitFor();
	await page.getByRole('button', { name: button, exact: true }).and(page.locator(':focus')).waitFor();
};
const article = (title: string) => page.locator('article', { has: page.getByRole('heading', { name: title }) });
const part = (name: string) => page.getByRole('region', { name, exact: true });

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	base = `/projects/${(await items<{ id: string }>('/projects'))[0]?.id}`;
	const [first] = await items<Coding>(`${base}/codings?limit=1`);
	if (!first) throw new Error('the demo has codings');
	coding = first;
	person = await newPerson(browser, app.origin);
	page = person.page;
	await resize(page, { width: 1440, height: 900 });
	await signIn(person, email, password);
});

afterAll(async () => {
	expect(person.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

describe('a memo is written through the screen', () => {
	test('on the text and on a turn, and stands there again after a reload', async () => {
		const address = `${app.origin}${base}/sources/${coding.sourceId}`;
		await page.goto(address);
		await page.locator('[data-turn="2"]').focus();
		await write('Schrijf memo bij beurt 2', 'Bij de beurt é', 'Hij aarzelt hier 😀');
		await write('Schrijf memo bij deze tekst', 'Bij de tekst 😀', 'Een open gesprek');
		await expect
			.poll(() => stored('Bij de beurt é'))
			.toMatchObject({
				about: { kind: 'turn', sourceId: coding.sourceId, turn: 2 },
				visibility: 'private'
			});
		await expect
			.poll(() => stored('Bij de tekst 😀'))
			.toMatchObject({ about: { kind: 'source', sourceId: coding.sourceId } });
		await page.goto(address);
		await part("Memo's bij deze tekst").getByText('Een open gesprek').waitFor();
		await page.locator('[data-turn="2"]').focus();
		await part("Memo's bij beurt 2").getByText('Hij aarzelt hier 😀').waitFor();
		await page.locator('[data-turn="1"]').focus();
		await part("Memo's bij beurt 2").waitFor({ state: 'detached' });
	});

	test('on a coding, and stands with that coding only', async () => {
		await page.goto(`${app.origin}${base}/sources/${coding.sourceId}`);
		await page.locator('[data-turn="1"]').focus();
		await page.keyboard.press('n');
		await write('Schrijf memo bij dit fragment', 'Bij het fragment', 'Dit is de kern é');
		const memo = await stored('Bij het fragment');
		expect(memo?.about).toMatchObject({ kind: 'coding' });
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await page.locator('[data-turn="1"]').focus();
		await page.keyboard.press('n');
		await page.keyboard.press('n');
		await part("Memo's bij dit fragment").waitFor();
		await expect.poll(() => part("Memo's bij dit fragment").getByText('Dit is de kern é').count()).toBe(0);
	});

	test('on a code, shared with the team', async () => {
		await page.goto(`${app.origin}${base}/codebook?code=${coding.codeId}`);
		await page.getByRole('button', { name: 'Schrijf memo bij deze code' }).click();
		await page.getByLabel('Titel').and(page.locator(':focus')).waitFor();
		await page.keyboard.type('Bij de code');
		const form = page.getByRole('form', { name: 'Schrijf memo bij deze code' });
		await form.getByText('Het team', { exact: true }).click();
		await focusEditor(form.getByRole('textbox', { name: 'Tekst van de memo' }));
		await page.keyboard.type('Twee betekenissen?');
		await form.getByRole('button', { name: 'Memo opslaan' }).click();
		await article('Bij de code').getByText('Twee betekenissen?').waitFor();
		await expect
			.poll(() => stored('Bij de code'))
			.toMatchObject({
				about: { kind: 'code', codeId: coding.codeId },
				visibility: 'shared'
			});
	});
});
