import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityTree, sayHeard, type Heard } from '../support/accessibility-tree.ts';
import { openDesk, type Desk } from '../support/desk.ts';

/** What Chromium gives a screen reader at the desk and in the codebook: names, roles and states (docs/accessibility-test.md). */

let desk: Desk;
let page: Page;
let words: string;

const place = () => `[data-turn="${desk.first.ordinal}"]`;
const open = async () => {
	await desk.open();
	await page.locator(`${place()} .list button`).first().waitFor({ state: 'attached' });
};
const only = (heard: readonly Heard[], role: string) => heard.filter((one) => one.role === role);

beforeAll(async () => {
	desk = await openDesk(({ start, end }) => end - start > 60);
	({ page } = desk);
	words = desk.first.words.trim();
	const [green] = (await desk.items<{ id: string; name: string }>(`${desk.base}/codes?limit=500`)).filter(
		({ name }) => name === 'Groen en spelen'
	);
	const made = await desk.call<{ id: string }>(`${desk.base}/codes`, { name: 'Vuil 😀 é' });
	await desk.call(`${desk.base}/codes`, { name: 'Nog nooit gebruikt' });
	const passage = { sourceId: desk.sourceId, start: desk.first.start, end: desk.first.start + 30 };
	await desk.call(`${desk.base}/codings`, { ...passage, codeId: green?.id, valences: ['forward', 'good'] });
	await desk.call(`${desk.base}/codings`, { ...passage, codeId: made.id, valences: [] });
});
afterAll(() => desk.close());

describe('the desk, as a screen reader is given it', () => {
	test('a turn: its number, speaker and words, then its codings as pressed or not, and a button to code it', async () => {
		await open();
		const heard = await accessibilityTree(page, place());
		const [item] = heard;
		expect(item).toMatchObject({ role: 'row', states: { focusable: true, focused: true } });
		expect(item?.name.startsWith(`${desk.first.ordinal} `)).toBe(true);
		expect(item?.name).toContain(words);
		expect(
			item?.name.endsWith('Codes in deze beurt: Groen en spelen, gaat vooruit, gaat goed; Vuil 😀 é'),
			item?.name
		).toBe(true);
		const texts = only(heard, 'StaticText').map(({ name }) => name);
		expect(texts[0]).toBe(String(desk.first.ordinal));
		expect(texts.indexOf(words)).toBe(2);
		expect(only(heard, 'list').map(({ name }) => name)).toEqual(['Codes in deze beurt']);
		const buttons = only(heard, 'button').map(({ name, states }) => [name, states['pressed']]);
		expect(buttons.slice(0, 2)).toEqual([
			['Groen en spelen, gaat vooruit, gaat goed, u', 'false'],
			['Vuil 😀 é, u', 'false']
		]);
		expect(buttons.at(-1)).toEqual(['Codeer deze beurt', undefined]);
		for (const [name] of buttons) expect(name, sayHeard(heard)).not.toBe('');
		await page.getByRole('button', { name: 'Vuil 😀 é, u' }).press('Enter');
		const chosen = only(await accessibilityTree(page, place()), 'button').filter(
			({ states }) => states['pressed'] === 'true'
		);
		expect(new Set(chosen.map(({ name }) => name))).toEqual(new Set(['Vuil 😀 é, u', 'Vuil 😀 é']));
	});

	test('a turn without the focus tells its codings in one sentence', async () => {
		await open();
		await page.keyboard.press('ArrowDown');
		await page.locator(`${place()} .list`).waitFor({ state: 'detached' });
		const texts = only(await accessibilityTree(page, place()), 'StaticText').map(({ name }) => name);
		expect(texts).toContain('Codes in deze beurt: Groen en spelen, gaat vooruit, gaat goed; Vuil 😀 é');
	});

	test('every part of the desk has a name', async () => {
		await open();
		const heard = await accessibilityTree(page, 'main');
		const parts = heard
			.filter(({ depth, role }) => depth === 1 && role !== 'StaticText')
			.map(({ role, name }) => `${role} ${name}`);
		expect(parts).toEqual(
			expect.arrayContaining([
				'complementary Codes',
				'separator Breedte van het codeboek',
				expect.stringMatching(/^region Tekst van /),
				'complementary Dit fragment',
				'separator Breedte van het fragment'
			])
		);
		const operated = ['button', 'link', 'searchbox', 'textbox', 'combobox', 'checkbox', 'separator'];
		expect(await page.getByText(/ van \d+ beurten gecodeerd/).count()).toBe(1);
		// It would be told after each coding.
		expect(await page.getByRole('progressbar').count()).toBe(0);
		expect(heard.filter(({ role, name }) => operated.includes(role) && name.trim() === '')).toEqual([]);
	});

	test('the picker: a combobox with the focus, its options by code and path, and both directions', async () => {
		await open();
		await page.keyboard.press('Enter');
		await page.keyboard.press('c');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.type('groen');
		await page.keyboard.press('Control+Enter');
		const heard = await accessibilityTree(page, '[role=dialog]');
		expect(heard[0]).toMatchObject({ role: 'dialog', name: 'Codeer het gekozen fragment' });
		expect(heard.find(({ states }) => states['focused'])).toMatchObject({
			role: 'combobox',
			name: 'Zoek een code',
			states: { expanded: true, autocomplete: 'list', hasPopup: 'listbox' }
		});
		expect(only(heard, 'listbox')).toMatchObject([{ name: 'Codes', states: { multiselectable: true } }]);
		const options = only(heard, 'option').filter(({ name }) => name.includes('Groen en spelen'));
		expect(options).toMatchObject([
			{
				name: 'Groen en spelen Wonen, gezonde leefomgeving, groen en duurzaamheid',
				states: { selected: true }
			}
		]);
		expect(only(heard, 'radiogroup').map(({ name }) => name)).toEqual(['Verandering', 'Hoe het nu is']);
		expect(only(heard, 'radio').map(({ name, states }) => `${name} ${String(states['checked'])}`)).toEqual([
			'vooruit false',
			'achteruit false',
			'goed false',
			'kan beter false'
		]);
		await page.keyboard.press('Escape');
	});
});

