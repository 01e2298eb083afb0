import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import { resize } from '../support/person.ts';

/** Who keeps the codebook while others code and change it: what is told holds, no word and no place is lost. */

type Code = {
	readonly id: string;
	readonly name: string;
	readonly codings: number;
	readonly codingsWithDescendants: number;
};

let demo: DemoApp;
let page: Page;

beforeAll(async () => {
	demo = await openDemo({ width: 1440, height: 900 });
	page = demo.person.page;
});
afterAll(async () => {
	expect(demo.person.faults).toEqual([]);
	await demo.close();
});

const codes = () => demo.items<Code>(`${demo.base}/codes?limit=500`);
const codeNamed = async (name: string): Promise<Code> => {
	const found = (await codes()).find((code) => code.name === name);
	if (!found) throw new Error(`no code ${name}`);
	return found;
};
const make = (name: string) => demo.call<Code>(`${demo.base}/codes`, { name, parentId: null });
const open = async (codeId: string | null) => {
	await page.goto(`${demo.base}/codebook${codeId === null ? '' : `?code=${codeId}`}`);
	await page.getByRole('tree').waitFor({ state: 'attached' });
};
const row = (id: string) => page.locator(`[data-code="${id}"]`);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-code') ?? null);
const dialog = () => page.getByRole('dialog');
const impactOf = (codeIds: readonly string[]) =>
	demo.call<{ codings: number; interviews: number }>(`${demo.base}/code-changes?preview=true`, {
		kind: 'delete',
		codeIds
	});

test('deleting one code tells all that goes, also what the tree does not count, and goes on beside it', async () => {
	const code = await codeNamed('Toekomst van jongeren');
	const { codings, interviews } = await impactOf([code.id]);
	expect(codings).toBeGreaterThan(code.codingsWithDescendants);
	await open(code.id);
	await page
		.getByText(`Dit raakt ${codings} coderingen in ${interviews} gesprekken. Dat is meer dan in de boom`)
		.waitFor();
	await page.getByRole('button', { name: 'Verwijderen' }).click();
	await dialog().getByText(`Dit raakt ${codings} coderingen in ${interviews} gesprekken.`).waitFor();
	await dialog().getByRole('button', { name: 'Verwijderen' }).click();
	await page.getByText(`is verwijderd. Dit raakt ${codings} coderingen`).waitFor();
	await expect.poll(focused).toBe((await codeNamed('Wonen, gezonde leefomgeving, groen en duurzaamheid')).id);

	await page.keyboard.press('Control+z');
	await expect.poll(focused).toBe(code.id);
	expect((await impactOf([code.id])).codings).toBe(codings);
});

test('deleting several codes goes on beside them', async () => {
	const [first, second] = [await make('Weg één 😀'), await make('Weg twee')];
	const stays = await make('Blijft');
	await open(null);
	await row(first.id).focus();
	await page.keyboard.press(' ');
	await row(second.id).focus();
	await page.keyboard.press(' ');
	await page.getByRole('button', { name: 'Verwijderen' }).click();
	await dialog().getByText('Dit raakt geen coderingen.').waitFor();
	await dialog().getByRole('button', { name: 'Verwijderen' }).click();
	await expect.poll(focused).toBe(stays.id);
	await expect.poll(() => row(first.id).count()).toBe(0);
});

test('a move from the list beside the tree is taken back by Ctrl+Z where the focus is', async () => {
	const [code, above] = [await make('Verhuist é'), await make('Nieuwe plek')];
	await open(code.id);
	const list = page.getByLabel('Verplaats naar');
	await list.selectOption(above.id);
	await page.getByRole('button', { name: 'Verplaatsen', exact: true }).click();
	await page.getByText('is verplaatst naar Nieuwe plek').waitFor();
	await list.focus();
	await page.keyboard.press('Control+z');
	await page.getByText('Ongedaan gemaakt').waitFor();
	await expect.poll(() => list.inputValue()).toBe('');
	// In a field it is about what is typed there.
	await page.getByLabel('Betekenis').fill('Een zin');
	await page.keyboard.press('Control+z');
	await expect.poll(() => page.getByLabel('Betekenis').inputValue()).toBe('');
	await row(code.id).waitFor();
});

