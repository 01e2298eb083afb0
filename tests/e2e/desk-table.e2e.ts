import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { newPerson, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

/**
 * The desk, rule by rule: each key with what it does, each way to choose words with the exact words, and what happens to
 * work that was not stored when a code or the text changes meanwhile. SHOTS=folder keeps pictures of the steps.
 */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

/** What the turn of the test says; it ends with the sign that stood there before. */
const sentences = [
	'Het park é is echt opgeknapt 😀.',
	'Wij spelen er nu elke dag met alle kinderen uit de straat en buurt.',
	'De bankjes zijn nieuw.',
	'Dat is fijn'
] as const;

type Coding = {
	id: string;
	start: number;
	end: number;
	quote: string;
	codePath: string;
	valences: string[];
	memo: string;
};
type Source = { text: string; version: number; turns: { ordinal: number; start: number; end: number }[] };

let app: App;
let browser: Browser;
let page: Page;
let token: string;
let base: string;
let sourceId: string;
let ordinal: number;

const call = async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => {
	const response = await fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	});
	if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
	return (response.status === 204 ? null : await response.json()) as T;
};
const items = async <T>(path: string) => (await call<{ items: T[] }>(path)).items;
const source = () => call<Source>(`${base}/sources/${sourceId}`);
/** The turn of the test, as the server has it now. */
const place = async () => {
	const read = await source();
	const turn = read.turns.find((one) => one.ordinal === ordinal);
	if (!turn) throw new Error('the turn is gone');
	return { ...turn, version: read.version, words: [...read.text].slice(turn.start, turn.end).join('') };
};
/** The codings in the turn, in reading order. */
const codings = async (): Promise<readonly Coding[]> => {
	const { start, end } = await place();
	return (await items<Coding>(`${base}/codings?sourceId=${sourceId}&limit=500`))
		.filter((one) => one.start < end && start < one.end)
		.sort((a, b) => a.start - b.start || a.end - b.end);
};
const until = async (is: (list: readonly Coding[]) => boolean): Promise<readonly Coding[]> => {
	for (let tries = 0; tries < 100; tries += 1) {
		const list = await codings();
		if (is(list)) return list;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`stored: ${JSON.stringify(await codings())}`);
};
const quotes = (list: readonly Coding[]) => list.map(({ quote }) => quote);
/** Corrects the turn: words come in the place of others, or before all of it. */
const edit = async (changes: readonly (readonly [from: string, to: string])[]) => {
	const { start, words, version } = await place();
	const operations: unknown[] = [];
	let at = -start;
	for (const [from, to] of changes) {
		const found = [...words.slice(0, words.indexOf(from))].length;
		if (found - at > 0) operations.push({ retain: found - at });
		if (to !== '') operations.push({ insert: to });
		if (from !== '') operations.push({ delete: [...from].length });
		at = found + [...from].length;
	}
	await call(`${base}/sources/${sourceId}/edits`, { version, operations, reason: 'nageluisterd' });
};
const barriers = async () =>
	(await findingsOfAxe(page)).filter(
		(finding) =>
			!/^target-size: <button[^>]* class="bar/.test(finding) &&
			!/^target-size: <button[^>]* data-row=.*partially obscured/.test(finding)
	);
const said = async () => (await page.locator('.desk > [role="status"]').textContent())?.trim();
const turn = () => page.locator(`[data-turn="${ordinal}"]`);
const focused = () =>
	page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>('[data-turn]')?.dataset['turn']));
