import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findingsOfAxe } from '../support/axe.ts';
import { openDemo, type DemoApp } from '../support/demo-app.ts';
import { resize, type Person } from '../support/person.ts';
import { textOf } from '../support/rich-text-of.ts';
import { apiOf, publishFactsheet, settleArea } from '../support/publish.ts';

/** The trace back: from an interview to a sentence of a report, an explanation and an edition that lean on it, and back. */

let demo: DemoApp;
let person: Person;
let base = '';
let source = '';
let silent = '';
let words = '';

type Named = { readonly id: string; readonly name: string };
type Interview = { readonly id: string; readonly title: string; readonly status: string };
type Quote = { readonly id: string; readonly quote: string; readonly codeId: string };
type Row = { readonly rowId: string; readonly codeId: string };

const title = 'VOL-B-02';
const explanation = 'Er loopt elke avond een jongerenwerker 😀 langs de flat.';

beforeAll(async () => {
	demo = await openDemo();
	({ person, base } = demo);
	const { page } = person;
	const project = base.split('/')[2] ?? '';
	const api = apiOf(page, demo.app.origin);
	const list = async <T>(path: string) => (await api<{ items: readonly T[] }>('GET', `${base}/${path}`)).items;
	const areaId = (await list<Named>('areas')).find(({ name }) => name === 'Vollenhove')?.id ?? '';
	const waves = (await list<Named>('waves')).map(({ id }) => id);
	const pillarId = (await list<Named>('pillars')).find(({ name }) => name.startsWith('Veiligheid'))?.id ?? '';
	const about = { areaId, fromWaveId: waves[0] ?? '', toWaveId: waves.at(-1) ?? '' };
	const interviews = await list<Interview>('sources?limit=500');
	source = interviews.find((one) => one.title === title)?.id ?? '';
	silent = interviews.find(({ status }) => status !== 'released')?.id ?? '';
	const { rows } = await api<{ rows: readonly Row[] }>(
		'GET',
		`${base}/joint-displays?${new URLSearchParams({ ...about, pillarId })}`
	);
	const codings = await list<Quote>(`codings?${new URLSearchParams({ sourceId: source, pillarId, limit: '500' })}`);
	const coding = codings.find(({ codeId }) => rows.some((row) => row.codeId === codeId));
	const row = rows.find(({ codeId }) => codeId === coding?.codeId);
	if (!coding || !row) throw new Error('the demo has no passage on a theme of safety');
	words = coding.quote;

	await api('PUT', `${base}/joint-displays/${row.rowId}/quotes/${coding.id}`, {});
	await settleArea(page, demo.app.origin, project, about);
	await publishFactsheet(page, demo.app.origin, project, about);
	const indicatorId = (await list<Named>('indicators'))[0]?.id ?? '';
	const evidence = [{ kind: 'quote', side: 'supports', codingId: coding.id }];
	const said = { kind: 'policy', text: explanation, saidBy: 'professional', addEvidence: evidence };
	const explained = await api<Named>('POST', `${base}/explanations`, { ...said, indicatorId, ...about });
	const lesson = { areaId, title: 'Blijf elke avond', happened: 'Wij liepen mee.', learnt: 'Kom terug.' };
	await api('POST', `${base}/lessons`, { ...lesson, evidence: { kind: 'explanation', explanationId: explained.id } });
	const report = await api<Named>('POST', `${base}/reports`, {
		title: 'Vollenhove 2025',
		kind: 'final',
		areaIds: [areaId]
	});
	const blocks = [];
	for (const shows of [
		{ kind: 'quote', codingId: coding.id },
		{ kind: 'count', codeId: coding.codeId, group: 'together', saying: 'mentions' }
	])
		blocks.push(await api<Named>('POST', `${base}/reports/${report.id}/blocks`, { pillarId, areaId, shows }));
	const text = [...textOf('Een bewoner zegt:'), ...blocks.map(({ id }) => ({ kind: 'live', id }))];
	const section = `${base}/reports/${report.id}/sections/${pillarId}/${areaId}/residents`;
	await api('PUT', section, { version: 0, text });
	await api('POST', `${base}/reports/${report.id}/versions`, { name: 'Voor de raad' });
});
// also after a test that stopped on a phone
beforeEach(() => resize(person.page, { width: 1280, height: 800 }));
afterAll(async () => {
	expect(person.faults).toEqual([]);
	await demo.close();
});

