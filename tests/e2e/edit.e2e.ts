import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';
import { drawn, focusEditor, keepFocus } from '../support/still.ts';

/**
 * A released interview is corrected after coding: by mouse and by keyboard, with a colleague at the same text.
 * SHOTS=folder keeps pictures of the steps.
 */

const password = 'een lange zin voor de test';
const email = 'ada@example.org';

type Coding = {
	id: string;
	codeId: string;
	start: number;
	end: number;
	version: number;
	quote: string;
	codePath: string;
};
type Orphan = { id: string; quote: string; code: { name: string } };
type Source = { id: string; title: string; version: number; text: string };

let app: App;
let browser: TestBrowser;
let person: Person;
let page: Page;
let base: string;
let sourceId: string;

const api = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
	const answer = await page.request.fetch(`${app.origin}/api/v1${base}${path}`, {
		method,
		headers: { origin: app.origin },
		...(data !== undefined && { data })
	});
	if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
	return (answer.status() === 204 ? null : await answer.json()) as T;
};
const read = () => api<Source>('GET', `/sources/${sourceId}`);
const codings = async () =>
	(await api<{ items: Coding[] }>('GET', `/codings?sourceId=${sourceId}&limit=500`)).items.toSorted(
		(a, b) => a.start - b.start || a.end - b.end
	);
const orphans = async () => (await api<{ items: Orphan[] }>('GET', `/orphans?sourceId=${sourceId}`)).items;
const text = () => page.getByRole('textbox', { name: /^Tekst van / });
const review = () => page.getByRole('button', { name: 'Bekijken en opslaan …' });
const dialog = () => page.getByRole('dialog');
const shot = async (name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `edit-${name}.png`) });
};
const open = async () => {
	await page.goto(`${base}/sources/${sourceId}/edit`);
	await text().waitFor();
};
/** Stores what was changed, with a reason, and waits for the new version. */
const store = async (reason: string) => {
	const { version } = await read();
	await review().click();
	await dialog().getByLabel('Waarom verandert u de tekst?').fill(reason);
	await dialog()
		.getByRole('button', { name: /^Opslaan als versie/ })
		.click();
	await page.getByText(`Versie ${version + 1} is opgeslagen.`).waitFor();
	return read();
};
/** A colleague stores a version, at the same time. */
const colleague = async (at: number, insert: string, out = 0) => {
	const { version } = await read();
	const operations = [...(at > 0 ? [{ retain: at }] : []), { insert }, ...(out > 0 ? [{ delete: out }] : [])];
	await api('POST', `/sources/${sourceId}/edits`, { version, operations, reason: 'door een collega' });
};
/** Where words stand, in code points. */
const placeOf = (whole: string, words: string) => [...whole.slice(0, whole.indexOf(words))].length;
/** The line of the text in which a coding lies wholly. */
const lineOf = ({ text: whole }: Source, { start, end }: Coding) => {
	const characters = [...whole];
	const from = characters.lastIndexOf('\n', start - 1) + 1;
	const to = characters.indexOf('\n', end);
	return { from, text: characters.slice(from, to === -1 ? undefined : to).join('') };
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	person = await newPerson(browser, app.origin, { width: 1440, height: 900 });
	page = person.page;
	await signIn(person, email, password);
	base = '';
	base = `/projects/${(await api<{ items: { id: string }[] }>('GET', '/projects')).items[0]?.id}`;
	const sources = (await api<{ items: (Source & { status: string })[] }>('GET', '/sources?status=released')).items;
	sourceId = sources.find(({ title }) => title === 'VOL-B-01')?.id ?? sources[0]?.id ?? '';
});

