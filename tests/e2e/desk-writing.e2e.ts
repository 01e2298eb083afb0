import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { emailOf, password } from '../support/prepared-people.ts';
import { signIn } from '../support/person.ts';
import { openWrittenDesk, quotes, sentences, type WrittenDesk } from '../support/written-desk.ts';

/** What comes between at the desk: a colleague corrects the text, a button goes with its press, somebody signs out. */

let desk: WrittenDesk;
let page: Page;

beforeAll(async () => {
	desk = await openWrittenDesk();
	({ page } = desk);
});
afterAll(() => desk.close());
beforeEach(() => desk.clear());

const waits = () => page.getByText('zodra u klaar bent met schrijven');
const renewed = () => page.getByText('U werkt verder in de nieuwe tekst');

describe('a colleague corrects the text', () => {
	test('while a note is written in the picker: it goes along, and no letter becomes a key of the desk', async () => {
		await desk.open();
		await desk.chooseSentence(1);
		await page.keyboard.press('c');
		await page.keyboard.type('groen');
		await page.getByRole('button', { name: 'Notitie' }).click();
		await page.keyboard.type('Over de speel');
		await desk.edit([['De bankjes', 'Alle bankjes']]);
		await waits().waitFor();
		await page.keyboard.type('plaats vvv 1.');
		await page.keyboard.press('Control+Enter');
		await renewed().waitFor();
		const stored = await desk.until((list) => list.length === 1 && list[0]?.memo !== '');
		expect(stored).toMatchObject([{ quote: sentences[0], memo: 'Over de speelplaats vvv 1.', valences: [] }]);
		await expect.poll(() => desk.turn().textContent()).toContain('Alle bankjes');
		expect(await waits().count()).toBe(0);
	});

	test('while somebody types in a field: who does not want to wait sees the new text at once', async () => {
		await desk.open();
		await page.keyboard.press('/');
		await page.keyboard.type('verk');
		await desk.edit([['Alle bankjes', 'De bankjes']]);
		await waits().waitFor();
		await page.keyboard.type('eer');
		expect(await page.getByRole('searchbox', { name: 'Zoek een code' }).inputValue()).toBe('verkeer');
		await page.getByRole('button', { name: 'Toon nu' }).click();
		await renewed().waitFor();
		await expect.poll(() => desk.turn().textContent()).toContain('De bankjes');
	});
});

test('a button that goes with its press leaves the focus on the turn', async () => {
	await desk.open();
	const onTurn = () => expect.poll(() => desk.focused()).toBe(desk.first.ordinal);
	await desk.pick('groen');
	expect(quotes(await desk.until((list) => list.length === 1))).toHaveLength(1);
	await page.getByRole('button', { name: 'Weghalen' }).press('Enter');
	await onTurn();
	await page.getByRole('region', { name: 'Meldingen' }).getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
	await onTurn();
	await page.keyboard.press('n');
	await page.keyboard.press('x');
	await page.getByRole('button', { name: 'Stop met markeren' }).press('Enter');
	await onTurn();
	await page.keyboard.press('l');
	await page.getByRole('button', { name: 'Alles tonen' }).press('Enter');
	await onTurn();
	expect(desk.person.faults).toEqual([]);
});

test('a coding that goes while its note is written: what was typed is kept, and letters that follow do nothing', async () => {
	await desk.open();
	await desk.pick('groen');
	const [coding] = await desk.until((list) => list.length === 1);
	await page.keyboard.press('m');
	await page.keyboard.type('Half af');
	await desk.call(`${desk.base}/codings/${coding?.id}`, undefined, 'DELETE');
	await page.getByText('De notitie bij Groen en spelen is niet opgeslagen.').waitFor();
	const inPanel = () => desk.panel().evaluate((panel) => panel === document.activeElement);
	await expect.poll(inPanel).toBe(true);
	await page.keyboard.type('1.');
	await desk.panel().getByText('Half af').waitFor();
	expect(await desk.codings()).toEqual([]);
	await page.keyboard.press('Escape');
	await expect.poll(() => desk.focused()).toBe(desk.first.ordinal);
});

test('signed out in another window: that is told with the next coding, which is stored after signing in again', async () => {
	await desk.open();
	const { origin } = desk.app;
	await page.request.post('/logout', { form: {}, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
	await desk.chooseSentence(3);
	await page.keyboard.press('c');
	await page.getByRole('dialog', { name: 'Codeer het gekozen fragment' }).waitFor();
	await page.keyboard.type('groen');
	await page.keyboard.press('Enter');
	const cover = page.getByRole('dialog', { name: 'U bent uitgelogd' });
	await cover.waitFor();
	await signIn({ ...desk.person, origin }, emailOf('Ada'), password);
	await page.evaluate(() => dispatchEvent(new Event('focus')));
	await cover.waitFor({ state: 'detached' });
	expect(quotes(await desk.until((list) => list.length === 1))).toEqual([sentences[2]]);
});
