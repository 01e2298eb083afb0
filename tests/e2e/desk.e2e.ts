import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { newPerson, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

/**
 * A coder at the desk, by keyboard only: what the script for screen readers (docs/accessibility-test.md) does by hand.
 * SHOTS=folder keeps pictures of the steps.
 */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

type Coding = { id: string; start: number; end: number; codePath: string; important: boolean; quote: string };
type Source = { text: string; turns: { ordinal: number; start: number; end: number; speakerId: string | null }[] };

let app: App;
let browser: Browser;
let page: Page;
let token: string;
let base: string;
let sourceId: string;
let ordinal: number;
let place: { start: number; end: number };

const read = async <T>(path: string): Promise<T> => {
	const response = await fetch(`${app.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return (await response.json()) as T;
};
const items = async <T>(path: string) => (await read<{ items: T[] }>(path)).items;
/** The codings in the turn that the test works in, in reading order. */
const codings = async () =>
	(await items<Coding>(`${base}/codings?sourceId=${sourceId}&limit=500`))
		.filter(({ start, end }) => start < place.end && place.start < end)
		.sort((a, b) => a.start - b.start || a.end - b.end);
/** Waits until the server has what the screen shows. */
const untilStored = async (is: (list: readonly Coding[]) => boolean): Promise<readonly Coding[]> => {
	for (let tries = 0; tries < 100; tries += 1) {
		const list = await codings();
		if (is(list)) return list;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(
		`stored are ${(await codings()).map(({ start, end, codePath }) => `${codePath} ${start}-${end}`).join('; ')}`
	);
};
/**
 * Barriers, but for the width of stripes in the margin: 20 of them have to stand side by side, and the list of codes
 * under the turn does the same with large targets (WCAG 2.5.8, the exception for an equivalent).
 */
const barriers = async () =>
	(await findingsOfAxe(page)).filter((finding) => !/^target-size: <button[^>]* class="bar/.test(finding));
const said = () => page.locator('.desk > [role="status"]').textContent();
const turn = () => page.locator(`[data-turn="${ordinal}"]`);
const shot = async (name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `desk-${name}.png`) });
};
const open = async () => {
	await page.goto(`${app.origin}${base}/sources/${sourceId}`);
	await turn().waitFor();
	await turn().focus();
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), launchBrowser()]);
	base = `/projects/${(await items<{ id: string }>('/projects'))[0]?.id}`;
	const released = (await items<{ id: string; status: string }>(`${base}/sources`)).filter(
		({ status }) => status === 'released'
	);
	for (const { id } of released) {
		const { turns, text } = await read<Source>(`${base}/sources/${id}`);
		const coded = await items<Coding>(`${base}/codings?sourceId=${id}&limit=500`);
		const signs = [...text];
		const free = turns.find(
			({ start, end }) =>
				signs.slice(start, end).join('').split('. ').length >= 3 &&
				!coded.some((coding) => coding.start < end && start < coding.end)
		);
		if (!free) continue;
		[sourceId, ordinal, place] = [id, free.ordinal, { start: free.start, end: free.end }];
		break;
	}
	const person = await newPerson(browser, app.origin);
	page = person.page;
	await resize(page, { width: 1440, height: 900 });
	await signIn(person, email, password);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

describe('a coder at the desk, with the keyboard only', () => {
	test('sees colours and stripes before the scripts of the desk are there, and they stay where they are', async () => {
		let letGo = () => {};
		const held = new Promise<void>((resolve) => (letGo = resolve));
		await page.route('**/entry/start.*.js', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto(`${app.origin}${base}/sources/${sourceId}`, { waitUntil: 'commit' });
		await page.locator('.lanes span.bar').first().waitFor();
		const seen = () =>
			page.evaluate(() => ({
				stripes: [...document.querySelectorAll('.lanes .bar')].slice(0, 5).map((bar) => {
					const { top, left, height } = bar.getBoundingClientRect();
					return [bar.querySelector('.label')?.textContent, Math.round(top), Math.round(left), Math.round(height)];
				}),
				coloured: [...CSS.highlights.keys()].filter((name) => (CSS.highlights.get(name)?.size ?? 0) > 0)
			}));
		const before = await seen();
		expect(before.stripes.length).toBeGreaterThan(0);
		expect(before.coloured.some((name) => name.startsWith('wijkstem-code-'))).toBe(true);
		expect(await page.locator('.lanes button').count()).toBe(0);
		letGo();
		await page.locator('.lanes button.bar').first().waitFor();
		expect(await page.locator('.lanes span.bar').count()).toBe(0);
		// The page goes on with the turns below those.
		expect((await seen()).stripes.slice(0, before.stripes.length)).toEqual(before.stripes);
		await page.unroute('**/entry/start.*.js');
	});

	// One list of all sentences, looked up by name, once brought 500 kB of other pages along with 100 files.
	test('gets the scripts of the desk, not those of the whole app', async () => {
		await open();
		const sizes = await page.evaluate(() =>
			(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
				.filter(({ name }) => name.endsWith('.js'))
				.map(({ decodedBodySize }) => decodedBodySize)
		);
		expect(sizes.length).toBeGreaterThan(10);
		expect(sizes.length).toBeLessThan(120);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(700_000);
	});

	test('codes a turn, makes the passage shorter and longer, and hears how long it is', async () => {
		await open();
		await page.keyboard.press('Enter');
		await page.keyboard.press('c');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('groen');
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		const [whole] = await untilStored((list) => list.length === 1);
		await page.keyboard.press('}');
		await page.keyboard.press('{');
		await page.keyboard.press('{');
		expect(await said()).toMatch(/woorden/);
		const [shorter] = await untilStored(([one]) => one !== undefined && one.end < (whole?.end ?? 0) - 1);
		expect(shorter?.start).toBe(whole?.start);
		await page.keyboard.press(']');
		const [later] = await untilStored(([one]) => (one?.start ?? 0) > (whole?.start ?? 0));
		expect(later?.end).toBe(shorter?.end);
		await page.keyboard.press('[');
		await untilStored(([one]) => one?.start === whole?.start);
		await shot('resized');
		expect(await barriers()).toEqual([]);
	});

	test('marks it as important, cuts it in two between sentences, and makes it one again', async () => {
		await page.keyboard.press('*');
		await untilStored(([one]) => one?.important === true);
		const [before] = await codings();
		await page.keyboard.press('s');
		const halves = await untilStored(
			([first, second]) => first !== undefined && second !== undefined && first.end < second.start
		);
		expect(halves[0]?.start).toBe(before?.start);
		expect(halves[1]?.end).toBe(before?.end);
		await shot('split');
		await page.keyboard.press('e');
		const [one] = await untilStored(
			(list) => list.length === 1 && list[0]?.start === before?.start && list[0]?.end === before?.end
		);
		expect(one).toMatchObject({ start: before?.start, end: before?.end, important: true });
	});

	test('takes steps back after the page was loaded again', async () => {
		await open();
		await page.keyboard.press('Control+z');
		await untilStored((list) => list.length === 2);
		await page.keyboard.press('Control+z');
		await untilStored((list) => list.length === 1);
		await page.keyboard.press('Control+Shift+z');
		await untilStored((list) => list.length === 2);
		await page.keyboard.press('Control+z');
		await untilStored((list) => list.length === 1);
	});

	test('sees one code only, and all again', async () => {
		const lists = page.getByRole('button', { name: /Codes in deze beurt/ });
		await open();
		const all = await lists.count();
		await page.keyboard.press('n');
		await page.keyboard.press('l');
		await page
			.getByText(/^Alleen .* is te zien$/)
			.first()
			.waitFor();
		await shot('one-code');
		expect(await barriers()).toEqual([]);
		expect(await lists.count()).toBeLessThanOrEqual(all);
		await page.keyboard.press('l');
		await page.getByRole('button', { name: 'Alles tonen' }).waitFor({ state: 'detached' });
		expect(await lists.count()).toBe(all);
	});

	test('finds words in the text, steps through them and lands on their turn', async () => {
		await open();
		await page.keyboard.press('f');
		const field = page.getByRole('searchbox', { name: 'Zoek in de tekst' });
		await field.waitFor();
		await page.keyboard.type('SPEELTUIN');
		const outcome = page.locator('search [role="status"]');
		await expect.poll(() => outcome.textContent()).toMatch(/^\d+ van \d+$/);
		const [first, total] = ((await outcome.textContent()) ?? '').split(' van ').map(Number);
		await page.keyboard.press('Enter');
		const next = (Number(first) % Number(total)) + 1;
		await expect.poll(() => outcome.textContent()).toBe(`${next} van ${total}`);
		await shot('find');
		expect(await barriers()).toEqual([]);
		await page.keyboard.press('Escape');
		await field.waitFor({ state: 'detached' });
		expect(await page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/speeltuin/i);
	});

	test('keeps what was coded without a connection, also over a reload, and stores it by itself', async () => {
		await open();
		await page.context().setOffline(true);
		await page.keyboard.press('Enter');
		await page.keyboard.press('.'); // the code that was used last
		await page.getByText(/geen verbinding: 1 wijziging wacht/).waitFor();
		await shot('offline');
		expect((await codings()).length).toBe(1);
		await page.context().setOffline(false);
		await open();
		const stored = await untilStored((list) => list.length === 2);
		expect(stored.some(({ start, end }) => start === place.start && end === place.end)).toBe(true);
	});

	test('works with a marker: each choice gets the code at once', async () => {
		await open();
		await page.keyboard.press('n');
		await page.keyboard.press('x');
		await page.getByRole('button', { name: 'Stop met markeren' }).waitFor();
		await shot('marker');
		expect(await barriers()).toEqual([]);
		const before = (await codings()).length;
		const box = await turn().locator('p').first().boundingBox();
		if (!box) throw new Error('the turn is not on the screen');
		await page.mouse.dblclick(box.x + 60, box.y + 12);
		await untilStored((list) => list.length === before + 1);
		await turn().focus();
		await page.keyboard.press('x');
		await page.getByRole('button', { name: 'Stop met markeren' }).waitFor({ state: 'detached' });
	});

	test('keeps what was coded while the desk was read again, and takes it back', async () => {
		await open();
		await page.waitForFunction(() => CSS.highlights.size > 0);
		const before = (await codings()).length;
		let letThrough = () => {};
		const wait = new Promise<void>((resolve) => (letThrough = resolve));
		let isRead = false;
		// The server reads the desk before the coding is there; its answer comes after.
		await page.route('**/__data.json*', async (route) => {
			const response = await route.fetch();
			isRead = true;
			await wait;
			await route.fulfill({ response });
		});
		await fetch(`${app.origin}/api/v1${base}/codes`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify({ name: 'Van een collega' })
		});
		await expect.poll(() => isRead).toBe(true);
		await turn().focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('c');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Hitte');
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await untilStored((list) => list.length === before + 1);
		letThrough();
		await page.getByRole('complementary').getByText('Van een collega').first().waitFor({ state: 'attached' });
		await page.unrouteAll({ behavior: 'wait' });
		await page.keyboard.press('Control+z');
		await untilStored((list) => list.length === before);
	});
});
