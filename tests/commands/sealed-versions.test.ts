import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decidePseudonyms } from '../../src/lib/server/commands/decide-pseudonyms.ts';
import { openVersion } from '../../src/lib/server/commands/open-version.ts';
import { replacePseudonyms } from '../../src/lib/server/commands/replace-pseudonyms.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { viewPseudonyms } from '../../src/lib/server/views/pseudonyms.ts';
import {
	listSealedVersions,
	readSealedVersion,
	viewSealedVersions
} from '../../src/lib/server/views/sealed-versions.ts';
import { readSourceVersion } from '../../src/lib/server/views/source-versions.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import {
	addMember,
	addProject,
	addSource,
	addUser,
	contextFor,
	testNow,
	type TestProject
} from '../support/project.ts';

const text = 'Bij mevrouw Jansen 😀 op 3541 AB.';
const reason = { reason: 'De deelnemer vroeg om inzage.' };

let store: Store;
let project: TestProject;
let sourceId: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	sourceId = (await addSource(store, project, text, { uploadedBy: project.users.interviewer })).id;
	const context = await contextFor(store, project.users.interviewer);
	const { groups } = valueOf(await viewPseudonyms(context, project.id, sourceId));
	const decisions = groups.map((group) => ({ decision: 'accept', groupId: group.id }));
	valueOf(await decidePseudonyms(context, project.id, sourceId, { version: 1, decisions }));
	valueOf(await replacePseudonyms(context, project.id, sourceId, { version: 1 }));
});

const holder = (minutes = 0) => {
	const at = new Date(testNow.getTime() + minutes * 60_000);
	return contextFor(store, project.users['key-holder'], { now: () => at });
};
const open = async () => openVersion(await holder(), project.id, sourceId, 1, reason);
const read = async (minutes: number) => readSealedVersion(await holder(minutes), project.id, sourceId, 1);

test('a sealed version opens with a reason, for an hour, and is sealed again by the clock', async () => {
	expect(codesOf(await read(0))).toEqual(['version-sealed']);
	expect(codesOf(await openVersion(await holder(), project.id, sourceId, 1, { reason: 'zomaar' }))).toEqual([
		'key-reason-needed'
	]);
	const openUntil = new Date(testNow.getTime() + 3_600_000).toISOString();
	expect(valueOf(await open())).toEqual({ version: 1, openUntil });
	expect(valueOf(await read(59))).toEqual({ version: 1, openUntil, text });
	expect(codesOf(await read(60))).toEqual(['version-sealed']);
	expect(valueOf(await listSealedVersions(await holder(60), project.id, sourceId)).items).toMatchObject([
		{ version: 1, openUntil: null }
	]);
	expect(valueOf(await viewSealedVersions(await holder(60), project.id, sourceId, '1')).seen).toBeNull();
	const { openings } = valueOf(await viewPseudonyms(await holder(), project.id, sourceId));
	expect(openings).toMatchObject([{ act: 'version-opened', version: 1, ...reason }]);
});

test('nobody else gains anything: not another holder, not who prepares the text', async () => {
	valueOf(await open());
	const other = await addUser(store, 'Andere sleutelbeheerder');
	await addMember(store, project.id, other, 'key-holder');
	const second = await contextFor(store, other);
	expect(codesOf(await readSealedVersion(second, project.id, sourceId, 1))).toEqual(['version-sealed']);
	for (const role of ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author'] as const) {
		const context = await contextFor(store, project.users[role]);
		expect([role, (await readSealedVersion(context, project.id, sourceId, 1)).ok]).toEqual([role, false]);
		expect([role, (await readSourceVersion(context, project.id, sourceId, 1)).ok]).toEqual([role, false]);
	}
});

test('the log has no words of it, and a version that is not sealed is not opened', async () => {
	valueOf(await open());
	const lines = await store.db.selectFrom('audit_events').selectAll().where('project_id', '=', project.id).execute();
	expect(lines.map(({ action }) => action)).toContain('version.open');
	expect(JSON.stringify(lines)).not.toMatch(/Jansen|3541 AB|inzage/);
	for (const version of [2, 9, 'x'])
		expect(codesOf(await openVersion(await holder(), project.id, sourceId, version, reason))).toEqual([
			'version-unknown'
		]);
});
