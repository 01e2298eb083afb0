import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { halfRow, openDesk, type Desk } from '../support/desk.ts';
import { resize } from '../support/person.ts';
import { still } from '../support/still.ts';

/** A coder at the desk with a mouse, who sets the desk to their own hand. SHOTS=folder keeps pictures of the steps. */

let desk: Desk;
let page: Page;
/** beginnings and ends of words in the turn, in code points from its beginning */
let words: { start: number; end: number }[];

const wordAt = (index: number) => {
	const word = words[index];
	if (!word) throw new Error(`no word ${index}`);
	return word;
};
const handle = async (edge: 'start' | 'end') => {
	const box = await still(page, () => page.locator(`[data-handle="${edge}"]`).boundingBox());
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
		await desk.letter(edge === 'start' ? wordAt(from).start : wordAt(from).end - 1),
		await desk.letter(edge === 'start' ? wordAt(to).start : wordAt(to).end - 1)
	];
	const side = edge === 'start' ? 'left' : 'right';
	await page.mouse.move(grip.x, grip.y);
	await page.mouse.down();
	await page.mouse.move(grip.x + there[side] - here[side], grip.y + there.y - here.y, { steps: 6 });
	await before();
	await page.mouse.up();
};
const absolute = (index: number, side: 'start' | 'end') => desk.first.start + wordAt(index)[side];

beforeAll(async () => {
	desk = await openDesk(({ words }) => words.split('. ').length >= 3);
	({ page } = desk);
	const said = desk.first.words;
	words = [...said.matchAll(/[\p{L}\p{M}\d]+/gu)].map(({ 0: word, index }) => {
		const start = [...said.slice(0, index)].length;
		return { start, end: start + [...word].length };
	});
});
afterAll(() => desk.close());

