import { globSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { findingsOfAxe } from '../support/axe.ts';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import { newPerson, type Person, resize, signIn } from '../support/person.ts';
import { preparedFolder } from '../support/prepared.ts';
import { apiOf, publishFactsheet, settleArea } from '../support/publish.ts';

const password = 'een lange zin voor de test';
const email = 'ada@example.org';

/** Every page, by the name of its route; `{…}` is filled in from the demo. */
const screens: Readonly<Record<string, string>> = {
	'/login': '/login',
	'/setup': '/setup',
	'/invitation': '/invitation?key=onbekend',
	'/account': '/account',
	'/help': '/help',
	'/privacy': '/privacy',
	'/cookies': '/cookies',
	'/toegankelijkheid': '/toegankelijkheid',
	'/projects': '/projects',
	'/projects/[project]': '/projects/{project}',
	'/projects/[project]/work': '/projects/{project}/work',
	'/projects/[project]/sources': '/projects/{project}/sources',
	'/projects/[project]/sources/new': '/projects/{project}/sources/new',
	'/projects/[project]/sources/[source]': '/projects/{project}/sources/{source}',
	'/projects/[project]/sources/[source]/speakers': '/projects/{project}/sources/{source}/speakers',
	'/projects/[project]/sources/[source]/attributes': '/projects/{project}/sources/{source}/attributes',
	'/projects/[project]/sources/[source]/uses': '/projects/{project}/sources/{source}/uses',
	'/projects/[project]/cases': '/projects/{project}/cases',
	'/projects/[project]/cases/[case]': '/projects/{project}/cases/{case}',
	'/projects/[project]/cases/import': '/projects/{project}/cases/import',
	'/projects/[project]/cases/variables': '/projects/{project}/cases/variables',
	'/projects/[project]/sources/[source]/edit': '/projects/{project}/sources/{source}/edit',
	'/projects/[project]/sources/[source]/versions': '/projects/{project}/sources/{source}/versions',
	'/projects/[project]/sources/[source]/photos': '/projects/{project}/sources/{observation}/photos',
	'/projects/[project]/sources/[source]/pseudonyms': '/projects/{project}/sources/{source}/pseudonyms',
	'/projects/[project]/sources/[source]/sealed': '/projects/{project}/sources/{source}/sealed',
	'/projects/[project]/codebook': '/projects/{project}/codebook',
	'/projects/[project]/codebook/proposals': '/projects/{project}/codebook/proposals',
	'/projects/[project]/codebook/split': '/projects/{project}/codebook/split?code={code}',
	'/projects/[project]/codebook/import': '/projects/{project}/codebook/import',
	'/projects/[project]/codebook/versions': '/projects/{project}/codebook/versions',
	'/projects/[project]/memos': '/projects/{project}/memos',
	'/projects/[project]/memos/notes': '/projects/{project}/memos/notes',
	'/projects/[project]/search': '/projects/{project}/search',
	'/projects/[project]/query': '/projects/{project}/query',
	'/projects/[project]/joint-display': '/projects/{project}/joint-display',
	'/projects/[project]/joint-display/[pillar]/[area]': '/projects/{project}/joint-display/{pillar}/{area}',
	'/projects/[project]/network': '/projects/{project}/network',
	'/projects/[project]/explanations': '/projects/{project}/explanations',
	'/projects/[project]/sessions': '/projects/{project}/sessions',
	'/projects/[project]/sessions/[session]': '/projects/{project}/sessions/{session}',
	'/projects/[project]/studies': '/projects/{project}/studies',
	'/projects/[project]/studies/[study]': '/projects/{project}/studies/{study}',
	'/projects/[project]/reports': '/projects/{project}/reports',
	'/projects/[project]/reports/[report]': '/projects/{project}/reports/{report}',
	'/projects/[project]/reports/[report]/comments': '/projects/{project}/reports/{report}/comments',
	'/projects/[project]/reports/[report]/versions': '/projects/{project}/reports/{report}/versions',
	'/projects/[project]/factsheets/[area]': '/projects/{project}/factsheets/{area}',
	'/projects/[project]/publications': '/projects/{project}/publications',
	'/projects/[project]/publications/[edition]': '/projects/{project}/publications/{edition}',
	'/projects/[project]/lessons': '/projects/{project}/lessons',
	'/projects/[project]/kernset': '/projects/{project}/kernset',
	'/projects/[project]/kernset/import': '/projects/{project}/kernset/import',
	'/projects/[project]/kernset/indicators': '/projects/{project}/kernset/indicators',
	'/projects/[project]/kernset/indicators/[indicator]': '/projects/{project}/kernset/indicators/{indicator}',
	'/projects/[project]/kernset/frame': '/projects/{project}/kernset/frame',
	'/projects/[project]/kernset/frame/outlines': '/projects/{project}/kernset/frame/outlines',
	'/projects/[project]/members': '/projects/{project}/members',
	'/projects/[project]/settings': '/projects/{project}/settings',
	'/projects/[project]/settings/retention': '/projects/{project}/settings/retention'
};

const routeOf = (file: string) =>
	file
		.replace(/^src\/routes/, '')
		.replace(/\/\+page[^/]*\.svelte$/, '')
		.replaceAll(/\/\([^)]+\)/g, '') || '/';