const panel = () => page.getByRole('complementary', { name: 'Dit fragment' });
const shot = async (name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `desk-${name}.png`) });
};
const open = async () => {
	await page.goto(`${app.origin}${base}/sources/${sourceId}`);
	await turn().waitFor();
	await turn().scrollIntoViewIfNeeded();
	await turn().focus();
};
/** Chooses a sentence with the keys, from 1. */
const chooseSentence = async (number: number) => {
	await turn().focus();
	await page.keyboard.press('Escape');
	await page.keyboard.press('Enter');
	for (let step = 0; step < number; step += 1) await page.keyboard.press('ArrowRight');
	await expect.poll(said).toMatch(new RegExp(`zin ${number} van`));
};
const pick = async (code: string) => {
	await page.keyboard.press('c');
	await page.getByRole('dialog').waitFor();
	await page.keyboard.type(code);
	await page.keyboard.press('Enter');
	await page.getByRole('dialog').waitFor({ state: 'detached' });
};
/** The middle of the first letter of words in the turn, on the screen. */
const letter = (words: string) =>
	page.evaluate(
		([ordinal, words]) => {
			const node = document.querySelector(`[data-turn="${ordinal}"] .words`)?.firstChild;
			if (!(node instanceof Text)) throw new Error('no words');
			const at = node.data.indexOf(words);
			const range = document.createRange();
			range.setStart(node, at);
			range.setEnd(node, at + 1);
			const { left, right, top, bottom } = range.getBoundingClientRect();
			return { x: (left + right) / 2, y: (top + bottom) / 2 };
		},
		[ordinal, words] as const
	);
/** Takes all codings of the turn away, so that each test begins with an empty one. */
const empty = async () => {
	for (const { id } of await codings()) await call(`${base}/codings/${id}`, undefined, 'DELETE');
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
		const { turns, text } = await call<Source>(`${base}/sources/${id}`);
		const coded = await items<Coding>(`${base}/codings?sourceId=${id}&limit=500`);
		const signs = [...text];
		const free = turns.find(
			({ start, end, ordinal }) =>
				ordinal > 2 &&
				signs.slice(start, end).join('').split('. ').length >= 3 &&
				signs[end - 1] === '.' &&
				!coded.some((coding) => coding.start < end && start < coding.end)
		);
		if (!free) continue;
		[sourceId, ordinal] = [id, free.ordinal];
		break;
	}
	const { words } = await place();
	await edit([[words.slice(0, -1), sentences.join(' ')]]);
	expect((await place()).words).toBe(`${sentences.join(' ')}.`);
	const person = await newPerson(browser, app.origin);
	page = person.page;
	await resize(page, { width: 1440, height: 900 });
	await signIn(person, email, password);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

beforeEach(async () => {
	await page.context().setOffline(false);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await empty();
});

describe('choosing words', () => {
	test('by keys: each choice is said with its sentence and its words', async () => {
		await open();
		const steps = [
			['Enter', 'Gekozen: hele beurt, 27 woorden'],
			['ArrowRight', 'Gekozen: zin 1 van 4, 6 woorden'],
			['ArrowRight', 'Gekozen: zin 2 van 4, 14 woorden'],
			['Shift+ArrowLeft', 'Gekozen: 13 woorden'],
			['Shift+ArrowLeft', 'Gekozen: 12 woorden'],
			['Shift+ArrowRight', 'Gekozen: 13 woorden'],
			['Shift+ArrowRight', 'Gekozen: zin 2 van 4, 14 woorden'],
			['ArrowLeft', 'Gekozen: zin 1 van 4, 6 woorden']
		] as const;
		for (const [key, sentence] of steps) {
			await page.keyboard.press(key);
			await expect.poll(said, { message: key }).toBe(sentence);
		}
	});

	test('by mouse: two clicks choose the sentence, three the whole turn', async () => {
		await open();
		const { x, y } = await letter('kinderen');
		await page.mouse.click(x, y, { clickCount: 2 });
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Groen');
		await page.keyboard.press('Enter');
		expect(quotes(await until((list) => list.length === 1))).toEqual([sentences[1]]);
		await page.keyboard.press('Control+z');
		await until((list) => list.length === 0);
		await page.mouse.click(x, y, { clickCount: 3 });
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Groen');
		await page.keyboard.press('Enter');
		expect(quotes(await until((list) => list.length === 1))).toEqual([`${sentences.join(' ')}.`]);
	});

	test('more codes at once: Space, Ctrl+Enter and Shift+Enter mark, Enter stores all, and one undo takes them back', async () => {
		await open();
		await chooseSentence(2);
		await page.keyboard.press('c');
		const picker = page.getByRole('dialog');
		await picker.waitFor();
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Control+Enter');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Shift+Enter');
		await page.keyboard.press('Enter');
		await picker.waitFor({ state: 'detached' });
		const stored = await until((list) => list.length === 3);
		expect(new Set(quotes(stored))).toEqual(new Set([sentences[1]]));
		expect(new Set(stored.map(({ codePath }) => codePath)).size).toBe(3);
		await page.keyboard.press('Control+z');
		await until((list) => list.length === 0);
		await page.keyboard.press('Control+y');
		await until((list) => list.length === 3);
		await page.keyboard.press('Control+z');
		await until((list) => list.length === 0);
	});
});

