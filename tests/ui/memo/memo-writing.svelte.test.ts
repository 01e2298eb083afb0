import { beforeEach, expect, test, vi } from 'vitest';
import type { MemoAnswer } from '../../../src/lib/contract/memo.ts';
import { MemoClient } from '../../../src/lib/ui/memo/memo-client.ts';
import { MemoDrafts } from '../../../src/lib/ui/memo/memo-drafts.ts';
import { MemoWriting } from '../../../src/lib/ui/memo/memo-writing.svelte.ts';
import { textOf } from '../../support/rich-text-of.ts';

const about = { kind: 'project' } as const;
const stored = (changes: Partial<MemoAnswer> = {}): MemoAnswer => ({
	id: 'm1',
	version: 1,
	kind: 'thought',
	about,
	place: {
		sourceId: null,
		sourceTitle: null,
		reference: null,
		turn: null,
		codeId: null,
		codePath: null,
		caseLabel: null,
		quote: null,
		isRemoved: false
	},
	title: 'Eén',
	body: textOf('Wat ik dacht 😀'),
	visibility: 'private',
	author: { id: 'u1', name: 'Ada' },
	createdAt: '2026-01-01T10:00:00.000Z',
	changedAt: '2026-01-01T10:00:00.000Z',
	settled: null,
	permissions: { mayChange: true, maySettle: false },
	...changes
});

type Answer = { readonly status: number; readonly json: unknown };
let requests: { method: string; path: string; body: unknown; user: string | null }[];
let answers: (Answer | 'unreachable')[];
const problem = (status: number, code: string): Answer => ({
	status,
	json: { status, detail: code, problems: [{ code, message: code }] }
});

beforeEach(() => {
	sessionStorage.clear();
	requests = [];
	answers = [];
	vi.stubGlobal('fetch', async (path: string, { method = 'GET', body, headers }: RequestInit = {}) => {
		const user = new Headers(headers).get('x-wijkstem-user');
		requests.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : null, user });
		const answer = answers.shift();
		if (answer === undefined || answer === 'unreachable') throw new TypeError('unreachable');
		return new Response(JSON.stringify(answer.json), { status: answer.status });
	});
	return () => vi.unstubAllGlobals();
});

const drafts = new MemoDrafts('p1', 'ada', sessionStorage);
const writingOf = (memo: MemoAnswer | null, pause = 60_000, again = 60_000) =>
	new MemoWriting({ client: new MemoClient('p1', 'ada'), drafts, about, memo, onStored: () => {}, pause, again });

test('what is typed is kept at once, and a reload puts it back', () => {
	const writing = writingOf(null);
	writing.write({ title: 'Half' });
	writing.writeBody({ ok: true, value: textOf('een zin 👩‍👩‍👧') });
	const again = writingOf(null);
	expect(again.words).toMatchObject({ title: 'Half', body: textOf('een zin 👩‍👩‍👧') });
	expect(again.status).toBe('draft');
});

test('a save that fails keeps the draft, and the next one forgets it', async () => {
	const writing = writingOf(null);
	writing.write({ title: 'Half' });
	answers = ['unreachable', { status: 201, json: stored({ title: 'Half' }) }];
	expect(await writing.save()).toBe(false);
	expect(writing.status).toBe('failed');
	expect(drafts.read({ about })).toMatchObject({ title: 'Half' });
	expect(await writing.save()).toBe(true);
	expect(writing.status).toBe('saved');
	expect(drafts.read({ about })).toBeNull();
});

test('a memo that is there stores itself after a pause, with the version it was written on', async () => {
	const writing = writingOf(stored(), 10);
	answers = [{ status: 200, json: stored({ version: 2, title: 'Twee' }) }];
	writing.write({ title: 'Twee' });
	await expect.poll(() => writing.status).toBe('saved');
	expect(requests).toMatchObject([{ method: 'PATCH', path: '/api/v1/projects/p1/memos/m1', body: { version: 1 } }]);
	expect(writing.memo?.version).toBe(2);
});

test('a server that is not reached is asked again by itself, until the memo is stored', async () => {
	const writing = writingOf(stored(), 1, 1);
	answers = ['unreachable', 'unreachable', { status: 200, json: stored({ version: 2, title: 'Twee' }) }];
	writing.write({ title: 'Twee' });
	await expect.poll(() => writing.status).toBe('saved');
	expect([requests.length, writing.memo?.version]).toEqual([3, 2]);
	await new Promise((resolve) => setTimeout(resolve, 30));
	expect(requests).toHaveLength(3);
});

test('a memo that was left is sent once more and then waits in the browser', async () => {
	const writing = writingOf(stored(), 60_000, 1);
	writing.write({ title: 'Twee' });
	writing.leave();
	await new Promise((resolve) => setTimeout(resolve, 30));
	expect(requests).toHaveLength(1);
	expect(drafts.read({ memoId: 'm1' })).toMatchObject({ title: 'Twee' });
});

test('a new memo is only stored when its writer says so', async () => {
	const writing = writingOf(null, 1);
	writing.write({ title: 'Nog niet' });
	await new Promise((resolve) => setTimeout(resolve, 30));
	expect(requests).toEqual([]);
});

