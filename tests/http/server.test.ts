import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxFile, fixture, paragraph } from '../import/fixture.ts';
import { startApp, type App } from '../support/app.ts';
import { preparedFolder, tokenIn } from '../support/prepared.ts';

const email = 'ada@example.org';
const password = 'een lange zin voor de test';

let app: App;
let token: string;
let readToken: string;
let base: string;
let other: string;
let frame: { areaId: string; waveId: string };
let released: { id: string; text: string };
let codeId: string;

const call = (path: string, init: RequestInit = {}, bearer = token) =>
	fetch(`${app.origin}/api/v1${path}`, {
		redirect: 'manual',
		...init,
		headers: { ...(bearer !== '' && { authorization: `Bearer ${bearer}` }), ...init.headers }
	});
const send = (method: string, path: string, body: unknown, bearer = token) =>
	call(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }, bearer);
const itemsOf = async (path: string) =>
	((await (await call(path)).json()) as { items: { id: string; status?: string; isCodable?: boolean }[] }).items;
const first = async (path: string) => (await itemsOf(path))[0]?.id ?? '';

beforeAll(async () => {
	const dataFolder = preparedFolder({ hasDemo: true });
	token = tokenIn(dataFolder);
	readToken = tokenIn(dataFolder, 'read');
	app = await startApp({ dataFolder, settings: { BODY_SIZE_LIMIT: '5M' } });
	base = `/projects/${await first('/projects')}`;
	other = ((await (await send('POST', '/projects', { name: 'Een ander project' })).json()) as { id: string }).id;
	frame = { areaId: await first(`${base}/areas`), waveId: await first(`${base}/waves`) };
	const id = (await itemsOf(`${base}/sources`)).find(({ status }) => status === 'released')?.id ?? '';
	released = (await (await call(`${base}/sources/${id}`)).json()) as { id: string; text: string };
	codeId = (await itemsOf(`${base}/codes`)).find(({ isCodable }) => isCodable)?.id ?? '';
});
afterAll(() => app.stop());

/** A problem as API.md says it, with its codes. */
const problemOf = async (response: Response) => {
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(response.headers.get('api-version')).toMatch(/^\d+\.\d+\.\d+$/);
	const body = (await response.json()) as {
		status: number;
		detail: string;
		problems: { code: string; message: string }[];
	};
	expect(body.status).toBe(response.status);
	for (const { code, message } of body.problems) expect(message, code).not.toBe(code);
	return { status: response.status, codes: body.problems.map(({ code }) => code), detail: body.detail };
};

