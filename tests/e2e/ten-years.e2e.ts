import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import { resize, type Person } from '../support/person.ts';
import { apiOf } from '../support/publish.ts';

type Item = { readonly id: string; readonly name: string; readonly key: string; readonly year: number };

let demo: DemoApp;
let person: Person;
let base = '';
let places: { readonly display: string; readonly indicator: string; readonly areaId: string };

const years = Array.from({ length: 10 }, (_, at) => 2016 + at);
const area = 'Overvecht';

beforeAll(async () => {
	demo = await openDemo();
	({ person, base } = demo);
	places = await fillTenYears(person.page, demo.app.origin);
});
afterAll(() => demo.close());

/** Gives the demo a round each year, with values of every indicator in one wijk and one larger area. */
const fillTenYears = async (page: Page, origin: string) => {
	const api = apiOf(page, origin);
	const list = async (part: string) => (await api<{ items: readonly Item[] }>('GET', `${base}/${part}`)).items;
	const known = new Set((await list('waves')).map(({ year }) => year));
	const added = years.filter((year) => !known.has(year));
	for (const year of added) await api('POST', `${base}/waves`, { label: `Meting ${year}`, year });
	const [indicators, areas, pillars] = [await list('indicators'), await list('areas'), await list('pillars')];
	const larger = areas.find(({ name }) => name.startsWith('Vergelijking'))?.name ?? '';
	const items = indicators.flatMap(({ key }, at) =>
		added.flatMap((year, step) =>
			[area, larger].map((name, of) => ({
				...{ indicatorKey: key, area: name, wave: year, referenceYear: year - 1 },
				...{ value: 30 + ((at * 7 + step * 3 + of * 5) % 20) + 0.4, n: 1200 },
				...(year === 2020 && { trendBreak: true, trendBreakReason: 'Andere vraag é 😀', source: 'Eigen enquête' })
			}))
		)
	);
	await api('POST', `${base}/observations`, { items });
	const areaId = areas.find(({ name }) => name === area)?.id ?? '';
	const pillarId = pillars.find(({ name }) => name === 'Veiligheid')?.id ?? '';
	const indicatorId = indicators.find(({ key }) => key === 'KV1')?.id ?? '';
	return {
		display: `${base}/joint-display/${pillarId}/${areaId}`,
		indicator: `${base}/kernset/indicators/${indicatorId}`,
		areaId
	};
};

const sizes = [
	{ name: 'on a laptop', width: 1280, height: 800 },
	{ name: 'on a phone', width: 390, height: 844 }
];

/** Words in drawings that stand on each other, as the browser laid them out. */
const touchingWords = (page: Page) =>
	page.evaluate<readonly string[]>(`[...document.querySelectorAll('figure > svg')].flatMap((svg) => {
		const words = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent.trim(), box: text.getBoundingClientRect() }));
		return words.flatMap((one, at) => words.slice(at + 1).flatMap((other) => {
			const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
			const tall = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
			return wide > 0.5 && tall > one.box.height * 0.35 ? [one.text + ' on ' + other.text] : [];
		}));
	})`);

const check = async (page: Page) => {
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await expect.poll(() => touchingWords(page)).toEqual([]);
	const sideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
	await expect
		.poll(() => page.evaluate<number>(sideways), { message: 'the page scrolls sideways' })
		.toBeLessThanOrEqual(0);
	expect(person.faults).toEqual([]);
};

const folder = process.env['SHOTS'];
const shoot = async (page: Page, name: string) => {
	if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};

