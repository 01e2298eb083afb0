import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import type { Person } from '../support/person.ts';

/** A second person reads a text after its pseudonyms, by keyboard: finds a name that was left, sends back, confirms. */

let demo: DemoApp;
let maker: Person;
let reader: Person;
let path = '';

type Group = {
	readonly id: string;
	readonly decision: string;
	readonly hits: readonly { readonly start: number; readonly end: number }[];
	readonly accepted: readonly { readonly start: number; readonly end: number }[];
};
type Names = {
	readonly version: number;
	readonly text: string;
	readonly groups: readonly Group[];
	readonly check: { readonly outcome: string; readonly by: string; readonly note: string } | null;
	readonly permissions: { readonly mayCheck: boolean };
};

/** The names as the maker has them. */
const names = () => demo.call<Names>(`${path}/pseudonyms`);
const decide = async (decisions: readonly unknown[]) =>
	demo.call(`${path}/pseudonym-decisions`, { version: (await names()).version, decisions });
const until = async (is: (seen: Names) => boolean): Promise<Names> => {
	await expect.poll(async () => is(await names())).toBe(true);
	return names();
};
const statusOf = async () => (await demo.call<{ status: string }>(path)).status;
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const open = async ({ page }: Person) => {
	await page.goto(`${path}/pseudonyms`);
	await page.locator('li[data-group][aria-current="true"]').waitFor();
};
/** Says that the whole text was read and ends the work, as the maker does. */
const finish = async () => {
	const { page } = maker;
	await open(maker);
	await page.getByLabel('Ik heb de hele tekst gelezen').press('Space');
	await button(page, 'Pseudonimiseren afronden').press('Enter');
	await page.getByText('Wacht op de tweede lezer.').waitFor();
};

const text = [
	'I: Wie kent u hier in de wijk?',
	'R: Mevrouw Jansen 😀 woont naast mij. Ik zie mevrouw Jansen elke dag.',
	'I: En wie nog meer?',
	'R: Meneer Öztürk van de tuin. Bel maar: 06-12345678.'
].join('\n');

/** A name that stands at more than one place, which the maker leaves. */
let left: Group;

