import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/lib/server/store/database.ts';
import { GET as take, POST as takeAsked } from '../../src/routes/api/v1/projects/[projectId]/exports/memos/+server.ts';
import { POST as searchMemos } from '../../src/routes/api/v1/projects/[projectId]/memo-searches/+server.ts';
import { GET as list, POST as add } from '../../src/routes/api/v1/projects/[projectId]/memos/+server.ts';
import * as one from '../../src/routes/api/v1/projects/[projectId]/memos/[memoId]/+server.ts';
import { POST as restore } from '../../src/routes/api/v1/projects/[projectId]/memos/[memoId]/restoration/+server.ts';
import * as settlement from '../../src/routes/api/v1/projects/[projectId]/memos/[memoId]/settlement/+server.ts';
import { call } from '../support/call.ts';
import { testStore } from '../support/database.ts';
import { textOf } from '../support/memos.ts';
import { addProject, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
beforeAll(async () => {
	store = await testStore();
	project = await addProject(store);
});
afterAll(() => store.close());

const coder = () => contextFor(store, project.users.coder);
const problem = (status: number, code: string) => ({ status, json: { status, problems: [{ code }] } });

test('a memo goes its way over the API: written, read, changed, settled, taken away and brought back', async () => {
	const params = { projectId: project.id };
	const input = { about: { kind: 'project' }, kind: 'question', body: textOf('Waarom? 😀'), visibility: 'shared' };
	const added = await call(add, await coder(), { method: 'POST', params, body: input });
	expect(added).toMatchObject({ status: 201, json: { version: 1, body: input.body } });
	const { id } = added.json as { id: string };
	const at = { ...params, memoId: id };
	expect(await call(list, await coder(), { params, query: 'settled=false&q=waarom' })).toMatchObject({
		status: 200,
		json: { items: [{ id }], nextCursor: null }
	});
	const change = { version: 1, title: 'Vraag' };
	expect(await call(one.PATCH, await coder(), { method: 'PATCH', params: at, body: change })).toMatchObject({
		status: 200,
		json: { version: 2, title: 'Vraag' }
	});
	expect(await call(one.PATCH, await coder(), { method: 'PATCH', params: at, body: change })).toMatchObject({
		status: 200,
		json: { version: 2 }
	});
	const stale = { version: 1, title: 'Andere vraag' };
	expect(await call(one.PATCH, await coder(), { method: 'PATCH', params: at, body: stale })).toMatchObject(
		problem(409, 'memo-changed')
	);
	const author = await contextFor(store, project.users.author);
	expect(await call(one.PATCH, author, { method: 'PATCH', params: at, body: { ...change, version: 2 } })).toMatchObject(
		problem(403, 'memo-of-other')
	);
	expect(await call(settlement.PUT, await coder(), { method: 'PUT', params: at })).toMatchObject({
		status: 200,
		json: { settled: { by: { id: project.users.coder } } }
	});
	expect(await call(settlement.DELETE, await coder(), { method: 'DELETE', params: at })).toMatchObject({
		status: 200,
		json: { settled: null }
	});
	expect(await call(one.DELETE, await coder(), { method: 'DELETE', params: at })).toMatchObject({ status: 204 });
	expect(await call(one.GET, await coder(), { params: at })).toMatchObject(problem(404, 'memo-unknown'));
	expect(await call(restore, await coder(), { method: 'POST', params: at })).toMatchObject({
		status: 200,
		json: { id }
	});
	expect(await call(one.GET, author, { params: at })).toMatchObject({ status: 200, json: { title: 'Vraag' } });
});

test.each([
	['no body', { about: { kind: 'project' } }, 'body'],
	['nothing that it is about', { body: [] }, 'about'],
	['a field nobody knows', { about: { kind: 'project' }, body: [], authorId: 'x' }, 'authorId'],
	['something that is not known', { about: { kind: 'person' }, body: [] }, 'about.kind'],
	[
		'a turn before the first',
		{ about: { kind: 'turn', sourceId: crypto.randomUUID(), turn: 0 }, body: [] },
		'about.turn'
	],
	['a title on two lines', { about: { kind: 'project' }, title: 'a\nb', body: [] }, 'title'],
	['half an emoji in the title', { about: { kind: 'project' }, title: '\uD83D', body: [] }, 'title']
])('an input with %s is refused, and it says where', async (_what, body, field) => {
	const answer = await call(add, await coder(), { method: 'POST', params: { projectId: project.id }, body });
	expect(answer.status).toBe(400);
	expect(JSON.stringify(answer.json)).toContain(field);
});

test('memos are taken away as a file, with the search in the address or in the body', async () => {
	const params = { projectId: project.id };
	const respond = async <E>(route: (event: E) => Response | Promise<Response>, asked: RequestInit, query = '') => {
		const url = new URL(`http://localhost/api/v1?${query}`);
		const context = await coder();
		const locals = { context: () => context, locale: 'nl' };
		return route({ request: new Request(url, asked), url, params, locals } as E);
	};
	const got = await respond(take, {}, 'format=md&q=waarom');
	expect(got.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
	expect(got.headers.get('content-disposition')).toContain('.md');
	expect(await got.text()).toContain('# Vraag');
	const headers = { 'content-type': 'application/json' };
	const body = JSON.stringify({ format: 'csv', q: 'bestaat niet' });
	const posted = await respond(takeAsked, { method: 'POST', headers, body });
	expect(posted.headers.get('content-type')).toBe('text/csv; charset=utf-8');
	expect(await posted.text()).not.toContain('Waarom');
});

test('memos are found by words that stand in the body of the request', async () => {
	const params = { projectId: project.id };
	const body = textOf('Zeldzaam woord: kwispelstaart 👩‍👩‍👧');
	const added = await call(add, await coder(), { method: 'POST', params, body: { about: { kind: 'project' }, body } });
	const { id } = added.json as { id: string };
	const asked = { q: 'kwispelstaart', limit: 10 };
	expect(await call(searchMemos, await coder(), { method: 'POST', params, body: asked })).toMatchObject({
		status: 200,
		json: { items: [{ id }], nextCursor: null }
	});
	const wrong = { q: 'kwispelstaart', onbekend: true };
	expect((await call(searchMemos, await coder(), { method: 'POST', params, body: wrong })).status).toBe(400);
});
