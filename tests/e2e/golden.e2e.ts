import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { goldenVectors } from '../support/golden-vectors.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';
import { prepareProject, type Prepared } from '../support/story-project.ts';

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

let app: App;
let browser: TestBrowser;
let person: Person;
let token: string;
let project: Prepared;
let sourceId: string;

const turns = goldenVectors.map(({ text }) => `Bewoner: Hier staat ${text} tussen woorden.`);

beforeAll(async () => {
	const dataFolder = preparedFolder();
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	project = await prepareProject(app.origin, token, {});
	const form = new FormData();
	form.set('areaId', project.areaId);
	form.set('waveId', project.waveIds[1] ?? '');
	form.set('group', 'resident');
	form.set('file', new Blob([`Interviewer: Dag.\n\n${turns.join('\n\nInterviewer: Ja.\n\n')}\n`]), 'tekens.txt');
	sourceId = ((await (await call('/sources', { method: 'POST', body: form })).json()) as { id: string }).id;
	const source = (await (await call(`/sources/${sourceId}`)).json()) as { speakers: { id: string; label: string }[] };
	const speakerId = source.speakers.find(({ label }) => label === 'Bewoner')?.id;
	const operations = [{ kind: 'set-role', speakerId, role: 'respondent' }];
	await send('PATCH', `/sources/${sourceId}/turns`, { version: 1, operations });
	await send('PATCH', `/sources/${sourceId}`, { status: 'released' });
	person = await newPerson(browser, app.origin, { width: 1440, height: 900 });
	await signIn(person, email, password);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

const call = (path: string, init: RequestInit = {}) =>
	fetch(`${app.origin}/api/v1/projects/${project.id}${path}`, {
		...init,
		headers: { authorization: `Bearer ${token}`, ...init.headers }
	});
const send = async (method: string, path: string, body: unknown) => {
	const answer = await call(path, {
		method,
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json' }
	});
	expect(answer.ok, `${path}: ${await answer.clone().text()}`).toBe(true);
};

/** Where some letters of a turn are drawn, in the window. */
const boxOf = (selector: string, letters: string) => `(() => {
	const node = document.querySelector(${JSON.stringify(selector)}).firstChild;
	const at = node.data.indexOf(${JSON.stringify(letters)});
	const range = document.createRange();
	range.setStart(node, at);
	range.setEnd(node, at + ${letters.length});
	node.parentElement.scrollIntoView({ block: 'center' });
	const { left, right, top, bottom } = range.getBoundingClientRect();
	return { left, right, y: (top + bottom) / 2 };
})()`;

type Box = { readonly left: number; readonly right: number; readonly y: number };

/** The same, when the text has come to rest: the coding before may still bring its passage into sight. */
const restingBox = async (page: Page, selector: string, letters: string): Promise<Box> => {
	let box = await page.evaluate<Box>(boxOf(selector, letters));
	for (const from = Date.now(); Date.now() - from < 30_000;) {
		await page.waitForTimeout(100);
		const next = await page.evaluate<Box>(boxOf(selector, letters));
		if (next.y === box.y && next.left === box.left) return next;
		box = next;
	}
	throw new Error(`the text of ${selector} does not come to rest`);
};

/** The words of everything that is drawn as coded. */
const drawn = `[...CSS.highlights].filter(([name]) => !/selection|chosen/.test(name)).flatMap(([, marks]) => [...marks].map((mark) => mark.startContainer.data.slice(mark.startOffset, mark.endOffset)))`;

test('what is selected in the browser is what everybody gets, for every kind of sign', async () => {
	const { page } = person;
	await page.goto(`/projects/${project.id}/sources/${sourceId}`);
	const expected = goldenVectors.map(({ text }) => text.normalize('NFC'));
	for (const [at, text] of expected.entries()) {
		const words = `[data-turn="${2 * at + 2}"] .words`;
		await page.locator(words).waitFor();
		const box = await restingBox(page, words, text);
		await page.mouse.move(box.left + 0.5, box.y);
		await page.mouse.down();
		await page.mouse.move((box.left + box.right) / 2, box.y);
		await page.mouse.move(box.right - 0.5, box.y);
		await page.mouse.up();
		const search = page.getByRole('combobox', { name: 'Zoek een code' });
		await search.fill('groen');
		await search.press('Enter');
		await search.waitFor({ state: 'detached' });
		await expect.poll(() => page.evaluate<string[]>(drawn)).toContain(text);
	}
	await page.getByText('opgeslagen', { exact: false }).first().waitFor();

	// The API, and with it the database; both ends in code points.
	type Coded = { quote: string; start: number; end: number };
	const codings = async () =>
		((await (await call(`/codings?sourceId=${sourceId}&limit=100`)).json()) as { items: Coded[] }).items;
	const { text } = (await (await call(`/sources/${sourceId}`)).json()) as { text: string };
	await expect.poll(async () => (await codings()).map(({ quote }) => quote).toSorted()).toEqual(expected.toSorted());
	for (const { quote, start, end } of await codings()) expect([...text].slice(start, end).join('')).toBe(quote);

	// The export.
	const csv = await (await call('/exports/quotes?format=csv')).text();
	for (const quote of expected) expect(csv).toContain(quote);

	// Drawn again from the database; what is out of sight is not drawn.
	await page.reload();
	for (const [at, text] of expected.entries()) {
		const words = page.locator(`[data-turn="${2 * at + 2}"] .words`);
		// Not by the driver, which waits until nothing moves: turns get their height as they come into sight.
		await words.evaluate((element) => element.scrollIntoView({ block: 'center' }));
		await expect.poll(() => page.evaluate<string[]>(drawn)).toContain(text);
	}
});
