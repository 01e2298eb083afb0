import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import { resize } from '../support/person.ts';

/** Where things stand on pages, on a desk and on a phone: what belongs together stands in one line. */

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

let demo: DemoApp;
beforeAll(async () => {
	demo = await openDemo(desk);
});
// also after a test that stopped on a phone
beforeEach(() => resize(demo.person.page, desk));
afterAll(async () => {
	expect(demo.person.faults).toEqual([]);
	await demo.close();
});

const boxOf = async (place: Locator) => {
	const { x, y, height } = (await place.boundingBox()) ?? { x: NaN, y: NaN, height: NaN };
	return { x: Math.round(x), y: Math.round(y), height: Math.round(height) };
};

test('what can be done on a page stands beside its title, and on a phone below it at the left', async () => {
	const { page } = demo.person;
	await page.goto(`${demo.base}/query`);
	const title = page.getByRole('heading', { level: 1 });
	const file = page.getByRole('link', { name: /Excel/ });
	/** How far the file stands to the right of the title, and how far below it. */
	const apart = async () => {
		const [at, from] = [await boxOf(file), await boxOf(title)];
		return { right: at.x - from.x, down: at.y - from.y };
	};
	await expect.poll(async () => (await apart()).right).toBeGreaterThan(300);
	await resize(page, phone);
	await expect.poll(async () => (await apart()).right).toBe(0);
	await expect.poll(async () => (await apart()).down).toBeGreaterThan(0);
});

test('a field to type in is as high as a list beside it', async () => {
	const { page } = demo.person;
	await page.goto(`${demo.base}/memos/notes`);
	const [typed, chosen] = [page.getByLabel('Woorden in de notitie'), page.getByLabel('Gesprek')];
	/** How far the list stands below the field, and how much higher it is. */
	const apart = async () => {
		const [field, list] = [await boxOf(typed), await boxOf(chosen)];
		return [list.y - field.y, list.height - field.height];
	};
	await expect.poll(apart).toEqual([0, 0]);
});

test('the changes of a codebook file have room beside their code, also on a phone', async () => {
	const { page } = demo.person;
	const answer = await page.request.get(`/api/v1${demo.base}/exports/codebook?format=csv`);
	const text = (await answer.text()).replaceAll('Je veilig voelen', 'Zich veilig voelen');
	await page.goto(`${demo.base}/codebook/import`);
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'codeboek.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	const row = page.getByRole('row', { name: /Zich veilig voelen/ });
	await row.getByText('Veranderd').waitFor();
	await resize(page, phone);
	const width = async (place: Locator) => (await place.boundingBox())?.width ?? 0;
	await expect.poll(() => width(row.getByRole('cell'))).toBeGreaterThan(200);
	await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
});

test('an explanation that somebody else changed: both texts are there, and it is said that the own one is not stored', async () => {
	const { page } = demo.person;
	type Explanation = { readonly id: string; readonly version: number; readonly text: string };
	await page.goto(`${demo.base}/explanations`);
	await page.getByRole('button', { name: /^Meer/ }).first().click();
	await page.getByRole('menuitem', { name: 'Wijzigen' }).click();
	const dialog = page.getByRole('dialog');
	const field = dialog.getByLabel('Mogelijke verklaring');
	const before = await field.inputValue();
	const all = await demo.items<Explanation>(`${demo.base}/explanations?limit=100`);
	const { id = '', version = 0 } = all.find(({ text }) => text === before) ?? {};
	const [from, until] = [dialog.getByLabel('Van meetronde'), dialog.getByLabel('Tot meetronde')];
	await expect.poll(async () => (await boxOf(from)).y - (await boxOf(until)).y).toBe(0);
	await field.fill('Mijn verklaring é 😀');
	await demo.call(`${demo.base}/explanations/${id}`, { version, text: 'Die van een collega' }, 'PATCH');
	await dialog.getByRole('button', { name: 'Verklaring vastleggen' }).click();
	await dialog.getByRole('heading', { name: 'Uw tekst is nog niet opgeslagen' }).waitFor();
	await dialog.getByRole('definition').getByText('Die van een collega').waitFor();
	await expect.poll(() => field.inputValue()).toBe('Mijn verklaring é 😀');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Toch mijn tekst opslaan' }).click();
	await page.getByText('Mijn verklaring é 😀').waitFor();
});

test('a new code to split into says that it is new, apart from its name', async () => {
	const { page } = demo.person;
	const codes = await demo.items<{ id: string; name: string; codings: number }>(`${demo.base}/codes?limit=500`);
	await page.goto(`${demo.base}/codebook/split?code=${codes.find(({ codings }) => codings > 3)?.id}`);
	await page.getByLabel('Naam van een nieuwe code').fill('Groen é');
	await page.keyboard.press('Enter');
	await page.getByText('Groen é · nieuw', { exact: true }).waitFor();
});
