import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';

/** The interviewer's way from a file to a handed-over interview: by mouse, and all of it by keyboard. */

type Cut = {
	readonly version: number;
	readonly status: string;
	readonly text: string;
	readonly speakers: readonly { readonly id: string; readonly label: string; readonly role: string; turns: number }[];
	readonly turns: readonly {
		readonly ordinal: number;
		readonly start: number;
		readonly end: number;
		readonly speakerId: string | null;
		readonly startMs: number | null;
		readonly endMs: number | null;
	}[];
};
type Items<T> = { readonly items: readonly T[] };

const talk = [
	'I: Hoe is het hier 😀?',
	'R1: Goed, in één wijk.',
	'R2: Mooi park.',
	'Noot1: de hond blaft.',
	'I: Dank u.',
	'R1: Graag gedaan.',
	'Noot1: einde.'
].join('\n\n');

let demo: DemoApp;
let page: Page;
let sourceId: string;
let uploads = 0;

const api = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
	const answer = await page.request.fetch(`${demo.app.origin}/api/v1${demo.base}${path}`, {
		method,
		headers: { origin: demo.app.origin },
		...(body !== undefined && { data: body })
	});
	return (await answer.json()) as T;
};
const upload = async (buffer: Buffer, name = 'Gesprek.txt'): Promise<string> => {
	const areas = await api<Items<{ id: string; kind: string }>>('/areas?limit=100');
	const waves = await api<Items<{ id: string }>>('/waves?limit=100');
	uploads += 1;
	const answer = await page.request.fetch(`${demo.app.origin}/api/v1${demo.base}/sources`, {
		method: 'POST',
		headers: { origin: demo.app.origin },
		multipart: {
			areaId: areas.items.find(({ kind }) => kind === 'district')?.id ?? '',
			waveId: waves.items[0]?.id ?? '',
			group: 'resident',
			title: `Gesprek ${uploads} 😀`,
			file: { name, mimeType: 'text/plain', buffer }
		}
	});
	return ((await answer.json()) as { id: string }).id;
};
const stored = () => api<Cut>(`/sources/${sourceId}`);
const labelsNow = async () => {
	const { turns, speakers } = await stored();
	return turns.map(({ speakerId }) => speakers.find(({ id }) => id === speakerId)?.label ?? null);
};
const open = async () => {
	await page.goto(`${demo.base}/sources/${sourceId}/speakers`);
	await page.locator('[data-turn="1"]').waitFor();
	await page.waitForLoadState('load');
};
const turn = (ordinal: number): Locator => page.locator(`[data-turn="${ordinal}"]`);
const press = async (ordinal: number, key: string) => {
	await turn(ordinal).focus();
	await page.keyboard.press(key);
};

beforeAll(async () => {
	demo = await openDemo();
	({ page } = demo.person);
});
beforeEach(async () => {
	sourceId = await upload(Buffer.from(talk, 'utf8'));
});
afterAll(async () => {
	expect(demo.person.faults).toEqual([]);
	await demo.close();
});

test('a file whose signs were guessed wrong is read in another way, by mouse, after a look', async () => {
	sourceId = await upload(Buffer.from('I: Hej.\n\nR: Mi\xb3o.', 'latin1'));
	await open();
	await page.getByText('West-Europees (Windows-1252)').first().waitFor();
	await page.getByText('Anders lezen', { exact: true }).click();
	await page.getByLabel('Tekens').selectOption('windows-1250');
	await page.getByRole('button', { name: 'Laat zien wat het wordt' }).click();
	const preview = page.getByRole('region', { name: 'Zo wordt het' });
	await preview.getByText('Miło.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await expect.poll(async () => (await stored()).text).toContain('Mi³o');
	await preview.getByRole('button', { name: 'Zo lezen' }).click();
	await page.getByText('Het bestand is anders gelezen.').waitFor();
	await turn(2).getByText('Miło.').waitFor();
	await expect.poll(() => stored()).toMatchObject({ version: 2, text: 'I: Hej.\n\nR: Miło.' });
});

test('speakers are left out by keyboard, and what was mended by hand goes only when somebody says so', async () => {
	await open();
	await press(3, '2'); // gives the turn to R1
	await expect.poll(labelsNow).toEqual(['I', 'R1', 'R1', 'Noot1', 'I', 'R1', 'Noot1']);
	await page.locator('#file summary').focus();
	await page.keyboard.press('Enter');
	await page.locator('#file').getByLabel('Sprekers').selectOption('off');
	await page.getByRole('button', { name: 'Laat zien wat het wordt' }).focus();
	await page.keyboard.press('Enter');
	const preview = page.getByRole('region', { name: 'Zo wordt het' });
	await preview.getByText('Die verbeteringen gaan weg.').waitFor();
	await expect.poll(() => preview.evaluate((element) => element === document.activeElement)).toBe(true);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.getByText('Het bestand is anders gelezen.').waitFor();
	await expect.poll(labelsNow).toEqual([null, null, null, null, null, null, null]);
	await expect.poll(async () => (await stored()).version).toBe(1);
});

test('turns are joined and given to speakers by key: M, 1 to 9, 0', async () => {
	await open();
	await press(2, 'm');
	await expect.poll(labelsNow).toEqual(['I', 'R1', 'Noot1', 'I', 'R1', 'Noot1']);
	await expect.poll(() => turn(2).evaluate((element) => element === document.activeElement)).toBe(true);
	await page.keyboard.press('1');
	await expect.poll(labelsNow).toEqual(['I', 'I', 'Noot1', 'I', 'R1', 'Noot1']);
	await press(3, '0');
	await expect.poll(labelsNow).toEqual(['I', 'I', null, 'I', 'R1', 'Noot1']);
	await page.keyboard.press('Control+z');
	await expect.poll(labelsNow).toEqual(['I', 'I', 'Noot1', 'I', 'R1', 'Noot1']);
});

test('and by mouse', async () => {
	await open();
	await turn(2).click();
	await page.getByRole('button', { name: 'Samenvoegen met de volgende' }).click();
	await expect.poll(labelsNow).toEqual(['I', 'R1', 'Noot1', 'I', 'R1', 'Noot1']);
	await turn(3).click();
	await turn(3).getByRole('combobox').selectOption({ label: 'Niemand' });
	await expect.poll(labelsNow).toEqual(['I', 'R1', null, 'I', 'R1', 'Noot1']);
});

test('speakers get a role, go together, or are no speaker, by mouse and by keyboard', async () => {
	await open();
	await page.getByLabel('Rol van R2').selectOption('interpreter');
	await expect
		.poll(async () => (await stored()).speakers.find(({ label }) => label === 'R2')?.role)
		.toBe('interpreter');
	await page.getByRole('button', { name: 'Meer over R2' }).click();
	await page.getByRole('menuitem', { name: 'Zelfde als R1' }).click();
	await expect.poll(labelsNow).toEqual(['I', 'R1', 'R1', 'Noot1', 'I', 'R1', 'Noot1']);
	await page.getByRole('button', { name: 'Meer over Noot1' }).focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem').first().waitFor();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter'); // "Dit is geen spreker"
	await expect.poll(labelsNow).toEqual(['I', 'R1', 'R1', 'I', 'R1']);
});