describe('each single key', () => {
	test('V A G B 0 give the chosen coding a direction on its axis, and take it off', async () => {
		await open();
		await chooseSentence(1);
		await pick('Groen');
		await until((list) => list.length === 1);
		for (const [key, valences] of [
			['v', ['forward']],
			['a', ['backward']],
			['g', ['backward', 'good']],
			['b', ['backward', 'improve']],
			['0', []]
		] as const) {
			await page.keyboard.press(key);
			const [one] = await until(([coding]) => String(coding?.valences) === String(valences));
			expect(one?.valences, key).toEqual(valences);
		}
	});

	test('J and K go by turn, N and P by coding, U to a turn without code', async () => {
		const { start, version } = await place();
		const code = (await items<{ id: string; isCodable: boolean }>(`${base}/codes`)).find(
			({ isCodable }) => isCodable
		)?.id;
		const passage = { sourceId, version, codeId: code };
		await call(`${base}/codings`, { ...passage, start, end: start + 8 });
		await call(`${base}/codings`, { ...passage, start: start + 9, end: start + 12 });
		await open();
		await page.keyboard.press('j');
		expect(await focused()).toBe(ordinal + 1);
		await page.keyboard.press('k');
		await page.keyboard.press('k');
		expect(await focused()).toBe(ordinal - 1);
		await page.keyboard.press('j');
		await page.keyboard.press('n');
		await expect.poll(said).toMatch(/\. Het park$/);
		await page.keyboard.press('n');
		await expect.poll(said).toMatch(/\. é i/);
		await page.keyboard.press('p');
		await expect.poll(said).toMatch(/\. Het park$/);
		await page.keyboard.press('u');
		const uncoded = await focused();
		expect(uncoded).not.toBe(ordinal);
		const there = await call<Source>(`${base}/sources/${sourceId}`);
		const found = there.turns.find((one) => one.ordinal === uncoded);
		const coded = await items<Coding>(`${base}/codings?sourceId=${sourceId}&limit=500`);
		expect(coded.some((one) => one.start < (found?.end ?? 0) && (found?.start ?? 0) < one.end)).toBe(false);
	});

	test('D makes the interviewer softer and R closes the panel, each again undoes it', async () => {
		await open();
		const words = page.locator('[data-turn].aside .words').first();
		const colour = () => words.evaluate((element) => getComputedStyle(element).color);
		const first = await colour();
		const own = await turn()
			.locator('.words')
			.evaluate((element) => getComputedStyle(element).color);
		await page.keyboard.press('d');
		await expect.poll(colour).not.toBe(first);
		expect([first, await colour()]).toContain(own);
		await page.keyboard.press('d');
		await expect.poll(colour).toBe(first);
		await panel().waitFor();
		await page.keyboard.press('r');
		await panel().waitFor({ state: 'hidden' });
		await page.keyboard.press('r');
		await panel().waitFor();
	});

	test('M goes to the note, Delete takes a coding away, and what was taken back is done again', async () => {
		await open();
		await chooseSentence(1);
		await pick('Groen');
		await until((list) => list.length === 1);
		await page.keyboard.press('m');
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('desk-memo');
		await turn().focus();
		await page.keyboard.press('Delete');
		await until((list) => list.length === 0);
		await page.keyboard.press('Control+z');
		await until((list) => list.length === 1);
		await page.keyboard.press('Control+y');
		await until((list) => list.length === 0);
	});

	test('can be switched off: then letters do nothing, and arrows and Enter still work', async () => {
		await open();
		await page.keyboard.press('?');
		const choice = page.getByRole('checkbox', { name: /Losse letters en cijfers/ });
		await choice.uncheck();
		await page.keyboard.press('Escape');
		await turn().focus();
		for (const key of ['j', 'k', 'u', 'n', 'v', '1', '.', 'x', 'q', 'r', 'm', 'f', '/', '?', 'Delete'])
			await page.keyboard.press(key);
		expect(await focused()).toBe(ordinal);
		await page.keyboard.press('Enter');
		await expect.poll(said).toBe('Gekozen: hele beurt, 27 woorden');
		await page.keyboard.press('c');
		expect(await page.getByRole('dialog').count()).toBe(0);
		await page.keyboard.press('ArrowDown');
		expect(await focused()).toBe(ordinal + 1);
		await page.getByRole('button', { name: 'Toetsen' }).click();
		await choice.check();
		await page.keyboard.press('Escape');
	});
});