describe('a coder at the desk, with a mouse', () => {
	test('drags a code from the codebook to the text that is chosen', async () => {
		await desk.open();
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowRight');
		await page.locator('[data-row]', { hasText: 'Groen en spelen' }).first().dragTo(desk.turn().locator('.words'));
		const [one] = await desk.until((list) => list.length === 1);
		expect(one?.codePath).toMatch(/Groen en spelen$/);
		expect(one?.start).toBe(desk.first.start);
	});

	test('drags the end and the beginning of the passage, by whole words, and takes it back', async () => {
		const [before] = await desk.codings();
		const last = words.findLastIndex(({ end }) => desk.first.start + end <= (before?.end ?? 0));
		// The passage ends with the sentence, so its last word may stand before a full stop.
		await drag('end', last, 3);
		const [shorter] = await desk.until(([one]) => one?.end === absolute(3, 'end'));
		expect(shorter?.start).toBe(before?.start);
		await expect.poll(() => desk.said()).toMatch(/woorden/);
		await drag('start', 0, 1);
		await desk.until(([one]) => one?.start === absolute(1, 'start'));
		await desk.shot('handles');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await page.keyboard.press('Control+z');
		await desk.until(([one]) => one?.start === before?.start);
	});

	test('shows what it would become while dragging, and leaves it as it was on Esc', async () => {
		const [before] = await desk.codings();
		await drag('end', 3, 5, async () => {
			const drawn = await page.evaluate(() =>
				[...(CSS.highlights.get('wijkstem-chosen') ?? [])].map((range) => range.endOffset)
			);
			expect(drawn.length).toBe(1);
			await page.keyboard.press('Escape');
		});
		await expect.poll(() => desk.said()).toMatch(/niet veranderd/);
		// Nothing is sent for it either: what is done after it is stored, and that is not.
		await page.keyboard.press('*');
		const [after] = await desk.until(([one]) => one?.important !== before?.important);
		expect(after).toMatchObject({ start: before?.start, end: before?.end });
		await page.keyboard.press('*');
		await desk.until(([one]) => one?.important === before?.important);
	});

	test('does without a drag what a drag does: a press for each end, in two, and one again', async () => {
		const press = (name: string | RegExp) =>
			page.getByRole('complementary', { name: 'Dit fragment' }).getByRole('button', { name }).click();
		const [before] = await desk.codings();
		const { start, end } = before ?? { start: 0, end: 0 };
		await press('Einde: een woord eerder');
		await desk.until(([one]) => one?.end === absolute(2, 'end'));
		await press('Begin: een woord later');
		await desk.until(([one]) => one?.start === absolute(1, 'start'));
		await press('Begin: een woord eerder');
		await press('Einde: een woord later');
		await desk.until(([one]) => one?.start === start && one.end === end);
		await press('Einde: tot hele zin');
		const [sentence] = await desk.until(([one]) => (one?.end ?? 0) > end);
		await page.keyboard.press('Control+z');
		await desk.until(([one]) => one?.end === end);
		expect(sentence?.start).toBe(start);
		await press('In twee delen');
		const halves = await desk.until((list) => list.length === 2);
		expect([halves[0]?.start, halves[1]?.end]).toEqual([start, end]);
		await press('Eén maken van 2 fragmenten');
		const [one] = await desk.until((list) => list.length === 1);
		expect([one?.start, one?.end]).toEqual([start, end]);
	});

	test('drags into the middle of a word when words may be cut', async () => {
		await page.keyboard.press('?');
		await page.getByRole('checkbox', { name: /hele woorden/i }).uncheck();
		await page.keyboard.press('Escape');
		const long = words.findIndex(({ start, end }, index) => index > 3 && end - start >= 5);
		const [grip, here, there] = [
			await handle('end'),
			await desk.letter(wordAt(3).end - 1),
			await desk.letter(wordAt(long).start + 2)
		];
		await page.mouse.move(grip.x, grip.y);
		await page.mouse.down();
		await page.mouse.move(grip.x + there.right - here.right, grip.y + there.y - here.y, { steps: 4 });
		await page.mouse.up();
		await desk.until(([one]) => one?.end === absolute(long, 'start') + 3);
		await page.keyboard.press('Control+z');
		await desk.until(([one]) => one?.end === absolute(3, 'end'));
		await page.keyboard.press('?');
		await page.getByRole('checkbox', { name: /hele woorden/i }).check();
		await page.keyboard.press('Escape');
	});

	test('drags over to the next turn', async () => {
		const next = page.locator(`[data-turn="${desk.first.ordinal + 1}"] .words`);
		const box = await still(page, () => next.boundingBox());
		const [grip, here] = [await handle('end'), await desk.letter(wordAt(3).end - 1)];
		if (!box) throw new Error('no next turn');
		await page.mouse.move(grip.x, grip.y);
		await page.mouse.down();
		await page.mouse.move(grip.x + box.x + 40 - here.right, grip.y + box.y + 15 - here.y, { steps: 6 });
		await page.mouse.up();
		await desk.until(([one]) => (one?.end ?? 0) > desk.first.end);
		await page.keyboard.press('Control+z');
		await desk.until(([one]) => one?.end === absolute(3, 'end'));
	});

	test('still selects text beside the handles', async () => {
		const [from, to] = [await desk.letter(wordAt(5).start), await desk.letter(wordAt(7).end - 1)];
		await page.mouse.move(from.left + 1, from.y);
		await page.mouse.down();
		await page.mouse.move(to.right - 1, to.y, { steps: 5 });
		await page.mouse.up();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
	});

	test('drags the text that is chosen to a code in the codebook', async () => {
		await desk.open();
		const [from, to] = [await desk.letter(wordAt(6).start), await desk.letter(wordAt(8).end - 1)];
		await page.mouse.move(from.left + 1, from.y);
		await page.mouse.down();
		await page.mouse.move(to.right - 1, to.y, { steps: 5 });
		await page.mouse.up();
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		const grip = await desk.letter(wordAt(7).start);
		const row = await still(page, () =>
			page.locator('[data-row]', { hasText: 'Groen en spelen' }).first().boundingBox()
		);
		if (!row) throw new Error('no code to drag to');
		await page.mouse.move(grip.x, grip.y);
		await page.mouse.down();
		await page.mouse.move(grip.x - 20, grip.y + 4, { steps: 4 });
		await page.mouse.move(row.x + row.width / 2, row.y + row.height / 2, { steps: 8 });
		await page.mouse.up();
		const stored = await desk.until((list) => list.length === 2);
		const dragged = stored.find(({ start }) => start === absolute(6, 'start'));
		expect(dragged?.end).toBe(absolute(8, 'end'));
		expect(dragged?.codePath).toMatch(/Groen en spelen$/);
		await page.keyboard.press('Control+z');
		await desk.until((list) => list.length === 1);
	});

	test('clicks a code in the codebook for the text that is chosen, and a stripe to choose its passage again', async () => {
		await desk.open();
		await page.keyboard.press('Enter');
		await page.keyboard.press('ArrowRight');
		const before = (await desk.codings()).map(({ id }) => id);
		await page.locator('[data-row]', { hasText: 'Verkeer' }).first().click();
		const [made] = (await desk.until((list) => list.length === before.length + 1)).filter(
			({ id }) => !before.includes(id)
		);
		expect(made?.codePath).toMatch(/Verkeer$/);
		expect(made?.start).toBe(desk.first.start);
		// nothing is chosen on a page that was opened anew
		await desk.open();
		const stripe = desk.turn().locator('.lanes button.bar', { hasText: 'Verkeer' });
		await expect.poll(() => stripe.getAttribute('aria-pressed')).toBe('false');
		await stripe.click();
		await expect.poll(() => stripe.getAttribute('aria-pressed')).toBe('true');
		await page
			.getByRole('heading', { name: /Verkeer/ })
			.first()
			.waitFor();
		await page.keyboard.press('Delete');
		await desk.until((list) => list.length === before.length);
		expect((await desk.codings()).map(({ id }) => id)).toEqual(before);
	});
});