const routes = globSync('src/routes/**/+page{,@*}.svelte').map(routeOf).toSorted();

let app: App;
let browser: TestBrowser;
let person: Person;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	[app, browser] = await Promise.all([startApp({ dataFolder }), openBrowser()]);
	person = await newPerson(browser, app.origin);
	await signIn(person, email, password);
	ids = await idsOfDemo(person.page);
});

afterAll(async () => {
	await browser.close();
	await app.stop();
});

type Item = { readonly id: string; readonly name?: string; readonly status?: string };
const items = async (page: Page, path: string): Promise<readonly Item[]> => {
	const answer = await page.request.get(`${app.origin}/api/v1${path}`);
	const { items } = (await answer.json()) as { items: readonly Item[] };
	return items;
};

const idsOfDemo = async (page: Page) => {
	await page.goto('/projects');
	const link = await page.locator('main a[href^="/projects/"]').first().getAttribute('href');
	const project = link?.split('/')[2] ?? '';
	const released = (await items(page, `/projects/${project}/sources`)).find(({ status }) => status === 'released');
	await page.goto(`/projects/${project}`);
	const cell = await page.locator('a[href*="/joint-display/"]').first().getAttribute('href');
	const [, pillar = '', area = ''] = /joint-display\/([^/]+)\/([^/?]+)/.exec(cell ?? '') ?? [];
	const coded = await items(page, `/projects/${project}/codings`);
	const code = (coded[0] as { codeId?: string } | undefined)?.codeId ?? '';
	const kase = (await items(page, `/projects/${project}/cases`))[0]?.id ?? '';
	const indicator = (await items(page, `/projects/${project}/indicators`))[0]?.id ?? '';
	const observation = await observationIn(page, project);
	const made = await page.request.post(`${app.origin}/api/v1/projects/${project}/reports`, {
		headers: { origin: app.origin },
		data: { title: 'Een rapport', kind: 'final', areaIds: [area] }
	});
	const { id: report } = (await made.json()) as { id: string };
	const place = async (part: string) => (await items(page, `/projects/${project}/${part}`)).map(({ id }) => id);
	const [fromWaveId, , toWaveId] = await place('waves');
	const held = await page.request.post(`${app.origin}/api/v1/projects/${project}/review-sessions`, {
		headers: { origin: app.origin },
		data: { areaId: area, fromWaveId, toWaveId, heldOn: '2025-11-20', participants: 'beleidsmedewerker' }
	});
	const { id: session } = (await held.json()) as { id: string };
	const about = { areaId: area, fromWaveId: fromWaveId ?? '', toWaveId: toWaveId ?? '' };
	await settleArea(page, app.origin, project, about);
	const api = apiOf(page, app.origin);
	const { id: edition } = await publishFactsheet(page, app.origin, project, about);
	const lesson = { areaId: area, title: 'Begin op straat', happened: 'Wij stonden er.', learnt: 'Ga erheen.' };
	await api('POST', `/projects/${project}/lessons`, lesson);
	const analysed = await page.request.post(`${app.origin}/api/v1/projects/${project}/studies`, {
		headers: { origin: app.origin },
		data: { name: 'Schoolloopbanen', kind: 'secondary-analysis', institute: 'DUO', n: 340 }
	});
	const { id: study } = (await analysed.json()) as { id: string };
	const finding = { text: 'Meer jongeren halen een diploma.', direction: 'forward', pillarIds: [pillar] };
	const data = { headers: { origin: app.origin }, data: finding };
	await page.request.post(`${app.origin}/api/v1/projects/${project}/studies/${study}/findings`, data);
	const file = { name: 'Diploma.csv', mimeType: 'text/csv', buffer: Buffer.from('Jaar;Aantal\n2021;30') };
	await page.request.post(`${app.origin}/api/v1/projects/${project}/studies/${study}/tables`, {
		headers: { origin: app.origin },
		multipart: { file, pillarIds: pillar }
	});
	return {
		edition,
		study,
		session,
		project,
		source: released?.id ?? '',
		observation,
		indicator,
		pillar,
		area,
		code,
		case: kase,
		report
	};
};