describe('a coding that is there', () => {
	test('gets another code and a note, which stores itself, outlives a reload and tries again', async () => {
		await open();
		await chooseSentence(1);
		await pick('Groen');
		await until((list) => list.length === 1);
		await panel().getByRole('button', { name: 'Andere code' }).click();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Veilig');
		await page.keyboard.press('Enter');
		await until(([one]) => /veilig/i.test(one?.codePath ?? ''));
		await page.keyboard.press('Control+z');
		await until(([one]) => /groen/i.test(one?.codePath ?? ''));

		const note = panel().locator('#desk-memo');
		await note.fill('Een gedachte é 😀');
		await panel().getByText('concept bewaard').waitFor();
		await until(([one]) => one?.memo === 'Een gedachte é 😀');
		await panel().locator('.memo').getByText('opgeslagen').waitFor();

		await page.route('**/api/v1/**/codings/*', (route) =>
			route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: '{}' }) : route.continue()
		);
		await note.fill('Nog een gedachte');
		const again = panel().locator('.memo').getByRole('button', { name: 'Opnieuw proberen' });
		await again.waitFor();
		await open();
		await page.keyboard.press('n');
		await expect.poll(() => note.inputValue()).toBe('Nog een gedachte');
		await panel().getByText('concept bewaard').waitFor();
		await note.focus();
		await note.blur();
		await again.waitFor();
		await page.unrouteAll({ behavior: 'wait' });
		await again.click();
		await until(([one]) => one?.memo === 'Nog een gedachte');
	});

	test('shows its name beside its stripe on hover and focus, and its stripe stays where it is', async () => {
		await open();
		await chooseSentence(2);
		for (const code of ['Groen', 'Veilig', 'Hitte']) {
			await chooseSentence(2);
			await pick(code);
		}
		await until((list) => list.length === 3);
		await open();
		const bars = turn().locator('.lanes button.bar');
		await expect.poll(() => bars.count()).toBe(3);
		const places = () =>
			bars.evaluateAll((all) =>
				all.map((bar) => `${bar.getAttribute('aria-label')} ${(bar as HTMLElement).style.cssText}`)
			);
		const first = await places();
		const label = bars.last().locator('.label');
		const shown = () =>
			label.evaluate((element) => [getComputedStyle(element).display, getComputedStyle(element).maxWidth]);
		await bars.last().hover();
		expect(await shown()).toEqual(['block', 'none']);
		await page.mouse.move(5, 5);
		await expect.poll(shown).not.toEqual(['block', 'none']);
		await page.keyboard.press('Shift');
		await bars.last().focus();
		expect(await shown()).toEqual(['block', 'none']);
		await turn().focus();
		await page.keyboard.press('End');
		await expect
			.poll(() =>
				turn()
					.isVisible()
					.then(() => turn().boundingBox())
			)
			.not.toBeNull();
		await page.keyboard.press('Home');
		await turn().scrollIntoViewIfNeeded();
		expect(await places()).toEqual(first);
	});
});

