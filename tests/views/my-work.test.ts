import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorkItem } from '../../src/lib/contract/work.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
import { addCode } from '../../src/lib/server/commands/add-code.ts';
import { assignSources } from '../../src/lib/server/commands/assign-sources.ts';
import { completeAssignment } from '../../src/lib/server/commands/complete-assignment.ts';
import { noteVisit } from '../../src/lib/server/commands/note-visit.ts';
import { recordReading } from '../../src/lib/server/commands/record-reading.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { viewMyWork } from '../../src/lib/server/views/my-work.ts';
import { viewSourceList } from '../../src/lib/server/views/source-screens.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { writeMemo } from '../support/memos.ts';
import { addProject, addSource, contextFor, testNow, type TestProject } from '../support/project.ts';

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
const later = (days: number) => new Date(testNow.getTime() + days * 86_400_000);
const as = (role: Role, at = testNow): Promise<Context> => contextFor(store, project.users[role], { now: () => at });
const give = async (sourceIds: readonly string[], task = 'code', role: Role = 'coder') =>
	valueOf(await assignSources(await as('administrator'), project.id, { sourceIds, task, userId: project.users[role] }))
		.items;
const workOf = async (role: Role) => valueOf(await viewMyWork(await as(role), project.id));
const brief = (items: readonly WorkItem[]) => items.map(({ source, task, step }) => `${source.title} ${task}: ${step}`);

describe('the work of a coder', () => {
	test('is what was given, with the next step, and what nobody has yet', async () => {
		const [given] = await give([park.id]);
		expect(given?.isDone).toBe(false);
		const before = await workOf('coder');
		expect(brief(before.items)).toEqual(['VOL-B-01 code: begin-coding']);
		expect(brief(before.free)).toEqual(['VOL-B-02 code: begin-coding']);
		expect(before.last).toBeNull();

		const read = { version: 1, read: [{ first: 1, last: 1 }], at: 1 };
		valueOf(await recordReading(await as('coder'), project.id, park.id, read));
		const after = await workOf('coder');
		expect(after.items[0]).toMatchObject({ step: 'go-on-coding', read: 1, turns: 1, lastTurn: 1 });
		expect(after.last).toEqual({ sourceId: park.id, title: 'VOL-B-01', turn: 1 });

		valueOf(await completeAssignment(await as('coder'), project.id, given?.id ?? ''));
		expect(brief((await workOf('coder')).items)).toEqual(['VOL-B-01 code: done']);
	});

	test('tells how many interviews wait for the release, and nothing else about them', async () => {
		const early = await addSource(store, project, 'Nog niet.', { title: 'Geheim', status: 'uploaded' });
		await give([early.id]);
		const work = await workOf('coder');
		expect([work.unseen, work.items]).toEqual([1, []]);
		expect(JSON.stringify(work)).not.toContain('Geheim');
	});

	test('shows open questions of colleagues about it, and no others', async () => {
		await give([park.id]);
		const ask = async (sourceId: string, by: Role, title: string) =>
			writeMemo(store, project.id, project.users[by], {
				...{ about: { kind: 'source', sourceId }, kind: 'question', visibility: 'shared', title }
			});
		await ask(park.id, 'author', 'Wat bedoelt zij?');
		await ask(park.id, 'coder', 'Eigen vraag');
		await ask(plein.id, 'author', 'Over iets anders');
		expect((await workOf('coder')).questions?.map(({ title }) => title)).toEqual(['Wat bedoelt zij?']);
	});

	test('shows what colleagues changed in the codebook until that was seen', async () => {
		const manager = await as('codebook-manager', later(1));
		valueOf(await addCode(manager, project.id, { name: 'Groen' }));
		expect((await workOf('coder')).codebook?.changes.map(({ codes }) => codes[0]?.name)).toEqual(['Groen']);
		valueOf(await noteVisit(await as('coder', later(2)), project.id));
		expect((await workOf('coder')).codebook?.changes).toEqual([]);
	});
});

describe('the work of others', () => {
	test('an interviewer has the own interviews that are not handed over', async () => {
		await addSource(store, project, 'Nieuw.', { title: 'VOL-B-03', status: 'uploaded' });
		const work = await workOf('interviewer');
		expect(brief(work.items)).toEqual(['VOL-B-03 prepare: speakers']);
		expect(work.items[0]?.assignmentId).toBeNull();
		await give([work.items[0]?.source.id ?? ''], 'prepare', 'interviewer');
		expect((await workOf('interviewer')).items.map(({ assignmentId }) => assignmentId !== null)).toEqual([true]);
	});

	test('a second reader can take names that a colleague is done with, when the project asks for it', async () => {
		const named = await addSource(store, project, 'Gedaan.', { title: 'VOL-B-04', status: 'uploaded' });
		const work = { source_id: named.id, done_version: 1, done_by: project.users.interviewer, done_at: testNow };
		await store.db.insertInto('pseudonym_work').values(work).execute();
		expect((await workOf('key-holder')).free).toEqual([]);
		const settings = { project_id: project.id, allowed: [], organisations: [], functions: [] };
		await store.db
			.insertInto('pseudonym_settings')
			.values({ ...settings, second_reader: 'all', sample_percent: 20, numbering: 'interview' })
			.execute();
		expect(brief((await workOf('key-holder')).free)).toEqual(['VOL-B-04 second-read: check']);
		await give([named.id], 'second-read', 'key-holder');
		expect(brief((await workOf('key-holder')).items)).toEqual(['VOL-B-04 second-read: check']);
	});
});

describe('the list of interviews', () => {
	test('says who does what, and who can be given work by who gives it out', async () => {
		await give([park.id]);
		const seen = async (role: Role) => valueOf(await viewSourceList(await as(role), project.id, {}));
		const list = await seen('administrator');
		const row = list.items.find(({ id }) => id === park.id);
		expect(row?.assignments.map(({ person, task, read }) => [person.id, task, read])).toEqual([
			[project.users.coder, 'code', 0]
		]);
		const tasksOf = (role: Role) => list.people?.find(({ id }) => id === project.users[role])?.tasks;
		expect([tasksOf('coder'), tasksOf('interviewer'), tasksOf('key-holder'), tasksOf('author')]).toEqual([
			['code'],
			['prepare'],
			['prepare', 'second-read'],
			undefined
		]);
		expect((await seen('coder')).people).toBeNull();
	});
});
