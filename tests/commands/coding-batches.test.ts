import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addCodingBatch } from '../../src/lib/server/commands/add-coding-batch.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { removeCodingBatch, restoreCodingBatch } from '../../src/lib/server/commands/undo-coding-batch.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listCodingBatches } from '../../src/lib/server/views/list-coding-batches.ts';
import { testStore } from '../support/database.ts';
import {
	addCode,
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	type TestProject
} from '../support/project.ts';

let store: Store;
let project: TestProject;
let first: { id: string; text: string };
let second: { id: string; text: string };
let code: string;
let minutes = 0;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	code = await addCode(store, project, 'Groen');
	first = await addSource(store, project, 'Het 😀 park is mooi, e\u0301n de cafés ook', { title: 'TES-B-01' });
	second = await addSource(store, project, 'Wij wonen bij het park', { title: 'TES-B-02' });
});

/** Every command a minute later than the one before. */
const coder = (userId = project.users.coder) =>
	contextFor(store, userId, { now: () => new Date(Date.UTC(2025, 5, 1, 9, (minutes += 1))) });
const item = (source: { id: string }, start: number, end: number, version = 1) => ({
	sourceId: source.id,
	version,
	start,
	end
});
const add = async (items: readonly object[], more: object = {}) =>
	addCodingBatch(await coder(), project.id, { codeId: code, items, ...more });
const added = async (items: readonly object[], more: object = {}) => {
	const answer = await add(items, more);
	if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
	return answer.value;
};
const codings = () =>
	store.db
		.selectFrom('codings')
		.select(['id', 'quote', 'change', 'layer'])
		.where('project_id', '=', project.id)
		.where('deleted_at', 'is', null)
		.orderBy('source_id')
		.orderBy('start_position')
		.execute();
const quotes = async () => (await codings()).map(({ quote }) => quote);
const problems = (result: { ok: true } | { ok: false; problems: readonly object[] }) =>
	result.ok ? [] : result.problems;

describe('coding many passages in one step', () => {
	test('puts the code with its direction on each passage, counted in characters', async () => {
		const answer = await added([item(first, 6, 10), item(second, 18, 22)], { valences: ['forward'] });
		expect(answer).toMatchObject({ added: 2, alreadyThere: 0, sources: 2 });
		expect((await codings()).map(({ quote, change }) => [quote, change])).toEqual([
			['park', 'forward'],
			['park', 'forward']
		]);
	});

	test('skips and counts what this coder has already, and takes the same place twice as once', async () => {
		const one = await applyCode(await coder(), project.id, { sourceId: first.id, start: 6, end: 10, codeId: code });
		expect(one.ok).toBe(true);
		const items = [item(first, 6, 10), item(second, 18, 22), item(second, 18, 22)];
		expect(await added(items)).toMatchObject({ added: 1, alreadyThere: 1, sources: 1 });
		expect(await added(items)).toEqual({ id: null, added: 0, alreadyThere: 2, sources: 0 });
		const list = await listCodingBatches(await coder(), project.id, {});
		expect(list.ok && list.value.items).toMatchObject([{ codeId: code, codings: 1, sources: 1, isRemoved: false }]);
	});

	test.each([
		['a place outside the text', () => item(second, 18, 2000), 'range-outside-text', 'items.1.end'],
		['an empty place', () => item(second, 17, 18), 'range-empty', 'items.1.start'],
		['a text that moved on', () => item(second, 18, 22, 2), 'coding-batch-stale', 'items.1.version']
	])('stores nothing when there is %s, and says which', async (_what, bad, problem, at) => {
		expect(problems(await add([item(first, 6, 10), bad()]))).toMatchObject([{ code: problem, at }]);
		expect(await codings()).toEqual([]);
		expect(
			await store.db.selectFrom('coding_batches').select('id').where('project_id', '=', project.id).execute()
		).toEqual([]);
	});

	test('stores nothing on a source that may not be coded', async () => {
		const closed = await addSource(store, project, 'Een park', { status: 'uploaded' });
		expect(problems(await add([item(first, 6, 10), item(closed, 4, 8)]))).toMatchObject([{ code: 'source-unknown' }]);
		const user = await addUser(store, 'Coder elders');
		await addMember(store, project.id, user, 'coder', [project.areas.other]);
		const other = await addCodingBatch(await coder(user), project.id, { codeId: code, items: [item(first, 6, 10)] });
		expect(problems(other)).toMatchObject([{ code: 'source-unknown' }]);
		expect(await codings()).toEqual([]);
	});

	test('goes into the own layer of who codes blind', async () => {
		await store.db.insertInto('second_coders').values({ source_id: first.id, user_id: project.users.coder }).execute();
		await added([item(first, 6, 10), item(second, 18, 22)]);
		expect((await codings()).map(({ layer }) => layer).sort()).toEqual(['second', 'shared']);
	});

	test('takes some thousands, and tells other screens in small parts', async () => {
		const long = await addSource(store, project, 'park '.repeat(1500));
		const context = await coder();
		const items = Array.from({ length: 1500 }, (_, index) => item(long, index * 5, index * 5 + 4));
		const answer = await addCodingBatch(context, project.id, { codeId: code, items });
		expect(answer.ok && answer.value.added).toBe(1500);
		expect(context.events.length).toBe(15);
		expect(Math.max(...context.events.map(({ ids }) => ids.length))).toBe(100);
	});
});

