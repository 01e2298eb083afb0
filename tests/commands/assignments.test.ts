import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AssignmentAnswer } from '../../src/lib/contract/assignment.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import { assignSources } from '../../src/lib/server/commands/assign-sources.ts';
import { completeAssignment, reopenAssignment } from '../../src/lib/server/commands/complete-assignment.ts';
import { deleteSource, restoreSource } from '../../src/lib/server/commands/delete-source.ts';
import { removeMember } from '../../src/lib/server/commands/remove-member.ts';
import { setMemberRoles } from '../../src/lib/server/commands/set-member-roles.ts';
import { unassignSources } from '../../src/lib/server/commands/unassign-sources.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listAssignments } from '../../src/lib/server/views/list-assignments.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addProject, addSource, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let park: { id: string };
let plein: { id: string };
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	park = await addSource(store, project, 'Het 😀 park.', { title: 'VOL-B-01' });
	plein = await addSource(store, project, 'Het plein.', { title: 'VOL-B-02' });
});

type Role = keyof TestProject['users'];
const as = (role: Role): Promise<Context> => contextFor(store, project.users[role]);
const assign = async (input: Readonly<Record<string, unknown>> = {}, role: Role = 'administrator') =>
	assignSources(await as(role), project.id, {
		sourceIds: [park.id, plein.id],
		task: 'code',
		userId: project.users.coder,
		...input
	});
const listed = async (role: Role = 'administrator'): Promise<readonly AssignmentAnswer[]> =>
	valueOf(await listAssignments(await as(role), project.id, {})).items;

describe('giving out work', () => {
	test('gives several interviews to one person at once, by whom and when', async () => {
		const { items } = valueOf(await assign({ dueOn: '2025-07-01' }));
		expect(items.map(({ sourceTitle }) => sourceTitle).toSorted()).toEqual(['VOL-B-01', 'VOL-B-02']);
		expect(items[0]).toMatchObject({
			task: 'code',
			person: { id: project.users.coder },
			givenBy: { id: project.users.administrator },
			dueOn: '2025-07-01',
			isDone: false,
			turns: 1,
			read: 0
		});
	});

	test('twice keeps one assignment, with the later day', async () => {
		valueOf(await assign());
		valueOf(await assign({ dueOn: '2025-08-01' }));
		expect((await listed()).map(({ dueOn }) => dueOn)).toEqual(['2025-08-01', '2025-08-01']);
	});

	test('stores nothing when one of them does not fit the person', async () => {
		const limited = await addUser(store, 'Ergens');
		await addMember(store, project.id, limited, 'coder', [project.areas.district]);
		const elsewhere = await addSource(store, project, 'Elders.', { areaId: project.areas.other });
		const result = await assign({ userId: limited, sourceIds: [park.id, elsewhere.id] });
		expect(codesOf(result)).toEqual(['assignment-unfit']);
		expect(await listed()).toEqual([]);
	});

	test('is possible before the release, and the coder sees it when it comes', async () => {
		const early = await addSource(store, project, 'Nog niet.', { status: 'uploaded' });
		valueOf(await assign({ sourceIds: [early.id] }));
		expect(await listed('coder')).toEqual([]);
		await store.db.updateTable('sources').set({ status: 'released' }).where('id', '=', early.id).execute();
		expect(await listed('coder')).toHaveLength(1);
	});

	test('of preparing goes to who may prepare that interview', async () => {
		const prepare = { task: 'prepare', sourceIds: [park.id] };
		expect(codesOf(await assign(prepare))).toEqual(['assignment-unfit']);
		valueOf(await assign({ ...prepare, userId: project.users.interviewer }));
		valueOf(await assign({ ...prepare, userId: project.users['key-holder'] }));
		expect((await listed()).map(({ isDone }) => isDone)).toEqual([true, true]);
	});

	test('to somebody who is no member says so', async () => {
		expect(codesOf(await assign({ userId: project.users.stranger }))).toEqual(['member-unknown']);
	});
});

describe('taking work', () => {
	test('is for what nobody has yet', async () => {
		valueOf(await assign({ userId: undefined, sourceIds: [park.id] }, 'coder'));
		const second = await addUser(store, 'Tweede');
		await addMember(store, project.id, second, 'coder');
		const context = await contextFor(store, second);
		const take = (sourceIds: readonly string[]) => assignSources(context, project.id, { sourceIds, task: 'code' });
		expect(codesOf(await take([park.id, plein.id]))).toEqual(['assignment-taken']);
		valueOf(await take([plein.id]));
	});

	test('is given back by who took it, and what was given by who gives out work', async () => {
		const [taken] = valueOf(await assign({ userId: undefined, sourceIds: [park.id] }, 'coder')).items;
		const [given] = valueOf(await assign({ sourceIds: [plein.id] })).items;
		expect([taken?.mayRemove, (await listed('coder')).map(({ mayRemove }) => mayRemove)]).toEqual([
			true,
			[true, false]
		]);
		const ids = { assignmentIds: [taken?.id ?? '', given?.id ?? ''] };
		expect(codesOf(await unassignSources(await as('coder'), project.id, ids))).toEqual(['not-allowed']);
		expect(await listed()).toHaveLength(2);
		valueOf(await unassignSources(await as('coder'), project.id, { assignmentIds: [taken?.id ?? ''] }));
		valueOf(await unassignSources(await as('codebook-manager'), project.id, { assignmentIds: [given?.id ?? ''] }));
		expect(await listed()).toEqual([]);
	});
});

describe('being done with coding', () => {
	test('is said by the coder and can be taken back; the manager sees it', async () => {
		const [given] = valueOf(await assign({ sourceIds: [park.id] })).items;
		const id = given?.id ?? '';
		expect(valueOf(await completeAssignment(await as('coder'), project.id, id)).isDone).toBe(true);
		expect((await listed()).map(({ isDone }) => isDone)).toEqual([true]);
		expect(valueOf(await reopenAssignment(await as('coder'), project.id, id)).isDone).toBe(false);
		expect((await listed()).map(({ isDone }) => isDone)).toEqual([false]);
	});

	test('is not said of preparing: that follows from the interview', async () => {
		const [given] = valueOf(
			await assign({ task: 'prepare', sourceIds: [park.id], userId: project.users['key-holder'] })
		).items;
		const result = await completeAssignment(await as('key-holder'), project.id, given?.id ?? '');
		expect(codesOf(result)).toEqual(['assignment-follows']);
	});
});

describe('work goes', () => {
	test('with a member who leaves', async () => {
		valueOf(await assign());
		valueOf(await removeMember(await as('administrator'), project.id, project.users.coder));
		expect(await listed()).toEqual([]);
	});

	test('with a role that does not fit it any more', async () => {
		valueOf(await assign());
		const roles = (role: string, areaIds: readonly string[] | null) => ({ roles: [{ role, areaIds }] });
		const set = async (input: unknown) =>
			valueOf(await setMemberRoles(await as('administrator'), project.id, project.users.coder, input));
		await set(roles('coder', [project.areas.district]));
		expect(await listed()).toHaveLength(2);
		await set(roles('author', null));
		expect(await listed()).toEqual([]);
	});

	test('with an interview that is deleted, and comes back with it', async () => {
		valueOf(await assign({ sourceIds: [park.id] }));
		valueOf(await deleteSource(await as('administrator'), project.id, park.id));
		expect(await listed()).toEqual([]);
		valueOf(await restoreSource(await as('administrator'), project.id, park.id));
		expect(await listed()).toHaveLength(1);
	});
});
