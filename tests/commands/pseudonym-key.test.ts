import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decidePseudonyms } from '../../src/lib/server/commands/decide-pseudonyms.ts';
import {
	decideDestruction,
	decideDestructions,
	proposeDestruction,
	proposeDestructions
} from '../../src/lib/server/commands/destroy-key.ts';
import { openKey } from '../../src/lib/server/commands/open-key.ts';
import { updateProject } from '../../src/lib/server/commands/update-project.ts';
import { exportDestructions } from '../../src/lib/server/views/export-destructions.ts';
import { viewRetention } from '../../src/lib/server/views/retention-page.ts';
import type { Context } from '../../src/lib/server/access/context.ts';
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
const propose = async () =>
	proposeDestruction(await holder(), project.id, sourceId, { reason: 'De termijn is voorbij.' });
const decide = (context: Context, id: string, decision: 'confirm' | 'decline') =>
	decideDestruction(context, project.id, sourceId, id, { decision });
const wordsOf = async (id = sourceId, overrides = {}) =>
	Object.fromEntries(valueOf(await open(id, overrides)).entries.map(({ placeholder, words }) => [placeholder, words]));

describe('the key', () => {
	test('opens for its holder, who says why; the reason is kept and the log has no words', async () => {
		expect(await wordsOf()).toEqual({ '[NAAM_1]': ['mevrouw Jansen'], '[POSTCODE]': ['3541 AB'] });
		const seen = valueOf(await viewPseudonyms(await holder(), project.id, sourceId));
		expect(seen.openings).toMatchObject([{ act: 'opened', reason: reason.reason, entries: 2, by: 'Test key-holder' }]);
		const lines = await store.db.selectFrom('audit_events').selectAll().where('project_id', '=', project.id).execute();
		expect(lines.map(({ action }) => action)).toContain('key.open');
		expect(JSON.stringify(lines)).not.toMatch(/Jansen|3541 AB|inzage/);
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

	test('is destroyed with the earlier text by two people: one proposes with a reason, another confirms', async () => {
		const proposal = valueOf(await propose());
		expect(proposal).toMatchObject({ keyEntries: 2, versions: 1 });
		expect(codesOf(await propose())).toEqual(['destruction-proposed']);
		expect(Object.keys(await wordsOf())).toHaveLength(2);
		expect(codesOf(await decide(await holder(), proposal.id, 'confirm'))).toEqual(['destruction-own']);
		const second = await contextFor(store, project.users.administrator);
		expect(valueOf(await decide(second, proposal.id, 'confirm'))).toEqual({
			state: 'done',
			keyEntries: 2,
			versions: 1
		});
		expect(codesOf(await open())).toEqual(['key-empty']);
		for (const table of ['pseudonym_keys', 'source_originals'] as const)
			expect(await store.db.selectFrom(table).selectAll().where('source_id', '=', sourceId).execute()).toEqual([]);
		const seen = valueOf(await viewPseudonyms(await holder(), project.id, sourceId));
		expect(seen).toMatchObject({ keyEntries: 0, destruction: null });
		expect(seen.openings?.map(({ act }) => act).toSorted()).toEqual(['destroyed', 'opened']);
		expect(seen.text).toBe('Bij [NAAM_1] 😀 op [POSTCODE].');
		expect(codesOf(await decide(second, proposal.id, 'confirm'))).toEqual(['destruction-unknown']);
	});

	test('stays when the second person declines, or who proposed it takes it back', async () => {
		const second = await contextFor(store, project.users.administrator);
		for (const context of [second, await holder()]) {
			const { id } = valueOf(await propose());
			valueOf(await decide(context, id, 'decline'));
		}
		expect(Object.keys(await wordsOf())).toHaveLength(2);
		const { items, others } = valueOf(await viewRetention(await holder(), project.id));
		expect(others).toBe(1);
		expect(items).toMatchObject([{ sourceId, keyEntries: 2, versions: 1, isKeyDue: false, proposal: null }]);
	});

	test('cannot be destroyed by one person, whatever the program does', async () => {
		const { id } = valueOf(await propose());
		const alone = sql`update destructions set state = 'done', decided_by = proposed_by, decided_at = now() where id = ${id}`;
		await expect(alone.execute(store.db)).rejects.toMatchObject({ constraint: 'destructions_two_people' });
	});

	test('is due after its last day; what was destroyed stands in a statement without its words', async () => {
		valueOf(
			await updateProject(await contextFor(store, project.users.administrator), project.id, { keysUntil: '2025-05-31' })
		);
		expect(valueOf(await viewRetention(await holder(), project.id)).items).toMatchObject([{ isKeyDue: true }]);
		const input = { sourceIds: [sourceId], reason: 'De termijn is voorbij.' };
		valueOf(await proposeDestructions(await holder(), project.id, input));
		const [item] = valueOf(await viewRetention(await contextFor(store, project.users.administrator), project.id)).items;
		expect(item?.proposal).toMatchObject({ by: 'Test key-holder', isOwn: false, reason: input.reason });
		const proposals = [{ sourceId, destructionId: item?.proposal?.id }];
		const second = await contextFor(store, project.users.administrator);
		valueOf(await decideDestructions(second, project.id, { proposals, decision: 'confirm' }));
		const file = valueOf(await exportDestructions(second, project.id, { format: 'csv' }, 'nl'));
		const text = new TextDecoder().decode(file.bytes);
		expect(text).toContain('De termijn is voorbij.');
		expect(text).toContain('Test key-holder');
		expect(text).not.toMatch(/Jansen|3541 AB/);
		expect(
			valueOf(await exportDestructions(second, project.id, { format: 'docx' }, 'nl')).bytes.length
		).toBeGreaterThan(1000);
		await expect(
			sql`update destructions set reason = 'iets anders' where source_id = ${sourceId}`.execute(store.db)
		).rejects.toMatchObject({ constraint: 'destructions_stay' });
	});
});