describe('taking a batch back', () => {
	test('takes all away in one step, and brings all back, as often as one likes', async () => {
		const { id } = await added([item(first, 6, 10), item(second, 18, 22)]);
		for (let round = 0; round < 2; round += 1) {
			const removed = await removeCodingBatch(await coder(), project.id, id ?? '');
			expect(removed.ok && removed.value).toEqual({ id, codings: 2, spared: 0 });
			expect(await quotes()).toEqual([]);
			const restored = await restoreCodingBatch(await coder(), project.id, id ?? '');
			expect(restored.ok && restored.value).toEqual({ id, codings: 2, spared: 0 });
			expect(await quotes()).toEqual(['park', 'park']);
		}
	});

	test('spares what someone changed since, and says how many', async () => {
		const { id } = await added([item(first, 6, 10), item(second, 18, 22)]);
		const [changed] = await codings();
		expect((await changeCoding(await coder(), project.id, changed?.id ?? '', { important: true })).ok).toBe(true);
		const removed = await removeCodingBatch(await coder(), project.id, id ?? '');
		expect(removed.ok && removed.value).toEqual({ id, codings: 1, spared: 1 });
		expect((await codings()).map((coding) => coding.id)).toEqual([changed?.id]);
		const restored = await restoreCodingBatch(await coder(), project.id, id ?? '');
		expect(restored.ok && restored.value).toEqual({ id, codings: 1, spared: 1 });
	});

	test('brings back only where nothing took the place', async () => {
		const { id } = await added([item(first, 6, 10), item(second, 18, 22)]);
		await removeCodingBatch(await coder(), project.id, id ?? '');
		await applyCode(await coder(), project.id, { sourceId: first.id, start: 6, end: 10, codeId: code });
		const restored = await restoreCodingBatch(await coder(), project.id, id ?? '');
		expect(restored.ok && restored.value).toEqual({ id, codings: 1, spared: 1 });
		expect((await quotes()).length).toBe(2);
	});

	test('is said when it was done already, and is of its maker alone', async () => {
		const { id } = await added([item(first, 6, 10)]);
		const run = async (command: typeof removeCodingBatch, userId?: string) =>
			problems(await command(await coder(userId), project.id, id ?? ''));
		expect(await run(restoreCodingBatch)).toEqual([{ code: 'coding-batch-present' }]);
		const user = await addUser(store, 'Andere codeur');
		await addMember(store, project.id, user, 'coder');
		expect(await run(removeCodingBatch, user)).toEqual([{ code: 'coding-batch-unknown' }]);
		expect(await run(removeCodingBatch)).toEqual([]);
		expect(await run(removeCodingBatch)).toEqual([{ code: 'coding-batch-removed' }]);
	});
});
