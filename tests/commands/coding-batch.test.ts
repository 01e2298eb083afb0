import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addCodingBatch } from '../../src/lib/server/commands/add-coding-batch.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { changeCoding } from '../../src/lib/server/commands/change-coding.ts';
import { removeCodingBatch, restoreCodingBatch } from '../../src/lib/server/commands/change-coding-batch.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { listCodingBatches } from '../../src/lib/server/views/coding-batches.ts';
import { testStore } from '../support/database.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let green: string;
let one: { id: string };
let two: { id: string };

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	green = await addCode(store, project, 'Groen é');
	one = await addSource(store, project, 'Het 😀 park is mooi, en het park is groot.');
	two = await addSource(store, project, 'Een 👨‍👩‍👧 park, ja.', { areaId: project.areas.other });
});

const coder = () => contextFor(store, project.users.coder);
const hit = (source: { id: string }, start: number, end: number, version = 1) => ({
	...{ sourceId: source.id, version, start, end }
});
const hits = () => [hit(one, 6, 10), hit(one, 28, 32), hit(two, 10, 14)];
const add = async (items: readonly object[] = hits(), more: object = {}) =>
	addCodingBatch(await coder(), project.id, { codeId: green, items, ...more });
const added = async (items?: readonly object[]) => {
	const result = await add(items);
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	return result.value.id ?? '';
};
const quotes = async () => {
	const rows = await store.db
		.selectFrom('codings')
		.select(['quote', 'change'])
		.where('project_id', '=', project.id)
		.where('deleted_at', 'is', null)
		.orderBy('source_id')
		.orderBy('start_position')
		.execute();
	return rows.map(({ quote, change }) => [quote, change].filter(Boolean).join(' '));
};

describe('coding many passages in one step', () => {
	test('puts the code and its direction on each, and tells other screens once a source', async () => {
		const context = await coder();
		const result = await addCodingBatch(context, project.id, { codeId: green, items: hits(), valences: ['forward'] });
		expect(result).toMatchObject({ ok: true, value: { added: 3, alreadyThere: 0, sources: 2 } });
		expect(await quotes()).toEqual(['park forward', 'park forward', 'park forward']);
		expect(context.events.map(({ kind, change, ids }) => [kind, change, ids.length])).toEqual([
			['coding', 'added', 2],
			['coding', 'added', 1]
		]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('leaves passages alone that have this code of this coder already, and counts them', async () => {
		await applyCode(await coder(), project.id, { sourceId: one.id, start: 6, end: 10, codeId: green, memo: 'eerst' });
		expect(await add()).toMatchObject({ value: { added: 2, alreadyThere: 1, sources: 2 } });
		expect(await add()).toMatchObject({ value: { id: null, added: 0, alreadyThere: 3 } });
	});

	test.each<[string, () => readonly object[], string, string]>([
		['a passage outside the text', () => [...hits(), hit(two, 3, 900)], 'range-outside-text', 'items.3.end'],
		['white space only', () => [hit(one, 5, 6)], 'range-empty', 'items.0.start'],
		['another version of the text', () => [...hits(), hit(two, 0, 3, 7)], 'version-conflict', 'items.3.version']
	])('stores nothing when there is %s', async (_, items, code, at) => {
		expect(await add(items())).toMatchObject({ ok: false, problems: [{ code, at }] });
		expect(await quotes()).toEqual([]);
	});

	test('is refused with a folder, an unknown source and more than a person looks through', async () => {
		const folder = await addCode(store, project, 'Map', { isCodable: false });
		expect(await add(hits(), { codeId: folder })).toMatchObject({
			problems: [{ code: 'code-not-codable', at: 'codeId' }, {}, {}]
		});
		const other = await addProject(store);
		const foreign = await addSource(store, other, 'Ergens 😀 anders');
		expect(await add([...hits(), hit(foreign, 0, 4)])).toMatchObject({ problems: [{ code: 'source-unknown' }] });
		expect((await add(Array.from({ length: 5001 }, () => hit(one, 6, 10)))).ok).toBe(false);
		expect(await quotes()).toEqual([]);
	});
});

describe('taking it back', () => {
	test('is one step, and so is doing it again; also after a reload', async () => {
		const id = await added();
		expect(await removeCodingBatch(await coder(), project.id, id)).toMatchObject({ value: { changed: 3, spared: 0 } });
		expect(await quotes()).toEqual([]);
		expect(await removeCodingBatch(await coder(), project.id, id)).toMatchObject({ value: { changed: 0 } });
		const listed = await listCodingBatches(await coder(), project.id);
		expect(listed).toMatchObject({
			value: { items: [{ id, codePath: 'Groen é', codings: 3, sources: 2, removed: true }] }
		});
		expect(await restoreCodingBatch(await coder(), project.id, id)).toMatchObject({ value: { changed: 3, spared: 0 } });
		expect(await quotes()).toHaveLength(3);
		expect(await removeCodingBatch(await coder(), project.id, id)).toMatchObject({ value: { changed: 3 } });
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('spares what was changed since, by a colleague too', async () => {
		const id = await added();
		const made = await store.db.selectFrom('codings').select('id').where('source_id', '=', two.id).executeTakeFirst();
		const later = () => new Date('2025-06-02T10:00:00.000Z');
		const manager = await contextFor(store, project.users['codebook-manager'], { now: later });
		const changed = await changeCoding(manager, project.id, made?.id ?? '', { valences: ['improve'] });
		expect(changed.ok).toBe(true);
		expect(await removeCodingBatch(await coder(), project.id, id)).toMatchObject({ value: { changed: 2, spared: 1 } });
		expect(await quotes()).toEqual(['park']);
	});

	test('does not bring a coding twice', async () => {
		const id = await added();
		await removeCodingBatch(await coder(), project.id, id);
		await applyCode(await coder(), project.id, { sourceId: one.id, start: 6, end: 10, codeId: green });
		expect(await restoreCodingBatch(await coder(), project.id, id)).toMatchObject({ value: { changed: 2, spared: 1 } });
		expect(await quotes()).toHaveLength(3);
	});

	test('is for who did it', async () => {
		const id = await added();
		const colleague = await contextFor(store, project.users['codebook-manager']);
		expect(await removeCodingBatch(colleague, project.id, id)).toMatchObject({ ok: false });
		expect(await removeCodingBatch(await coder(), project.id, 'geen id')).toMatchObject({
			problems: [{ code: 'coding-batch-unknown' }]
		});
		expect(await quotes()).toHaveLength(3);
	});
});
