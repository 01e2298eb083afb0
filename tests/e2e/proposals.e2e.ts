import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { chooseByKey, pressByKey, tabTo } from '../support/keyboard.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

/**
 * Codes that are not there yet: a coder proposes one by keyboard only, who keeps the codebook decides and the coder hears
 * it at once; an editor makes codes on a passage, also from its own words. SHOTS=folder keeps pictures of the steps.
 */

const password = 'een lange zin voor de test';
const ada = { email: 'ada@example.org', name: 'Ada' };
const cor = { email: 'cor@example.org', name: 'Cor' };

type Code = { id: string; name: string; path: string; example: string };
type Coding = { id: string; codeId: string; start: number; end: number; quote: string; coderName: string };
type Source = { text: string; turns: { ordinal: number; start: number; end: number }[] };
type Turn = Source['turns'][number];

let app: App;
let browser: TestBrowser;
let manager: Person;
let coder: Person;
let token: string;
let base: string;
let sourceId: string;
let text: string;
/** turns of several sentences that nobody coded */
let free: readonly [Turn, Turn, Turn];

const call = async <T>(path: string, method = 'GET', body?: unknown): Promise<T> => {
	const response = await fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	return (await response.json()) as T;
};
const items = async <T>(path: string) => (await call<{ items: T[] }>(path)).items;
const codeNamed = async (name: string) =>
	(await items<Code>(`${base}/codes?limit=500`)).find((code) => code.name === name) ?? null;
const codingsIn = async ({ start, end }: Turn) =>
	(await items<Coding>(`${base}/codings?sourceId=${sourceId}&limit=500`)).filter(
		(coding) => coding.start < end && start < coding.end
	);
const untilCoded = (turn: Turn, codeId: string | undefined) =>
	expect.poll(async () => (await codingsIn(turn)).some((coding) => coding.codeId === codeId)).toBe(true);
