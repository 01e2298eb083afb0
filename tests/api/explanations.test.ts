import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import * as all from '../../src/routes/api/v1/projects/[projectId]/explanations/+server.ts';
import * as one from '../../src/routes/api/v1/projects/[projectId]/explanations/[explanationId]/+server.ts';
import * as recognitions from '../../src/routes/api/v1/projects/[projectId]/recognitions/+server.ts';
import { call } from '../support/call.ts';
import { testStore } from '../support/database.ts';
import { addLinkedIndicator } from '../support/display-project.ts';
import { addCode, addProject, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let indicatorId: string;
let params: { projectId: string };

beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
	indicatorId = await addLinkedIndicator(store, project, await addCode(store, project, 'Veilig'), []);
	params = { projectId: project.id };
});
afterAll(() => store.close());

const author = () => contextFor(store, project.users.author);
const coder = () => contextFor(store, project.users.coder);
const given = () => ({
	...{ indicatorId, areaId: project.areas.district, fromWaveId: project.waves[2021], toWaveId: project.waves[2025] },
	...{ kind: 'policy', text: 'Er staat nu één lantaarn 😀 bij de flat.', saidBy: 'resident' }
});

describe('possible explanations over the API', () => {
	test('are added, changed, recognised and read back the same', async () => {
		const added = await call(all.POST, await author(), { method: 'POST', params, body: given() });
		expect(added).toMatchObject({ status: 201, json: { ...given(), version: 1, recognised: null } });
		const { id } = added.json as { id: string };
		const about = { projectId: project.id, explanationId: id };

		const body = { version: 1, text: 'Er staan er nu twee.', strength: 'several' };
		const changed = await call(one.PATCH, await author(), { method: 'PATCH', params: about, body });
		expect(changed).toMatchObject({ status: 200, json: { id, text: body.text, strength: 'several', version: 2 } });

		const answer = { explanationId: id, answer: 'partly', saidBy: 'professional', session: 'duidingssessie één' };
		const recognised = await call(recognitions.POST, await author(), { method: 'POST', params, body: answer });
		expect(recognised).toMatchObject({ status: 201, json: answer });

		const read = await call(all.GET, await author(), { params });
		expect(read).toMatchObject({
			status: 200,
			json: { items: [{ id, text: body.text, recognised: 'partly', recognitions: [recognised.json] }] }
		});
		const answers = await call(recognitions.GET, await author(), { params });
		expect(answers).toMatchObject({ status: 200, json: { items: [recognised.json], nextCursor: null } });
		expect((await call(one.DELETE, await author(), { method: 'DELETE', params: about })).status).toBe(204);
		expect((await call(all.GET, await author(), { params })).json).toEqual({ items: [], nextCursor: null });
	});

	test('are refused with a problem that says why, and then nothing is stored', async () => {
		const post = async (body: object, who = author) =>
			call(all.POST, await who(), { method: 'POST', params, body: { ...given(), ...body } });
		const typeOf = (answer: { readonly json: unknown }) => (answer.json as { type: string }).type;
		const empty = await post({ text: ' ' });
		expect([empty.status, typeOf(empty)]).toEqual([400, 'urn:wijkstem:problem:input-empty']);
		const reversed = await post({ fromWaveId: project.waves[2025], toWaveId: project.waves[2021] });
		expect([reversed.status, typeOf(reversed)]).toEqual([400, 'urn:wijkstem:problem:waves-reversed']);
		expect((await post({}, coder)).status).toBe(403);
		expect((await call(all.GET, await author(), { params })).json).toEqual({ items: [], nextCursor: null });

		const { json } = await post({});
		const { id } = json as { id: string };
		const about = { projectId: project.id, explanationId: id };
		const change = async (body: object) => call(one.PATCH, await author(), { method: 'PATCH', params: about, body });
		expect((await change({ version: 1, text: 'Eerste.' })).status).toBe(200);
		const stale = await change({ version: 1, text: 'Tweede.' });
		expect([stale.status, typeOf(stale)]).toEqual([409, 'urn:wijkstem:problem:explanation-changed']);
		const answer = { explanationId: id, answer: 'misschien', saidBy: 'professional' };
		const unknown = await call(recognitions.POST, await author(), { method: 'POST', params, body: answer });
		expect(unknown.status).toBe(400);
		expect((await call(all.GET, await author(), { params })).json).toMatchObject({
			items: [{ text: 'Eerste.', version: 2, recognitions: [] }]
		});
	});
});
