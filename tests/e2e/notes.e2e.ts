import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';

/** Somebody reads the notes of codings while a colleague goes on coding. */

type Coding = { readonly id: string; readonly codeId: string; readonly sourceId: string; readonly changedAt: string };
type Code = { readonly id: string; readonly parentId: string | null };
type Note = { readonly codingId: string; readonly note: string };

let demo: DemoApp;
let codings: readonly Coding[];

/** Somebody writes a note with a coding. */
const write = async ({ id }: Coding, memo: string) => {
	const { changedAt } = await demo.call<Coding>(`${demo.base}/codings/${id}`);
	await demo.call(`${demo.base}/codings/${id}`, { changedAt, memo }, 'PATCH');
};
const list = () => demo.person.page.getByRole('list', { name: 'Notities bij coderingen' });
const shown = () => list().getByRole('listitem').count();

beforeAll(async () => {
	demo = await openDemo();
	codings = (await demo.items<Coding>(`${demo.base}/codings?limit=60`)).slice(0, 60);
	for (const [at, coding] of codings.entries()) await write(coding, `Notitie ${at} é 😀`);
});

afterAll(async () => {
	expect(demo.person.faults).toEqual([]);
	await demo.close();
});

test('what a colleague writes comes without a reload, and the pages that were loaded stay', async () => {
	const { page } = demo.person;
	await page.goto(`${demo.base}/memos/notes`);
	await expect.poll(() => shown()).toBe(50);
	await page.getByRole('button', { name: 'Toon meer notities' }).click();
	await expect.poll(shown).toBeGreaterThanOrEqual(60);
	const all = await shown();
	const last = (await demo.items<Note>(`${demo.base}/coding-notes?limit=500`)).at(-1);
	const oldest = await demo.call<Coding>(`${demo.base}/codings/${last?.codingId}`);
	await write(oldest, 'Net veranderd 👀');
	await list().getByText('Net veranderd 👀').waitFor();
	await expect.poll(() => shown()).toBe(all);
});

test('they are narrowed by a code with all below it, by interview, writer and words; words stand in no address', async () => {
	const { page } = demo.person;
	const addresses: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	const codes = await demo.items<Code>(`${demo.base}/codes?limit=500`);
	const ofNotes = new Set(codings.map(({ codeId }) => codeId));
	const above = codes.find(({ id, parentId }) => ofNotes.has(id) && parentId !== null)?.parentId ?? '';
	const notes = (query: string) => demo.items<Note>(`${demo.base}/coding-notes?limit=500&${query}`);
	const expected = await notes(`codeId=${above}&includeDescendants=true`);
	expect(expected.length).toBeGreaterThan(0);
	await page.goto(`${demo.base}/memos/notes`);
	await page.getByLabel('Code (met codes eronder)').selectOption(above);
	await page.waitForURL(new RegExp(`codeId=${above}`));
	await expect.poll(shown).toBe(Math.min(50, expected.length));
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('link', { name: 'Notities als CSV' }).click();
	await page
		.getByText(/Minder dan 3 is te weinig/)
		.first()
		.waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await page.getByRole('textbox', { name: /^Waarom mag dit toch/ }).fill('Alleen voor het eigen team é.');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Bevestig en neem mee' }).click()
	]);
	expect(file.suggestedFilename()).toMatch(/\.csv$/);
	const taken = addresses.filter((address) => address.includes('/exports/memos?'));
	expect(taken).toHaveLength(1);
	expect(taken[0]).toContain(`codeId=${above}&includeDescendants=true&kind=note&format=csv&confirmation=`);
	await page.getByRole('dialog').waitFor({ state: 'detached' });

	await page.getByLabel('Gesprek').selectOption({ index: 1 });
	await page.waitForURL(/sourceId=/);
	const [sourceId, authorId] = [new URL(page.url()).searchParams.get('sourceId'), page.getByLabel('Geschreven door')];
	const inSource = await notes(`codeId=${above}&includeDescendants=true&sourceId=${sourceId}`);
	await expect.poll(shown).toBe(inSource.length);
	await authorId.selectOption({ index: 1 });
	await page.waitForURL(/authorId=/);
	await page.reload();
	await page.getByRole('button', { name: 'Toon alles' }).first().click();
	await page.waitForURL((url) => url.search === '');
	await expect.poll(shown).toBe(50);

	await page.getByLabel('Woorden in de notitie').fill('net veranderd');
	await page.keyboard.press('Enter');
	await expect.poll(shown).toBe(1);
	expect(addresses.filter((address) => /veranderd/i.test(address))).toEqual([]);
});