test('what was typed in a code that a colleague deletes stays in sight, and is there again when the code is', async () => {
	const colleague = await demo.join('Ben', ['codebook-manager']);
	const code = await make('Tijdelijk 😀');
	await open(code.id);
	await page.getByLabel('Betekenis').fill('Wat ik net bedacht é');
	await colleague.page.goto(`${demo.base}/codebook?code=${code.id}`);
	await colleague.page.getByRole('button', { name: 'Verwijderen' }).click();
	await colleague.page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();

	const gone = page.getByRole('status').filter({ hasText: 'Deze code is er niet meer' });
	await gone.getByText('Verwijderd: Tijdelijk 😀. Dat deed').waitFor();
	expect(await page.getByLabel('Betekenis').inputValue()).toBe('Wat ik net bedacht é');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Deze code is er niet meer');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);

	await colleague.page.keyboard.press('Control+z');
	await page.getByRole('button', { name: 'Opslaan' }).click();
	await page.getByText('is opgeslagen').waitFor();
	expect(await codeNamed('Tijdelijk 😀')).toMatchObject({ definition: 'Wat ik net bedacht é' });
	await colleague.context.close();
});

test('the numbers beside the codes follow what colleagues code', async () => {
	const code = await codeNamed('Verkeer');
	await open(null);
	await expect.poll(() => row(code.id).textContent()).toContain(`${code.codings} coderingen`);
	const { items } = await demo.call<{ items: { sourceId: string; version: number; start: number; end: number }[] }>(
		`${demo.base}/search-results?text=wijk`
	);
	const [first, second] = items;
	if (!first || !second) throw new Error('nothing found');
	// The first may have been read with the page; the second is told to it.
	for (const [at, { sourceId, version, start, end }] of [first, second].entries()) {
		await demo.call(`${demo.base}/codings`, { sourceId, version, start, end, codeId: code.id });
		const said = `${code.codings + at + 1} coderingen`;
		await expect.poll(() => row(code.id).textContent(), { timeout: 15_000 }).toContain(said);
	}
});

test('what a search leaves of the tree is told, also that it leaves nothing', async () => {
	await open(null);
	const said = page.getByRole('region', { name: 'Codes', exact: true }).getByRole('status').first();
	expect(await said.textContent()).toBe('');
	await page.getByLabel('Zoek een code').fill('verkeer');
	await expect.poll(() => said.textContent()).toBe('2 codes in de boom');
	await page.getByLabel('Zoek een code').fill('zzz');
	await expect.poll(() => said.textContent()).toBe('Geen code gevonden met ‘zzz’.');
	await page.getByLabel('Zoek een code').fill('');
	await expect.poll(() => said.textContent()).toBe('');
});

test('on a phone a code opens at its top, the way back leads to its row, and the deeds with several stay in sight', async () => {
	await resize(page, { width: 390, height: 844 });
	await open(null);
	const [id, other] = (await codes()).map((code) => code.id).slice(-6);
	if (!id || !other) throw new Error('no codes');
	await row(id).scrollIntoViewIfNeeded();
	await row(id).click();
	const back = page.getByRole('button', { name: 'Terug naar de codes' });
	await expect.poll(() => back.evaluate((button) => button === document.activeElement)).toBe(true);
	const top = () => back.evaluate((button) => button.getBoundingClientRect().top);
	expect(await top()).toBeGreaterThanOrEqual(0);
	expect(await top()).toBeLessThan(200);
	await page.keyboard.press('Enter');
	await expect.poll(focused).toBe(id);
	const at = await row(id).boundingBox();
	expect(at?.y).toBeGreaterThanOrEqual(0);
	expect((at?.y ?? 0) + (at?.height ?? 0)).toBeLessThanOrEqual(844);

	await page.getByLabel('Meer codes kiezen').check();
	await row(id).click();
	await row(other).click();
	const deed = await page.getByRole('button', { name: 'Verwijderen' }).boundingBox();
	expect((deed?.y ?? Infinity) + (deed?.height ?? 0)).toBeLessThanOrEqual(844);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await resize(page, { width: 1440, height: 900 });
});