describe('what could not be stored', () => {
	test('waits in a list: one tries again, another is given up', async () => {
		await open();
		await page.route('**/api/v1/**/codings', (route) =>
			route.request().method() === 'POST' ? route.fulfill({ status: 500, body: '{}' }) : route.continue()
		);
		await chooseSentence(1);
		await pick('Groen');
		await panel().getByRole('heading', { name: '1 codering is niet opgeslagen' }).waitFor();
		await shot('unsaved');
		expect(await barriers()).toEqual([]);
		await page.unrouteAll({ behavior: 'wait' });
		await panel().getByRole('button', { name: 'Opnieuw proberen' }).click();
		expect(quotes(await until((list) => list.length === 1))).toEqual([sentences[0]]);
		await page.route('**/api/v1/**/codings', (route) => route.fulfill({ status: 500, body: '{}' }));
		await chooseSentence(3);
		await pick('Groen');
		await panel().getByRole('button', { name: 'Weglaten' }).click();
		await panel()
			.getByRole('heading', { name: /niet opgeslagen/ })
			.waitFor({ state: 'detached' });
		await page.unrouteAll({ behavior: 'wait' });
		await open();
		expect((await codings()).length).toBe(1);
	});

	test('because its code went: it asks for another code', async () => {
		const { id } = await call<{ id: string }>(`${base}/codes`, { name: 'Tijdelijk é' });
		await open();
		await page.context().setOffline(true);
		await chooseSentence(3);
		await pick('Tijdelijk');
		await page.getByText(/geen verbinding: 1 wijziging wacht/).waitFor();
		await call(`${base}/codes/${id}`, undefined, 'DELETE');
		await page.context().setOffline(false);
		const waiting = panel().getByRole('region', { name: '1 codering is niet opgeslagen' });
		await waiting.getByText('Tijdelijk é', { exact: true }).waitFor();
		await waiting.getByText('Deze code is uit het codeboek').waitFor();
		await waiting.getByText(sentences[2]).waitFor();
		await shot('code-gone');
		expect(await barriers()).toEqual([]);
		const label = await waiting.getByRole('combobox').locator('option', { hasText: 'Groen en spelen' }).textContent();
		await waiting.getByRole('combobox').selectOption({ label: label?.trim() ?? '' });
		await waiting.getByRole('button', { name: 'Opnieuw proberen' }).click();
		const [one] = await until((list) => list.length === 1);
		expect(one).toMatchObject({ quote: sentences[2] });
		expect(one?.codePath).toMatch(/Groen en spelen$/);
	});

	test('is brought to the text as it is now: untouched words by itself, others by the coder', async () => {
		await open();
		await page.evaluate(() => ((window as { isSamePage?: boolean }).isSamePage = true));
		await page.context().setOffline(true);
		for (const number of [1, 2, 3]) {
			await chooseSentence(number);
			await pick('Groen');
		}
		await page.getByText(/geen verbinding: 3 wijzigingen wachten/).waitFor();
		await edit([
			['', 'Nou 👍🏽. '],
			[sentences[1], 'Jazeker.'],
			['nieuw', 'óud']
		]);
		await page.context().setOffline(false);
		const waiting = panel().getByRole('region', { name: '2 coderingen wachten op een plaats' });
		await waiting.waitFor();
		await page.getByText('De tekst van dit gesprek is intussen veranderd.').waitFor();
		expect(await page.evaluate(() => (window as { isSamePage?: boolean }).isSamePage)).toBe(true);
		expect(await focused()).toBe(ordinal);
		expect(quotes(await until((list) => list.length === 1))).toEqual([sentences[0]]);
		const [replaced, corrected] = await waiting.getByRole('listitem').all();
		if (!replaced || !corrected) throw new Error('two codings');
		await replaced.getByText(sentences[1]).waitFor();
		await corrected.getByText('De bankjes zijn óud.').waitFor();
		await shot('unplaced');
		expect(await barriers()).toEqual([]);

		await corrected.getByRole('button', { name: /^Zet op deze woorden/ }).click();
		await until((list) => quotes(list).includes('De bankjes zijn óud.'));
		await waiting.waitFor({ state: 'detached' });
		const left = panel().getByRole('region', { name: '1 codering wacht op een plaats' });
		await open();
		await left.getByRole('button', { name: /^Geef een plaats/ }).click();
		await page.getByText('Waar hoort Groen en spelen? Kies de woorden in de tekst.').waitFor();
		await chooseSentence(3);
		await shot('placing');
		expect(await barriers()).toEqual([]);
		await page.keyboard.press('c');
		await until((list) => quotes(list).includes('Jazeker.'));
		await left.waitFor({ state: 'detached' });
		expect(await page.getByText(/nog niet opgeslagen, en de woorden/).count()).toBe(0);

		// What was done before the text changed can still be taken back, in its order.
		await turn().focus();
		for (const rest of [[sentences[0], 'De bankjes zijn óud.'], [sentences[0]], []]) {
			await page.keyboard.press('Control+z');
			expect(quotes(await until((list) => list.length === rest.length))).toEqual(rest);
		}
	});
});

