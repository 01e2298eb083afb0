import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DeskCoding } from '../support/desk.ts';
import { openWrittenDesk, quotes, sentences, type WrittenDesk } from '../support/written-desk.ts';
import { keepFocus, still } from '../support/still.ts';

/** The desk, rule by rule: each way to choose words with the exact words, and each key with what it does. */

let desk: WrittenDesk;
let page: Page;

beforeAll(async () => {
	desk = await openWrittenDesk();
	({ page } = desk);
});
afterAll(() => desk.close());
beforeEach(() => desk.clear());

describe('choosing words', () => {
	test('by keys: each choice is said with its sentence and its words', async () => {
		await desk.open();
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
			await expect.poll(desk.said, { message: key }).toBe(sentence);
		}
	});

	test('by mouse: two clicks choose the sentence, three the whole turn', async () => {
		await desk.open();
		const { x, y } = await still(page, () => desk.letterOf('kinderen'));
		await page.mouse.click(x, y, { clickCount: 2 });
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Groen');
		await page.keyboard.press('Enter');
		expect(quotes(await desk.until((list) => list.length === 1))).toEqual([sentences[1]]);
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 0);
		await page.mouse.click(x, y, { clickCount: 3 });
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('Groen');
		await page.keyboard.press('Enter');
		expect(quotes(await desk.until((list) => list.length === 1))).toEqual([`${sentences.join(' ')}.`]);
	});

	test('more codes at once: Space, Ctrl+Enter and Shift+Enter mark, Enter stores all, and one undo takes them back', async () => {
		await desk.open();
		await desk.chooseSentence(2);
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
		const stored = await desk.until((list) => list.length === 3);
		expect(new Set(quotes(stored))).toEqual(new Set([sentences[1]]));
		expect(new Set(stored.map(({ codePath }) => codePath)).size).toBe(3);
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 0);
		await page.keyboard.press('Control+y');
		await desk.until((list) => list.length === 3);
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 0);
	});
});

describe('each single key', () => {
	test('V A G B 0 give the chosen coding a direction on its axis, and take it off', async () => {
		await desk.open();
		await desk.chooseSentence(1);
		await desk.pick('Groen');
		await desk.until((list) => list.length === 1);
		for (const [key, valences] of [
			['v', ['forward']],
			['a', ['backward']],
			['g', ['backward', 'good']],
			['b', ['backward', 'improve']],
			['0', []]
		] as const) {
			await page.keyboard.press(key);
			const [one] = await desk.until(([coding]) => String(coding?.valences) === String(valences));
			expect(one?.valences, key).toEqual(valences);
		}
	});

	test('J and K go by turn, N and P by coding, U to a turn without code', async () => {
		const { start, version } = await desk.place();
		const code = (await desk.items<{ id: string; isCodable: boolean }>(`${desk.base}/codes`)).find(
			({ isCodable }) => isCodable
		)?.id;
		const passage = { sourceId: desk.sourceId, version, codeId: code };
		await desk.call(`${desk.base}/codings`, { ...passage, start, end: start + 8 });
		await desk.call(`${desk.base}/codings`, { ...passage, start: start + 9, end: start + 12 });
		await desk.open();
		await page.keyboard.press('j');
		await expect.poll(() => desk.focused()).toBe(desk.first.ordinal + 1);
		await page.keyboard.press('k');
		await page.keyboard.press('k');
		await expect.poll(() => desk.focused()).toBe(desk.first.ordinal - 1);
		await page.keyboard.press('j');
		await page.keyboard.press('n');
		await expect.poll(desk.said).toMatch(/\. Het park$/);
		await page.keyboard.press('n');
		await expect.poll(desk.said).toMatch(/\. é i/);
		await page.keyboard.press('p');
		await expect.poll(desk.said).toMatch(/\. Het park$/);
		await page.keyboard.press('u');
		await expect.poll(() => desk.focused()).not.toBe(desk.first.ordinal);
		const uncoded = await desk.focused();
		const there = await desk.call<{ turns: { ordinal: number; start: number; end: number }[] }>(
			`${desk.base}/sources/${desk.sourceId}`
		);
		const found = there.turns.find((one) => one.ordinal === uncoded);
		const coded = await desk.items<DeskCoding>(`${desk.base}/codings?sourceId=${desk.sourceId}&limit=500`);
		expect(coded.some((one) => one.start < (found?.end ?? 0) && (found?.start ?? 0) < one.end)).toBe(false);
	});

	test('D makes the interviewer softer and R closes the panel, each again undoes it', async () => {
		await desk.open();
		const words = page.locator('[data-turn].aside .words').first();
		const colour = () => words.evaluate((element) => getComputedStyle(element).color);
		const first = await still(page, colour);
		const own = await desk
			.turn()
			.locator('.words')
			.evaluate((element) => getComputedStyle(element).color);
		await page.keyboard.press('d');
		await expect.poll(colour).not.toBe(first);
		await expect.poll(async () => [first, await colour()]).toContain(own);
		await page.keyboard.press('d');
		await expect.poll(colour).toBe(first);
		await desk.panel().waitFor();
		await page.keyboard.press('r');
		await desk.panel().waitFor({ state: 'hidden' });
		await page.keyboard.press('r');
		await desk.panel().waitFor();
	});

	test('M goes to the note, Delete takes a coding away, and what was taken back is done again', async () => {
		await desk.open();
		await desk.chooseSentence(1);
		await desk.pick('Groen');
		await desk.until((list) => list.length === 1);
		await page.keyboard.press('m');
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('desk-memo');
		await desk.turn().focus();
		await page.keyboard.press('Delete');
		await desk.until((list) => list.length === 0);
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 1);
		await page.keyboard.press('Control+y');
		await desk.until((list) => list.length === 0);
	});

	test('can be switched off: then letters do nothing, and arrows and Enter still work', async () => {
		await desk.open();
		await page.keyboard.press('?');
		const choice = page.getByRole('checkbox', { name: /Losse letters en cijfers/ });
		await choice.uncheck();
		await page.keyboard.press('Escape');
		await keepFocus(desk.turn());
		for (const key of ['j', 'k', 'u', 'n', 'v', '1', '.', 'x', 'q', 'r', 'm', 'f', '/', '?', 'Delete'])
			await page.keyboard.press(key);
		await expect.poll(() => desk.focused()).toBe(desk.first.ordinal);
		await page.keyboard.press('Enter');
		await expect.poll(desk.said).toBe('Gekozen: hele beurt, 27 woorden');
		await page.keyboard.press('c');
		expect(await page.getByRole('dialog').count()).toBe(0);
		await page.keyboard.press('ArrowDown');
		await expect.poll(() => desk.focused()).toBe(desk.first.ordinal + 1);
		await page.getByRole('button', { name: 'Toetsen' }).click();
		await choice.check();
		await page.keyboard.press('Escape');
	});
});
