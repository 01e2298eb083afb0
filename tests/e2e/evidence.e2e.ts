import { readFileSync } from 'node:fs';
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

type Named = { readonly id: string; readonly name: string };
const listOf = async (path: string): Promise<readonly Named[]> => {
	const answer = await person.page.request.get(`/api/v1${base}/${path}`);
	return ((await answer.json()) as { items: Named[] }).items;
};
const displayOf = async (pillar: RegExp, area: string): Promise<string> => {
	const pillarId = (await listOf('pillars')).find(({ name }) => pillar.test(name))?.id;
	const areaId = (await listOf('areas')).find(({ name }) => name === area)?.id;
	return `${base}/joint-display/${pillarId}/${areaId}`;
};

test('evidence is found by words and added by keyboard, and leads to its place', async () => {
	const { page } = person;
	await page.goto(`${base}/explanations`);
	await page.getByRole('button', { name: 'Verklaring toevoegen' }).first().click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Mogelijke verklaring').fill('Er is een jongerenwerker bij gekomen.');
	await dialog.getByLabel('Gebied').first().selectOption({ label: 'Overvecht' });
	await dialog.getByRole('button', { name: 'Voeg citaat toe' }).press('Enter');
	await dialog.getByText(/gevonden\. Kies met de pijlen/).waitFor();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await dialog.getByRole('radio', { name: 'Spreekt ertegen' }).check();
	await dialog.getByRole('button', { name: 'Voeg cijfer toe' }).press('Enter');
	await dialog.getByRole('combobox', { name: 'Zoek cijfer' }).fill('onveilig');
	await dialog.getByText(/^\d+ gevonden\. Kies/).waitFor();
	await page.keyboard.press('Enter');
	await dialog
		.getByLabel(/^Opmerking/)
		.last()
		.fill('Dit gaat de andere kant op.');
	await dialog.getByRole('button', { name: 'Voeg literatuur toe' }).press('Enter');
	await dialog.getByLabel('Titel, schrijver en jaar').fill('Veiligheidsmonitor 2024');
	await page.keyboard.press('Enter');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Verklaring vastleggen' }).click();
	await page.getByText('Verklaring vastgelegd.').waitFor();
	const item = page.getByRole('listitem').filter({ hasText: 'Er is een jongerenwerker bij gekomen.' }).first();
	await item.getByText('Dit gaat de andere kant op.').waitFor();
	await item.getByText('Veiligheidsmonitor 2024').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await item.getByRole('link', { name: /beurt \d+/ }).click();
	await page.waitForURL(/sources\/[0-9a-f-]{36}\?coding=/);
	expect(person.faults).toEqual([]);
});

test('a silence becomes a task, stands in the work of who has it, and is done', async () => {
	const { page } = person;
	await page.goto(await displayOf(/Veiligheid/, 'Overvecht'));
	const silences = page.getByRole('region', { name: 'Stiltes' });
	await silences
		.getByRole('button', { name: /^Maak er een taak van/ })
		.first()
		.press('Enter');
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Voor wie').selectOption({ label: 'Ada' });
	await dialog.getByLabel(/Klaar voor/).fill('2026-12-24');
	await dialog.getByLabel('Wat moet er gebeuren?').fill('Vraag ernaar in de volgende ronde.');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByRole('button', { name: 'Taak geven' }).click();
	await silences.getByText('Vraag ernaar in de volgende ronde.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('link', { name: 'Mijn werk' }).click();
	await page.waitForURL(`**${base}/work`);
	await page.getByText('Vraag ernaar in de volgende ronde.').waitFor();
	await page.getByRole('button', { name: /^Gedaan:/ }).press('Enter');
	await page.getByText(/Gedaan door/).waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	expect(person.faults).toEqual([]);
});

test('a decision whose figure changed says what it was and what it is', async () => {
	const { page } = person;
	const address = await displayOf(/Veiligheid/, 'Overvecht');
	await page.goto(address);
	const theme = page.getByRole('article').first();
	await theme.getByRole('button', { name: /^(Samenhang bepalen van|Oordeel herzien)/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(/^Reden/).fill('Zo zien wij het.');
	const without = dialog.getByRole('checkbox');
	if (await without.count()) await without.check();
	await dialog.getByRole('button', { name: 'Oordeel vastleggen' }).click();
	await dialog.waitFor({ state: 'hidden' });
	await expect.poll(() => theme.getByRole('button', { name: /Lezen als tweede/ }).count()).toBe(0);

	const [pillarId, areaId] = address.split('/').slice(-2);
	const api = await page.request.get(`/api/v1${base}/joint-displays?pillarId=${pillarId}&areaId=${areaId}`);
	const { rows } = (await api.json()) as {
		rows: { decision: object | null; figures: { key: string; values: { year: number; value: number }[] }[] }[];
	};
	const row = rows.find(({ decision, figures }) => decision !== null && figures.length > 0);
	const figure = row?.figures[0];
	const last = figure?.values.at(-1);
	const changed = await page.request.post(`/api/v1${base}/observations`, {
		headers: { origin: demo.app.origin },
		data: {
			items: [
				{
					...{ indicatorKey: figure?.key, area: 'Overvecht', wave: String(last?.year) },
					...{ referenceYear: last?.year, value: (last?.value ?? 0) + 1 }
				}
			]
		}
	});
	expect(changed.ok()).toBe(true);
	await page.reload();
	await page
		.getByText(/: was .*, is nu /)
		.first()
		.waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.goto(`${base}/joint-display`);
	await page.getByRole('heading', { name: 'Opnieuw bekijken' }).waitFor();
	await page
		.getByText(/: was .*, is nu /)
		.first()
		.waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('link', { name: 'Stemmen (CSV)' }).click();
	await page.getByText(/^Batau: Er is 1 gesprek met de groep ‘bewoner’/).waitFor();
	await page.getByRole('textbox', { name: /^Waarom mag dit toch/ }).fill('Alleen voor het eigen team é.');
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Bevestig en neem mee' }).click();
	const text = readFileSync(await (await coming).path(), 'utf8');
	expect(text).toContain('Overvecht');
	expect(text).toContain('Vollenhove');
	expect(text).toContain('Alleen voor het eigen team é.');
	expect(person.faults).toEqual([]);
});
