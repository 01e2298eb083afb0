import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';
import { focusEditor, still } from '../support/still.ts';

/** Two people who write and read memos at the same time; one of them by keyboard only. */

const password = 'een lange zin voor de test';
const [ada, ben] = ['ada@example.org', 'ben@example.org'];

let app: App;
let browser: TestBrowser;
let writer: Person;
let reader: Person;
let base: string;
let sourceId: string;

type Made = { readonly status: number; readonly json: Record<string, unknown> };
const api = async ({ page }: Person, method: string, path: string, body?: unknown): Promise<Made> => {
	const answer = await page.request.fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: { origin: app.origin },
		...(body !== undefined && { data: body })
	});
	return { status: answer.status(), json: (await answer.json().catch(() => ({}))) as Record<string, unknown> };
};
type Listed = { readonly id: string; readonly title: string; readonly body: unknown; readonly version: number };
const memosCalled = async (person: Person, title: string): Promise<readonly Listed[]> => {
	const { json } = await api(person, 'GET', `${base}/memos?limit=500`);
	return (json['items'] as readonly Listed[]).filter((memo) => memo.title === title);
};
const textOf = (text: string) => [{ kind: 'paragraph', content: [{ kind: 'text', text, marks: [] }] }];
const article = (page: Page, name: string) => page.locator('article', { has: page.getByRole('heading', { name }) });
const newMemo = (page: Page) => page.getByRole('form', { name: 'Schrijf memo over het project' });
const text = (page: Page) => page.getByRole('textbox', { name: 'Tekst van de memo' });

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	[writer, reader] = await Promise.all([newPerson(browser, app.origin), newPerson(browser, app.origin)]);
	await signIn(writer, ada, password);
	const { json } = await api(writer, 'GET', '/projects');
	base = `/projects/${(json['items'] as { id: string }[])[0]?.id}`;
	const added = await api(writer, 'POST', `${base}/members`, { email: ben, roles: [{ role: 'coder' }] });
	expect(added.status, JSON.stringify(added.json)).toBeLessThan(300);
	await signIn(reader, ben, password);
	const sources = (await api(writer, 'GET', `${base}/sources`)).json['items'] as { id: string; status: string }[];
	sourceId = sources.find(({ status }) => status === 'released')?.id ?? '';
});