const turnOf = (page: Page, { ordinal }: Turn) => page.locator(`[data-turn="${ordinal}"]`);
const openDesk = async ({ page }: Person, turn: Turn) => {
	await page.goto(`${app.origin}${base}/sources/${sourceId}`);
	await turnOf(page, turn).waitFor();
	await turnOf(page, turn).focus();
};
/** As in desk.e2e.ts: stripes in the margin have an equivalent with large targets. */
const barriers = async ({ page }: Person) =>
	(await findingsOfAxe(page)).filter((finding) => !/^target-size: <button[^>]* class="bar/.test(finding));
const shot = async ({ page }: Person, name: string) => {
	const folder = process.env['SHOTS'];
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	await page.screenshot({ path: join(folder, `proposals-${name}.png`) });
};

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	base = `/projects/${(await items<{ id: string }>('/projects'))[0]?.id}`;
	await call(`${base}/members`, 'POST', { email: cor.email, roles: [{ role: 'coder' }] });
	const sources = await items<{ id: string; status: string; quotesAllowed: boolean }>(`${base}/sources`);
	for (const { id, status, quotesAllowed } of sources) {
		if (status !== 'released' || !quotesAllowed) continue;
		const source = await call<Source>(`${base}/sources/${id}`);
		const coded = await items<Coding>(`${base}/codings?sourceId=${id}&limit=500`);
		const [first, second, third] = source.turns.filter(
			({ start, end }) => end - start > 80 && !coded.some((coding) => coding.start < end && start < coding.end)
		);
		if (!first || !second || !third) continue;
		[sourceId, text, free] = [id, source.text, [first, second, third]];
		break;
	}
	[manager, coder] = [await newPerson(browser, app.origin), await newPerson(browser, app.origin)];
	for (const { page } of [manager, coder]) await resize(page, { width: 1440, height: 900 });
	await signIn(manager, ada.email, password);
	await signIn(coder, cor.email, password);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

describe('a code that a coder misses, with the keyboard only', () => {
	/** What stands in a field is written over, by key. */
	const writeOver = async (field: Locator, words: string) => {
		const page = field.page();
		await tabTo(page, field);
		await page.keyboard.press('Control+a');
		await page.keyboard.type(words);
	};
	const propose = async (name: string) => {
		const { page } = coder;
		await page.keyboard.press('Enter');
		await page.keyboard.press('c');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type(name);
		await page.getByRole('option', { name: `Stel code ‘${name}’ voor` }).waitFor();
		await page.keyboard.press('Enter');
		await page.getByRole('dialog', { name: 'Een code voorstellen' }).waitFor();
	};

	test('is proposed, and what was written outlives a closed form and a refusal', async () => {
		const { page } = coder;
		await openDesk(coder, free[0]);
		await propose('Zzz angst 😀');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Bang zijn voor het verkeer.');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Gaat niet over het park.');
		await expect.poll(() => barriers(coder)).toEqual([]);
		await shot(coder, 'form');
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await page.keyboard.press('Escape');
		await propose('Zzz angst 😀');
		await expect
			.poll(() => page.getByLabel('Waarom de codes die er zijn niet passen').inputValue())
			.toBe('Gaat niet over het park.');
		await page.route('**/code-proposals', (route) => route.abort(), { times: 1 });
		await page.keyboard.press('Control+Enter');
		await page.getByText('De server is niet te bereiken').waitFor();
		await expect.poll(() => page.getByLabel('Naam van de code').inputValue()).toBe('Zzz angst 😀');
		await page.keyboard.press('Control+Enter');
		await page.getByText('Voorstel ‘Zzz angst 😀’ is verstuurd.').first().waitFor();
		await expect.poll(() => page.evaluate('document.activeElement?.dataset.turn')).toBe(String(free[0].ordinal));
	});

	test('is accepted under a better name; the coder hears it and has the coding at once', async () => {
		const { page } = manager;
		await page.goto(`${base}/codebook`);
		await pressByKey(page, page.getByRole('link', { name: 'Voorstellen (1)' }));
		const card = page.getByRole('article', { name: 'Zzz angst 😀' });
		await card.getByText('Gaat niet over het park.').waitFor();
		await expect.poll(() => barriers(manager)).toEqual([]);
		await shot(manager, 'list');
		await pressByKey(page, card.getByRole('button', { name: 'Overnemen…' }));
		await writeOver(page.getByLabel('Naam van de code'), 'Angst voor verkeer');
		await expect.poll(() => barriers(manager)).toEqual([]);
		await shot(manager, 'accept');
		await pressByKey(page, page.getByRole('button', { name: 'Overnemen', exact: true }));
		await page.getByText('‘Angst voor verkeer’ staat nu in het codeboek.').first().waitFor();
		await coder.page.getByText('Ada nam uw voorstel ‘Zzz angst 😀’ over.').first().waitFor();
		await untilCoded(free[0], (await codeNamed('Angst voor verkeer'))?.id);
		await turnOf(coder.page, free[0]).getByText('Angst voor verkeer').first().waitFor({ state: 'attached' });
	});

	test('is one line in the log of the codebook, undone in one step there and done again in one', async () => {
		const { page } = manager;
		const step = (name: string) => pressByKey(page, page.locator('[data-empty="false"]', { hasText: name }));
		const coded = turnOf(coder.page, free[0]).getByText('Angst voor verkeer').first();
		await page.goto(`${base}/codebook`);
		await step('Ongedaan maken');
		await page.getByRole('link', { name: 'Voorstellen (1)' }).waitFor();
		await coded.waitFor({ state: 'detached' });
		await step('Opnieuw');
		await coded.waitFor({ state: 'attached' });
		await pressByKey(page, page.getByRole('button', { name: 'Wijzigingen', exact: true }));
		await page.getByRole('dialog').getByText('Voorstel overgenomen: Angst voor verkeer').waitFor();
		await page.goto(`${base}/codebook/proposals`);
	});

	test('is opened again, with what the decision made gone, and declined with a reason', async () => {
		const { page } = manager;
		await pressByKey(page, page.getByRole('link', { name: 'Afgehandeld', exact: true }));
		const card = page.getByRole('article', { name: 'Zzz angst 😀' });
		await pressByKey(page, card.getByRole('button', { name: 'Weer openen' }));
		await page.getByText('‘Zzz angst 😀’ staat weer open.').first().waitFor();
		await expect.poll(() => codeNamed('Angst voor verkeer')).toBeNull();
		await pressByKey(page, page.getByRole('link', { name: 'Open', exact: true }));
		await pressByKey(page, page.getByRole('button', { name: 'Afwijzen…' }));
		await writeOver(page.getByLabel('Reden'), 'Valt onder veiligheid.');
		await pressByKey(page, page.getByRole('button', { name: 'Afwijzen', exact: true }));
		await coder.page
			.getByText('Ada wees uw voorstel ‘Zzz angst 😀’ af. Reden: Valt onder veiligheid.')
			.first()
			.waitFor();
		await page.getByText('Er staan geen voorstellen open.').waitFor();
		await expect.poll(() => barriers(manager)).toEqual([]);
	});

	test('appears by itself with who keeps the codebook, is merged, and can be withdrawn by who made it', async () => {
		await openDesk(coder, free[1]);
		await propose('Zzz verkeer');
		await coder.page.keyboard.press('Enter');
		const { page } = manager;
		await page.getByRole('article', { name: 'Zzz verkeer' }).waitFor();
		await pressByKey(page, page.getByRole('button', { name: 'Samenvoegen…' }));
		await chooseByKey(page, page.getByLabel('Welke code'));
		await writeOver(page.getByLabel('Reden'), 'Zegt hetzelfde.');
		await pressByKey(page, page.getByRole('button', { name: 'Samenvoegen', exact: true }));
		await coder.page
			.getByText(/Ada voegde uw voorstel ‘Zzz verkeer’ samen met/)
			.first()
			.waitFor();
		await expect.poll(async () => (await codingsIn(free[1])).length).toBe(1);

		await coder.page.goto(`${base}/codebook/proposals`);
		await coder.page.getByText('U hebt geen open voorstellen.').waitFor();
		await openDesk(coder, free[1]);
		await propose('Zzz bedenking');
		await coder.page.keyboard.press('Enter');
		await coder.page.getByText('Voorstel ‘Zzz bedenking’ is verstuurd.').first().waitFor();
		await coder.page.goto(`${base}/codebook/proposals`);
		expect(await coder.page.getByRole('button', { name: 'Overnemen…' }).count()).toBe(0);
		await pressByKey(coder.page, coder.page.getByRole('button', { name: 'Intrekken' }));
		await coder.page.getByText('U hebt geen open voorstellen.').waitFor();
		await expect.poll(() => barriers(coder)).toEqual([]);
	});
});

