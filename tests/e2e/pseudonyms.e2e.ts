import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, signIn, type Person } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';
import { keepFocus } from '../support/still.ts';

/**
 * An interview is pseudonymised, by mouse and by keys; its key is opened with a reason; a coder finds a name that was left.
 * SHOTS=folder keeps pictures of the steps.
 */

const password = 'een lange zin voor de test';
const [ada, ben] = ['ada@example.org', 'ben@example.org'];

let app: App;
let browser: TestBrowser;
let interviewer: Person;
let coder: Person;
let page: Page;
let base: string;
let rawId: string;
let releasedId: string;

type Listed = { readonly id: string; readonly title: string; readonly status: string };
type Group = {
	readonly id: string;
	readonly decision: string;
	readonly placeholder: string | null;
	readonly hits: readonly { readonly start: number; readonly end: number }[];
};
type Names = {
	readonly version: number;
	readonly text: string;
	readonly groups: readonly Group[];
	readonly keyEntries: number;
	readonly readTurns: readonly number[];
	readonly leftovers: readonly { readonly words: string }[];
};
const api = async <T>(person: Person, method: string, path: string, body?: unknown): Promise<T> => {
	const answer = await person.page.request.fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: { origin: app.origin },
		...(body !== undefined && { data: body })
	});
	return (await answer.json().catch(() => ({}))) as T;
};
const names = (id = rawId) => api<Names>(interviewer, 'GET', `${base}/sources/${id}/pseudonyms`);
const wordsOf = (seen: Names, { hits }: Group) => [...seen.text].slice(hits[0]?.start, hits[0]?.end).join('');
const groupWith = async (words: string): Promise<Group> => {
	const seen = await names();
	const found = seen.groups.find((group) => wordsOf(seen, group).includes(words));
	if (!found) throw new Error(`nothing found with ${words}`);
	return found;
};
const untilNames = async (isSo: (seen: Names) => boolean, id = rawId): Promise<Names> => {
	for (const from = Date.now(); Date.now() - from < 30_000;) {
		const seen = await names(id);
		if (isSo(seen)) return seen;
		await page.waitForTimeout(100);
	}
	throw new Error(`the names never came to be so: ${JSON.stringify((await names(id)).groups)}`);
};
const shot = async (name: string, of = page) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await of.screenshot({ path: join(folder, `pseudonyms-${name}.png`) });
};
const chosen = () => page.locator('li[data-group][aria-current="true"]');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const goTo = async (words: string) => {
	const { id } = await groupWith(words);
	await page.locator(`li[data-group="${id}"]`).click({ position: { x: 20, y: 10 } });
	await expect.poll(() => chosen().getAttribute('data-group')).toBe(id);
	await keepFocus(chosen());
	return id;
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	[interviewer, coder] = await Promise.all([
		newPerson(browser, app.origin, { width: 1440, height: 900 }),
		newPerson(browser, app.origin, { width: 1440, height: 900 })
	]);
	page = interviewer.page;
	await signIn(interviewer, ada, password);
	const projects = await api<{ items: readonly { id: string }[] }>(interviewer, 'GET', '/projects');
	base = `/projects/${projects.items[0]?.id}`;
	await api(interviewer, 'POST', `${base}/members`, { email: ben, roles: [{ role: 'coder' }] });
	await signIn(coder, ben, password);
	const { items } = await api<{ items: readonly Listed[] }>(interviewer, 'GET', `${base}/sources?limit=100`);
	rawId = items.find(({ title }) => title === 'SOE-P-01')?.id ?? '';
	releasedId = items.find(({ title }) => title === 'VOL-B-03')?.id ?? '';
});

afterAll(async () => {
	expect(interviewer.faults).toEqual([]);
	expect(coder.faults).toEqual([]);
	await browser.close();
	await app.stop();
});