afterAll(async () => {
	expect(person.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

describe('a text that was coded is corrected', () => {
	test('by keyboard, and every code stays on its words', async () => {
		const before = await codings();
		await page.goto(`${base}/sources/${sourceId}/speakers`);
		await page.getByRole('link', { name: 'Tekst verbeteren' }).focus();
		await page.keyboard.press('Enter');
		await text().waitFor();
		await keepFocus(text());
		await focusEditor(text());
		await page.keyboard.press('Control+Home');
		await page.keyboard.type('Nieuwe 😀 regel');
		await page.keyboard.press('Enter');
		await page.getByText('Gewijzigd, nog niet opgeslagen.').waitFor();
		await shot('typing');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await review().focus();
		await page.keyboard.press('Enter');
		await dialog()
			.getByText(/^Raakt geen enkele codering\./)
			.waitFor();
		// The reason is what is asked first; without it nothing is stored.
		await page.keyboard.press('Enter');
		await dialog().getByText('Schrijf kort waarom.', { exact: false }).waitFor();
		await page.keyboard.type('nageluisterd');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.keyboard.press('Enter');
		await page.getByText('Versie 3 is opgeslagen.').waitFor();
		const after = await codings();
		expect(after.map(({ id, quote }) => ({ id, quote }))).toEqual(before.map(({ id, quote }) => ({ id, quote })));
		expect(after.every(({ version }) => version === 3)).toBe(true);
		await expect.poll(async () => (await read()).text.startsWith('Nieuwe 😀 regel\n')).toBe(true);
	});

	test('what was typed is there again after a reload, and can be taken back', async () => {
		await open();
		await focusEditor(text());
		await page.keyboard.press('Control+Home');
		await page.keyboard.type('concept ');
		await page.getByText('Gewijzigd, nog niet opgeslagen.').waitFor();
		page.once('dialog', (leave) => void leave.accept());
		await page.reload();
		await page.getByText('Uw concept van eerder staat er weer.').waitFor();
		await expect.poll(() => text().textContent()).toMatch(/^concept Nieuwe/);
		await page.getByRole('button', { name: 'Gooi wijzigingen weg' }).click();
		await dialog().getByRole('button', { name: 'Gooi wijzigingen weg' }).click();
		await expect.poll(() => text().textContent()).toMatch(/^Nieuwe/);
		await expect.poll(() => review().isDisabled()).toBe(true);
	});

	test('a line that goes leaves its codings loose: one gets a place by mouse, one by keyboard, one is let go', async () => {
		const source = await read();
		const all = await codings();
		const lines = new Map<string, Coding[]>();
		for (const coding of all) {
			const line = lineOf(source, coding).text;
			lines.set(line, [...(lines.get(line) ?? []), coding]);
		}
		const gone = [...lines].slice(0, 2);
		const hit = gone.flatMap(([, inLine]) => inLine);
		await open();
		for (const [line] of gone) {
			const paragraph = text().locator('p', { hasText: line }).first();
			await paragraph.scrollIntoViewIfNeeded();
			await focusEditor(text());
			await paragraph.click({ clickCount: 3 });
			await expect.poll(() => page.evaluate(() => getSelection()?.toString().trim())).toBe(line.trim());
			await drawn(page); // by now the editor knows it too
			await page.keyboard.press('Delete');
		}
		await review().click();
		await dialog()
			.getByText(/^Raakt .* los\./)
			.waitFor();
		await shot('preview');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await dialog().getByLabel('Waarom verandert u de tekst?').fill('hoort er niet in');
		await dialog()
			.getByRole('button', { name: /^Opslaan als versie/ })
			.click();
		await page.getByText('Versie 4 is opgeslagen.').waitFor();
		await expect.poll(() => orphans()).toHaveLength(hit.length);
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('orphans-title');
		await shot('loose');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);

		// by mouse
		const [first] = await orphans();
		await page
			.locator(`[data-orphan="${first?.id}"]`)
			.getByRole('button', { name: /^Geef een plaats/ })
			.click();
		const word = text().locator('p', { hasText: 'Nieuwe' }).first();
		await word.scrollIntoViewIfNeeded();
		await word.dblclick({ position: { x: 20, y: 12 } });
		await page.getByText('Gekozen: “Nieuwe').waitFor();
		await shot('placing');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.getByRole('button', { name: 'Zet de codering hier' }).click();
		await page.getByText(/heeft een nieuwe plaats/).waitFor();
		await expect.poll(async () => (await codings()).find(({ id }) => id === first?.id)?.quote).toBe('Nieuwe');

		// let go, and taken back
		const [second] = await orphans();
		if (!second) throw new Error('one coding only was loose');
		await page
			.locator(`[data-orphan="${second.id}"]`)
			.getByRole('button', { name: /^Laat vervallen/ })
			.click();
		await expect.poll(async () => (await orphans()).some(({ id }) => id === second.id)).toBe(false);
		await page.getByText(/Codering .* is vervallen\./).waitFor();
		await page.getByRole('button', { name: 'Ongedaan maken' }).last().click();
		await page.locator(`[data-orphan="${second.id}"]`).waitFor();

		// by keyboard
		await page
			.locator(`[data-orphan="${second.id}"]`)
			.getByRole('button', { name: /^Geef een plaats/ })
			.focus();
		await page.keyboard.press('Enter');
		await page.getByText('Nog niets gekozen.').waitFor();
		await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox');
		await focusEditor(text());
		await expect
			.poll(async () => {
				await page.keyboard.press('Control+Home');
				for (let signs = 0; signs < 8; signs += 1) await page.keyboard.press('Shift+ArrowRight');
				await drawn(page);
				return page.getByText('Gekozen: “Nieuwe 😀”').count();
			})
			.toBe(1);
		await page.keyboard.type('dit verandert niets');
		await page.keyboard.press('Control+Enter');
		await expect.poll(async () => (await codings()).find(({ id }) => id === second.id)?.quote).toBe('Nieuwe 😀');
		await expect.poll(async () => (await read()).version).toBe(4);
	});

	test('words inside a coding are flagged until somebody looked, on the page and at the desk', async () => {
		const source = await read();
		const longest = (await codings()).toSorted((a, b) => b.quote.length - a.quote.length)[0];
		if (!longest) throw new Error('no codings');
		// The text on which the demo's codings were made is sealed, with the names in it: this one is made on the text of now.
		const { items: codes } = await api<{ items: { id: string; isCodable: boolean }[] }>('GET', '/codes?limit=500');
		const long = await api<Coding>('POST', '/codings', {
			...{ sourceId, version: source.version, start: longest.start, end: longest.end },
			codeId: codes.find(({ id, isCodable }) => isCodable && id !== longest.codeId)?.id
		});
		const line = lineOf(source, long).text;
		// A word within the coding, that stands once in its line.
		const inside = long.quote.slice(12).match(/\p{L}{5,}/gu) ?? [];
		const word = inside.find((one) => line.split(one).length === 2) ?? '';
		await open();
		const paragraph = text().locator('p', { hasText: line }).first();
		await paragraph.scrollIntoViewIfNeeded();
		await focusEditor(text());
		await paragraph.scrollIntoViewIfNeeded();
		const middle = await paragraph.evaluate((element, wanted) => {
			const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const at = node.textContent?.indexOf(wanted) ?? -1;
				if (at === -1) continue;
				const range = new Range();
				range.setStart(node, at);
				range.setEnd(node, at + wanted.length);
				const { x, y, width, height } = range.getBoundingClientRect();
				return { x: x + width / 2, y: y + height / 2 };
			}
			throw new Error('the word is not in its paragraph');
		}, word);
		await page.mouse.dblclick(middle.x, middle.y);
		await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(word);
		await drawn(page); // by now the editor knows it too
		await page.keyboard.type(`echt ${word}`);
		await store('gemist woord');
		const flagged = page.locator(`[data-changed="${long.id}"]`);
		await flagged.locator('ins').first().waitFor();
		await page.goto(`${base}/sources/${sourceId}?coding=${long.id}`);
		await page.getByText('Door een verbetering van de tekst veranderden hier woorden.').waitFor();
		await page.getByRole('link', { name: /na te kijken/ }).waitFor();
		await shot('desk');
		await page.getByRole('link', { name: 'Bekijk in de versie waarin gecodeerd is' }).click();
		await page.locator('mark').waitFor();
		await expect.poll(() => page.locator('mark').textContent()).toContain(long.quote);
		await shot('seen');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.goto(`${base}/sources/${sourceId}?coding=${long.id}`);
		await page.getByRole('button', { name: 'Nagekeken' }).click();
		await page.getByText('1 codering nagekeken.').waitFor();
	});
});

describe('two people correct one text at once', () => {
	test('what does not touch each other comes together by itself', async () => {
		await open();
		await focusEditor(text());
		await page.keyboard.press('Control+Home');
		await page.keyboard.type('Mijn ');
		await colleague([...(await read()).text].length, '\nVan de collega.');
		await review().click();
		await page.getByText(/Uw wijzigingen raken die niet/).waitFor();
		await expect.poll(() => text().textContent()).toMatch(/^Mijn .*Van de collega\.$/s);
		const stored = await store('samen');
		expect(stored.text).toMatch(/^Mijn [\s\S]*Van de collega\.$/);
	});

	test('what does is chosen by a person, and nothing is overwritten', async () => {
		await open();
		const { text: whole } = await read();
		await focusEditor(text());
		await page.keyboard.press('Control+Home');
		await page.keyboard.type('Wij: ');
		await colleague(placeOf(whole, 'Mijn'), 'Zij: ');
		await review().click();
		await page.getByText('Iemand anders veranderde dezelfde passages').waitFor();
		await shot('meeting');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		const go = page.getByRole('button', { name: 'Ga verder met deze tekst' });
		await expect.poll(() => go.isDisabled()).toBe(true);
		await page.getByRole('radio', { name: /^Eerst die van/ }).check();
		await go.click();
		await text().waitFor();
		const stored = await store('gekozen');
		expect(stored.text.startsWith('Zij: Wij: Mijn')).toBe(true);
	});
});

test('a corrected file replaces the text, and codes stay on the words that stay', async () => {
	const { text: whole, version } = await read();
	const before = await codings();
	const corrected = whole.replace('Van de collega.', 'Van een goede 👍🏽 collega.');
	await open();
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'verbeterd.txt', mimeType: 'text/plain', buffer: Buffer.from(corrected) });
	await dialog()
		.getByText(/^Raakt geen enkele codering\./)
		.waitFor();
	await dialog().getByLabel('Waarom verandert u de tekst?').fill('elders verbeterd');
	await dialog()
		.getByRole('button', { name: /^Opslaan als versie/ })
		.click();
	await page.getByText(`Versie ${version + 1} is opgeslagen.`).waitFor();
	await expect.poll(async () => (await read()).text).toBe(corrected);
	const after = await codings();
	expect(after.map(({ id, quote }) => ({ id, quote }))).toEqual(before.map(({ id, quote }) => ({ id, quote })));
});

test('the versions say who, when, why and what, also without colours', async () => {
	await page.goto(`${base}/sources/${sourceId}/versions`);
	await page.getByText('elders verbeterd').waitFor();
	await expect.poll(() => page.locator('ins').first().textContent()).toContain('goede');
	await expect.poll(() => page.locator('ins').first().textContent()).toContain('erbij:');
	await shot('versions');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByLabel('Van', { exact: true }).selectOption('2');
	await page.getByRole('button', { name: 'Vergelijk' }).click();
	await page.getByRole('heading', { name: /^Verschil tussen versie 2 en versie/ }).waitFor();
	await expect.poll(() => page.locator('del').count()).toBeGreaterThan(0);
	await resize(page, { width: 390, height: 844 });
	await shot('versions-phone');
	await page.goto(`${base}/sources/${sourceId}/edit`);
	await text().waitFor();
	await shot('phone');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});
