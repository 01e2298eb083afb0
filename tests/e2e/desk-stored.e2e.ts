import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { halfRow } from '../support/desk.ts';
import { resize } from '../support/person.ts';
import { openWrittenDesk, quotes, sentences, type WrittenDesk } from '../support/written-desk.ts';
import { still } from '../support/still.ts';

/**
 * What a coder made at the desk: a coding that is there, work that is not stored yet when a code, the text or the connection
 * changes meanwhile, and the screen itself. SHOTS=folder keeps pictures of the steps.
 */

let desk: WrittenDesk;
let page: Page;

/** Whether something around these words hides a part of them. */
const isCutOff = (words: Element): boolean => {
	const { left, right, width } = words.getBoundingClientRect();
	if (width < 20) return true;
	for (let around = words.parentElement; around; around = around.parentElement) {
		const box = around.getBoundingClientRect();
		if (getComputedStyle(around).overflowX !== 'visible' && (left < box.left - 1 || right > box.right + 1)) return true;
	}
	const topmost = document.elementFromPoint(right - 2, words.getBoundingClientRect().top + 5);
	return !words.contains(topmost) && topmost !== words;
};

beforeAll(async () => {
	desk = await openWrittenDesk();
	({ page } = desk);
});
afterAll(() => desk.close());
beforeEach(async () => {
	await desk.clear();
	await resize(page, { width: 1440, height: 900 }); // also after a test that stopped on a tablet
});

describe('a coding that is there', () => {
	test('gets another code and a note, which stores itself, outlives a reload and tries again', async () => {
		await desk.open();
		await desk.chooseSentence(1);
		await desk.pick('Groen');
		await desk.until((list) => list.length === 1);
		await desk.panel().getByRole('button', { name: 'Andere code' }).click();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Veilig');
		await page.keyboard.press('Enter');
		await desk.until(([one]) => /veilig/i.test(one?.codePath ?? ''));
		await page.keyboard.press('Control+z');
		await desk.until(([one]) => /groen/i.test(one?.codePath ?? ''));

		const note = desk.panel().locator('#desk-memo');
		await note.fill('Een gedachte é 😀');
		await desk.panel().getByText('concept bewaard').waitFor();
		await desk.until(([one]) => one?.memo === 'Een gedachte é 😀');
		await desk.panel().locator('.memo').getByText('opgeslagen').waitFor();

		await page.route('**/api/v1/**/codings/*', (route) =>
			route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: '{}' }) : route.continue()
		);
		await note.fill('Nog een gedachte');
		const again = desk.panel().locator('.memo').getByRole('button', { name: 'Opnieuw proberen' });
		await again.waitFor();
		await page.unrouteAll({ behavior: 'wait' });
		await again.click();
		await desk.until(([one]) => one?.memo === 'Nog een gedachte');

		await note.fill('Wat ik typte toen de pagina ging');
		await desk.open();
		await desk.until(([one]) => one?.memo === 'Wat ik typte toen de pagina ging');
		await page.keyboard.press('n');
		await expect.poll(() => note.inputValue()).toBe('Wat ik typte toen de pagina ging');
	});

	test('shows its name beside its stripe on hover and focus, and its stripe stays where it is', async () => {
		await desk.open();
		await desk.chooseSentence(2);
		for (const code of ['Groen', 'Veilig', 'Hitte']) {
			await desk.chooseSentence(2);
			await desk.pick(code);
		}
		await desk.until((list) => list.length === 3);
		await desk.open();
		const bars = desk.turn().locator('.lanes button.bar');
		await expect.poll(() => bars.count()).toBe(3);
		const places = () =>
			bars.evaluateAll((all) =>
				all.map((bar) => `${bar.getAttribute('aria-label')} ${(bar as HTMLElement).style.cssText}`)
			);
		const first = await still(page, places);
		const label = bars.last().locator('.label');
		const shown = () =>
			label.evaluate((element) => [getComputedStyle(element).display, getComputedStyle(element).maxWidth]);
		await bars.last().hover();
		await expect.poll(() => shown()).toEqual(['block', 'none']);
		await page.mouse.move(5, 5);
		await expect.poll(shown).not.toEqual(['block', 'none']);
		await page.keyboard.press('Shift');
		await bars.last().focus();
		await expect.poll(() => shown()).toEqual(['block', 'none']);
		await desk.turn().focus();
		await page.keyboard.press('End');
		await expect
			.poll(() =>
				desk
					.turn()
					.isVisible()
					.then(() => desk.turn().boundingBox())
			)
			.not.toBeNull();
		await page.keyboard.press('Home');
		await desk.turn().scrollIntoViewIfNeeded();
		await expect.poll(() => places()).toEqual(first);
	});
});