beforeAll(async () => {
	demo = await openDemo({ width: 1440, height: 900 });
	maker = demo.person;
	reader = await demo.join('Ben', ['key-holder']);
	const settings = await demo.call<object>(`${demo.base}/pseudonym-settings`);
	await demo.call(`${demo.base}/pseudonym-settings`, { ...settings, secondReader: 'all' }, 'PUT');
	const first = async (list: string) => (await demo.items<{ id: string }>(`${demo.base}/${list}`))[0]?.id ?? '';
	const file = { name: 'Buren.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
	const answer = await maker.page.request.post(`/api/v1${demo.base}/sources`, {
		headers: { origin: demo.app.origin },
		multipart: { file, areaId: await first('areas'), waveId: await first('waves'), group: 'resident' }
	});
	path = `${demo.base}/sources/${((await answer.json()) as { id: string }).id}`;
	await demo.call(path, { status: 'pseudonymising' }, 'PATCH');
	const { groups, version } = await names();
	const often = groups.find(({ hits }) => hits.length > 1);
	if (!often) throw new Error('no name stands at two places');
	left = often;
	await decide(groups.map(({ id }) => ({ decision: id === left.id ? 'reject' : 'accept', groupId: id })));
	await demo.call(`${path}/pseudonym-replacements`, { version });
	const { groups: found } = await names();
	const rest = found
		.filter(({ decision }) => decision === 'open')
		.map(({ id }) => ({ decision: 'reject', groupId: id }));
	if (rest.length > 0) await decide(rest);
});
afterAll(async () => {
	for (const { faults } of [maker, reader]) expect(faults).toEqual([]);
	await demo.close();
});

test('the work that is done waits for somebody else, and who did it is not asked', async () => {
	await finish();
	expect(await part(maker.page, 'Tweede lezer').count()).toBe(0);
	await expect.poll(() => statusOf()).toBe('pseudonymising');
	const released = await maker.page.request.patch(`/api/v1${path}`, {
		headers: { origin: demo.app.origin },
		data: { status: 'released' }
	});
	expect(released.status()).toBeGreaterThanOrEqual(400);
	await expect.poll(() => findingsOfAxe(maker.page)).toEqual([]);
});

test('the reader goes through the names by keys, and 1 gives a pseudonym to one place only', async () => {
	const { page } = reader;
	await open(reader);
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	const current = page.locator('li[data-group][aria-current="true"]');
	await current.focus();
	for (let at = await current.getAttribute('data-group'), step = 0; step < 60 && at !== left.id; step += 1) {
		const before = at;
		await page.keyboard.press('j');
		await expect.poll(async () => (at = await current.getAttribute('data-group'))).not.toBe(before);
	}
	const place = (n: number) => current.getByText(new RegExp(`\\b${n} van ${left.hits.length}\\b`));
	await place(1).waitFor();
	await page.keyboard.press('ArrowRight');
	await place(2).waitFor();
	await page.keyboard.press('1');
	const seen = await until(({ groups }) => groups.find(({ id }) => id === left.id)?.decision === 'accepted');
	const [group] = seen.groups.filter(({ id }) => id === left.id);
	expect(group?.accepted.map(({ start, end }) => ({ start, end }))).toEqual(
		[group?.hits[1]].map((hit) => ({ start: hit?.start, end: hit?.end }))
	);
	await page
		.getByRole('status')
		.filter({ hasText: /wordt \[/ })
		.waitFor();

	await page.keyboard.press('Control+z');
	await until(({ groups }) => groups.find(({ id }) => id === left.id)?.decision === 'rejected');
	await expect.poll(() => current.getAttribute('data-group')).toBe(left.id);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('1');
	await until(({ groups }) => groups.find(({ id }) => id === left.id)?.accepted.length === 1);
});

test('what the reader found is no part of the text that is confirmed, until it is replaced', async () => {
	const { page } = reader;
	await button(page, 'Goedkeuren').press('Enter');
	await page.getByRole('alert').filter({ hasText: 'Kies eerst ‘Vervangen’' }).waitFor();
	await expect.poll(() => statusOf()).toBe('pseudonymising');
	await expect.poll(async () => (await names()).check).toBe(null);
});

test('sending back asks what is to be done; the maker reads it, replaces the name and is done anew', async () => {
	const { page } = reader;
	await button(page, 'Terugsturen').press('Enter');
	await page.getByRole('alert').filter({ hasText: 'Schrijf wat er nog moet gebeuren' }).waitFor();
	await expect.poll(async () => (await names()).check).toBe(null);
	await page.getByLabel(/^Wat moet er nog gebeuren/).fill('Beurt 2 😀: er staat nog één naam.');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await button(page, 'Terugsturen').press('Enter');
	await page.getByText('Teruggestuurd.').first().waitFor();
	expect((await until(({ check }) => check !== null)).check).toMatchObject({ outcome: 'sent-back', by: 'Ben' });
	await part(page, 'Tweede lezer').waitFor({ state: 'detached' });

	await open(maker);
	await maker.page.getByText(/Teruggestuurd door Ben op .*: Beurt 2 😀: er staat nog één naam\./).waitFor();
	await expect.poll(() => findingsOfAxe(maker.page)).toEqual([]);
	const { version, text, groups } = await names();
	const hit = groups.find(({ id }) => id === left.id)?.accepted[0];
	const before = [...text].slice(0, hit?.start).join('');
	await button(maker.page, /plaats(en)? vervangen/).press('Enter');
	await maker.page.getByRole('dialog').getByRole('button', { name: 'Vervangen' }).press('Enter');
	const after = await until((seen) => seen.version === version + 1);
	expect(after.text.slice(before.length)).toMatch(/^\[/);
	const rest = after.groups.filter(({ decision }) => decision === 'open');
	if (rest.length > 0) await decide(rest.map(({ id }) => ({ decision: 'reject', groupId: id })));
	await finish();
});

test('the reader confirms, and the work goes on', async () => {
	const { page } = reader;
	await open(reader);
	await button(page, 'Goedkeuren').press('Enter');
	await page.getByText('De pseudoniemen zijn goedgekeurd.').first().waitFor();
	await page.getByText(/Nagekeken door Ben op/).waitFor();
	await expect.poll(() => part(page, 'Tweede lezer').count()).toBe(0);
	await expect.poll(() => statusOf()).toBe('attributes');
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await open(maker);
	await maker.page.getByText(/Nagekeken door Ben op/).waitFor();
});