const folder = process.env['SHOTS'];
/** Keeps a picture when somebody asked for them. */
const picture = async (name: string) => {
	if (folder === undefined) return;
	for (const [look, width] of [
		['light', 1440],
		['dark', 390]
	] as const) {
		await resize(person.page, { width, height: 900 });
		await person.page.emulateMedia({ colorScheme: look });
		await person.page.screenshot({
			path: `${folder}/uses-${name}-${look}.png`,
			fullPage: true,
			animations: 'disabled'
		});
	}
	await resize(person.page, { width: 1280, height: 800 });
	await person.page.emulateMedia({ colorScheme: 'light' });
};

const home = `Wat leunt op ${title}`;
const atHome = () => person.page.getByRole('heading', { level: 1, name: home }).waitFor();
const group = (name: RegExp) => person.page.getByRole('region', { name });

test('from the text of an interview one comes to everything that leans on it', async () => {
	const { page } = person;
	await page.goto(`${base}/sources/${source}`);
	await page.getByRole('link', { name: 'Wat hierop leunt' }).press('Enter');
	await atHome();
	await group(/^Citaten in rapporten/)
		.getByText(words)
		.waitFor();
	await group(/^Aantallen in rapporten/)
		.getByText('Telt mee: het gesprek zegt dit.')
		.waitFor();
	await group(/^Oordelen en kernboodschappen/)
		.getByText(/Vastgesteld door Ada/)
		.first()
		.waitFor();
	await group(/^Gekozen citaten/)
		.getByText(words)
		.waitFor();
	await group(/^Gepubliceerde factsheets/)
		.getByText('staat gepubliceerd')
		.waitFor();
	await group(/^Geleerde lessen/)
		.getByRole('link', { name: 'Blijf elke avond' })
		.waitFor();
	await group(/^Bewaarde versies/)
		.getByRole('link', { name: /Voor de raad/ })
		.waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture('all');
	await resize(page, { width: 390, height: 844 });
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await expect
		.poll(() => page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'))
		.toBe(true);
	await resize(page, { width: 1280, height: 800 });
});

test('to a sentence of a report, at its block, and from there back to the interview', async () => {
	const { page } = person;
	await group(/^Citaten in rapporten/)
		.getByRole('link', { name: /^Vollenhove 2025/ })
		.press('Enter');
	await page.waitForURL(/\/reports\/.*#block-/);
	const block = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
	await block.getByText(words).waitFor();
	await expect.poll(() => block.evaluate((item) => item.getBoundingClientRect().top < innerHeight)).toBe(true);
	await block.getByRole('link', { name: 'Naar het fragment' }).press('Enter');
	await page.waitForURL(new RegExp(`/sources/${source}\\?coding=`));
	await page.getByRole('link', { name: 'Wat hierop leunt' }).press('Enter');
	await atHome();
});

test('to an explanation it supports, and back', async () => {
	const { page } = person;
	await group(/^Mogelijke verklaringen/)
		.getByRole('link', { name: explanation })
		.press('Enter');
	await page.waitForURL(/\/explanations\?areaId=.*#explanation-/);
	const item = page.getByRole('listitem').filter({ hasText: explanation }).first();
	await item.getByRole('link', { name: /VOL-B-02.*beurt \d+/ }).press('Enter');
	await page.waitForURL(new RegExp(`/sources/${source}\\?coding=`));
	await page.getByRole('link', { name: 'Wat hierop leunt' }).press('Enter');
	await atHome();
});

test('to its words in a published factsheet, and back', async () => {
	const { page } = person;
	await group(/^Gepubliceerde factsheets/)
		.getByRole('link', { name: words })
		.press('Enter');
	await page.waitForURL(/\/publications\/[0-9a-f-]+#quote-\d+$/);
	const quote = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
	await expect.poll(() => quote.textContent()).toContain(words);
	await page.goBack();
	await atHome();
});

test('to the row of the joint display on which somebody decided', async () => {
	const { page } = person;
	await group(/^Oordelen en kernboodschappen/)
		.getByRole('link')
		.first()
		.press('Enter');
	await page.waitForURL(/\/joint-display\/.*#theme-/);
	await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).waitFor();
});

test('an interview on which nothing leans says what that means', async () => {
	const { page } = person;
	await page.goto(`${base}/sources/${silent}/uses`);
	await page.getByText('Nog niets in dit project leunt op dit gesprek').waitFor();
	await page.getByText('Dit gesprek is niet vrijgegeven').waitFor();
	await expect.poll(() => findingsOfAxe(page)).toEqual([]);
	await picture('nothing');
});
