import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../src/lib/server/access/context.ts';
import { assignSources } from '../../src/lib/server/commands/assign-sources.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { recordReading } from '../../src/lib/server/commands/record-reading.ts';
import { removeMember } from '../../src/lib/server/commands/remove-member.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listAssignments } from '../../src/lib/server/views/list-assignments.ts';
import { readReading } from '../../src/lib/server/views/read-reading.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addProject, addSource, addUser, contextFor, type TestProject } from '../support/project.ts';

const words = 'R: één 😀\nR: twee\nR: drie\nR: vier';
let store: Store;
let project: TestProject;
let source: { id: string; speakerId: string };
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	source = await addSource(store, project, words, { title: 'VOL-B-01' });
	await store.db.deleteFrom('turns').where('source_id', '=', source.id).execute();
	const turns = [
		[3, 8],
		[12, 16],
		[20, 24],
		[28, 32]
	].map(([start_position = 0, end_position = 0], index) => ({
		...{ source_id: source.id, version: 1, ordinal: index + 1, start_position, end_position },
		...{ speaker_id: source.speakerId, start_ms: null, end_ms: null }
	}));
	await store.db.insertInto('turns').values(turns).execute();
});

const as = (role: keyof TestProject['users']): Promise<Context> => contextFor(store, project.users[role]);
const span = (first: number, last: number) => ({ first, last });
const record = async (input: Readonly<Record<string, unknown>>) =>
	recordReading(await as('coder'), project.id, source.id, { version: 1, at: 1, ...input });
const reading = async (role: keyof TestProject['users'] = 'coder') =>
	valueOf(await readReading(await as(role), project.id, source.id));

describe('what somebody read', () => {
	test('adds up, however often it is told', async () => {
		expect(await reading()).toEqual({ version: 1, turns: 4, read: 0, spans: [], at: null });
		valueOf(await record({ read: [span(1, 1)], at: 1 }));
		valueOf(await record({ read: [span(1, 2), span(4, 4)], at: 4 }));
		expect(await reading()).toEqual({ version: 1, turns: 4, read: 3, spans: [span(1, 2), span(4, 4)], at: 4 });
	});

	test('is of each person', async () => {
		valueOf(await record({ read: [span(1, 4)] }));
		expect(await reading('author')).toMatchObject({ read: 0 });
	});

	test('holds turns that the text has, and no others', async () => {
		valueOf(await record({ read: [span(3, 900)], at: 900 }));
		expect(await reading()).toMatchObject({ spans: [span(3, 4)], at: 4 });
	});

	test('can be marked as unread from a turn on', async () => {
		valueOf(await record({ read: [span(1, 4)] }));
		valueOf(await record({ unread: [span(3, 4)], at: 3 }));
		expect(await reading()).toMatchObject({ spans: [span(1, 2)], at: 3 });
	});

	test('over an older text is refused', async () => {
		expect(codesOf(await record({ version: 2, read: [span(1, 1)] }))).toEqual(['version-conflict']);
	});

	test('moves along when a turn goes out of the text', async () => {
		valueOf(await record({ read: [span(2, 3)], at: 3 }));
		const edit = { version: 1, operations: [{ retain: 9 }, { delete: 8 }, { retain: words.length - 18 }], reason: '' };
		expect(valueOf(await editSource(await as('interviewer'), project.id, source.id, edit)).version).toBe(2);
		expect(await reading()).toMatchObject({ version: 2, turns: 3, spans: [span(2, 2)], at: 2 });
	});

	test('is shown with an assignment to that person and to who gives out work, and to nobody else', async () => {
		valueOf(
			await assignSources(await as('administrator'), project.id, {
				...{ sourceIds: [source.id], task: 'code', userId: project.users.coder }
			})
		);
		valueOf(await record({ read: [span(1, 3)] }));
		const other = await addUser(store, 'Ander');
		await addMember(store, project.id, other, 'coder');
		const readBy = async (context: Context) =>
			valueOf(await listAssignments(context, project.id, {})).items.map(({ read, turns }) => ({ read, turns }));
		expect(await readBy(await as('coder'))).toEqual([{ read: 3, turns: 4 }]);
		expect(await readBy(await as('administrator'))).toEqual([{ read: 3, turns: 4 }]);
		expect(await readBy(await contextFor(store, other))).toEqual([{ read: null, turns: 4 }]);
	});

	test('is forgotten when somebody leaves', async () => {
		valueOf(await record({ read: [span(1, 3)] }));
		valueOf(await removeMember(await as('administrator'), project.id, project.users.coder));
		expect(await store.db.selectFrom('readings').select('turns').where('source_id', '=', source.id).execute()).toEqual(
			[]
		);
	});
});