afterAll(async () => {
	expect(writer.faults).toEqual([]);
	expect(reader.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

test('a memo with a reference is written by keyboard only, and read again with its link', async () => {
	const { page } = writer;
	await page.goto(`${base}/memos`);
	await page.getByRole('button', { name: 'Schrijf memo over het project' }).focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
	await page.keyboard.type('Alleen voor mij');
	await text(page).waitFor();
	// Title, kind, the bar of buttons, the text.
	await page.keyboard.press('Tab');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	for (let stops = 0; stops < 2; stops += 1) await page.keyboard.press('Tab');
	await focusEditor(text(page).and(page.locator(':focus')));
	await page.keyboard.type('Zie @');
	await page.getByRole('combobox', { name: 'Waarnaar verwijst u?' }).waitFor();
	await page.keyboard.type('gro');
	await page.getByRole('option', { name: /Groen/ }).first().waitFor();
	await page.keyboard.press('Enter');
	await page.keyboard.type('en verder 😀');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.keyboard.press('Control+Enter');
	const memo = article(page, 'Alleen voor mij');
	await memo.getByText('Alleen voor u').waitFor();
	await memo.getByText('en verder 😀').waitFor();
	await memo.getByText('Mogelijke verklaring', { exact: true }).waitFor();
	expect(await memosCalled(writer, 'Alleen voor mij')).toMatchObject([{ kind: 'explanation' }]);
	await memo.getByRole('link', { name: /Groen/ }).click();
	await page.waitForURL(/\/codebook\?code=/);
});

test('a reload in the middle of typing keeps what was typed', async () => {
	const { page } = writer;
	await page.goto(`${base}/memos`);
	await page.getByRole('button', { name: 'Schrijf memo over het project' }).click();
	await newMemo(page).getByLabel('Titel').fill('Half af');
	await focusEditor(text(page));
	await page.keyboard.type('midden in een');
	await page.reload();
	await text(page).waitFor();
	await expect.poll(() => newMemo(page).getByLabel('Titel').inputValue()).toBe('Half af');
	await expect.poll(() => text(page).textContent()).toBe('midden in een');
	expect(await memosCalled(writer, 'Half af')).toEqual([]);
	await newMemo(page).getByText('Het team', { exact: true }).click();
	await page.getByRole('button', { name: 'Memo opslaan' }).click();
	await article(page, 'Half af').getByText('Gedeeld').waitFor();
	expect(await memosCalled(writer, 'Half af')).toHaveLength(1);
});

test('a colleague sees a shared memo come and change without a reload, and never a private one', async () => {
	await reader.page.goto(`${base}/memos`);
	await article(reader.page, 'Half af').waitFor();
	expect(await article(reader.page, 'Alleen voor mij').count()).toBe(0);
	const about = { kind: 'project' };
	await api(writer, 'POST', `${base}/memos`, { about, title: 'Ook geheim', body: textOf('x') });
	await api(writer, 'POST', `${base}/memos`, {
		about,
		title: 'Nieuws',
		kind: 'question',
		body: textOf('Klopt dit?'),
		visibility: 'shared'
	});
	await article(reader.page, 'Nieuws').waitFor();
	const [news] = await memosCalled(writer, 'Nieuws');
	await api(writer, 'PATCH', `${base}/memos/${news?.id}`, { version: 1, body: textOf('Klopt dit echt?') });
	await article(reader.page, 'Nieuws').getByText('Klopt dit echt?').waitFor();
	expect(await article(reader.page, 'Ook geheim').count()).toBe(0);
	expect(await reader.page.content()).not.toContain('Ook geheim');
});

test('a question is settled by a colleague and opened again', async () => {
	const news = article(reader.page, 'Nieuws');
	await news.getByRole('button', { name: 'Markeer als beantwoord' }).click();
	await news.getByText('Beantwoord volgens Ben').waitFor();
	await news.getByRole('button', { name: 'Zet weer open' }).click();
	await news.getByText('Vraag aan het team: open').waitFor();
	expect(await news.getByRole('button', { name: 'Bewerken' }).count()).toBe(0);
});

test('filters stand in the address, words do not', async () => {
	const { page } = writer;
	const addresses: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	await page.goto(`${base}/memos`);
	await page.getByLabel('Vragen').selectOption('Open vragen');
	await page.waitForURL(/settled=false/);
	await article(page, 'Nieuws').waitFor();
	await article(page, 'Half af').waitFor({ state: 'detached' });
	await page.getByRole('button', { name: 'Toon alles' }).click();
	await article(page, 'Half af').waitFor();
	await page.getByLabel('Woorden in titel of tekst').fill('midden in een');
	await page.keyboard.press('Enter');
	await article(page, 'Nieuws').waitFor({ state: 'detached' });
	await article(page, 'Half af').waitFor();
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: "Memo's als CSV" }).click()
	]);
	expect(file.suggestedFilename()).toMatch(/\.csv$/);
	expect(addresses.filter((address) => /midden/.test(address))).toEqual([]);
	await page.getByLabel('Woorden in titel of tekst').fill('staat nergens');
	await page.keyboard.press('Enter');
	await page.getByText("Geen memo's gevonden").waitFor();
});