describe('an editor at the desk', () => {
	test('makes a code on a passage in one go; another sees it without reading again', async () => {
		const { page } = manager;
		await openDesk(coder, free[2]);
		await openDesk(manager, free[2]);
		await page.keyboard.press('Enter');
		await page.keyboard.press('c');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Zzz nieuw');
		await shot(manager, 'option');
		await page.keyboard.press('Enter');
		await page.getByRole('dialog', { name: 'Nieuwe code voor deze passage' }).waitFor();
		await expect.poll(() => barriers(manager)).toEqual([]);
		await page.keyboard.press('Enter');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		await expect.poll(async () => (await codeNamed('Zzz nieuw'))?.id).toBeTruthy();
		await untilCoded(free[2], (await codeNamed('Zzz nieuw'))?.id);
		await coder.page.getByRole('complementary').getByText('Zzz nieuw').first().waitFor({ state: 'attached' });
	});

	test('takes it back, with the code that nobody else used, and does it again', async () => {
		const { page } = manager;
		await page.keyboard.press('Control+z');
		await expect.poll(() => codeNamed('Zzz nieuw')).toBeNull();
		await expect.poll(() => codingsIn(free[2])).toEqual([]);
		await page.keyboard.press('Control+Shift+z');
		await expect.poll(async () => (await codeNamed('Zzz nieuw'))?.id).toBeTruthy();
		await untilCoded(free[2], (await codeNamed('Zzz nieuw'))?.id);
	});

	test('leaves the code when somebody else used it', async () => {
		const { page } = manager;
		const code = await codeNamed('Zzz nieuw');
		const { start } = free[0];
		await call(`${base}/codings`, 'POST', { sourceId, start, end: start + 5, codeId: code?.id });
		await page.keyboard.press('Control+z');
		await page.getByText('De code ‘Zzz nieuw’ blijft in het codeboek').first().waitFor();
		await expect.poll(() => codeNamed('Zzz nieuw')).not.toBeNull();
	});

	test('makes a code from the words themselves, with one key', async () => {
		const { page } = manager;
		await openDesk(manager, free[2]);
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowRight'); // the first sentence
		await page.keyboard.press('i');
		const field = page.getByLabel('Naam van de code');
		await field.waitFor();
		const name = await field.inputValue();
		expect([...name].length).toBeLessThanOrEqual(60);
		expect(text).toContain(name.replace(/…$/, ''));
		await shot(manager, 'in-vivo');
		await page.keyboard.press('Enter');
		await expect.poll(async () => (await codeNamed(name))?.id).toBeTruthy();
		await untilCoded(free[2], (await codeNamed(name))?.id);
	});

	test('takes a passage as an example of its code, and takes it out again', async () => {
		const { page } = manager;
		const [coding] = await codingsIn(free[2]);
		const example = async () =>
			(await items<Code>(`${base}/codes?limit=500`)).find(({ id }) => id === coding?.codeId)?.example;
		const button = page.getByRole('button', { name: 'Neem als voorbeeld bij de code' });
		await expect.poll(async () => (await button.count()) > 0).toBe(true);
		await button.click();
		await expect.poll(example).toBe(coding?.quote);
		await shot(manager, 'example');
		await expect.poll(() => barriers(manager)).toEqual([]);
		await page.getByRole('button', { name: 'Voorbeeld bij de code', exact: true }).click();
		await expect.poll(example).toBe('');
	});
});