describe.each(sizes)('ten rounds $name', (size) => {
	test('a joint display shows them all, as a book and as a table, and any pair can be chosen', async () => {
		const { page } = person;
		await resize(page, size);
		await page.goto(places.display);
		const [from, to] = [page.getByLabel('Van meetronde'), page.getByLabel('Tot meetronde')];
		await expect.poll(() => from.locator('option').count()).toBe(9);
		await from.selectOption({ label: '2016 · Meting 2016' });
		await page.getByRole('button', { name: 'Tonen' }).click();
		await page.waitForURL(/fromWaveId=/);
		const chart = page.locator('figure > svg').first();
		await chart.waitFor();
		const moments = () => chart.locator('text.moment').allTextContents();
		await expect.poll(moments).toEqual(expect.arrayContaining(['2016', '2025']));
		await page.getByText('Over dit cijfer').first().click();
		await page.getByText('Trendbreuk in 2020: Andere vraag é 😀.').first().waitFor();
		await check(page);
		await shoot(page, `display-${size.width}`);
		await page.goto(`${page.url()}&view=table`);
		await page.getByRole('table').first().waitFor();
		await check(page);
		await from.selectOption({ label: '2020 · Meting 2020' });
		await expect
			.poll(async () => {
				const later = await to.locator('option:not([disabled])').allTextContents();
				return later.map((text) => Number(text.slice(0, 4)));
			})
			.toEqual([2021, 2022, 2023, 2024, 2025]);
	});

	test('the page of an indicator has its table in sight, beside the line or below it', async () => {
		const { page } = person;
		await resize(page, size);
		await page.goto(places.indicator);
		const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: area }) });
		const table = item.getByRole('table');
		await expect.poll(() => table.getByRole('row').count()).toBe(11);
		await expect.poll(() => table.isVisible()).toBe(true);
		const words = (await table.textContent()) ?? '';
		expect(words).toContain('Reden: Andere vraag é 😀.');
		expect(words).toContain('Bron: Eigen enquête.');
		const place = async () => {
			const [line, below] = [await item.locator('figure').boundingBox(), await table.boundingBox()];
			const isBeside = (below?.x ?? 0) >= (line?.x ?? 0) + (line?.width ?? 0);
			const isBelow = (below?.y ?? 0) >= (line?.y ?? 0) + (line?.height ?? 0) - 1;
			return [isBeside, isBelow];
		};
		await expect.poll(place).toEqual(size.width > 1000 ? [true, false] : [false, true]);
		await check(page);
		await shoot(page, `indicator-${size.width}`);
	});

	test('the kernset and the matrix hold them all', async () => {
		const { page } = person;
		await resize(page, size);
		await page.goto(`${base}/kernset?areaId=${places.areaId}`);
		await page.getByRole('table').first().waitFor();
		const first = size.width > 1000 ? page.getByRole('columnheader', { name: '2016' }) : page.locator('.moment');
		await first.first().waitFor();
		for (const year of years) await expect.poll(() => page.getByText(String(year)).count()).toBeGreaterThan(0);
		await check(page);
		const highest = () =>
			page
				.getByRole('table')
				.first()
				.locator('tbody tr')
				.evaluateAll((rows) => Math.max(...rows.map((row) => row.getBoundingClientRect().height)));
		if (size.width > 1000) await expect.poll(highest).toBeLessThan(160);
		await shoot(page, `kernset-${size.width}`);
		await page.goto(base);
		await page.getByLabel('Van meetronde').waitFor();
		await check(page);
		await shoot(page, `matrix-${size.width}`);
	});
});

test('a trend break without a reason can be saved, and is asked for', async () => {
	const { page } = person;
	await resize(page, { width: 1280, height: 800 });
	await page.goto(`${base}/kernset?areaId=${places.areaId}`);
	await page
		.getByRole('button', { name: /onveilig.*Meting 2022: wijzigen/ })
		.first()
		.click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Trendbreuk', { exact: true }).check();
	await dialog.getByText('Er staat nog geen reden bij.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByLabel('Reden van de trendbreuk').fill('Andere grens van de wijk');
	await dialog.getByText('Er staat nog geen reden bij.').waitFor({ state: 'detached' });
	await dialog.getByLabel('Bron van deze waarde').fill('Veiligheidsmonitor');
	await dialog.getByLabel('Versie van de bron').fill('uitgave 2');
	await dialog.getByRole('button', { name: 'Waarde opslaan' }).click();
	await page.getByText('Waarde opgeslagen.').waitFor();
	await page.getByText(/Reden: Andere grens van de wijk\. Bron: Veiligheidsmonitor \(versie uitgave 2\)\./).waitFor();
	expect(person.faults).toEqual([]);
});

test('what the source tested is chosen at the value, and told with who tested', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset?areaId=${places.areaId}`);
	const cell = page.getByRole('button', { name: /onveilig.*Meting 2024: wijzigen/ }).first();
	await cell.click();
	const dialog = page.getByRole('dialog');
	const tested = dialog.getByLabel('Toetste de bron het verschil?');
	await expect.poll(() => dialog.getByLabel('Getoetst tegen de ronde').count()).toBe(0);
	await tested.selectOption('getoetst: veranderd');
	await dialog.getByLabel('Getoetst tegen de ronde').selectOption({ label: '2020 Meting 2020' });
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await shoot(page, 'value-tested');
	await dialog.getByRole('button', { name: 'Waarde opslaan' }).click();
	await dialog.waitFor({ state: 'detached' });
	await page.getByText('De bron toetste tegen 2020: veranderd.').first().waitFor();
	await cell.click();
	await expect.poll(() => tested.inputValue()).toBe('yes');
	await expect
		.poll(() => dialog.getByLabel('Getoetst tegen de ronde').locator('option:checked').innerText())
		.toBe('2020 Meting 2020');
	await page.keyboard.press('Escape');
	await page.goto(places.indicator);
	await page
		.getByText(/De bron toetste tegen 2020: veranderd\./)
		.first()
		.waitFor();
	await check(page);
});