/** A note about public space; the demo has none. */
const observationIn = async (page: Page, project: string) => {
	const place = async (part: string) => (await items(page, `/projects/${project}/${part}`)).at(-1)?.id ?? '';
	const file = { name: 'Plein.txt', mimeType: 'text/plain', buffer: Buffer.from('Een leeg plein 😀.') };
	const answer = await page.request.post(`${app.origin}/api/v1/projects/${project}/sources`, {
		headers: { origin: app.origin },
		multipart: { file, kind: 'observation', areaId: await place('areas'), waveId: await place('waves') }
	});
	expect(answer.status()).toBe(201);
	return ((await answer.json()) as Item).id;
};

const addressOf = (route: string) =>
	(screens[route] ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');

test('every page of the app is in this list, and the other way round', () => {
	expect(Object.keys(screens).toSorted()).toEqual(routes);
});

/** SHOTS=folder keeps a picture of every page, as it is first seen. */
const folder = process.env['SHOTS'];

const widths = async (page: Page) =>
	page.evaluate<{ page: number; window: number }>(
		'({ page: document.documentElement.scrollWidth, window: document.documentElement.clientWidth })'
	);

const looks = [
	{ name: 'laptop', width: 1280, height: 800, colorScheme: 'light' },
	{ name: 'phone', width: 390, height: 844, colorScheme: 'dark' }
] as const;

// A page is opened once and then made as narrow as a phone: no page chooses its layout by script when it opens. The coding
// desk is opened on a phone in desk-phone.e2e.
test.each(routes)('%s has no barrier on a laptop, light, and on a phone, dark', async (route) => {
	const { page } = person;
	const [laptop] = looks;
	await resize(page, laptop);
	await page.emulateMedia({ colorScheme: laptop.colorScheme });
	const faultsBefore = person.faults.length;
	const answer = await page.goto(addressOf(route));
	expect(answer?.status()).toBeLessThan(400);
	await page.waitForLoadState('load');
	await page.locator('h1').first().waitFor();
	await expect.poll(() => page.title()).toMatch(/Wijkstem/);
	for (const { name, colorScheme, ...size } of looks) {
		await resize(page, size);
		await page.emulateMedia({ colorScheme });
		await expect.poll(() => findingsOfAxe(page), { message: name }).toEqual([]);
		const sideways = async () => {
			const { page: content, window } = await widths(page);
			return content - window;
		};
		await expect.poll(sideways, { message: `on a ${name} the page scrolls sideways` }).toBeLessThanOrEqual(0);
		if (folder) await page.screenshot({ path: `${folder}/${route.replaceAll('/', '-')}-${size.width}.png` });
	}
	expect(person.faults.slice(faultsBefore)).toEqual([]);
});

test('every page says everything in English too', async () => {
	const cookies = (await person.page.context().cookies())
		.filter(({ name }) => name !== 'PARAGLIDE_LOCALE')
		.map(({ name, value }) => `${name}=${value}`);
	const headers = { cookie: [...cookies, 'PARAGLIDE_LOCALE=en'].join('; ') };
	for (const route of routes) {
		const answer = await fetch(new URL(addressOf(route), app.origin), { headers });
		expect(answer.status, route).toBe(200);
		expect(await answer.text(), route).toMatch(/<html[^>]* lang="en"/);
	}
});