describe('the desk as its coder wants it', () => {
	test('gives an action another key: the new one works and the old one does not, also after a reload', async () => {
		await desk.open();
		await page.keyboard.press('?');
		await page.getByText('Toetsen veranderen').click();
		const change = page.getByRole('button', { name: /^(Veranderen|Druk op).* een code kiezen voor de gekozen tekst/ });
		await change.click();
		await page.keyboard.press('n');
		await page.getByText(/De toets N is al voor/).waitFor();
		await desk.shot('keys');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await page.keyboard.press('y');
		await page.getByText(/is nu Y/).waitFor();
		await page.keyboard.press('Escape');
		await desk.open();
		await page.keyboard.press('c');
		await page.keyboard.press('Enter');
		expect(await page.getByRole('dialog').count()).toBe(0);
		await page.getByText('Druk op Y, klik op een code in het codeboek, of:').waitFor();
		await page.keyboard.press('y');
		await page.getByRole('dialog').waitFor();
		await page.keyboard.press('Escape');
		await page.keyboard.press('?');
		await page.getByText('Toetsen veranderen').click();
		await page.getByRole('button', { name: 'Uitzetten: toets voor naar de volgende beurt zonder code' }).click();
		await page.getByText(/Er is nu geen toets/).waitFor();
		await page.getByRole('button', { name: 'Standaard terugzetten' }).click();
		await page.keyboard.press('Escape');
		await desk.turn().focus();
		await page.keyboard.press('c');
		await page.getByRole('dialog').waitFor();
	});

	test('chooses part of a turn by the numbers of its sentences', async () => {
		await page.getByLabel('Van zin').selectOption({ label: '2' });
		await page.getByLabel('tot en met zin').selectOption({ label: '2' });
		await expect.poll(desk.said).toMatch(/zin 2 van/i);
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await page.keyboard.press('Escape');
	});

	test('ties a code to a number, and takes it with that key', async () => {
		await desk.open();
		await page.locator('[data-row]', { hasText: 'Groen en spelen' }).last().click();
		await page.getByLabel('Vast nummer (toets)').selectOption('7');
		await desk.open();
		await page.getByRole('treeitem', { name: /toets 7, vast/ }).waitFor();
		const before = (await desk.codings()).length;
		await page.keyboard.press('Enter');
		await page.keyboard.press('7');
		await desk.until((list) => list.length === before + 1);
		await page.keyboard.press('h');
		await expect.poll(desk.said).toMatch(/geen vast nummer meer/);
	});

	test('colours by code, coder and direction, with the meaning beside it', async () => {
		// How much of the text has each colour of the palette.
		const colours = () =>
			page.evaluate(() =>
				[...CSS.highlights].flatMap(([name, { size }]) => (/code-/.test(name) && size > 0 ? `${name} ${size}` : []))
			);
		await expect.poll(async () => (await colours()).length).toBeGreaterThan(1);
		const byCode = await still(page, colours);
		await page.keyboard.press('o');
		const legend = page.getByRole('list', { name: 'Wat de kleuren zeggen' });
		await legend.locator('li', { hasText: /\bu\s*$/ }).waitFor();
		await expect.poll(colours).not.toEqual(byCode);
		const byCoder = await still(page, colours);
		await page.keyboard.press('o');
		await legend.getByText('achteruit').waitFor();
		await expect.poll(colours).not.toEqual(byCoder);
		await expect.poll(() => colours()).not.toEqual(byCode);
		await page.keyboard.press('n');
		await page.keyboard.press('v');
		await desk.shot('colours');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await expect.poll(() => page.locator('.lanes .mark').first().getAttribute('data-mark')).toMatch(/[▲▼✓◦·]/u);
		await desk.open();
		await legend.getByText('achteruit').waitFor();
		await expect.poll(async () => (await colours()).length).toBeGreaterThan(0);
		const byDirection = await still(page, colours);
		await page.keyboard.press('o');
		await legend.waitFor({ state: 'detached' });
		await page.getByText('De kleuren zijn die van de codes in het codeboek.').waitFor();
		await expect.poll(colours).not.toEqual(byDirection);
	});

	test('makes a panel wider by keys and by hand, and closes and opens it by key', async () => {
		const edge = page.getByRole('separator', { name: 'Breedte van het codeboek' });
		const width = async () => Number(await edge.getAttribute('aria-valuenow'));
		const before = await width();
		await edge.focus();
		await page.keyboard.press('ArrowRight');
		await expect.poll(width).toBe(before + 16);
		const box = await still(page, () => edge.boundingBox());
		if (!box) throw new Error('no edge');
		await page.mouse.move(box.x + 4, 400);
		await page.mouse.down();
		await page.mouse.move(box.x + 44, 400, { steps: 4 });
		await page.mouse.up();
		await expect.poll(width).toBe(before + 56);
		await desk.open();
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
		await desk.open();
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
		await expect.poll(() => forward.getAttribute('aria-checked')).toBe('false');
		await page.keyboard.press('Escape');
		await desk.turn().focus();
		await page.keyboard.press('?');
		await page.getByRole('checkbox', { name: /Richting onthouden/ }).check();
		await page.keyboard.press('Escape');
		await desk.turn().focus();
		await code(false);
		await expect.poll(() => forward.getAttribute('aria-checked')).toBe('true');
		await page.keyboard.press('Escape');
	});

	/** How many stripes, or the button for more, stand beyond the text's frame; and on how many places stripes stand. */
	const lanesCutOff = () =>
		desk.turn().evaluate((turn) => {
			const frame = turn.closest('.reader')?.getBoundingClientRect();
			const boxes = (what: string) => [...turn.querySelectorAll(what)].map((one) => one.getBoundingClientRect());
			return {
				cut: boxes('.lanes .bar, .lanes .more').filter(({ right }) => right > (frame?.right ?? 0)).length,
				places: new Set(boxes('.lanes .bar').map(({ left }) => Math.round(left))).size
			};
		});

	test('keeps the margin readable with 20 codings on one passage, and every lane in its place', async () => {
		const codes = (
			await desk.items<{ id: string; codable?: boolean; isCodable?: boolean }>(`${desk.base}/codes`)
		).filter((code) => code.codable ?? code.isCodable ?? true);
		const { version, start, end } = await desk.place();
		const body = { sourceId: desk.sourceId, version, start, end };
		let made = 0;
		for (const { id } of codes) {
			if (made === 20) break;
			try {
				await desk.call(`${desk.base}/codings`, { ...body, codeId: id });
				made += 1;
			} catch {
				// A folder, or a code that is there already.
			}
		}
		expect(made).toBe(20);
		await desk.open();
		const lanes = desk.turn().locator('.lanes .bar');
		await expect.poll(() => lanes.count()).toBeGreaterThanOrEqual(6);
		const places = () =>
			lanes.evaluateAll((all) =>
				all.map((bar) => `${bar.getAttribute('aria-label')} ${(bar as HTMLElement).style.left}`)
			);
		const before = await still(page, places);
		expect(new Set(before.map((place) => place.split(' ').at(-1))).size).toBe(6);
		for (const [width, height] of [
			[1280, 800],
			[390, 844],
			[1440, 900]
		] as const) {
			await resize(page, { width, height });
			await expect.poll(() => lanesCutOff(), { message: `${width} px` }).toEqual({ cut: 0, places: 6 });
			await desk.shot(`lanes-${width}`);
		}
		const more = desk
			.turn()
			.getByRole('button', { name: /nog \d+|\d+ coderingen|meer/i })
			.last();
		await desk.shot('lanes');
		await expect.poll(() => desk.barriers(halfRow)).toEqual([]);
		await page.keyboard.press('End');
		await page.keyboard.press('Home');
		await desk.open();
		await expect.poll(() => places()).toEqual(before);
		await more.click();
		await expect.poll(() => desk.turn().locator('.list.open li').count()).toBeGreaterThanOrEqual(20);
	});
});