describe('what could not be stored', () => {
	test('waits in a list: one tries again, another is given up', async () => {
		await desk.open();
		await page.route('**/api/v1/**/codings', (route) =>
			route.request().method() === 'POST' ? route.fulfill({ status: 500, body: '{}' }) : route.continue()
		);
		await desk.chooseSentence(1);
		await desk.pick('Groen');
		await desk.panel().getByRole('heading', { name: '1 codering is niet opgeslagen' }).waitFor();
		await desk.shot('unsaved');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await page.unrouteAll({ behavior: 'wait' });
		await desk.panel().getByRole('button', { name: 'Opnieuw proberen' }).click();
		expect(quotes(await desk.until((list) => list.length === 1))).toEqual([sentences[0]]);
		await page.route('**/api/v1/**/codings', (route) => route.fulfill({ status: 500, body: '{}' }));
		await desk.chooseSentence(3);
		await desk.pick('Groen');
		await desk.panel().getByRole('button', { name: 'Weglaten' }).click();
		await desk
			.panel()
			.getByRole('heading', { name: /niet opgeslagen/ })
			.waitFor({ state: 'detached' });
		await page.unrouteAll({ behavior: 'wait' });
		await desk.open();
		await expect.poll(async () => (await desk.codings()).length).toBe(1);
	});

	test('for want of a connection: a laptop shows the words that matter whole, in a head of one line', async () => {
		await resize(page, { width: 1280, height: 800 });
		await desk.open();
		const head = page.locator('.desk > header');
		const height = async () => (await head.boundingBox())?.height;
		const before = await still(page, height);
		await page.context().setOffline(true);
		for (const number of [1, 2, 3]) {
			await desk.chooseSentence(number);
			await desk.pick('Groen');
		}
		const words = head.getByText('geen verbinding (3)', { exact: true });
		await words.waitFor();
		await expect.poll(() => words.evaluate(isCutOff)).toBe(false);
		await expect.poll(() => head.locator('.status').getAttribute('title')).toMatch(/3 wijzigingen wachten/);
		await expect.poll(() => height()).toBe(before);
		await desk.shot('offline-laptop');
		await page.context().setOffline(false);
		await desk.until((list) => list.length === 3);
	});

	test('because its code went: it asks for another code', async () => {
		const { id } = await desk.call<{ id: string }>(`${desk.base}/codes`, { name: 'Tijdelijk é' });
		await desk.open();
		await page.context().setOffline(true);
		await desk.chooseSentence(3);
		await desk.pick('Tijdelijk');
		await page.getByText(/geen verbinding: 1 wijziging wacht/).waitFor();
		await desk.call(`${desk.base}/codes/${id}`, undefined, 'DELETE');
		await page.context().setOffline(false);
		const waiting = desk.panel().getByRole('region', { name: '1 codering is niet opgeslagen' });
		await waiting.getByText('Tijdelijk é', { exact: true }).waitFor();
		await waiting.getByText('Deze code is uit het codeboek').waitFor();
		await waiting.getByText(sentences[2]).waitFor();
		await desk.shot('code-gone');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		const label = await waiting.getByRole('combobox').locator('option', { hasText: 'Groen en spelen' }).textContent();
		await waiting.getByRole('combobox').selectOption({ label: label?.trim() ?? '' });
		await waiting.getByRole('button', { name: 'Opnieuw proberen' }).click();
		const [one] = await desk.until((list) => list.length === 1);
		expect(one).toMatchObject({ quote: sentences[2] });
		expect(one?.codePath).toMatch(/Groen en spelen$/);
	});

	test('is brought to the text as it is now: untouched words by itself, others by the coder', async () => {
		await desk.open();
		await page.evaluate(() => ((window as { isSamePage?: boolean }).isSamePage = true));
		await page.context().setOffline(true);
		for (const number of [1, 2, 3]) {
			await desk.chooseSentence(number);
			await desk.pick('Groen');
		}
		await page.getByText(/geen verbinding: 3 wijzigingen wachten/).waitFor();
		await desk.edit([
			['', 'Nou 👍🏽. '],
			[sentences[1], 'Jazeker.'],
			['nieuw', 'óud']
		]);
		await page.context().setOffline(false);
		const waiting = desk.panel().getByRole('region', { name: '2 coderingen wachten op een plaats' });
		await waiting.waitFor();
		await page.getByText('De tekst van dit gesprek is intussen veranderd.').waitFor();
		await expect.poll(() => page.evaluate(() => (window as { isSamePage?: boolean }).isSamePage)).toBe(true);
		await expect.poll(() => desk.focused()).toBe(desk.first.ordinal);
		expect(quotes(await desk.until((list) => list.length === 1))).toEqual([sentences[0]]);
		const [replaced, corrected] = await waiting.getByRole('listitem').all();
		if (!replaced || !corrected) throw new Error('two codings');
		await replaced.getByText(sentences[1]).waitFor();
		await corrected.getByText('De bankjes zijn óud.').waitFor();
		await desk.shot('unplaced');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);

		await corrected.getByRole('button', { name: /^Zet op deze woorden/ }).click();
		await desk.until((list) => quotes(list).includes('De bankjes zijn óud.'));
		await waiting.waitFor({ state: 'detached' });
		const left = desk.panel().getByRole('region', { name: '1 codering wacht op een plaats' });
		await desk.open();
		await left.getByRole('button', { name: /^Geef een plaats/ }).click();
		await page.getByText('Waar hoort Groen en spelen? Kies de woorden in de tekst.').waitFor();
		await desk.chooseSentence(3);
		await desk.shot('placing');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await page.keyboard.press('c');
		await desk.until((list) => quotes(list).includes('Jazeker.'));
		await left.waitFor({ state: 'detached' });
		await expect.poll(() => page.getByText(/nog niet opgeslagen, en de woorden/).count()).toBe(0);

		// What was done before the text changed can still be taken back, in its order.
		await desk.turn().focus();
		for (const rest of [[sentences[0], 'De bankjes zijn óud.'], [sentences[0]], []]) {
			await page.keyboard.press('Control+z');
			expect(quotes(await desk.until((list) => list.length === rest.length))).toEqual(rest);
		}
	});
});

