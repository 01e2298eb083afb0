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

test('a session has an agenda, takes answers and explanations, and comes back in the joint display', async () => {
	const { page } = person;
	await page.goto(`${base}/sessions`);
	await page.getByRole('button', { name: 'Nieuwe sessie' }).first().click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('combobox').first().selectOption({ label: 'Vollenhove' });
	await dialog.getByLabel('Dag').fill('2025-11-20');
	await dialog.getByLabel(/Deelnemers/).fill('beleidsmedewerker wonen');
	await dialog.getByRole('button', { name: 'Sessie maken' }).click();
	await page.waitForURL(/sessions\/[0-9a-f-]{36}$/);
	const first = page.getByRole('listitem').filter({ hasText: 'Cijfers en stemmen spreken elkaar tegen.' }).first();
	await first.waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);

	await first.getByText('Antwoord vastleggen').first().click();
	await first.getByRole('radio', { name: 'Deels' }).first().check();
	await first
		.getByLabel(/Opmerking/)
		.first()
		.fill('Alleen in de portiekflats');
	await first.getByRole('button', { name: 'Antwoord opslaan' }).first().click();
	await first.getByText('Alleen in de portiekflats').first().waitFor();
	await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
	await expect.poll(() => first.getByLabel('Wie antwoordde').first().inputValue()).toBe('municipality');

	const sheet = await page.request.get(
		`/api/v1${base}/exports/review-session?format=html&sessionId=${page.url().split('/').at(-1)}`
	);
	expect(await sheet.text()).toContain('Alleen in de portiekflats');
	const link = await first.getByRole('link', { name: /Cijfers en stemmen van/ }).getAttribute('href');
	await page.goto(link ?? '');
	await page.getByText('Alleen in de portiekflats').first().waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	expect(person.faults).toEqual([]);
});

test('an answer that a colleague writes down appears without a reload, and leaves what one types', async () => {
	const { page } = person;
	await page.goto(`${base}/sessions`);
	await page
		.getByRole('link', { name: /Vollenhove/ })
		.first()
		.click();
	await page.waitForURL(/sessions\/[0-9a-f-]{36}$/);
	await page.getByText('Dag en deelnemers wijzigen').click();
	await page.getByLabel(/Deelnemers/).fill('ook de wijkagent 😀');
	const sessionId = page.url().split('/').at(-1);
	const indicators = (await (await page.request.get(`/api/v1${base}/indicators`)).json()) as {
		items: { id: string }[];
	};
	const answer = await page.request.post(`/api/v1${base}/review-sessions/${sessionId}/recognitions`, {
		headers: { origin: demo.app.origin },
		data: {
			indicatorId: indicators.items[0]?.id,
			answer: 'no',
			saidBy: 'municipality',
			remark: 'Dit zien wij anders in de wijk'
		}
	});
	expect(answer.status()).toBe(201);
	await page.getByText('Dit zien wij anders in de wijk').first().waitFor();
	await expect.poll(() => page.getByLabel(/Deelnemers/).inputValue()).toBe('ook de wijkagent 😀');
});

test('what a colleague changed of the session meanwhile stands beside what one typed, and one chooses', async () => {
	const { page } = person;
	await page.goto(`${base}/sessions`);
	await page
		.getByRole('link', { name: /Vollenhove/ })
		.first()
		.click();
	await page.waitForURL(/sessions\/[0-9a-f-]{36}$/);
	const path = `/api/v1${base}/review-sessions/${page.url().split('/').at(-1)}`;
	const inApi = (data: object) => page.request.patch(path, { headers: { origin: demo.app.origin }, data });
	await page.getByText('Dag en deelnemers wijzigen').click();
	const participants = page.getByLabel(/Deelnemers/);
	// As long as nobody writes, the form shows what others change.
	expect((await inApi({ participants: 'een opbouwwerker' })).status()).toBe(200);
	await expect.poll(() => participants.inputValue()).toBe('een opbouwwerker');

	await participants.fill('een wijkagent 😀');
	expect((await inApi({ participants: 'twee wijkagenten', heldOn: '2025-11-21' })).status()).toBe(200);
	await page.getByRole('heading', { name: /21 november 2025/ }).waitFor();
	await expect.poll(() => participants.inputValue()).toBe('een wijkagent 😀');
	await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
	const other = page.getByRole('region', { name: 'Zo staat de sessie er nu' });
	await other.getByText('twee wijkagenten').waitFor();
	await expect.poll(() => other.textContent()).toContain('21 november 2025');
	await expect.poll(() => participants.inputValue()).toBe('een wijkagent 😀');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('button', { name: 'Toch mijn tekst opslaan' }).click();
	await page.getByText('Sessie opgeslagen.').waitFor();
	await expect.poll(() => other.count()).toBe(0);
	const stored = (await (await page.request.get(path)).json()) as { participants: string; heldOn: string };
	expect(stored).toMatchObject({ participants: 'een wijkagent 😀', heldOn: '2025-11-20' });
});
