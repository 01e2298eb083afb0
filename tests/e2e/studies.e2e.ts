import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import type { Person } from '../support/person.ts';
import { toXlsx } from '../../src/lib/report/to-xlsx.ts';

let demo: DemoApp;
let person: Person;
let base = '';

beforeAll(async () => {
	demo = await openDemo();
	({ person, base } = demo);
});
afterAll(() => demo.close());

test('a deeper analysis gets findings and a table, which stand beside figures and voices', async () => {
	const { page } = person;
	await page.goto(`${base}/studies`);
	await page.getByRole('button', { name: 'Nieuw deelonderzoek' }).first().click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(/^Naam/).fill('Schoolloopbanen');
	await dialog.getByLabel(/Bron of instituut/).fill('DUO');
	await dialog.getByLabel(/Periode/).fill('schooljaren 2018-2022');
	await dialog.getByLabel(/Aantal personen/).fill('340');
	await dialog.getByRole('button', { name: 'Deelonderzoek toevoegen' }).click();
	await page.waitForURL(/studies\/[0-9a-f-]{36}$/);
	await page.getByText('schooljaren 2018-2022').waitFor();

	// what is missing is said, and nothing typed is lost
	await page.getByRole('button', { name: 'Bevinding toevoegen' }).first().click();
	await dialog.getByLabel(/^Bevinding/).fill('Meer jongeren voelen zich veilig op school.');
	await dialog.getByRole('radio', { name: /Gaat vooruit/ }).check();
	await dialog.getByRole('button', { name: 'Bevinding toevoegen' }).click();
	await dialog.getByText('Kies minstens één pijler of één indicator; anders staat dit nergens bij.').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByRole('checkbox', { name: 'Veiligheid', exact: true }).check();
	await dialog.getByText('Indicatoren', { exact: true }).first().click();
	await dialog.getByRole('checkbox', { name: /^KV1/ }).check();
	await dialog.getByRole('button', { name: 'Bevinding toevoegen' }).click();
	await page.getByText('Meer jongeren voelen zich veilig op school.').waitFor();

	await page.getByRole('button', { name: 'Tabel toevoegen' }).first().click();
	await dialog.locator('input[type=file]').setInputFiles({
		name: 'Veilig op school.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('Schooljaar;Voelt zich veilig (%);Aantal\n2018;71,5;120\n2022;78;131\n')
	});
	await dialog.getByRole('checkbox', { name: 'Veiligheid', exact: true }).check();
	await dialog.getByRole('button', { name: 'Tabel toevoegen' }).click();
	const table = page.getByRole('table', { name: 'Veilig op school' });
	await table.getByRole('rowheader', { name: '2022' }).waitFor();
	await expect.poll(() => table.getByRole('columnheader').allTextContents()).toHaveLength(3);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	const link = await page.getByRole('link', { name: 'Tabel als CSV: Veilig op school' }).getAttribute('href');
	expect(await (await page.request.get(link ?? '')).text()).toContain('2018;71,5;120');

	// of a workbook with several sheets the page asks which one, and keeps what was filled in
	await page.getByRole('button', { name: 'Tabel toevoegen' }).first().click();
	const columns = [
		{ label: 'Schooljaar', width: 12 },
		{ label: 'Mbo', width: 12 }
	];
	const sheets = [2018, 2022].map((year) => ({
		...{ name: `Jaar ${year}`, watermark: `Leerlingen in het mbo, ${year}`, about: [], columns, rows: [[year, 62.5]] }
	}));
	await dialog.locator('input[type=file]').setInputFiles({
		...{ name: 'mbo.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await toXlsx(sheets, 'nl')) }
	});
	await dialog.getByRole('checkbox', { name: 'Veiligheid', exact: true }).check();
	await dialog.getByRole('button', { name: 'Tabel toevoegen' }).click();
	await dialog.getByText('Dit bestand heeft meer bladen: Jaar 2018 / Jaar 2022 / Over dit bestand.').waitFor();
	// the question is above what one just pressed: one is brought there
	await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('sheet');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await dialog.getByLabel('Blad').selectOption('Jaar 2022');
	await dialog.getByRole('button', { name: 'Tabel toevoegen' }).click();
	const second = page.getByRole('table', { name: 'Leerlingen in het mbo, 2022' });
	await second.getByRole('rowheader', { name: '2022' }).waitFor();

	await page.goto(base);
	const cell = await page.locator('a[href*="/joint-display/"]').first().getAttribute('href');
	const [, , area = ''] = /joint-display\/([^/]+)\/([^/?]+)/.exec(cell ?? '') ?? [];
	const pillars = (await (await page.request.get(`/api/v1${base}/pillars`)).json()) as {
		items: { id: string; name: string }[];
	};
	const safety = pillars.items.find(({ name }) => name === 'Veiligheid')?.id ?? '';
	await page.goto(`${base}/joint-display/${safety}/${area}`);
	await page.getByRole('heading', { name: 'Deelonderzoeken' }).waitFor();
	await page.getByText('Die telt niet mee in het voorstel.').first().waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('link', { name: 'Veilig op school' }).click();
	await page.waitForURL(/studies\/[0-9a-f-]{36}#table-/);
	expect(person.faults).toEqual([]);
});

test('a finding that a colleague changed is not overwritten, and what was typed stays', async () => {
	const { page } = person;
	await page.goto(`${base}/studies`);
	await page.getByRole('link', { name: 'Schoolloopbanen' }).click();
	await page.getByRole('button', { name: 'Bevinding 1 wijzigen' }).click();
	const dialog = page.getByRole('dialog');
	const text = dialog.getByLabel(/^Bevinding/);
	await text.fill('Mijn eigen tekst.');
	const study = page.url().split('/').at(-1) ?? '';
	const sheet = (await (await page.request.get(`/api/v1${base}/studies/${study}`)).json()) as {
		findings: { id: string; version: number }[];
	};
	const [finding] = sheet.findings;
	const changed = await page.request.patch(`/api/v1${base}/studies/${study}/findings/${finding?.id}`, {
		headers: { origin: demo.app.origin },
		data: { version: finding?.version, text: 'Tekst van een collega.' }
	});
	expect(changed.status()).toBe(200);
	await dialog.getByRole('button', { name: 'Bevinding opslaan' }).click();
	await dialog.getByText(/Iemand heeft dit intussen veranderd/).waitFor();
	await expect.poll(() => text.inputValue()).toBe('Mijn eigen tekst.');
	await dialog.getByRole('button', { name: 'Annuleren' }).click();

	await page.getByText('Tekst van een collega.').waitFor();
	await page.getByRole('button', { name: 'Bevinding 1 verwijderen' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
	await page.getByText('Er zijn nog geen bevindingen over uw gebieden.').waitFor();
	await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('findings');

	// what still belongs to it is said in the question, and does not stay on the page; then it goes
	await page.getByRole('button', { name: 'Deelonderzoek verwijderen' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Deelonderzoek verwijderen' }).click();
	const refusal = page.getByRole('dialog').locator('section li');
	await refusal.waitFor();
	const said = (await refusal.textContent()) ?? '';
	await page.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click();
	await expect.poll(() => page.locator('main').textContent()).not.toContain(said.trim());
	for (const table of ['Veilig op school', 'Leerlingen in het mbo, 2022']) {
		await page.getByRole('button', { name: `Tabel verwijderen: ${table}` }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
		await page.getByRole('table', { name: table }).waitFor({ state: 'detached' });
	}
	await page.getByText('De tabel is verwijderd.').first().waitFor();
	await page.getByRole('button', { name: 'Deelonderzoek verwijderen' }).click();
	const sure = page.getByRole('dialog').getByRole('button', { name: 'Deelonderzoek verwijderen' });
	await sure.waitFor();
	await expect.poll(() => page.getByRole('dialog').locator('section li').count()).toBe(0);
	await sure.click();
	await page.waitForURL(/\/studies$/);
	await page.getByText('Het deelonderzoek is verwijderd.').waitFor();
	expect(person.faults.filter((fault) => !/409/.test(fault))).toEqual([]);
});