describe('the screen', () => {
	test('catches up with a colleague after a time without a connection, and is not loaded again for it', async () => {
		// The stream is in the page then, where the test can cut it.
		await page.addInitScript(() => Reflect.deleteProperty(window, 'SharedWorker'));
		await page.route('**/api/v1/events?*', (route) => route.abort());
		await desk.open();
		await page.evaluate(() => ((window as { isSamePage?: boolean }).isSamePage = true));
		await page.getByText('geen verbinding').first().waitFor();
		const { start, version } = await desk.place();
		const code = (await desk.items<{ id: string; isCodable: boolean }>(`${desk.base}/codes`)).find(
			({ isCodable }) => isCodable
		);
		await desk.call(`${desk.base}/codings`, {
			sourceId: desk.sourceId,
			version,
			codeId: code?.id,
			start,
			end: start + 8
		});
		expect(await desk.turn().locator('.lanes button.bar').count()).toBe(0);
		await page.unrouteAll({ behavior: 'wait' });
		await desk.turn().locator('.lanes button.bar').waitFor({ timeout: 60_000 });
		await page.getByText('geen verbinding').first().waitFor({ state: 'detached' });
		await expect.poll(() => page.evaluate(() => (window as { isSamePage?: boolean }).isSamePage)).toBe(true);
	});

	test('stays as it is when something changes while the server cannot be read, and shows that afterwards', async () => {
		await desk.open();
		const [data, reach] = ['**/__data.json*', '**/_app/version.json'];
		let asked = 0;
		for (const path of [data, reach])
			await page.route(path, (route) => {
				asked += 1;
				return route.abort();
			});
		await desk.call(`${desk.base}/codes`, { name: 'Onderweg é' });
		await expect.poll(() => asked).toBeGreaterThan(1);
		await expect.poll(() => desk.turn().isVisible()).toBe(true);
		await page.unrouteAll({ behavior: 'wait' });
		await page.getByText('Onderweg é', { exact: true }).first().waitFor();
	});

	test('has edges that go from normal to wide to narrow by a click or Enter, without a drag', async () => {
		await desk.open();
		for (const [name, wide, narrow] of [
			['Breedte van het codeboek', 480, 180],
			['Breedte van het fragment', 560, 220],
			['Breedte van het deel naast de tekst', 70, 25]
		] as const) {
			if (name.includes('naast')) {
				await desk.turn().focus();
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
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await page.keyboard.press('Escape');
	});

	test('of a tablet: nothing goes sideways, a passage gets a code, and labels of stripes show on hover', async () => {
		await resize(page, { width: 768, height: 1024 });
		await desk.open();
		const isSideways = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
		await expect.poll(() => isSideways()).toBe(false);
		await desk.chooseSentence(2);
		await desk.pick('Groen');
		await desk.until((list) => list.length === 1);
		const bar = desk.turn().locator('.lanes button.bar').first();
		const label = () => bar.locator('.label').evaluate((element) => getComputedStyle(element).display);
		await page.mouse.move(5, 5);
		await desk.turn().focus();
		await bar.hover();
		await expect.poll(label).toBe('block');
		await expect.poll(() => isSideways()).toBe(false);
		await desk.shot('tablet');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		for (const name of ['Codes', 'Fragment']) {
			const way = page.locator('.bar').getByRole('button', { name: new RegExp(`^${name}`) });
			await way.click();
			await desk.shot(`tablet-${name.toLowerCase()}`);
			await expect.poll(() => isSideways()).toBe(false);
			await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
			await way.click();
		}
	});
});
