import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '#lib/contract/cursor.ts';
import { addExplanation } from '#lib/server/commands/add-explanation.ts';
import { addRecognition } from '#lib/server/commands/add-recognition.ts';
import { deleteExplanation } from '#lib/server/commands/delete-explanation.ts';
import { updateExplanation } from '#lib/server/commands/update-explanation.ts';
import type { Store } from '#lib/server/store/database.ts';
import { listExplanations } from '#lib/server/views/list-explanations.ts';
import { listRecognitions } from '#lib/server/views/list-recognitions.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addExplanationOf, addLinkedIndicator } from '../support/display-project.ts';
import { addCode, addMember, addProject, addUser, contextFor, testNow, type TestProject } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

type Setting = TestProject & { readonly indicatorId: string };

const newSetting = async (): Promise<Setting> => {
	const project = await addProject(store);
	const indicatorId = await addLinkedIndicator(store, project, await addCode(store, project, 'Veilig'), []);
	return { ...project, indicatorId };
};

const text = 'Er staat nu één lantaarn 😀 bij de flat.';
const inputOf = (project: Setting, changes: Record<string, unknown> = {}) => ({
	indicatorId: project.indicatorId,
	areaId: project.areas.district,
	fromWaveId: project.waves[2021],
	toWaveId: project.waves[2025],
	kind: 'policy',
	text,
	saidBy: 'resident',
	...changes
});
const codesOf = (result: { ok: boolean; problems?: readonly { code: string; at?: string }[] }) =>
	result.problems?.map(({ code, at }) => (at === undefined ? code : `${code} at ${at}`)) ?? [];

/** An author of one area only. */
const authorIn = async (project: Setting, areaId: string) => {
	const userId = await addUser(store, 'Auteur van een wijk');
	await addMember(store, project.id, userId, 'author', [areaId]);
	return contextFor(store, userId);
};

