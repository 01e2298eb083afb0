import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import type { Person } from '../support/person.ts';

let demo: DemoApp;
let person: Person;
let base = '';

beforeAll(async () => {
	demo = await openDemo();
	({ person, base } = demo);
});
afterAll(() => demo.close());

const file = (text: string) => ({ name: 'wijken.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'utf8') });

test('a file with a column for each indicator asks of which round it is, shows what changes, and is taken over', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset`);
	await page.getByRole('button', { name: 'Bestand inladen' }).first().click();
	await page.getByRole('link', { name: /bestand met een andere indeling/ }).click();
	await page.waitForURL(/kernset\/import/);
	await page
		.locator('input[type=file]')
		.setInputFiles(
			file('"Cijfers van de wijken"\n"Gebied";"KG1 (%)";"Iets anders"\n"Batau";"61,5";"12"\n"Elders";"50";"1"\n')
		);
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page.getByText('Kies die hieronder').waitFor();
	await page.getByLabel('Meetronde van alle waarden').selectOption({ index: 1 });
	const row = page.getByRole('row', { name: /KG1/ });
	await row.getByText('61,5').waitFor();
	await page.getByText(/overgeslagen: Elders/).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('button', { name: 'Neem deze waarden over' }).click();
	await page.waitForURL(/kernset$/);
	await page
		.getByText(/waarden toegevoegd|gewijzigd/)
		.first()
		.waitFor();
});

test('a wrong cell says which row and column, and nothing is taken over', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset/import`);
	await page.locator('input[type=file]').setInputFiles(file('Gebied;Perioden;KG1\nBatau;2021JJ00;veel\n'));
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	const row = page.getByRole('row', { name: /veel/ });
	await row.getByText('KG1').waitFor();
	await expect.poll(() => page.getByRole('button', { name: 'Neem deze waarden over' }).count()).toBe(0);
	expect(person.faults).toEqual([]);
});

test('a column that was chosen wrongly is chosen anew, beside what is wrong with it', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset/import`);
	await page.locator('input[type=file]').setInputFiles(file('Gebied;KG1;Iets anders\nBatau;62,5;veel\n'));
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page.getByLabel('Meetronde van alle waarden').selectOption({ index: 1 });
	await page.getByRole('button', { name: 'Neem deze waarden over' }).waitFor();
	await page.getByText('Wat staat in welke kolom').click();
	const column = page.getByLabel('Iets anders', { exact: true });
	await column.selectOption({ index: 2 });
	await page.getByRole('row', { name: /veel/ }).waitFor();
	await expect.poll(() => page.getByRole('button', { name: 'Neem deze waarden over' }).count()).toBe(0);
	await column.selectOption({ index: 0 });
	await page.getByRole('button', { name: 'Neem deze waarden over' }).waitFor();
	await expect.poll(() => page.getByRole('row', { name: /veel/ }).count()).toBe(0);
});

test('the figures of Statistics Netherlands are read from StatLine', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset/import`);
	const name = 'statline-85012NED-gezondheidsmonitor2020.csv';
	await page
		.locator('input[type=file]')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: readFileSync(join('tests', 'fixtures', 'kernset', name)) });
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page.getByText(/Gelezen als: een kolom per indicator/).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
});

test('an import is named, shown below, taken back, and stands in the history of its figure', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset/import`);
	await page.locator('input[type=file]').setInputFiles(file('Gebied;KG5\nVollenhove;33,3\n'));
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page.getByLabel('Meetronde van alle waarden').selectOption({ index: 1 });
	await page.getByRole('row', { name: /KG5/ }).getByText('33,3').waitFor();
	await page.getByLabel(/Waar komen deze cijfers vandaan/).fill('Proefmeting');
	await page.getByRole('button', { name: 'Neem deze waarden over' }).click();
	await page.waitForURL(/kernset$/);

	await page.goto(`${base}/kernset/import`);
	const item = page.getByRole('listitem').filter({ hasText: 'Proefmeting' });
	await item.getByRole('button', { name: /Ongedaan maken/ }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Ongedaan maken' }).click();
	await item.getByText(/Ongedaan gemaakt door/).waitFor();
	await expect.poll(() => item.getByRole('button').count()).toBe(0);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);

	const answer = await page.request.get(`/api/v1${base}/indicators?limit=500`);
	const { items } = (await answer.json()) as { items: { id: string; key: string }[] };
	await page.goto(`${base}/kernset/indicators/${items.find(({ key }) => key === 'KG5')?.id}`);
	await page.getByRole('cell', { name: 'inladen ongedaan gemaakt: Proefmeting' }).waitFor();
	await page.getByRole('cell', { name: 'ingeladen: Proefmeting' }).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	expect(person.faults).toEqual([]);
});

test('a period that is no round goes to the round that somebody chooses, with its year; a change beside the value is shown', async () => {
	const { page } = person;
	const take = async (year: number) => {
		await page.goto(`${base}/kernset/import`);
		await page.locator('input[type=file]').setInputFiles(file(`Gebied;Perioden;KG5\nVollenhove;${year}JJ00;44,4\n`));
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		await page.getByLabel('Meetronde van alle waarden').selectOption({ index: 1 });
		return page.getByRole('row', { name: /KG5/ });
	};
	await (await take(2016)).getByText(/peiljaar (.* → )?2016/).waitFor();
	await page.getByRole('button', { name: 'Neem deze waarden over' }).click();
	await page.waitForURL(/kernset$/);
	await (await take(2018)).getByText('peiljaar 2016 → 2018').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	expect(person.faults).toEqual([]);
});

test('several periods, a group, a name and a column that are not known are asked one by one', async () => {
	const { page } = person;
	await page.goto(`${base}/kernset/import`);
	const rows = ['KG5', 'Geluk 😀'].flatMap((name) =>
		['2016', '2018'].flatMap((year) =>
			['A', 'B'].map((group) => `${name};Vollenhove;${year};${group};3${year.at(-1)},5`)
		)
	);
	await page
		.locator('input[type=file]')
		.setInputFiles(file(`Thema;Waar;Jaar;Herkomst;Uitslag 😀\n${rows.join('\n')}\n`));
	await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
	await page.getByLabel('Uitslag 😀', { exact: true }).selectOption({ label: 'Waarde' });
	await page.getByLabel('‘2016’', { exact: true }).selectOption({ label: 'Niet lezen' });
	await page.getByLabel('‘2018’', { exact: true }).selectOption({ index: 2 });
	await page
		.getByRole('group', { name: /Van welke groep/ })
		.getByLabel('Herkomst')
		.selectOption('B');
	await page.getByLabel('‘Geluk 😀’', { exact: true }).selectOption({ label: 'Niet lezen' });
	await page.getByRole('row', { name: /KG5/ }).getByText('38,5').waitFor();
	await expect.poll(() => page.getByRole('row', { name: /Vollenhove/ }).count()).toBe(1);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	expect(person.faults).toEqual([]);
});
