import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProjectEvent } from '../../src/lib/server/access/context.ts';
import { assignSources } from '../../src/lib/server/commands/assign-sources.ts';
import { completeAssignment, reopenAssignment } from '../../src/lib/server/commands/complete-assignment.ts';
import { unassignSources } from '../../src/lib/server/commands/unassign-sources.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listAssignments } from '../../src/lib/server/views/list-assignments.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addProject, addSource, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
});

const administrator = () => contextFor(store, project.users.administrator);
const give = async (sourceIds: readonly string[]) =>
	valueOf(
		await assignSources(await administrator(), project.id, { sourceIds, task: 'code', userId: project.users.coder })
	).items;

describe('who gives out work in one area', () => {
	test('neither takes work away nor sees how far people are in another area', async () => {
		const here = await addSource(store, project, 'Het 😀 park.', { title: 'VOL-B-01' });
		const there = await addSource(store, project, 'Elders.', { title: 'VOL-B-02', areaId: project.areas.other });
		const given = await give([here.id, there.id]);
		const person = await addUser(store, 'Beheert één wijk');
		await addMember(store, project.id, person, 'codebook-manager', [project.areas.district]);
		await addMember(store, project.id, person, 'coder');
		const context = await contextFor(store, person);

		const { items } = valueOf(await listAssignments(context, project.id, {}));
		const seen = items.map(({ sourceTitle, mayRemove, read }) => ({ sourceTitle, mayRemove, read }));
		expect(seen.toSorted((a, b) => (a.sourceTitle < b.sourceTitle ? -1 : 1))).toEqual([
			{ sourceTitle: 'VOL-B-01', mayRemove: true, read: 0 },
			{ sourceTitle: 'VOL-B-02', mayRemove: false, read: null }
		]);
		const idOf = (sourceId: string) => given.flatMap((one) => (one.sourceId === sourceId ? [one.id] : []));
		const unassign = (assignmentIds: readonly string[]) => unassignSources(context, project.id, { assignmentIds });
		expect(codesOf(await unassign(idOf(there.id)))).toEqual(['not-allowed']);
		valueOf(await unassign(idOf(here.id)));
	});
});

describe('other screens', () => {
	test('hear of each interview that work was given, done, opened again and taken away, once and by id only', async () => {
		const park = await addSource(store, project, 'Het park.');
		const plein = await addSource(store, project, 'Het plein.');
		const events: ProjectEvent[] = [];
		const hearing = async (userId: string) =>
			contextFor(store, userId, { publish: (event) => void events.push(event) });
		const manager = await hearing(project.users.administrator);
		const coder = await hearing(project.users.coder);
		const sourceIds = [park.id, plein.id];
		const input = { sourceIds, task: 'code', userId: project.users.coder };
		const { items } = valueOf(await assignSources(manager, project.id, input));
		const own = items.find(({ sourceId }) => sourceId === park.id)?.id ?? '';
		for (let times = 0; times < 2; times += 1) valueOf(await completeAssignment(coder, project.id, own));
		valueOf(await reopenAssignment(coder, project.id, own));
		valueOf(await unassignSources(manager, project.id, { assignmentIds: items.map(({ id }) => id) }));
		expect(events.map(({ kind, change, sourceId, ids }) => [kind, change, sourceId, ids])).toEqual([
			...sourceIds.map((id) => ['work', 'added', id, [id]]),
			['work', 'changed', park.id, [park.id]],
			['work', 'changed', park.id, [park.id]],
			...items.map(({ sourceId }) => ['work', 'removed', sourceId, [sourceId]])
		]);
	});
});

describe('the log', () => {
	test('tells of each interview that work was given, done, opened again and taken away', async () => {
		const park = await addSource(store, project, 'Het park.');
		const plein = await addSource(store, project, 'Het plein.');
		const given = await give([park.id, plein.id]);
		const own = given.find(({ sourceId }) => sourceId === park.id)?.id ?? '';
		const coder = await contextFor(store, project.users.coder);
		valueOf(await completeAssignment(coder, project.id, own));
		valueOf(await completeAssignment(coder, project.id, own));
		valueOf(await reopenAssignment(coder, project.id, own));
		const assignmentIds = given.map(({ id }) => id);
		valueOf(await unassignSources(await administrator(), project.id, { assignmentIds }));

		const lines = await store.db
			.selectFrom('audit_events')
			.select(['action', 'object_kind', 'object_id'])
			.where('project_id', '=', project.id)
			.where('action', 'like', 'work.%')
			.orderBy('sequence')
			.execute();
		const linesOf = (id: string) => lines.flatMap((line) => (line.object_id === id ? [line.action] : []));
		expect(linesOf(park.id)).toEqual(['work.assign', 'work.complete', 'work.reopen', 'work.unassign']);
		expect(linesOf(plein.id)).toEqual(['work.assign', 'work.unassign']);
		expect(new Set(lines.map(({ object_kind }) => object_kind))).toEqual(new Set(['source']));
	});
});