describe('the codebook, as a screen reader is given it', () => {
	test('a tree with levels, what is open and chosen, and how often each code is used', async () => {
		await page.goto(`${desk.base}/codebook`);
		await page.getByRole('tree').waitFor();
		const codes = await desk.items<{ name: string; isCodable: boolean; codings: number; interviews: number }>(
			`${desk.base}/codes?limit=500`
		);
		const heard = await accessibilityTree(page, '[role=tree]');
		expect(heard[0]).toMatchObject({ role: 'tree', name: 'Codes', states: { multiselectable: true } });
		const rows = only(heard, 'treeitem');
		expect(rows).toHaveLength(codes.length);
		expect(rows[0]).toMatchObject({ name: codes[0]?.name, states: { level: 1, expanded: true, selected: false } });
		const once = codes.find(({ codings, interviews }) => codings === 1 && interviews === 1);
		const often = codes.find(({ codings, interviews }) => codings > 1 && interviews > 1);
		const names = rows.map(({ name }) => name);
		expect(names).toContain(`${once?.name} 1 codering 1 gesprek`);
		expect(names.some((name) => name.endsWith(`${often?.codings} coderingen ${often?.interviews} gesprekken`))).toBe(
			true
		);
		const unused = codes.find(({ isCodable, codings }) => isCodable && codings === 0);
		expect(names).toContain(`${unused?.name} ongebruikt 0 coderingen 0 gesprekken`);
		await page.getByRole('treeitem').nth(1).press(' ');
		const after = only(await accessibilityTree(page, '[role=tree]'), 'treeitem')[1];
		expect(after).toMatchObject({ states: { level: 2, selected: true, focused: true } });
	});

	test('tells how many codes are chosen, in a place that was there before', async () => {
		await page.goto(`${desk.base}/codebook`);
		await page.getByRole('tree').waitFor();
		const told = page.locator('main .visually-hidden[role=status]').first();
		const place = await told.elementHandle();
		expect((await told.textContent())?.trim()).toBe('');
		await page.getByRole('treeitem').nth(1).press(' ');
		await page.getByRole('treeitem').nth(2).press(' ');
		await expect.poll(() => place?.textContent()).toBe('2 codes gekozen');
	});
});