test('a new name is written where the old one stands in the text', async () => {
	await open();
	const field = page.getByLabel('Naam van R1');
	await field.fill('Mevrouw Één');
	await field.press('Tab');
	await expect.poll(async () => (await stored()).version).toBe(2);
	const { text, speakers } = await stored();
	expect(text).toContain('Mevrouw Één: Goed, in één wijk.');
	expect(text).not.toContain('R1:');
	expect(speakers.map(({ label }) => label)).toContain('Mevrouw Één');
	await page.getByLabel('Naam van Mevrouw Één').waitFor();
});

test('times are set by key and by mouse; what is no time is told', async () => {
	await open();
	await press(2, 't');
	await page.keyboard.press('Tab');
	await page.getByLabel('Begin', { exact: true }).fill('2:03');
	await page.getByLabel('Einde', { exact: true }).fill('1:59');
	await page.keyboard.press('Enter');
	await page.getByText('Het einde komt na het begin.').first().waitFor();
	await page.getByLabel('Einde', { exact: true }).fill('2:31');
	await page.keyboard.press('Enter');
	const times = async (at: number) => {
		const found = (await stored()).turns[at - 1];
		return [found?.startMs, found?.endMs];
	};
	await expect.poll(() => times(2)).toEqual([123_000, 151_000]);
	await turn(2).getByText('2:03').waitFor();
	await turn(3).click();
	await turn(3).getByRole('button', { name: 'Tijden' }).click();
	await page.getByLabel('Begin', { exact: true }).fill('3:00');
	await page.getByRole('button', { name: 'Zet deze tijden' }).click();
	await expect.poll(() => times(3)).toEqual([180_000, null]);
});

test('from the own work on, the next step, the hand-over and the restriction are buttons', async () => {
	const title = `Gesprek ${uploads} 😀`;
	const work = page.getByRole('main').getByRole('link', { name: title });
	await api(`/sources/${sourceId}`, 'PATCH', { status: 'pseudonymising' });
	await page.goto(`${demo.base}/work`);
	await work.first().click();
	await page.waitForURL((url) => url.pathname.includes(sourceId));
	await open();
	const status = async () => (await stored()).status;
	await page.getByRole('button', { name: 'Volgende stap: Kenmerken' }).click();
	await expect.poll(status).toBe('attributes');
	await page.getByRole('textbox', { name: /viel/ }).fill('De hond blafte 😀.');
	await page.getByRole('button', { name: 'Overdragen', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect.poll(status).toBe('handed-over');
	await page.goto(`${demo.base}/work`);
	await page.getByRole('heading', { level: 1 }).waitFor();
	await expect.poll(() => work.count()).toBe(0); // done: others go on with it
	await open();
	await page.getByRole('button', { name: 'Vrijgeven voor coderen' }).click();
	await page.getByRole('button', { name: 'Toch vrijgeven' }).click();
	await expect.poll(status).toBe('released');
	await page.getByRole('button', { name: 'Beperken', exact: true }).click();
	await expect.poll(status).toBe('restricted');
});