describe('an interviewer pseudonymises an interview', () => {
	test('finds the page among the steps, with everything found and nothing decided', async () => {
		await page.goto(`${app.origin}${base}/sources/${rawId}/speakers`);
		await page
			.getByRole('list', { name: /Stappen|stappen/ })
			.getByRole('link', { name: 'Pseudonimiseren' })
			.click();
		await page.getByRole('heading', { level: 1, name: 'Pseudonimiseren' }).waitFor();
		await chosen().waitFor();
		const seen = await names();
		expect(seen.groups.every(({ decision }) => decision === 'open')).toBe(true);
		await expect.poll(() => page.locator('mark[data-group]').count()).toBeGreaterThan(8);
		await shot('begin');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('accepts with the mouse, sees what the words become, and undoes it', async () => {
		const id = await goTo('Graswinckel');
		await chosen()
			.getByRole('button', { name: /^(Overnemen|Alle)/ })
			.click();
		await untilNames(({ groups }) => groups.some((group) => group.id === id && group.decision === 'accepted'));
		await page.getByRole('status').filter({ hasText: 'wordt [NAAM_1]' }).waitFor();
		await expect
			.poll(() => page.locator(`mark[data-group="${id}"]`).first().getAttribute('data-placeholder'))
			.toBe('[NAAM_1]');
		await button('Ongedaan maken').click();
		await untilNames(({ groups }) => groups.every(({ decision }) => decision === 'open'));
		await expect.poll(() => chosen().getAttribute('data-group')).toBe(id);
	});

	test('does the same by keys: on, back, accept, no name, another placeholder, a role word', async () => {
		const { groups } = await names();
		await page.locator('li[data-group]').first().focus();
		await page.keyboard.press('j');
		await expect.poll(() => chosen().getAttribute('data-group')).toBe(groups[1]?.id);
		await page.keyboard.press('k');
		await expect.poll(() => chosen().getAttribute('data-group')).toBe(groups[0]?.id);

		const first = await goTo('Graswinckel');
		await page.keyboard.press('Enter');
		await untilNames((seen) => seen.groups.find(({ id }) => id === first)?.decision === 'accepted');
		// The focus goes on to what has no decision yet.
		await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-group'))).not.toBe(first);
		await expect.poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-group'))).toBe(true);

		const postcode = await goTo('1234 AB');
		await page.keyboard.press('x');
		await untilNames((seen) => seen.groups.find(({ id }) => id === postcode)?.decision === 'rejected');
		await page.keyboard.press('Control+z');
		await untilNames((seen) => seen.groups.find(({ id }) => id === postcode)?.decision === 'open');

		const date = await goTo('12 maart 1941');
		await page.keyboard.press('e');
		await page.getByLabel('Pseudoniem', { exact: true }).fill('[1941]');
		await page.keyboard.press('Enter');
		await untilNames((seen) => seen.groups.find(({ id }) => id === date)?.placeholder === '[1941]');

		const person = await goTo('Jasper');
		await page.keyboard.press('r');
		await page.getByLabel('Wie of wat is dit?').fill('Jasper');
		await page.keyboard.press('Enter');
		await page.getByText('In dit pseudoniem staat een deel van de naam zelf').first().waitFor();
		await page.getByLabel('Wie of wat is dit?').fill('collega');
		await shot('role');
		await page.keyboard.press('Enter');
		await untilNames((seen) => seen.groups.find(({ id }) => id === person)?.placeholder === '[collega]');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('joins two names of one person, and chooses words that no rule found', async () => {
		const [one, other] = [await groupWith('Sjoerdtje'), await groupWith('Graswinckel')];
		await goTo('Sjoerdtje');
		await page.keyboard.press('m');
		await page.getByLabel('Dezelfde persoon of zaak als').selectOption(other.id);
		await page.getByRole('dialog').getByRole('button', { name: 'Samenvoegen' }).click();
		await untilNames((seen) => seen.groups.find(({ id }) => id === one.id)?.placeholder === '[NAAM_1]');

		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await keepFocus(page.locator('li[data-group]').first());
		await page.keyboard.press('n');
		const words = page.getByLabel('Woorden, zoals ze in de tekst staan');
		await words.fill('dit staat er niet');
		await page.getByText('Deze woorden staan niet in de tekst.').waitFor();
		await words.fill('huisarts');
		await page.getByText(/Alle plaatsen: \d+ keer/).waitFor();
		await shot('choose');
		await page.getByRole('dialog').getByLabel('Wat is het?').selectOption('function');
		await button('Pseudoniem geven').click();
		await untilNames(({ groups }) => groups.some(({ placeholder }) => placeholder === '[FUNCTIE]'));
	});

	test('accepts what is left, replaces all in one step, and the second scan looks again', async () => {
		const seen = await names();
		const left = seen.groups.filter(({ decision }) => decision === 'open').map(({ id }) => id);
		const decisions = left.slice(1).map((groupId) => ({ decision: 'accept', groupId }));
		await api(interviewer, 'POST', `${base}/sources/${rawId}/pseudonym-decisions`, {
			version: seen.version,
			decisions
		});
		await page.reload();
		await chosen().waitFor();
		await button(/open sta/).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Geen naam' }).click();
		await untilNames(({ groups }) => groups.every(({ decision }) => decision !== 'open'));
		await shot('decided');
		await button(/plaatsen? vervangen/).click();
		await page
			.getByRole('dialog')
			.getByText(/codes blijven staan/)
			.waitFor();
		await page.getByRole('dialog').getByRole('button', { name: 'Vervangen' }).click();
		const after = await untilNames(({ version }) => version === seen.version + 1);
		await page
			.getByText(/De tweede controle vond/)
			.first()
			.waitFor();
		for (const words of ['Graswinckel', 'Sjoerdtje', '12345678', '12 maart', 'Jasper', 'huisarts '])
			expect(after.text).not.toContain(words);
		expect(after.text).toContain('[NAAM_1]');
		expect(after.keyEntries).toBeGreaterThan(5);
		await shot('replaced');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	});

	test('finishes when everything is decided and the text was read', async () => {
		const { version, groups } = await names();
		const open = groups.filter(({ decision }) => decision === 'open');
		if (open.length > 0)
			await api(interviewer, 'POST', `${base}/sources/${rawId}/pseudonym-decisions`, {
				version,
				decisions: open.map(({ id }) => ({ decision: 'reject', groupId: id }))
			});
		await page.reload();
		const finish = button('Pseudonimiseren afronden');
		await finish.waitFor();
		await expect.poll(() => finish.isDisabled()).toBe(true);
		await page.getByLabel('Ik heb de hele tekst gelezen').check();
		await finish.click();
		await page.getByText(/Afgerond door/).waitFor();
		await page.locator('[aria-current="step"]', { hasText: 'Kenmerken' }).waitFor();
		await expect.poll(() => page.getByText(/Afgerond door/).count()).toBe(1); // the page was read again, and the work goes on where it was
		const source = await api<Listed>(interviewer, 'GET', `${base}/sources/${rawId}`);
		expect(source.status).toBe('attributes');
		// What was on the screen counts as read.
		await untilNames(({ readTurns }) => readTurns.length > 0);
	});

	test('opens the key with a reason, and not without', async () => {
		await button('Sleutel openen').click();
		const reason = page.getByLabel('Waarom hebt u de sleutel nodig?');
		await reason.fill('Deelnemer vraagt om inzage.');
		await page.getByRole('dialog').getByRole('button', { name: 'Sleutel openen' }).click();
		await page.getByRole('cell', { name: /Graswinckel/ }).waitFor();
		await shot('key');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await page.getByRole('dialog').getByRole('button', { name: 'Sluiten' }).last().click();
		await page.getByText(/Deelnemer vraagt om inzage\./).waitFor();
		await expect.poll(() => page.getByText('Graswinckel').count()).toBe(0);
	});

	test('can do it on a phone too', async () => {
		const phone = await newPerson(browser, app.origin, { width: 390, height: 844, dark: true });
		await signIn(phone, ada, password);
		const { items } = await api<{ items: readonly Listed[] }>(interviewer, 'GET', `${base}/sources?limit=100`);
		const other = items.find(({ title }) => title === 'SOE-P-02')?.id ?? '';
		await phone.page.goto(`${app.origin}${base}/sources/${other}/pseudonyms`);
		await phone.page.locator('li[data-group]').first().waitFor();
		await shot('phone', phone.page);
		await expect.poll(() => phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
		// The number that may not be stored was out of the text before anybody saw it.
		await expect.poll(async () => (await names(other)).text).toContain('[BSN]');
		await expect.poll(() => findingsOfAxe(phone.page)).toEqual([]);
		expect(phone.faults).toEqual([]);
		await phone.context.close();
	});
});

describe('a coder finds a name that was left', () => {
	test('hides it for everybody at once; the interviewer settles it, and the words are back or replaced', async () => {
		const desk = coder.page;
		await desk.goto(`${app.origin}${base}/sources/${releasedId}`);
		await desk.locator('[data-turn="2"] .words').waitFor();
		const before = await names(releasedId);
		const place = await desk.evaluate(() => {
			const node = document.querySelector('[data-turn="2"] .words')?.firstChild;
			if (!(node instanceof Text)) throw new Error('no words');
			const range = document.createRange();
			range.setStart(node, 0);
			range.setEnd(node, node.data.indexOf(' '));
			const { left, right, top, bottom } = range.getBoundingClientRect();
			return { left, right, y: (top + bottom) / 2, words: range.toString() };
		});
		await desk.mouse.move(place.left + 1, place.y);
		await desk.mouse.down();
		await desk.mouse.move(place.right - 1, place.y, { steps: 5 });
		await desk.mouse.up();
		await desk.getByRole('dialog').waitFor();
		await desk.keyboard.press('Escape');
		await desk.getByRole('button', { name: 'Hier staat nog een naam' }).click();
		await shot('report', desk);
		await desk.getByRole('button', { name: 'Verbergen en melden' }).click();
		await untilNames(({ leftovers }) => leftovers.length === 1, releasedId);
		await desk.locator('[data-turn="2"] .words', { hasText: '█' }).waitFor();

		await page.goto(`${app.origin}${base}/sources/${releasedId}/pseudonyms`);
		await page.getByRole('heading', { name: 'Gemelde namen' }).waitFor();
		await shot('leftover');
		await expect.poll(() => findingsOfAxe(page)).toEqual([]);
		await button('Geen naam, toon de woorden weer').click();
		const after = await untilNames(({ leftovers }) => leftovers.length === 0, releasedId);
		expect(after.text).toBe(before.text);
	});
});
