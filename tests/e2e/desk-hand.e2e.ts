import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { newPerson, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

/** A coder at the desk with a mouse, who sets the desk to their own hand. SHOTS=folder keeps pictures of the steps. */

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

type Coding = { id: string; start: number; end: number; codePath: string };
type Source = { text: string; version: number; turns: { ordinal: number; start: number; end: number }[] };

let app: App;
let browser: Browser;
let page: Page;
let token: string;
let base: string;
let sourceId: string;
let source: Source;
let ordinal: number;
let place: { start: number; end: number };
/** beginnings and ends of words in the turn, in code points from its beginning */
let words: { start: number; end: number }[];

const call = async <T>(path: string, body?: unknown): Promise<T> => {
	const response = await fetch(`${app.origin}/api/v1${path}`, {
		method: body === undefined ? 'GET' : 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body === undefined ? {} : { body: JSON.stringify(body) })
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return (await response.json()) as T;
};
const items = async <T>(path: string) => (await call<{ items: T[] }>(path)).items;
const codings = async () =>
	(await items<Coding>(`${base}/codings?sourceId=${sourceId}&limit=500`))
		.filter(({ start, end }) => start < place.end && place.start < end)
		.sort((a, b) => a.start - b.start || a.end - b.end);
const untilStored = async (is: (list: readonly Coding[]) => boolean): Promise<readonly Coding[]> => {
	for (let tries = 0; tries < 100; tries += 1) {
		const list = await codings();
		if (is(list)) return list;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`stored: ${JSON.stringify(await codings())}`);
};
const barriers = async () =>
	(await findingsOfAxe(page)).filter(
		(finding) =>
			!/^target-size: <button[^>]* class="bar/.test(finding) &&
			// a row that is half scrolled out of its panel is as large as the others
			!/^target-size: <button[^>]* data-row=.*partially obscured/.test(finding)
	);
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
	await turn().scrollIntoViewIfNeeded();
	await turn().focus();
};
/** The middle of the letter at a code point of the turn, on the screen. */
const letter = (at: number) =>
	page.evaluate(
		([ordinal, at]) => {
			const node = document.querySelector(`[data-turn="${ordinal}"] .words`)?.firstChild;
			if (!(node instanceof Text)) throw new Error('no words');
			const before = [...node.data].slice(0, at).join('').length;
			const range = document.createRange();
			range.setStart(node, before);
			range.setEnd(node, before + 1);
			const { left, right, top, bottom } = range.getBoundingClientRect();
			return { left, right, x: (left + right) / 2, y: (top + bottom) / 2 };
		},
		[ordinal, at] as const
	);
const wordAt = (index: number) => {
	const word = words[index];
	if (!word) throw new Error(`no word ${index}`);
	return word;
};
const handle = async (edge: 'start' | 'end') => {
	const box = await page.locator(`[data-handle="${edge}"]`).boundingBox();
	if (!box) throw new Error(`no handle at the ${edge}`);
	expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};
/** Drags a handle so that its end of the passage comes to stand at the side of a word, and does `before` the drop. */
const drag = async (
	edge: 'start' | 'end',
	from: number,
	to: number,
	before: () => Promise<unknown> = () => Promise.resolve()
) => {
	const [grip, here, there] = [
		await handle(edge),
		await letter(edge === 'start' ? wordAt(from).start : wordAt(from).end - 1),
		await letter(edge === 'start' ? wordAt(to).start : wordAt(to).end - 1)
	];
	const side = edge === 'start' ? 'left' : 'right';
	await page.mouse.move(grip.x, grip.y);
	await page.mouse.down();
	await page.mouse.move(grip.x + there[side] - here[side], grip.y + there.y - here.y, { steps: 6 });
	await before();
	await page.mouse.up();
};
const absolute = (index: number, side: 'start' | 'end') => place.start + wordAt(index)[side];

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), launchBrowser()]);
	base = `/projects/${(await items<{ id: string }>('/projects'))[0]?.id}`;
	const released = (await items<{ id: string; status: string }>(`${base}/sources`)).filter(
		({ status }) => status === 'released'
	);
	for (const { id } of released) {
		const read = await call<Source>(`${base}/sources/${id}`);
		const coded = await items<Coding>(`${base}/codings?sourceId=${id}&limit=500`);
		const signs = [...read.text];
		const free = read.turns.find(
			({ start, end }) =>
				signs.slice(start, end).join('').split('. ').length >= 3 &&
				!coded.some((coding) => coding.start < end && start < coding.end)
		);
		if (!free) continue;
		[sourceId, source, ordinal, place] = [id, read, free.ordinal, { start: free.start, end: free.end }];
		const said = signs.slice(free.start, free.end).join('');
		words = [...said.matchAll(/[\p{L}\p{M}\d]+/gu)].map(({ 0: word, index }) => {
			const start = [...said.slice(0, index)].length;
			return { start, end: start + [...word].length };
		});
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

describe('a coder at the desk, with a mouse', () => {
	test('drags a code from the codebook to the text that is chosen', async () => {
		await open();
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowRight');
		await page.locator('[data-row]', { hasText: 'Groen en spelen' }).first().dragTo(turn().locator('.words'));
		const [one] = await untilStored((list) => list.length === 1);
		expect(one?.codePath).toMatch(/Groen en spelen$/);
		expect(one?.start).toBe(place.start);
	});

	test('drags the end and the beginning of the passage, by whole words, and takes it back', async () => {
		const [before] = await codings();
		const last = words.findLastIndex(({ end }) => place.start + end <= (before?.end ?? 0));
		// The passage ends with the sentence, so its last word may stand before a full stop.
		await drag('end', last, 3);
		const [shorter] = await untilStored(([one]) => one?.end === absolute(3, 'end'));
		expect(shorter?.start).toBe(before?.start);
		expect(await said()).toMatch(/woorden/);
		await drag('start', 0, 1);
		await untilStored(([one]) => one?.start === absolute(1, 'start'));
		await shot('handles');
		expect(await barriers()).toEqual([]);
		await page.keyboard.press('Control+z');
		await untilStored(([one]) => one?.start === before?.start);
	});

	test('shows what it would become while dragging, and leaves it as it was on Esc', async () => {
		const [before] = await codings();
		await drag('end', 3, 5, async () => {
			const drawn = await page.evaluate(() =>
				[...(CSS.highlights.get('wijkstem-chosen') ?? [])].map((range) => range.endOffset)
			);
			expect(drawn.length).toBe(1);
			await page.keyboard.press('Escape');
		});
		expect(await said()).toMatch(/niet veranderd/);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect((await codings())[0]).toMatchObject({ start: before?.start, end: before?.end });
	});

	test('drags into the middle of a word when words may be cut', async () => {
		await page.keyboard.press('?');
		await page.getByRole('checkbox', { name: /hele woorden/i }).uncheck();
		await page.keyboard.press('Escape');
		const long = words.findIndex(({ start, end }, index) => index > 3 && end - start >= 5);
		const [grip, here, there] = [
			await handle('end'),
			await letter(wordAt(3).end - 1),
			await letter(wordAt(long).start + 2)
		];
		await page.mouse.move(grip.x, grip.y);
		await page.mouse.down();
		await page.mouse.move(grip.x + there.right - here.right, grip.y + there.y - here.y, { steps: 4 });
		await page.mouse.up();
		await untilStored(([one]) => one?.end === absolute(long, 'start') + 3);
		await page.keyboard.press('Control+z');
		await untilStored(([one]) => one?.end === absolute(3, 'end'));
		await page.keyboard.press('?');
		await page.getByRole('checkbox', { name: /hele woorden/i }).check();
		await page.keyboard.press('Escape');
	});

	test('drags over to the next turn', async () => {
		const next = page.locator(`[data-turn="${ordinal + 1}"] .words`);
		const box = await next.boundingBox();
		const [grip, here] = [await handle('end'), await letter(wordAt(3).end - 1)];
		if (!box) throw new Error('no next turn');
		await page.mouse.move(grip.x, grip.y);
		await page.mouse.down();
		await page.mouse.move(grip.x + box.x + 40 - here.right, grip.y + box.y + 15 - here.y, { steps: 6 });
		await page.mouse.up();
		await untilStored(([one]) => (one?.end ?? 0) > place.end);
		await page.keyboard.press('Control+z');
		await untilStored(([one]) => one?.end === absolute(3, 'end'));
	});

	test('still selects text beside the handles', async () => {
		const [from, to] = [await letter(wordAt(5).start), await letter(wordAt(7).end - 1)];
		await page.mouse.move(from.left + 1, from.y);
		await page.mouse.down();
		await page.mouse.move(to.right - 1, to.y, { steps: 5 });
		await page.mouse.up();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
	});
});

describe('the desk as its coder wants it', () => {
	test('gives an action another key: the new one works and the old one does not, also after a reload', async () => {
		await open();
		await page.keyboard.press('?');
		await page.getByText('Toetsen veranderen').click();
		const change = page.getByRole('button', { name: /^(Veranderen|Druk op).* een code kiezen voor de gekozen tekst/ });
		await change.click();
		await page.keyboard.press('n');
		await page.getByText(/De toets N is al voor/).waitFor();
		await shot('keys');
		expect(await barriers()).toEqual([]);
		await page.keyboard.press('y');
		await page.getByText(/is nu Y/).waitFor();
		await page.keyboard.press('Escape');
		await open();
		await page.keyboard.press('c');
		await page.keyboard.press('Enter');
		expect(await page.getByRole('dialog').count()).toBe(0);
		await page.keyboard.press('y');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
		await page.keyboard.press('?');
		await page.getByText('Toetsen veranderen').click();
		await page.getByRole('button', { name: 'Uitzetten: toets voor naar de volgende beurt zonder code' }).click();
		await page.getByText(/Er is nu geen toets/).waitFor();
		await page.getByRole('button', { name: 'Standaard terugzetten' }).click();
		await page.keyboard.press('Escape');
		await turn().focus();
		await page.keyboard.press('c');
		await page.getByRole('dialog').waitFor();
	});

	test('chooses part of a turn by the numbers of its sentences', async () => {
		await page.getByLabel('Van zin').selectOption({ label: '2' });
		await page.getByLabel('tot en met zin').selectOption({ label: '2' });
		await expect.poll(said).toMatch(/zin 2 van/i);
		expect(await barriers()).toEqual([]);
		await page.keyboard.press('Escape');
	});

	test('ties a code to a number, and takes it with that key', async () => {
		await open();
		await page.locator('[data-row]', { hasText: 'Groen en spelen' }).last().click();
		await page.getByLabel('Vast nummer (toets)').selectOption('7');
		await open();
		await page.getByRole('button', { name: /toets 7, vast/ }).waitFor();
		const before = (await codings()).length;
		await page.keyboard.press('Enter');
		await page.keyboard.press('7');
		await untilStored((list) => list.length === before + 1);
		await page.keyboard.press('h');
		await expect.poll(said).toMatch(/geen vast nummer meer/);
	});

	test('colours by code, coder and direction, with the meaning beside it', async () => {
		await page.keyboard.press('o');
		const legend = page.getByRole('list', { name: 'Wat de kleuren zeggen' });
		await legend.locator('li', { hasText: /\bu\s*$/ }).waitFor();
		await page.keyboard.press('o');
		await legend.getByText('achteruit').waitFor();
		await page.keyboard.press('n');
		await page.keyboard.press('v');
		await shot('colours');
		expect(await barriers()).toEqual([]);
		expect(await page.locator('.lanes .mark').first().getAttribute('data-mark')).toMatch(/[▲▼✓◦·]/u);
		await open();
		await legend.getByText('achteruit').waitFor();
		await page.keyboard.press('o');
		await legend.waitFor({ state: 'detached' });
		await page.getByText('De kleuren zijn die van de codes links.').waitFor();
	});

	test('makes a panel wider by keys and by hand, and closes and opens it by key', async () => {
		const edge = page.getByRole('separator', { name: 'Breedte van het codeboek' });
		const width = async () => Number(await edge.getAttribute('aria-valuenow'));
		const before = await width();
		await edge.focus();
		await page.keyboard.press('ArrowRight');
		await expect.poll(width).toBe(before + 16);
		const box = await edge.boundingBox();
		if (!box) throw new Error('no edge');
		await page.mouse.move(box.x + 4, 400);
		await page.mouse.down();
		await page.mouse.move(box.x + 44, 400, { steps: 4 });
		await page.mouse.up();
		await expect.poll(width).toBe(before + 56);
		await open();
		await expect.poll(width).toBe(before + 56);
		await page.keyboard.press('q');
		await edge.waitFor({ state: 'hidden' });
		await page.keyboard.press('q');
		await edge.waitFor();
		await edge.dblclick();
		await expect.poll(width).toBe(before);
	});

	test('begins with the direction of the last coding only when that is asked for', async () => {
		const forward = page.getByRole('dialog').getByRole('radio', { name: /vooruit/ });
		await open();
		const code = async (isFirst: boolean) => {
			await page.keyboard.press('Enter');
			await page.keyboard.press('c');
			await forward.waitFor();
			if (isFirst) await page.keyboard.press('Alt+v');
			await page.keyboard.type('veilig');
		};
		await code(true);
		await page.keyboard.press('Enter');
		await code(false);
		expect(await forward.getAttribute('aria-checked')).toBe('false');
		await page.keyboard.press('Escape');
		await turn().focus();
		await page.keyboard.press('?');
		await page.getByRole('checkbox', { name: /Richting onthouden/ }).check();
		await page.keyboard.press('Escape');
		await turn().focus();
		await code(false);
		expect(await forward.getAttribute('aria-checked')).toBe('true');
		await page.keyboard.press('Escape');
	});

	test('keeps the margin readable with 20 codings on one passage, and every lane in its place', async () => {
		const codes = (await items<{ id: string; codable?: boolean; isCodable?: boolean }>(`${base}/codes`)).filter(
			(code) => code.codable ?? code.isCodable ?? true
		);
		const body = { sourceId, version: source.version, start: place.start, end: place.end };
		let made = 0;
		for (const { id } of codes) {
			if (made === 20) break;
			try {
				await call(`${base}/codings`, { ...body, codeId: id });
				made += 1;
			} catch {
				// A folder, or a code that is there already.
			}
		}
		expect(made).toBe(20);
		await open();
		const lanes = turn().locator('.lanes .bar');
		await expect.poll(() => lanes.count()).toBeGreaterThanOrEqual(6);
		const places = () =>
			lanes.evaluateAll((all) =>
				all.map((bar) => `${bar.getAttribute('aria-label')} ${(bar as HTMLElement).style.left}`)
			);
		const before = await places();
		expect(new Set(before.map((place) => place.split(' ').at(-1))).size).toBe(6);
		const more = turn()
			.getByRole('button', { name: /nog \d+|\d+ coderingen|meer/i })
			.last();
		await shot('lanes');
		expect(await barriers()).toEqual([]);
		await page.keyboard.press('End');
		await page.keyboard.press('Home');
		await open();
		expect(await places()).toEqual(before);
		await more.click();
		await expect.poll(() => turn().locator('.list.open li').count()).toBeGreaterThanOrEqual(20);
	});
});
