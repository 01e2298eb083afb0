import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { GET as description } from '../../src/routes/api/v1/openapi.json/+server.ts';
import { POST as addIndicator } from '../../src/routes/api/v1/projects/[projectId]/indicators/+server.ts';
import { PUT as setRoles } from '../../src/routes/api/v1/projects/[projectId]/members/[userId]/+server.ts';
import * as observations from '../../src/routes/api/v1/projects/[projectId]/observations/+server.ts';
import { DELETE as deleteWave } from '../../src/routes/api/v1/projects/[projectId]/waves/[waveId]/+server.ts';
import { GET as listWaves } from '../../src/routes/api/v1/projects/[projectId]/waves/+server.ts';
import { call } from '../support/call.ts';
import { testStore } from '../support/database.ts';
import { addProject, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let params: { projectId: string };

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	params = { projectId: project.id };
	const indicator = {
		key: 'KV1',
		label: 'Voelt zich wel eens onveilig',
		pillarId: project.pillars.first,
		unit: '% 15+',
		direction: 'lower-better',
		kind: 'survey'
	};
	const added = await call(addIndicator, await administrator(), { method: 'POST', params, body: indicator });
	expect(added).toMatchObject({ status: 201, json: { key: 'KV1', threshold: { unit: 'points' } } });
});
afterAll(() => store.close());

const administrator = () => contextFor(store, project.users.administrator);
const form = (content: string): FormData => {
	const filled = new FormData();
	filled.set('file', new Blob([content]), 'cijfers.csv');
	return filled;
};
const head = 'indicator;gebied;meetronde;peiljaar;waarde\n';

describe('an answer of the API', () => {
	test('to a file of figures counts what was stored', async () => {
		const body = form(`${head}KV1;Testwijk;2021;2021;23,5\n`);
		const answer = await call(observations.POST, await administrator(), { method: 'POST', params, body });
		expect(answer).toMatchObject({ status: 201, json: { stored: 1, added: 1, changed: 0, problems: [] } });
		expect(answer.headers.get('cache-control')).toBe('no-store');
	});

	test('to the same figures as JSON is the same; a warning comes as a sentence', async () => {
		const body = form(`${head.trim()};eigen kolom\nKV1;Testwijk;2021;2021;24;x\n`);
		const file = await call(observations.POST, await administrator(), { method: 'POST', params, body });
		expect(file).toMatchObject({
			status: 201,
			json: { changed: 1, problems: [{ code: 'column-ignored', message: expect.stringContaining('eigen kolom') }] }
		});
		const items = [{ indicatorKey: 'KV1', area: 'Testwijk', wave: 2023, referenceYear: 2023, value: 21 }];
		const json = await call(observations.POST, await administrator(), { method: 'POST', params, body: { items } });
		expect(json).toMatchObject({ status: 201, json: { stored: 1, problems: [] } });
	});

	test('to figures that do not fit is a problem that names row and column', async () => {
		const body = form(`${head}KV1;Nergens;2021;2021;23,5\n`);
		const answer = await call(observations.POST, await administrator(), { method: 'POST', params, body });
		expect(answer.headers.get('content-type')).toBe('application/problem+json');
		expect(answer).toMatchObject({
			status: 400,
			json: {
				type: 'urn:wijkstem:problem:table-area-unknown',
				problems: [{ message: expect.stringContaining('Nergens'), at: expect.stringContaining('row 2') }]
			}
		});
	});

	test('to a kind of content that it does not take is 415', async () => {
		const asked = { method: 'POST', params, body: 'x', type: 'text/plain' };
		expect(await call(observations.POST, await administrator(), asked)).toMatchObject({ status: 415 });
	});

	test('to deleting a round with figures is 409; one that is not there is 404; an empty one goes, with 204', async () => {
		const context = await administrator();
		const waveOf = (waveId: string) => call(deleteWave, context, { method: 'DELETE', params: { ...params, waveId } });
		expect(await waveOf(project.waves[2021])).toMatchObject({ status: 409 });
		expect(await waveOf(project.areas.district)).toMatchObject({ status: 404 });
		expect(await waveOf(project.waves[2025])).toMatchObject({ status: 204, json: null });
	});

	test('to taking the last administrator away is 409, to a coder who tries it 403, to a stranger 404', async () => {
		const asked = {
			method: 'PUT',
			params: { ...params, userId: project.users.administrator },
			body: { roles: [{ role: 'reader' }] }
		};
		const statusFor = async (role: keyof TestProject['users']) =>
			(await call(setRoles, await contextFor(store, project.users[role]), asked)).status;
		expect(await statusFor('administrator')).toBe(409);
		expect(await statusFor('coder')).toBe(403);
		expect(await statusFor('stranger')).toBe(404);
	});

	test('to a parameter that stands there twice, or that does not exist, is 400', async () => {
		const context = await administrator();
		expect(await call(listWaves, context, { params, query: 'limit=1&limit=2' })).toMatchObject({ status: 400 });
		expect(await call(listWaves, context, { params, query: 'sort=year' })).toMatchObject({ status: 400 });
	});
});

test('the description of the API can be read by a page of any site', async () => {
	const { status, headers, json } = await call(description, await administrator());
	expect(status).toBe(200);
	expect(headers.get('access-control-allow-origin')).toBe('*');
	expect(json).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://localhost/api/v1' }] });
});
