import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { chooseByKey, pressByKey, tabTo } from '../support/keyboard.ts';
import { newPerson, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';
import { keepFocus } from '../support/still.ts';

/**
 * Who keeps the codebook, by keyboard only: chooses several codes, folds, moves and merges them, splits a code, undoes
 * over a reload and does it again. SHOTS=folder keeps pictures.
 */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

type Code = { id: string; name: string; parentId: string | null; isCodable: boolean; codings: number };

let app: App;
let browser: TestBrowser;
let page: Page;
let token: string;
let base: string;

const codes = async (): Promise<readonly Code[]> => {
	const response = await fetch(`${app.origin}/api/v1${base}/codes?limit=500`, {
		headers: { authorization: `Bearer ${token}` }
	});
	return ((await response.json()) as { items: Code[] }).items;
};
/** Waits until the server has what the screen was told to do. */
const until = async (is: (list: readonly Code[]) => boolean): Promise<readonly Code[]> => {
	for (const from = Date.now(); Date.now() - from < 30_000;) {
		const list = await codes();
		if (is(list)) return list;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`stored are ${(await codes()).map(({ name }) => name).join(', ')}`);
};
const shape = (list: readonly Code[]) => list.map(({ id, parentId }) => `${id} below ${parentId}`);
const row = (id: string) => page.locator(`[data-code="${id}"]`);
const dialog = () => page.getByRole('dialog');
const tree = () => page.getByRole('tree');
const open = async () => {
	await page.goto(`${app.origin}${base}/codebook`);
	await tree().waitFor();
};
const shot = async (name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	for (const width of [1440, 1280, 390])
		for (const dark of [false, true]) {
			await resize(page, { width, height: 900 });
			await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
			await page.screenshot({ path: join(folder, `${name}-${width}${dark ? '-dark' : ''}.png`) });
		}
	await page.emulateMedia({ colorScheme: 'light' });
	await resize(page, { width: 1440, height: 900 });
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	const response = await fetch(`${app.origin}/api/v1/projects`, { headers: { authorization: `Bearer ${token}` } });
	const { items } = (await response.json()) as { items: { id: string }[] };
	base = `/projects/${items[0]?.id}`;
	const person = await newPerson(browser, app.origin);
	page = person.page;
	await resize(page, { width: 1440, height: 900 });
	await signIn(person, email, password);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

describe('the codebook, with the keyboard only', () => {
	test('chooses several codes, also in a filtered tree, and clears the choice', async () => {
		await open();
		await tree().getByRole('treeitem').first().focus();
		await page.keyboard.press(' ');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press(' ');
		await expect.poll(() => tree().locator('[aria-selected="true"]').count()).toBe(2);
		await page.keyboard.press('Shift+ArrowDown');
		await expect.poll(() => tree().locator('[aria-selected="true"]').count()).toBe(2);
		await page.getByRole('heading', { name: '2 codes gekozen' }).waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await shot('codebook');
		await page.keyboard.press('Escape');
		await expect.poll(() => tree().locator('[aria-selected="true"]').count()).toBe(0);
		await page.keyboard.press('End');
		await expect
			.poll(() => page.evaluate<string>('document.activeElement.dataset.code'))
			.toBe((await codes()).at(-1)?.id);
	});

	test('counts the codes below along when that is asked for, by key', async () => {
		await open();
		const all = await codes();
		const below = (id: string): readonly Code[] =>
			all.filter(({ parentId }) => parentId === id).flatMap((code) => [code, ...below(code.id)]);
		const sum = (list: readonly Code[]) => list.reduce((total, { codings }) => total + codings, 0);
		const theme = all.find(({ id, parentId, codings }) => parentId === null && sum(below(id)) > codings);
		if (!theme) throw new Error('the demo has a theme with codings below it');
		const counted = row(theme.id).getByText(/^\d+ codering/);
		// a folder has no number of its own
		const told = async () =>
			(await counted.count()) === 0 ? null : Number.parseInt((await counted.textContent()) ?? '');
		const own = theme.isCodable ? theme.codings : null;
		await expect.poll(told).toBe(own);
		const box = page.getByRole('checkbox', { name: 'Tel de codes eronder mee' });
		await tabTo(page, box);
		await page.keyboard.press(' ');
		await expect.poll(told).toBe(theme.codings + sum(below(theme.id)));
		await page.keyboard.press(' ');
		await expect.poll(told).toBe(own);
	});

	test('folds codes into a new group with the impact first; undo and redo outlive a reload', async () => {
		await open();
		const before = await codes();
		const [first, second] = before.filter(({ parentId, codings }) => parentId !== null && codings > 0);
		if (!first || !second) throw new Error('the demo has codes with codings');
		await row(first.id).focus();
		await page.keyboard.press(' ');
		await row(second.id).focus();
		await page.keyboard.press(' ');
		await pressByKey(page, page.getByRole('button', { name: 'In een groep zetten …' }));
		await dialog()
			.getByText(/Dit raakt \d+ codering/)
			.waitFor();
		await tabTo(page, dialog().getByLabel('Naam van de groep'));
		await page.keyboard.type('Samen 😀');
		await page.keyboard.press('Enter');
		await until((list) => list.some(({ name, isCodable }) => name === 'Samen 😀' && !isCodable));
		const after = shape(await codes());

		await open();
		await row(first.id).focus();
		await page
			.getByRole('button', { name: 'Ongedaan maken', exact: true })
			.and(page.locator('[data-empty="false"]'))
			.waitFor();
		await page.keyboard.press('Control+z');
		await until((list) => !list.some(({ name }) => name === 'Samen 😀'));
		await expect.poll(async () => shape(await codes())).toEqual(shape(before));

		await open();
		await page
			.getByRole('button', { name: 'Opnieuw', exact: true })
			.and(page.locator('[data-empty="false"]'))
			.waitFor();
		await row(first.id).focus();
		await page.keyboard.press('Control+Shift+z');
		await until((list) => list.some(({ name }) => name === 'Samen 😀'));
		await expect.poll(async () => shape(await codes())).toEqual(after);
	});

	test('moves with Alt and an arrow, keeps the focus, and shows it in the log of changes', async () => {
		await open();
		const top = (await codes()).filter(({ parentId }) => parentId === null);
		const [one] = top;
		if (!one) throw new Error('the demo has codes');
		await row(one.id).focus();
		await page.keyboard.press('Alt+ArrowDown');
		await until((list) => list.filter(({ parentId }) => parentId === null)[1]?.id === one.id);
		await expect.poll(() => row(one.id).evaluate((element) => element === document.activeElement)).toBe(true);
		await page.getByRole('button', { name: 'Wijzigingen', exact: true }).press('Enter');
		await dialog().getByText(`Verplaatst: ${one.name}`).first().waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await dialog().waitFor({ state: 'detached' });
		await keepFocus(row(one.id));
		await page.keyboard.press('Control+z');
		await until((list) => list.filter(({ parentId }) => parentId === null)[0]?.id === one.id);
	});

	test('tells what a move to another parent touches before it is made, and goes on with Enter only', async () => {
		await open();
		const list = await codes();
		const below = list.filter(({ parentId }) => parentId !== null);
		const code = below.find(({ parentId, codings }, at) => codings > 0 && below[at - 1]?.parentId === parentId);
		if (!code) throw new Error('the demo has siblings with codings');
		const asked = page.getByText(/Dit raakt \d+ codering.*Enter: verplaatsen\. Esc: laten staan\./);
		await row(code.id).focus();
		await page.keyboard.press('Alt+ArrowRight');
		await asked.waitFor();
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await asked.waitFor({ state: 'detached' });
		await expect.poll(async () => shape(await codes())).toEqual(shape(list));
		await page.keyboard.press('Alt+ArrowRight');
		await asked.waitFor();
		await page.keyboard.press('Enter');
		await until((now) => now.find(({ id }) => id === code.id)?.parentId !== code.parentId);
		await page.waitForFunction(`document.activeElement.dataset.code === '${code.id}'`);
		await page.keyboard.press('Control+z');
		await until((now) => now.find(({ id }) => id === code.id)?.parentId === code.parentId);
	});

	describe('merges codes that overlap in one passage', () => {
		type Made = { id: string };
		const post = async (path: string, body: unknown): Promise<Made> => {
			const response = await fetch(`${app.origin}/api/v1${base}/${path}`, {
				method: 'POST',
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: JSON.stringify(body)
			});
			if (!response.ok) throw new Error(await response.text());
			return (await response.json()) as Made;
		};
		/** Codes whose codings by one coder overlap, each with the next. */
		const overlapping = async (...names: readonly string[]): Promise<readonly Made[]> => {
			const answer = await fetch(`${app.origin}/api/v1${base}/sources`, {
				headers: { authorization: `Bearer ${token}` }
			});
			const { items } = (await answer.json()) as { items: { id: string; status: string }[] };
			const sourceId = items.find(({ status }) => status === 'released')?.id;
			const made: Made[] = [];
			for (const [at, name] of names.entries()) {
				const code = await post('codes', { name: `${name} ${Date.now()}` });
				await post('codings', { sourceId, start: 40 + at * 10, end: 60 + at * 10, codeId: code.id, valences: [] });
				made.push(code);
			}
			return made;
		};
		const codingsOf = async (id: string) => (await codes()).find((one) => one.id === id)?.codings;

		test.each([
			[true, 1],
			[false, 2]
		])('one into another; overlaps united: %j', async (unites, codings) => {
			const [from, into] = await overlapping(`Van ${unites} é`, `Naar ${unites} 😀`);
			await page.goto(`${app.origin}${base}/codebook?code=${from?.id}`);
			await pressByKey(page, page.getByRole('button', { name: 'Samenvoegen met …' }));
			const list = dialog().getByLabel('Samenvoegen met', { exact: true });
			const offered = await list.locator('option').allTextContents();
			for (const { name } of (await codes()).filter(({ isCodable }) => !isCodable)) expect(offered).not.toContain(name);
			await chooseByKey(page, list, into?.id);
			await dialog().getByText('Dit raakt 1 codering in 1 gesprek.').waitFor();
			const unite = dialog().getByLabel(/^Maak ook één fragment van fragmenten die elkaar overlappen \(1/);
			await tabTo(page, unite);
			if (unites) await page.keyboard.press(' ');
			await expect.poll(() => findingsOfAxe(page)).toEqual([]);
			await pressByKey(page, dialog().getByRole('button', { name: 'Samenvoegen', exact: true }));
			await until((list) => !list.some(({ id }) => id === from?.id));
			await expect.poll(() => codingsOf(into?.id ?? '')).toBe(codings);
			await pressByKey(page, page.getByRole('button', { name: 'Ongedaan maken' }).first());
			await until((list) => list.some(({ id }) => id === from?.id));
			await expect.poll(() => codingsOf(into?.id ?? '')).toBe(1);
		});

		test.each([
			[true, 1],
			[false, 3]
		])('several into another; overlaps united: %j', async (unites, codings) => {
			const [one, two, into] = await overlapping(`Eén ${unites} é`, `Twee ${unites}`, `Drie ${unites} 😀`);
			await open();
			for (const id of [one?.id ?? '', two?.id ?? '']) {
				await row(id).focus();
				await page.keyboard.press(' ');
			}
			await pressByKey(page, page.getByRole('button', { name: 'Samenvoegen met …' }));
			await dialog().getByText('Dit raakt 2 coderingen in 1 gesprek.').waitFor();
			await chooseByKey(page, dialog().getByLabel('Samenvoegen met', { exact: true }), into?.id);
			await tabTo(page, dialog().getByLabel('Maak ook één fragment van fragmenten die elkaar overlappen'));
			if (unites) await page.keyboard.press(' ');
			await pressByKey(page, dialog().getByRole('button', { name: 'Samenvoegen', exact: true }));
			await until((list) => !list.some(({ id }) => id === one?.id || id === two?.id));
			await expect.poll(() => codingsOf(into?.id ?? '')).toBe(codings);
		});
	});

	test('splits a code: walks, stops, goes on where it was, hands out in one step, and takes it back', async () => {
		const code = [...(await codes())].sort((a, b) => b.codings - a.codings)[0];
		if (!code) throw new Error('the demo has codes');
		const at = `${app.origin}${base}/codebook/split?code=${code.id}`;
		await page.goto(at);
		await tabTo(page, page.getByLabel('Naam van een nieuwe code'));
		await page.keyboard.type('Afgesplitst é');
		await page.keyboard.press('Enter');
		await page.getByRole('region', { name: 'Codering' }).focus();
		await page.keyboard.press('1');
		await page.keyboard.press('0');
		await page.keyboard.press('b');
		await page.keyboard.press('b');
		await page.getByText('Gekozen: Afgesplitst é').first().waitFor();
		await page.keyboard.press('s');
		await page.keyboard.press('1');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await shot('codebook-split');

		await page.goto(at);
		await page.getByText(`3 van ${code.codings}`, { exact: true }).waitFor();
		await pressByKey(page, page.getByRole('button', { name: 'Uitdelen …' }));
		await dialog()
			.getByText(/Dit raakt 2 coderingen in/)
			.waitFor();
		await pressByKey(page, dialog().getByRole('button', { name: 'Uitdelen' }));
		await tree().waitFor();
		const split = await until((list) => list.some(({ name, codings }) => name === 'Afgesplitst é' && codings === 2));
		expect(split.find(({ id }) => id === code.id)?.codings).toBe(code.codings - 2);
		await keepFocus(row(code.id));
		await page
			.getByRole('button', { name: 'Ongedaan maken', exact: true })
			.and(page.locator('[data-empty="false"]'))
			.waitFor();
		await page.keyboard.press('Control+z');
		const back = await until((list) => !list.some(({ name }) => name === 'Afgesplitst é'));
		expect(back.find(({ id }) => id === code.id)?.codings).toBe(code.codings);
	});
});

describe('the codebook, while others work in it', () => {
	const change = async (id: string, body: Readonly<Record<string, unknown>>) => {
		const response = await fetch(`${app.origin}/api/v1${base}/codes/${id}`, {
			method: 'PATCH',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		expect(response.status).toBe(200);
		return (await response.json()) as Code & { definition: string; example: string };
	};

	test('shows what a colleague changed without a reload, and a save leaves it as it is', async () => {
		const [code] = await codes();
		if (!code) throw new Error('the demo has codes');
		await page.goto(`${app.origin}${base}/codebook?code=${code.id}`);
		const definition = page.getByLabel('Betekenis', { exact: true });
		const example = page.getByLabel('Voorbeeld', { exact: true });
		await example.fill('“Ik fiets liever om 😀”');
		await change(code.id, { definition: 'Wat een collega net schreef' });
		await expect.poll(() => definition.inputValue()).toBe('Wat een collega net schreef');
		await expect.poll(() => example.inputValue()).toBe('“Ik fiets liever om 😀”');
		await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
		await expect.poll(() => page.getByText('Nog niet opgeslagen').count()).toBe(0);
		const stored = await change(code.id, {});
		expect(stored).toMatchObject({ definition: 'Wat een collega net schreef', example: '“Ik fiets liever om 😀”' });
	});

	test('tells who writes in a field that a colleague changed it too, with the words of both', async () => {
		const [, code] = await codes();
		if (!code) throw new Error('the demo has codes');
		await page.goto(`${app.origin}${base}/codebook?code=${code.id}`);
		await page.getByLabel('Betekenis', { exact: true }).fill('Mijn eigen zin');
		await change(code.id, { definition: 'De zin van de collega' });
		const notice = page.getByRole('status').filter({ hasText: 'Een collega veranderde' });
		await notice.waitFor();
		await expect.poll(() => notice.textContent()).toContain('De zin van de collega');
		await expect.poll(() => page.getByLabel('Betekenis', { exact: true }).inputValue()).toBe('Mijn eigen zin');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.getByRole('button', { name: 'Wijzigingen weggooien' }).click();
		await expect.poll(() => page.getByLabel('Betekenis', { exact: true }).inputValue()).toBe('De zin van de collega');
	});

	test('a change of a colleague does not undo the click on a link to a page that is slow to come', async () => {
		const [, , code] = await codes();
		if (!code) throw new Error('the demo has codes');
		await open();
		const isRead = (text: string) =>
			page
				.waitForResponse((response) => response.url().includes('/codebook/__data.json') && response.ok())
				.then(() => text);
		const read = isRead('read again');
		await change(code.id, { definition: 'Nu volgt de pagina' });
		expect(await read).toBe('read again');
		await page.route('**/memos/__data.json*', async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 1_500));
			await route.continue();
		});
		await page.getByRole('link', { name: /^Memo/ }).first().click();
		await change(code.id, { definition: 'De klik blijft' });
		await page.waitForURL('**/memos');
	});
});