describe('what protects a page', () => {
	test('F34: links and redirects are built from the own address, whatever host a request names', async () => {
		const { port } = new URL(app.origin);
		const ask = (path: string) =>
			new Promise<{ location: string; body: string }>((resolve, reject) => {
				const headers = { host: 'elders.example', 'x-forwarded-host': 'elders.example' };
				get({ port, path, headers }, (answer) => {
					let body = '';
					answer.setEncoding('utf8');
					answer.on('data', (part: string) => (body += part));
					answer.on('end', () => resolve({ location: answer.headers.location ?? '', body }));
				}).on('error', reject);
			});
		for (const path of ['/projects', '/login?next=//elders.example/', '/api/v1/openapi.json']) {
			const { location, body } = await ask(path);
			expect([path, location]).not.toEqual([path, expect.stringContaining('elders.example/')]);
			expect(location === '' || new URL(location, app.origin).origin === app.origin).toBe(true);
			expect(body).not.toContain('http://elders.example');
		}
		expect((await ask('/api/v1/openapi.json')).body).toContain(app.origin);
	});

	test('scripts only with the nonce of this answer, nothing from other hosts, no frames', async () => {
		const [one, two] = await Promise.all([fetch(`${app.origin}/login`), fetch(`${app.origin}/login`)]);
		const policy = one.headers.get('content-security-policy') ?? '';
		expect(policy).toMatch(/frame-ancestors 'none'/);
		expect(policy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe-inline|\*/);
		const nonceOf = (response: Response) =>
			/'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
		expect(nonceOf(one)).toBeTruthy();
		expect(nonceOf(one)).not.toBe(nonceOf(two));
		expect(await one.text()).toContain(`nonce="${nonceOf(one)}"`);
		expect(one.headers.get('x-content-type-options')).toBe('nosniff');
		expect(one.headers.get('cache-control')).toBe('no-store');
	});

	test('words of an interview are kept in no cache', async () => {
		const answer = await call(`${base}/sources/${released.id}`);
		expect(answer.headers.get('cache-control')).toBe('no-store');
		expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
	});

	test('a form from another site does nothing, whatever cookie it brings', async () => {
		const form = new URLSearchParams({ email, password });
		for (const origin of ['https://elders.example', 'null'])
			expect((await fetch(`${app.origin}/login`, { method: 'POST', body: form, headers: { origin } })).status).toBe(
				403
			);
		const own = { method: 'POST', body: form, headers: { origin: app.origin }, redirect: 'manual' } as const;
		const cookie = (await fetch(`${app.origin}/login`, own)).headers.get('set-cookie')?.split(';')[0] ?? '';
		expect(cookie).not.toBe('');
		const asked = await fetch(`${app.origin}/api/v1${base}/codes`, {
			method: 'POST',
			body: JSON.stringify({ name: 'Van elders' }),
			headers: { cookie, origin: 'https://elders.example', 'content-type': 'application/json' }
		});
		expect(await problemOf(asked)).toMatchObject({ status: 403, codes: ['origin-foreign'] });
	});

	test('work of one person is not stored under the name of another who signed in meanwhile', async () => {
		const body = JSON.stringify({ name: 'Van een ander 😀' });
		const headers = { 'content-type': 'application/json', 'x-wijkstem-user': crypto.randomUUID() };
		const answer = await call(`${base}/codes`, { method: 'POST', body, headers });
		expect(await problemOf(answer)).toMatchObject({ status: 409, codes: ['person-other'] });
		expect(JSON.stringify(await itemsOf(`${base}/codes`))).not.toContain('Van een ander');
	});

	test('the cookie is out of reach for scripts and other sites, and signing out ends it on the server', async () => {
		const headers = { origin: app.origin };
		const body = new URLSearchParams({ email, password });
		const answer = await fetch(`${app.origin}/login`, { method: 'POST', body, headers, redirect: 'manual' });
		const set = answer.headers.get('set-cookie') ?? '';
		expect(set).toMatch(/HttpOnly/i);
		expect(set).toMatch(/SameSite=(Lax|Strict)/i);
		const cookie = set.split(';')[0] ?? '';
		const isIn = async () => (await fetch(`${app.origin}/api/v1${base}`, { headers: { cookie } })).status;
		expect(await isIn()).toBe(200);
		const leave = {
			method: 'POST',
			body: new URLSearchParams(),
			headers: { ...headers, cookie },
			redirect: 'manual'
		} as const;
		expect((await fetch(`${app.origin}/logout`, leave)).status).toBeLessThan(400);
		expect(await isIn()).toBe(401);
	});
});

describe('what the API answers to what does not fit', () => {
	test.each([
		['no token', () => call(base, {}, ''), 401, 'not-signed-in'],
		['a token that is none', () => call(base, {}, 'onzin'), 401, 'token-invalid'],
		[
			'writing with a token to read',
			() => send('POST', `${base}/codes`, { name: 'X' }, readToken),
			403,
			'token-reads-only'
		],
		['an unknown route', () => call('/nergens'), 404, 'route-unknown'],
		['a slash at the end', () => call('/projects/'), 404, 'route-unknown'],
		['an unknown project', () => call('/projects/00000000-0000-4000-8000-000000000000'), 404, 'project-unknown'],
		['an id that is none', () => call("/projects/1'--"), 404, 'project-unknown'],
		['a method that is not there', () => call(`${base}/valences`, { method: 'DELETE' }), 405, 'method-unknown'],
		['text instead of JSON', () => call(`${base}/codes`, { method: 'POST', body: 'hallo' }), 415, 'media-unknown'],
		['a filter that does not exist', () => call(`${base}/codings?kleur=rood`), 400, null],
		['a body with a field too many', () => send('POST', `${base}/codes`, { name: 'X', zomaar: 1 }), 400, null]
	] as const)('%s', async (_name, ask, status, code) => {
		const problem = await problemOf(await ask());
		expect(problem.status).toBe(status);
		if (code) expect(problem.codes).toEqual([code]);
	});

	test('JSON that is broken, and a body that is too large', async () => {
		const json = { 'content-type': 'application/json' };
		const broken = await call(`${base}/codes`, { method: 'POST', body: '{"name":', headers: json });
		expect(await problemOf(broken)).toMatchObject({ status: 400, codes: ['body-not-json'] });
		const large = await call(`${base}/codes`, { method: 'POST', body: ' '.repeat(5_300_000), headers: json });
		expect(await problemOf(large)).toMatchObject({ status: 413, codes: ['body-too-large'] });
	});

	test('guessing a password is stopped for a while, with when to try again', async () => {
		const body = { email: 'raad@example.org', password: 'onzin' };
		const answers: string[] = [];
		for (let n = 0; n < 12; n += 1) {
			const form = { method: 'POST', body: new URLSearchParams(body), headers: { origin: app.origin } };
			answers.push(await (await fetch(`${app.origin}/login`, form)).text());
		}
		expect(answers[0]).not.toMatch(/minuten/);
		expect(answers[11]).toMatch(/minuten/);
	});
});

