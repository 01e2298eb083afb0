import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type App } from '../support/app.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

/** The main job, as a script does it: everything with one token, nothing in a browser. */

let app: App;
let token: string;

beforeAll(async () => {
	const dataFolder = preparedFolder();
	token = tokenIn(dataFolder);
	app = await startApp({ dataFolder });
});

afterAll(() => app.stop());

type Answer = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a script reads what it needs

const call = async (method: string, path: string, body?: unknown): Promise<Response> =>
	fetch(`${app.origin}/api/v1${path}`, {
		method,
		headers: {
			authorization: `Bearer ${token}`,
			...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' })
		},
		...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) })
	});

const json = async (method: string, path: string, body?: unknown, status = 200): Promise<Answer> => {
	const response = await call(method, path, body);
	const text = await response.text();
	expect(response.status, `${method} ${path}: ${text.slice(0, 500)}`).toBe(status);
	return text === '' ? {} : (JSON.parse(text) as Answer);
};

const file = (name: string, content: string, fields: Readonly<Record<string, string>> = {}): FormData => {
	const form = new FormData();
	for (const [key, value] of Object.entries(fields)) form.set(key, value);
	form.set('file', new Blob([content]), name);
	return form;
};

const family = '👨‍👩‍👧'; // several code points that look like one sign
const words = `De speeltuin is weer open 😀, ook voor ${family} van hier.`;
const transcript = (respondent: string) =>
	`Interviewer: Wat gaat er goed?\n\n${respondent}: ${words} Dat scheelt.\n\nInterviewer: Dank u wel.\n`;