describe('possible explanations', () => {
	test('one is kept with what it is about, who said it and who wrote it down; others are told', async () => {
		const project = await newSetting();
		const context = await contextFor(store, project.users.author);
		const added = valueOf(await addExplanation(context, project.id, inputOf(project, { text: ` ${text}\n` })));
		expect(added).toEqual({
			...inputOf(project),
			id: added.id,
			evidence: '',
			counterEvidence: '',
			evidenceItems: [],
			strength: 'one',
			sessionId: null,
			recognised: null,
			recognitions: [],
			createdBy: project.users.author,
			createdAt: testNow.toISOString(),
			version: 1
		});
		expect(valueOf(await listExplanations(context, project.id, {}))).toEqual({ items: [added], nextCursor: null });
		expect(context.events).toEqual([
			{ projectId: project.id, kind: 'explanation', change: 'added', ids: [added.id], actorId: project.users.author }
		]);
	});

	test('one cannot refer to another project, go back in time, or be empty', async () => {
		const [project, foreign] = [await newSetting(), await newSetting()];
		const context = await contextFor(store, project.users.author);
		const add = (changes: Record<string, unknown>) => addExplanation(context, project.id, inputOf(project, changes));
		expect(codesOf(await add({ indicatorId: foreign.indicatorId, areaId: foreign.areas.district }))).toEqual([
			'reference-unknown at areaId',
			'reference-unknown at indicatorId'
		]);
		expect(codesOf(await add({ fromWaveId: project.waves[2025], toWaveId: project.waves[2021] }))).toEqual([
			'waves-reversed at toWaveId'
		]);
		expect(codesOf(await add({ toWaveId: project.waves[2021] }))).toEqual(['waves-reversed at toWaveId']);
		expect(codesOf(await add({ text: ' \n ' }))).toEqual(['input-empty at text']);
		expect(valueOf(await listExplanations(context, project.id, {})).items).toEqual([]);
		expect(context.events).toEqual([]);
	});

	test('what is left out of a change stays, and the answers of people stay too', async () => {
		const project = await newSetting();
		const context = await contextFor(store, project.users.author);
		const id = await addExplanationOf(store, project, project.indicatorId);
		await addRecognition(context, project.id, { explanationId: id, answer: 'yes', saidBy: 'professional' });
		const before = valueOf(await listExplanations(context, project.id, {})).items[0];
		const changed = valueOf(await updateExplanation(context, project.id, id, { kind: 'national', evidence: '' }));
		expect(changed).toEqual({ ...before, kind: 'national', evidence: '', version: 2 });
		expect(changed.recognitions).toHaveLength(1);
		expect(valueOf(await listExplanations(context, project.id, {})).items).toEqual([changed]);
	});

	test('two who change one see each other, and a script that knows no version goes on', async () => {
		const project = await newSetting();
		const context = await contextFor(store, project.users.author);
		const id = await addExplanationOf(store, project, project.indicatorId);
		const change = (input: object) => updateExplanation(context, project.id, id, input);
		const theirs = { version: 1, text: 'Er staan nu twee lantaarns.' };
		expect(valueOf(await change(theirs)).version).toBe(2);
		expect(valueOf(await change(theirs)).version).toBe(2);
		const mine = { text: 'Er staan nu drie lantaarns.', kind: 'national' };
		expect(codesOf(await change({ ...mine, version: 1 }))).toEqual(['explanation-changed at version']);
		expect(valueOf(await listExplanations(context, project.id, {})).items[0]).toMatchObject({ text: theirs.text });
		expect(valueOf(await change({ ...mine, version: 2 }))).toMatchObject({ ...mine, version: 3 });
		expect(valueOf(await change({ text: 'Zonder versie.' })).version).toBe(4);
	});

	test('the last answer to whether people know it counts; earlier ones stay', async () => {
		const project = await newSetting();
		const id = await addExplanationOf(store, project, project.indicatorId);
		const answered = async (answer: string, minutes: number) => {
			const now = () => new Date(testNow.getTime() + minutes * 60_000);
			const context = await contextFor(store, project.users.author, { now });
			const input = { explanationId: id, answer, saidBy: 'municipality', session: 'duidingssessie één' };
			return valueOf(await addRecognition(context, project.id, input));
		};
		const first = await answered('no', 1);
		const last = await answered('partly', 2);
		const context = await contextFor(store, project.users.author);
		expect(valueOf(await listExplanations(context, project.id, {})).items[0]).toMatchObject({
			recognised: 'partly',
			recognitions: [first, last]
		});
		const page = valueOf(await listRecognitions(context, project.id, { explanationId: id, limit: '1' }));
		expect(page.items).toEqual([first]);
		const rest = await listRecognitions(context, project.id, { cursor: page.nextCursor });
		expect(valueOf(rest)).toEqual({ items: [last], nextCursor: null });
	});

	test('deleting one takes the answers along, and it is gone the second time', async () => {
		const project = await newSetting();
		const context = await contextFor(store, project.users.author);
		const id = await addExplanationOf(store, project, project.indicatorId);
		await addRecognition(context, project.id, { explanationId: id, answer: 'yes', saidBy: 'resident' });
		expect(await deleteExplanation(context, project.id, id)).toEqual({ ok: true, value: null });
		expect(valueOf(await listRecognitions(context, project.id, {})).items).toEqual([]);
		expect(codesOf(await deleteExplanation(context, project.id, id))).toEqual(['explanation-unknown']);
		expect(codesOf(await deleteExplanation(context, project.id, 'geen-id'))).toEqual(['explanation-unknown']);
	});

	test('an author of one area sees and changes only what is there, and cannot move it elsewhere', async () => {
		const project = await newSetting();
		const id = await addExplanationOf(store, project, project.indicatorId);
		const here = await authorIn(project, project.areas.district);
		const elsewhere = await authorIn(project, project.areas.other);
		const answer = { explanationId: id, answer: 'yes', saidBy: 'resident' };
		expect(valueOf(await listExplanations(elsewhere, project.id, {})).items).toEqual([]);
		expect(codesOf(await updateExplanation(elsewhere, project.id, id, { text }))).toEqual(['explanation-unknown']);
		expect(codesOf(await deleteExplanation(elsewhere, project.id, id))).toEqual(['explanation-unknown']);
		expect(codesOf(await addRecognition(elsewhere, project.id, answer))).toEqual(['explanation-unknown']);
		expect(codesOf(await addExplanation(elsewhere, project.id, inputOf(project)))).toEqual(['not-allowed']);

		expect(codesOf(await updateExplanation(here, project.id, id, { areaId: project.areas.other }))).toEqual([
			'not-allowed'
		]);
		await addRecognition(here, project.id, answer);
		expect(valueOf(await listRecognitions(here, project.id, {})).items).toHaveLength(1);
		expect(valueOf(await listRecognitions(elsewhere, project.id, {})).items).toEqual([]);
	});

	test('a role in a municipality counts in its districts', async () => {
		const project = await newSetting();
		const id = await addExplanationOf(store, project, project.indicatorId);
		const author = await authorIn(project, project.areas.municipality);
		expect(valueOf(await listExplanations(author, project.id, {})).items.map((item) => item.id)).toEqual([id]);
		expect((await updateExplanation(author, project.id, id, { areaId: project.areas.other })).ok).toBe(true);
	});

	test('readers do not see them before they are published, and change nothing; strangers see no project', async () => {
		const project = await newSetting();
		const id = await addExplanationOf(store, project, project.indicatorId);
		const reader = await contextFor(store, project.users.reader);
		const stranger = await contextFor(store, project.users.stranger);
		expect(codesOf(await listExplanations(reader, project.id, {}))).toEqual(['not-allowed']);
		expect(codesOf(await updateExplanation(reader, project.id, id, { text }))).toEqual(['not-allowed']);
		expect(codesOf(await deleteExplanation(reader, project.id, id))).toEqual(['not-allowed']);
		expect(codesOf(await listExplanations(stranger, project.id, {}))).toEqual(['project-unknown']);
		expect(codesOf(await listRecognitions(stranger, project.id, {}))).toEqual(['project-unknown']);
		expect(codesOf(await deleteExplanation(stranger, project.id, id))).toEqual(['project-unknown']);
	});

	test('a list goes on from its cursor without skipping or repeating, and refuses one that is made up', async () => {
		const project = await newSetting();
		const context = await contextFor(store, project.users.author);
		const ids: string[] = [];
		for (let n = 0; n < 5; n++) ids.push(await addExplanationOf(store, project, project.indicatorId));
		const seen: string[] = [];
		let cursor: string | null = null;
		do {
			const query: Record<string, string> = cursor === null ? { limit: '2' } : { limit: '2', cursor };
			const page: Page<{ id: string }> = valueOf(await listExplanations(context, project.id, query));
			seen.push(...page.items.map(({ id }) => id));
			cursor = page.nextCursor;
		} while (cursor !== null);
		expect(seen).toEqual(ids.toSorted());
		const madeUp = btoa(JSON.stringify(["2025'; drop table", ids[0]]));
		expect(codesOf(await listExplanations(context, project.id, { cursor: madeUp }))).toEqual([
			'cursor-invalid at cursor'
		]);
	});
});