const counts = async () => {
	const sizes = await Promise.all(
		['sources', 'codings', 'codes'].map(async (kind) => (await itemsOf(`${base}/${kind}?limit=500`)).length)
	);
	return sizes.join(' ');
};

describe('codings that cannot be', () => {
	const coding = (change: Record<string, unknown>) =>
		send('POST', `${base}/codings`, { sourceId: released.id, codeId, start: 0, end: 5, ...change });

	test.each([
		['an end before the start', { start: 9, end: 3 }, 400],
		['nothing between start and end', { start: 3, end: 3 }, 400],
		['an end past the text', { start: 0, end: 10_000_000 }, 400],
		['a place that is no whole number', { start: 0.5, end: 3 }, 400],
		['a version that is not the present one', { version: 99 }, 409],
		['a code of nobody', { codeId: '00000000-0000-4000-8000-000000000000' }, 404],
		['a source of nobody', { sourceId: '00000000-0000-4000-8000-000000000000' }, 404],
		['two values on one axis', { valences: ['forward', 'backward'] }, 400]
	])('%s', async (_name, change, status) => {
		const before = await counts();
		expect((await problemOf(await coding(change))).status).toBe(status);
		expect(await counts()).toBe(before);
	});

	test('ids of another project are unknown here', async () => {
		const foreign = await send('POST', `/projects/${other}/codings`, {
			sourceId: released.id,
			codeId,
			start: 0,
			end: 5
		});
		expect((await problemOf(foreign)).status).toBe(404);
		expect((await problemOf(await call(`/projects/${other}/sources/${released.id}`))).status).toBe(404);
		expect((await problemOf(await send('PATCH', `/projects/${other}/codes/${codeId}`, { name: 'X' }))).status).toBe(
			404
		);
	});
});

describe('files that are not what they say', () => {
	const upload = (name: string, bytes: Uint8Array<ArrayBuffer> | string, fields: Record<string, string> = {}) => {
		const form = new FormData();
		for (const [key, value] of Object.entries({ ...frame, group: 'resident', ...fields })) form.set(key, value);
		form.set('file', new Blob([bytes]), name);
		return call(`${base}/sources`, { method: 'POST', body: form });
	};
	const bytesOf = (path: string) => new Uint8Array(fixture(path).bytes);
	const entities = docxFile(paragraph('Hallo'), {
		'word/styles.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:styles>&e;</w:styles>'
	}).bytes;

	test.each([
		['an empty file', () => upload('leeg.txt', ''), 400],
		['a picture named .docx', () => upload('foto.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), 415],
		['a program named .txt', () => upload('spel.txt', new Uint8Array([0x4d, 0x5a, 0, 0, 1, 0, 2, 0, 0, 0])), 415],
		['NUL bytes in a text', () => upload('nul.txt', 'Interviewer: dag\0\0 allemaal'), 400],
		['a kind that is not known', () => upload('plaat.mp3', 'ID3'), 415],
		['a zip bomb', () => upload('bom.docx', bytesOf('hostile/docx-bomb-document.docx')), 400],
		['external entities', () => upload('xxe.docx', new Uint8Array(entities)), 400],
		['more than the limit', () => upload('groot.txt', 'a'.repeat(5_300_000)), 413],
		['an area of nobody', () => upload('a.txt', 'Interviewer: dag', { areaId: codeId }), 400],
		['no file at all', () => call(`${base}/sources`, { method: 'POST', body: new FormData() }), 400]
	])('%s is refused with a sentence, and nothing is stored', async (_name, ask, status) => {
		const before = await counts();
		const { detail, ...problem } = await problemOf(await ask());
		expect(problem.status, detail).toBe(status);
		expect(detail).not.toMatch(/undefined|\{|root:/);
		expect(await counts()).toBe(before);
		expect((await call('/projects')).status).toBe(200);
	});
});

test('what happened stands on the terminal without a word of any interview', () => {
	expect(app.terminal()).not.toContain(released.text.slice(200, 240));
	expect(app.terminal()).not.toContain('allemaal');
	expect(readFileSync('docs/settings.md', 'utf8')).toContain('BODY_SIZE_LIMIT');
});