test('a script does the whole job, from an empty project to the joint display as a Word document', async () => {
	const project = await json('POST', '/projects', { name: 'Wijken van morgen' }, 201);
	const base = `/projects/${project['id']}`;

	// The frame, and figures from JSON and from a file.
	const pillars = await json('GET', `${base}/pillars`);
	const waves = await json('GET', `${base}/waves`);
	expect([pillars['items'].length, waves['items'].map(({ year }: Answer) => year)]).toEqual([5, [2021, 2023, 2025]]);
	expect((await json('GET', `${base}/valences`))['items'].map(({ key }: Answer) => key)).toEqual([
		'forward',
		'backward',
		'good',
		'improve'
	]);
	const pillarId = pillars['items'][0].id;
	const town = await json('POST', `${base}/areas`, { name: 'Zonstad', kind: 'municipality' }, 201);
	const area = await json('POST', `${base}/areas`, { name: 'De Bongerd', kind: 'district', parentId: town['id'] }, 201);
	const indicator = await json(
		'POST',
		`${base}/indicators`,
		{
			key: 'G1',
			label: 'Tevreden met groen en speelplekken',
			pillarId,
			unit: '% 18+',
			direction: 'higher-better',
			kind: 'survey',
			source: 'Enquête'
		},
		201
	);
	const cell = (area: string, wave: string, value: number) => ({
		indicatorKey: 'G1',
		area,
		wave,
		referenceYear: Number(wave),
		value,
		n: 400,
		lower: value - 1,
		upper: value + 1
	});
	await json(
		'POST',
		`${base}/observations`,
		{ items: [cell('De Bongerd', '2021', 60.5), cell('De Bongerd', '2023', 68.5)] },
		201
	);
	const stored = await json(
		'POST',
		`${base}/observations`,
		file('cijfers.csv', 'indicator;gebied;meetronde;peiljaar;waarde\nG1;Zonstad;2023;2023;65,25\n'),
		201
	);
	expect(stored).toMatchObject({ stored: 1, added: 1 });
	const observations = await json('GET', `${base}/observations`);
	expect(observations['items'].map(({ area, value }: Answer) => [area, value])).toContainEqual(['Zonstad', 65.25]);

	// Interviews: upload, roles of speakers, release.
	const wave = waves['items'].find(({ year }: Answer) => year === 2023);
	const sources: Answer[] = [];
	for (const [at, respondent] of ['Respondent', 'Bewoner', 'R'].entries()) {
		const uploaded = await json(
			'POST',
			`${base}/sources`,
			file(`BON-B-0${at + 1}.txt`, transcript(respondent), { areaId: area['id'], waveId: wave.id, group: 'resident' }),
			201
		);
		expect(uploaded).toMatchObject({ title: `BON-B-0${at + 1}`, status: 'uploaded', version: 1, turns: 3 });
		const whole = await json('GET', `${base}/sources/${uploaded['id']}`);
		await json('PATCH', `${base}/sources/${uploaded['id']}/turns`, {
			version: 1,
			operations: whole['speakers'].map(({ id, label }: Answer) => ({
				kind: 'set-role',
				speakerId: id,
				role: label === 'Interviewer' ? 'interviewer' : 'respondent'
			}))
		});
		await json('PATCH', `${base}/sources/${uploaded['id']}`, { status: 'released' });
		sources.push(await json('GET', `${base}/sources/${uploaded['id']}`));
	}

	// The codebook, and codings on exactly these code points.
	const living = await json('POST', `${base}/codes`, { name: 'Wonen', isCodable: false, pillarIds: [pillarId] }, 201);
	const green = await json(
		'POST',
		`${base}/codes`,
		{
			name: 'Groen en spelen',
			parentId: living['id'],
			indicators: [{ indicatorId: indicator['id'], relation: 'same-topic' }]
		},
		201
	);
	const codings: Answer[] = [];
	for (const source of sources) {
		const points = [...source['text']];
		const start = points.findIndex((_, at) => points.slice(at, at + [...words].length).join('') === words);
		const coding = await json(
			'POST',
			`${base}/codings`,
			{
				sourceId: source['id'],
				version: 1,
				start,
				end: start + [...words].length,
				codeId: green['id'],
				valences: ['forward', 'good']
			},
			201
		);
		expect(coding['quote']).toBe(words);
		codings.push(coding);
	}

	// Ask.
	const question = {
		where: { and: [{ code: living['id'], descendants: true }, { valence: 'forward' }] },
		unit: 'coding'
	};
	const found = await json('POST', `${base}/queries`, question);
	expect([found['codings'], found['interviews']]).toEqual([3, 3]);
	expect(found['items'][0]).toMatchObject({ quote: words, codePath: 'Wonen › Groen en spelen' });
	expect(found['items'][0].reference).toMatch(/^BON-B-0\d · 2023 · beurt 2$/);
	const frequencies = await json('GET', `${base}/code-frequencies`);
	expect(frequencies['items'].find(({ codeId }: Answer) => codeId === green['id'])).toMatchObject({
		codings: 3,
		interviews: 3
	});

	// Merge: what the figures and the voices say together, a quote, and the judgement.
	const span = `pillarId=${pillarId}&areaId=${area['id']}&fromWaveId=${waves['items'][0].id}&toWaveId=${wave.id}`;
	const display = await json('GET', `${base}/joint-displays?${span}`);
	const row = display['rows'].find(({ codeId }: Answer) => codeId === green['id']);
	expect(row).toMatchObject({ section: 'both', development: 'better', proposal: { fit: 'confirms' } });
	expect(row['residents']).toMatchObject({ total: 3, mentions: 3, forward: 3 });
	await json('PUT', `${base}/joint-displays/${row['rowId']}/quotes/${codings[0]?.['id']}`, undefined, 204);
	await json('PUT', `${base}/joint-displays/${row['rowId']}/decision`, {
		fit: 'confirms',
		metaInference: 'Bewoners zien wat de cijfers zeggen.',
		fingerprint: row['fingerprint']
	});

	// Take away.
	const document = await call('GET', `${base}/exports/joint-display?format=docx&${span}`);
	expect(document.status).toBe(200);
	expect(document.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.docx"/);
	const parts = unzipSync(new Uint8Array(await document.arrayBuffer()));
	const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
	expect(body).toContain('Groen en spelen');
	expect(body).toContain('Bewoners zien wat de cijfers zeggen.');
	expect(body).toContain('😀');
	expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>/);
	const sheet = await call('GET', `${base}/exports/quotes?format=csv`);
	expect(await sheet.text()).toContain(words);
});

test('the description tells every route, to anybody', async () => {
	const response = await fetch(`${app.origin}/api/v1/openapi.json`);
	expect(response.headers.get('access-control-allow-origin')).toBe('*');
	const { openapi, paths } = (await response.json()) as Answer;
	expect(openapi).toMatch(/^3\.1/);
	expect(Object.keys(paths)).toContain('/projects/{projectId}/codings');
	expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm test');
});