const inConflict = async () => {
	const writing = writingOf(stored());
	writing.writeBody({ ok: true, value: textOf('van mij') });
	answers = [
		problem(409, 'memo-changed'),
		{ status: 200, json: stored({ version: 5, body: textOf('van het andere scherm') }) }
	];
	expect(await writing.save()).toBe(false);
	expect(writing.status).toBe('conflict');
	expect(writing.other?.version).toBe(5);
	expect(writing.words.body).toEqual(textOf('van mij'));
	expect(drafts.read({ memoId: 'm1' })).not.toBeNull();
	return writing;
};

test('changed elsewhere: both texts can be kept, the own one first', async () => {
	const writing = await inConflict();
	answers = [{ status: 200, json: stored({ version: 6 }) }];
	await writing.settle('both');
	expect(requests.at(-1)?.body).toMatchObject({
		version: 5,
		body: [...textOf('van mij'), ...textOf('van het andere scherm')]
	});
	expect(writing.status).toBe('saved');
});

test('changed elsewhere: only the own text, on the newest version', async () => {
	const writing = await inConflict();
	answers = [{ status: 200, json: stored({ version: 6 }) }];
	await writing.settle('own');
	expect(requests.at(-1)?.body).toMatchObject({ version: 5, body: textOf('van mij') });
});

test('changed elsewhere: only the other text; nothing is sent', async () => {
	const writing = await inConflict();
	const before = requests.length;
	await writing.settle('other');
	expect(requests.length).toBe(before);
	expect(writing.words.body).toEqual(textOf('van het andere scherm'));
	expect(drafts.read({ memoId: 'm1' })).toBeNull();
});

test('a draft on an older version meets what was stored since', async () => {
	drafts.keep({ memoId: 'm1' }, { kind: 'thought', title: 'Oud', body: [], visibility: 'private', version: 1 });
	const writing = writingOf(stored({ version: 3, title: 'Nieuw' }));
	answers = [problem(409, 'memo-changed'), { status: 200, json: stored({ version: 3, title: 'Nieuw' }) }];
	await writing.save();
	expect(requests[0]?.body).toMatchObject({ version: 1, title: 'Oud' });
	expect(writing.status).toBe('conflict');
});

test('a memo that was taken away elsewhere can be stored as a new one', async () => {
	const writing = writingOf(stored());
	writing.write({ title: 'Toch bewaren' });
	answers = [problem(404, 'memo-unknown'), { status: 201, json: stored({ id: 'm2', title: 'Toch bewaren' }) }];
	await writing.save();
	expect(writing.isGone).toBe(true);
	await writing.saveAsNew();
	expect(requests.at(-1)).toMatchObject({ method: 'POST', path: '/api/v1/projects/p1/memos' });
	expect(writing.memo?.id).toBe('m2');
});

test('requests that write say whose they are; those that read do not', async () => {
	const client = new MemoClient('p1', 'ada');
	const { kind, title, body, visibility } = stored();
	await client.add({ about, kind, title, body, visibility });
	await client.change('m1', { version: 1, title });
	await client.settle('m1', true);
	await client.remove('m1');
	await client.restore('m1');
	expect(requests.map(({ user }) => user)).toEqual(['ada', 'ada', 'ada', 'ada', 'ada']);
	answers = [
		{ status: 200, json: { items: [], nextCursor: null } },
		{ status: 200, json: stored() }
	];
	await client.list({}, null, 50);
	await client.read('m1');
	expect(requests.slice(5).map(({ user }) => user)).toEqual([null, null]);
});

test('somebody else signed in meanwhile: it is said, what was typed stays, and it is not sent again by itself', async () => {
	const writing = writingOf(stored(), 1);
	answers = [problem(409, 'person-other'), { status: 200, json: stored({ version: 2, title: 'Van Ada é' }) }];
	writing.write({ title: 'Van Ada é' });
	await expect.poll(() => writing.status).toBe('failed');
	expect(writing.problem).toContain('In deze browser is nu iemand anders ingelogd.');
	await new Promise((resolve) => setTimeout(resolve, 50));
	writing.leave();
	expect(requests).toHaveLength(1);
	expect([writing.words.title, writing.isGone, drafts.read({ memoId: 'm1' })?.title]).toEqual([
		...['Van Ada é', false, 'Van Ada é']
	]);
	expect(await writing.save()).toBe(true);
	expect(drafts.read({ memoId: 'm1' })).toBeNull();
});

test('a draft is for who wrote it alone', () => {
	drafts.keep({ about }, { kind: 'thought', title: 'x', body: [], visibility: 'private', version: null });
	const ofOther = new MemoDrafts('p1', 'bo', sessionStorage);
	expect([ofOther.isEmpty, ofOther.read({ about })]).toEqual([true, null]);
	expect([drafts.isEmpty, drafts.read({ about })?.title]).toEqual([false, 'x']);
});

test('signing out forgets drafts of memos too', () => {
	drafts.keep({ about }, { kind: 'thought', title: 'x', body: [], visibility: 'private', version: null });
	expect(Object.keys(sessionStorage).every((key) => key.startsWith('wijkstem.draft.'))).toBe(true);
});
