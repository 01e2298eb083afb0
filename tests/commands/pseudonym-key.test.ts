import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decidePseudonyms } from '../../src/lib/server/commands/decide-pseudonyms.ts';
import { destroyKey, openKey } from '../../src/lib/server/commands/open-key.ts';
import { replacePseudonyms } from '../../src/lib/server/commands/replace-pseudonyms.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { viewPseudonyms } from '../../src/lib/server/views/pseudonyms.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

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
	sourceId = await pseudonymised('Bij mevrouw Jansen 😀 op 3541 AB.');
});

/** A source in which everything that was found is replaced. */
const pseudonymised = async (text: string): Promise<string> => {
	const { id } = await addSource(store, project, text, { uploadedBy: project.users.interviewer });
	const context = await contextFor(store, project.users.interviewer);
	const { groups } = valueOf(await viewPseudonyms(context, project.id, id));
	const decisions = groups.map((group) => ({ decision: 'accept', groupId: group.id }));
	valueOf(await decidePseudonyms(context, project.id, id, { version: 1, decisions }));
	valueOf(await replacePseudonyms(context, project.id, id, { version: 1 }));
	return id;
};
const holder = (overrides = {}) => contextFor(store, project.users['key-holder'], overrides);
const open = async (id = sourceId, overrides = {}) => openKey(await holder(overrides), project.id, id, reason);
const wordsOf = async (id = sourceId, overrides = {}) =>
	Object.fromEntries(valueOf(await open(id, overrides)).entries.map(({ placeholder, words }) => [placeholder, words]));

describe('the key', () => {
	test('opens for its holder, who says why; the reason is kept and the log has no words', async () => {
		expect(await wordsOf()).toEqual({ '[NAAM_1]': ['mevrouw Jansen'], '[POSTCODE]': ['3541 AB'] });
		const seen = valueOf(await viewPseudonyms(await holder(), project.id, sourceId));
		expect(seen.openings).toMatchObject([{ act: 'opened', reason: reason.reason, entries: 2, by: 'Test key-holder' }]);
		const lines = await store.db.selectFrom('audit_events').selectAll().where('project_id', '=', project.id).execute();
		expect(lines.map(({ action }) => action)).toContain('key.open');
		expect(JSON.stringify(lines)).not.toMatch(/Jansen|3541|inzage/);
	});

	test('does not open without a reason, or for anybody else', async () => {
		expect(codesOf(await openKey(await holder(), project.id, sourceId, { reason: 'zomaar' }))).toEqual([
			'key-reason-needed'
		]);
		for (const role of ['administrator', 'interviewer', 'coder', 'codebook-manager', 'author', 'reader'] as const) {
			const refused = await openKey(await contextFor(store, project.users[role]), project.id, sourceId, reason);
			expect([role, refused.ok]).toEqual([role, false]);
		}
		expect(await store.db.selectFrom('key_openings').select('id').where('source_id', '=', sourceId).execute()).toEqual(
			[]
		);
	});

	test('stays shut with another secret', async () => {
		const other = { secret: new Uint8Array(32).fill(9) };
		expect(valueOf(await open(sourceId, other))).toMatchObject({ unreadable: 2 });
		expect(await wordsOf(sourceId, other)).toEqual({ '[NAAM_1]': null, '[POSTCODE]': null });
	});

	test('stays shut for a line that was changed, and opens the others', async () => {
		await sql`update pseudonym_keys set sealed = 'AAAA' || substring(sealed from 5)
			where source_id = ${sourceId} and placeholder = '[NAAM_1]'`.execute(store.db);
		expect(await wordsOf()).toEqual({ '[NAAM_1]': null, '[POSTCODE]': ['3541 AB'] });
	});

	test('stays shut for a line that was moved to another interview or placeholder', async () => {
		const other = await pseudonymised('Meneer Visser is er.');
		await sql`update pseudonym_keys set source_id = ${other} where source_id = ${sourceId}
			and placeholder = '[POSTCODE]'`.execute(store.db);
		expect(await wordsOf(other)).toEqual({ '[NAAM_1]': ['Meneer Visser'], '[POSTCODE]': null });
		await sql`update pseudonym_keys set placeholder = '[NAAM_2]' where source_id = ${sourceId}`.execute(store.db);
		expect(await wordsOf()).toEqual({ '[NAAM_2]': null });
	});

	test('keeps who opened it: such a line cannot be changed', async () => {
		await open();
		await expect(
			sql`update key_openings set reason = 'iets anders' where source_id = ${sourceId}`.execute(store.db)
		).rejects.toMatchObject({ constraint: 'key_openings_stay' });
	});

	test('can be destroyed, with the earlier text, and is gone then', async () => {
		valueOf(await destroyKey(await holder(), project.id, sourceId, { reason: 'De termijn is voorbij.' }));
		expect(codesOf(await open())).toEqual(['key-empty']);
		for (const table of ['pseudonym_keys', 'source_originals'] as const)
			expect(await store.db.selectFrom(table).selectAll().where('source_id', '=', sourceId).execute()).toEqual([]);
		const seen = valueOf(await viewPseudonyms(await holder(), project.id, sourceId));
		expect(seen).toMatchObject({ keyEntries: 0, openings: [{ act: 'destroyed', entries: 2 }] });
		expect(seen.text).toBe('Bij [NAAM_1] 😀 op [POSTCODE].');
	});
});