describe('the screen', () => {
	test('catches up with a colleague after a time without a connection, and is not loaded again for it', async () => {
		await page.route('**/api/v1/**/events?*', (route) => route.abort());
		await open();
		await page.evaluate(() => ((window as { isSamePage?: boolean }).isSamePage = true));
		await page.getByText('geen verbinding').first().waitFor();
		const { start, version } = await place();
		const code = (await items<{ id: string; isCodable: boolean }>(`${base}/codes`)).find(({ isCodable }) => isCodable);
		await call(`${base}/codings`, { sourceId, version, codeId: code?.id, start, end: start + 8 });
		expect(await turn().locator('.lanes button.bar').count()).toBe(0);
		await page.unrouteAll({ behavior: 'wait' });
		await turn().locator('.lanes button.bar').waitFor({ timeout: 60_000 });
		await page.getByText('geen verbinding').first().waitFor({ state: 'detached' });
		expect(await page.evaluate(() => (window as { isSamePage?: boolean }).isSamePage)).toBe(true);
	});

	test('has edges that go from normal to wide to narrow by a click or Enter, without a drag', async () => {
		await open();
		for (const [name, wide, narrow] of [
			['Breedte van het codeboek', 480, 180],
			['Breedte van het fragment', 560, 220],
			['Breedte van het deel naast de tekst', 70, 25]
		] as const) {
			if (name.includes('naast')) {
				await turn().focus();
				await page.keyboard.press('t');
			}
			const edge = page.getByRole('separator', { name });
			const now = async () => Number(await edge.getAttribute('aria-valuenow'));
			const normal = await now();
			await edge.click();
			await expect.poll(now, { message: name }).toBe(wide);
			await edge.press('Enter');
			await expect.poll(now, { message: name }).toBe(narrow);
			await edge.click();
			await expect.poll(now, { message: name }).toBe(normal);
		}
		expect(await barriers()).toEqual([]);
		await page.keyboard.press('Escape');
	});

	test('of a tablet: nothing goes sideways, a passage gets a code, and labels of stripes show on hover', async () => {
		await resize(page, { width: 768, height: 1024 });
		await open();
		const isSideways = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
		expect(await isSideways()).toBe(false);
		await chooseSentence(2);
		await pick('Groen');
		await until((list) => list.length === 1);
		const bar = turn().locator('.lanes button.bar').first();
		const label = () => bar.locator('.label').evaluate((element) => getComputedStyle(element).display);
		await page.mouse.move(5, 5);
		await turn().focus();
		await bar.hover();
		await expect.poll(label).toBe('block');
		expect(await isSideways()).toBe(false);
		await shot('tablet');
		expect(await barriers()).toEqual([]);
		for (const name of ['Codes', 'Fragment']) {
			const way = page.locator('.bar').getByRole('button', { name: new RegExp(`^${name}`) });
			await way.click();
			await shot(`tablet-${name.toLowerCase()}`);
			expect(await isSideways()).toBe(false);
			expect(await barriers()).toEqual([]);
			await way.click();
		}
		await resize(page, { width: 1440, height: 900 });
	});
});