test('what is written in a memo that is there stores itself; a change elsewhere is told and settled', async () => {
	const { page } = writer;
	await page.goto(`${base}/memos`);
	await article(page, 'Half af')
		.getByRole('button', { name: /Bewerken/ })
		.click();
	await focusEditor(text(page));
	await page.keyboard.press('Control+End');
	await page.keyboard.type(' zin');
	await page.getByText('opgeslagen', { exact: true }).waitFor();
	const [stored] = await memosCalled(writer, 'Half af');
	// What is typed here is not stored yet when the change elsewhere is.
	await page.route('**/api/v1/**/memos/*', (route) => route.abort());
	await page.keyboard.type(' en meer');
	await api(writer, 'PATCH', `${base}/memos/${stored?.id}`, { version: stored?.version, body: textOf('van elders') });
	await page.unrouteAll({ behavior: 'wait' });
	await page.getByText('Deze memo is intussen ergens anders veranderd').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('button', { name: /^Beide/ }).click();
	await page.getByText('opgeslagen', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Klaar' }).click();
	const memo = article(page, 'Half af');
	await memo.getByText('midden in een zin en meer').waitFor();
	await memo.getByText('van elders').waitFor();
});

test('a memo that is deleted comes back by undo', async () => {
	const { page } = writer;
	await article(page, 'Half af')
		.getByRole('button', { name: /Meer over/ })
		.click();
	await page.getByRole('menuitem', { name: 'Verwijderen' }).click();
	await article(page, 'Half af').waitFor({ state: 'detached' });
	const focusedMemo = () =>
		page.evaluate(() => document.activeElement?.closest('[data-memo]')?.getAttribute('aria-label') ?? null);
	// By key one goes on at the memo beside it, and at the memo itself once it is back.
	await expect.poll(focusedMemo).not.toBe(null);
	await page.getByRole('status').getByRole('button', { name: 'Ongedaan maken' }).click();
	await article(page, 'Half af').waitFor();
	await expect.poll(focusedMemo).toBe('Half af');
});

test('on the desk, W writes a memo on the turn with the focus, and the turn tells it has one', async () => {
	const { page } = writer;
	await page.goto(`${base}/sources/${sourceId}`);
	const turn = page.locator('[data-turn="2"]');
	await turn.focus();
	const marks = async () => {
		const mark = turn.locator('.memos');
		return (await mark.count()) === 0 ? 0 : Number.parseInt((await mark.textContent()) ?? '0');
	};
	await page.getByRole('region', { name: "Memo's bij beurt 2" }).waitFor();
	const before = await still(page, marks);
	await page.keyboard.press('w');
	const form = page.getByRole('form', { name: 'Schrijf memo bij beurt 2' });
	await form.getByLabel('Titel').and(page.locator(':focus')).waitFor();
	await page.keyboard.type('Bij de beurt');
	await focusEditor(text(page));
	await page.keyboard.type('Hier valt iets op 👀');
	await page.keyboard.press('Control+Enter');
	const here = page.getByRole('region', { name: "Memo's bij beurt 2" });
	await here.locator('article').getByText('Hier valt iets op').waitFor();
	await expect.poll(() => marks()).toBe(before + 1);
	await expect
		.poll(async () =>
			(await findingsOfAxe(page)).filter((finding) => !/^target-size: <button[^>]* class="bar/.test(finding))
		)
		.toEqual([]);
});

test('on the codebook a code shows what was written about it', async () => {
	const { page } = writer;
	const codes = (await api(writer, 'GET', `${base}/codes`)).json['items'] as { id: string; name: string }[];
	const code = codes[0];
	await api(writer, 'POST', `${base}/memos`, {
		about: { kind: 'code', codeId: code?.id },
		title: 'Over de code',
		body: textOf('Waar ligt de grens?')
	});
	await page.goto(`${base}/codebook?code=${code?.id}`);
	await article(page, 'Over de code').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('200 memos come page by page, without an editor for any of them', async () => {
	const { page } = writer;
	for (let at = 0; at < 200; at += 10)
		await Promise.all(
			Array.from({ length: 10 }, (_, index) =>
				api(writer, 'POST', `${base}/memos`, {
					about: { kind: 'project' },
					title: `Veel ${at + index}`,
					body: textOf('Eén van velen')
				})
			)
		);
	await page.goto(`${base}/memos`);
	const memos = page.locator('article');
	for (let shown = 50; shown <= 200; shown += 50) {
		await expect.poll(() => memos.count()).toBe(shown);
		if (shown < 200) {
			await page.getByRole('button', { name: "Toon meer memo's" }).click();
			await page.getByText(`${shown + 50} memo's getoond`).waitFor();
		}
	}
	await expect.poll(() => page.locator('.memo-text').count()).toBe(0);
	const began = Date.now();
	await memos
		.nth(0)
		.getByRole('button', { name: /Bewerken/ })
		.click();
	await text(page).waitFor();
	expect(Date.now() - began).toBeLessThan(5000);
});
