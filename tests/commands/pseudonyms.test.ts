import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PseudonymsAnswer } from '../../src/lib/contract/pseudonym.ts';
import { codePointLength, positionMap } from '../../src/lib/domain/text/position.ts';
import { applyCode } from '../../src/lib/server/commands/apply-code.ts';
import { checkPseudonyms } from '../../src/lib/server/commands/check-pseudonyms.ts';
import { decidePseudonyms } from '../../src/lib/server/commands/decide-pseudonyms.ts';
import { editSource } from '../../src/lib/server/commands/edit-source.ts';
import { finishPseudonyms, readTurns } from '../../src/lib/server/commands/finish-pseudonyms.ts';
import { replacePseudonyms } from '../../src/lib/server/commands/replace-pseudonyms.ts';
import { updatePseudonymSettings } from '../../src/lib/server/commands/update-pseudonym-settings.ts';
import { updateSource } from '../../src/lib/server/commands/update-source.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { findFaults } from '../../src/lib/server/store/integrity.ts';
import { listOrphans } from '../../src/lib/server/views/carried-codings.ts';
import { listCodings } from '../../src/lib/server/views/list-codings.ts';
import { viewPseudonyms } from '../../src/lib/server/views/pseudonyms.ts';
import { viewSourcePreparation } from '../../src/lib/server/views/source-screens.ts';
import { listSourceVersions, readSourceVersion } from '../../src/lib/server/views/source-versions.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addCode, addProject, addSource, contextFor, type TestProject } from '../support/project.ts';

const text = 'Bij mevrouw Jansen 😀 thuis. Mevrouw Jansen belt 06-12345678; meneer Öztürk niet. Postcode 3541 AB.';

let store: Store;
let project: TestProject;
let source: { id: string; text: string; speakerId: string };
let code: string;

beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	project = await addProject(store);
	code = await addCode(store, project, 'Buren');
	source = await addSource(store, project, text, { uploadedBy: project.users.interviewer });
});

const interviewer = () => contextFor(store, project.users.interviewer);
const view = async (): Promise<PseudonymsAnswer> =>
	valueOf(await viewPseudonyms(await interviewer(), project.id, source.id));
const decide = async (decisions: readonly unknown[], version = 1) =>
	decidePseudonyms(await interviewer(), project.id, source.id, { version, decisions });
const replace = async (version = 1) => replacePseudonyms(await interviewer(), project.id, source.id, { version });
const wordsOf = (seen: PseudonymsAnswer, id: string): string => {
	const hit = seen.groups.find((group) => group.id === id)?.hits[0];
	return hit ? positionMap(seen.text).slice(hit.start, hit.end) : '';
};
const groupOf = (seen: PseudonymsAnswer, words: string) => {
	const found = seen.groups.find(({ id }) => wordsOf(seen, id).toLowerCase().includes(words.toLowerCase()));
	if (!found) throw new Error(`no group with ${words}`);
	return found;
};
const accept = (groupId: string) => ({ decision: 'accept', groupId });
/** Accepts everything that is found, and replaces it. */
const replaceAll = async () => {
	const { groups } = await view();
	valueOf(await decide(groups.map(({ id }) => accept(id))));
	return valueOf(await replace());
};
const placeOf = (words: string, within = text) => {
	const start = codePointLength(within.slice(0, within.indexOf(words)));
	return { start, end: start + codePointLength(words) };
};
/** Everything stored about this source, as text. */
const everything = async (): Promise<string> => {
	const tables = [
		...(['source_versions', 'source_originals', 'pseudonym_decisions', 'pseudonym_keys'] as const),
		...(['pseudonym_replacements', 'leftover_names', 'codings', 'speakers'] as const)
	];
	const rows: unknown[] = [];
	for (const table of tables)
		rows.push(await store.db.selectFrom(table).selectAll().where('source_id', '=', source.id).execute());
	rows.push(await store.db.selectFrom('audit_events').selectAll().where('object_id', '=', source.id).execute());
	return JSON.stringify(rows);
};

describe('what is found in a text', () => {
	test('is grouped by person or thing, in the order of reading, with a placeholder for each', async () => {
		const seen = await view();
		expect(seen.groups.map((group) => [wordsOf(seen, group.id).toLowerCase(), group.kind, group.suggested])).toEqual([
			['mevrouw jansen', 'name', '[NAAM_1]'],
			['06-12345678', 'phone', '[TELEFOON]'],
			['meneer öztürk', 'name', '[NAAM_2]'],
			['3541 ab', 'postcode', '[POSTCODE]']
		]);
		expect(groupOf(seen, 'Jansen').hits).toHaveLength(2);
		expect(seen.groups.every(({ decision }) => decision === 'open')).toBe(true);
		expect(seen.groups.map(({ id }) => id).join()).not.toMatch(/jansen/i);
	});

	test('changes nothing in the text when it is decided on', async () => {
		const seen = await view();
		const decided = valueOf(await decide([accept(groupOf(seen, 'Öztürk').id)]));
		expect(decided).toMatchObject({ version: 1, text });
		expect(groupOf(decided, 'Öztürk')).toMatchObject({ decision: 'accepted', placeholder: '[NAAM_1]' });
		const open = valueOf(await decide([{ decision: 'open', groupId: groupOf(seen, 'Öztürk').id }]));
		expect(groupOf(open, 'Öztürk')).toMatchObject({ decision: 'open', placeholder: null });
	});

	test('is refused on a text that has changed since, and for a group that is not there', async () => {
		const seen = await view();
		expect(codesOf(await decide([accept(groupOf(seen, 'Jansen').id)], 7))).toEqual(['version-conflict']);
		expect(codesOf(await decide([accept(groupOf(seen, 'Jansen').id), accept('0'.repeat(32))]))).toEqual([
			'pseudonym-group-unknown'
		]);
		// All or nothing: the first of the two was not stored either.
		expect(groupOf(await view(), 'Jansen').decision).toBe('open');
	});
});

describe('replacing', () => {
	test('makes one version with all placeholders, and finds nothing more in it', async () => {
		expect(await replaceAll()).toMatchObject({ version: 2, replaced: 5, open: 0 });
		const seen = await view();
		expect(seen.text).toBe('Bij [NAAM_1] 😀 thuis. [NAAM_1] belt [TELEFOON]; [NAAM_2] niet. Postcode [POSTCODE].');
		expect(seen.groups).toEqual([]);
		expect(seen.keyEntries).toBe(4);
		expect(seen.replacements.map(({ placeholder, hits }) => [placeholder, hits])).toEqual([
			['[NAAM_1]', 2],
			['[NAAM_2]', 1],
			['[POSTCODE]', 1],
			['[TELEFOON]', 1]
		]);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('leaves the words nowhere in the database, also not in the version before', async () => {
		await store.db
			.updateTable('speakers')
			.set({ label: 'mevrouw Jansen' })
			.where('id', '=', source.speakerId)
			.execute();
		await replaceAll();
		const stored = await everything();
		for (const words of ['Jansen', 'jansen', 'Öztürk', '12345678', '3541']) expect(stored).not.toContain(words);
		expect((await view()).speakers.map(({ label }) => label)).toEqual(['[NAAM_1]']);
	});

	test('keeps codes on their words, one that stands wholly on a name too', async () => {
		const coder = await contextFor(store, project.users.coder);
		const apply = async (words: string) =>
			valueOf(await applyCode(coder, project.id, { sourceId: source.id, ...placeOf(words), codeId: code }));
		await apply('mevrouw Jansen');
		await apply('Jansen 😀 thuis');
		await apply('niet. Postcode');
		expect(await replaceAll()).toMatchObject({ moved: 1, changed: 2 });
		const { items } = valueOf(await listCodings(coder, project.id, { sourceId: source.id }));
		expect(items.map(({ quote }) => quote).toSorted()).toEqual(['[NAAM_1]', '[NAAM_1] 😀 thuis', 'niet. Postcode']);
		expect(await findFaults(store.db)).toEqual([]);
	});

	test('takes only what was accepted: single hits, own words, merged names', async () => {
		const seen = await view();
		const jansen = groupOf(seen, 'Jansen');
		const second = jansen.hits[1];
		const own = { decision: 'choose', kind: 'indirect', hits: [placeOf('thuis')], placeholder: '[plek]' };
		valueOf(
			await decide([
				{ decision: 'accept', groupId: jansen.id, hits: [{ start: second?.start, end: second?.end }] },
				{ decision: 'merge', groupId: groupOf(seen, 'Öztürk').id, intoGroupId: jansen.id },
				{ decision: 'reject', groupId: groupOf(seen, '3541').id },
				own
			])
		);
		valueOf(await replace());
		const after = await view();
		expect(after.text).toBe(
			'Bij mevrouw Jansen 😀 [plek]. [NAAM_1] belt 06-12345678; [NAAM_1] niet. Postcode 3541 AB.'
		);
		// What was left on purpose is not asked again; what had no decision still is.
		expect(after.groups.filter(({ decision }) => decision === 'open').map(({ kind }) => kind)).toEqual(['phone']);
	});

	test('gives a name that turns up later the placeholder it had', async () => {
		await replaceAll();
		const { text: now } = await view();
		const operations = [{ retain: codePointLength(now) }, { insert: ' En meneer Öztürk.' }];
		valueOf(await editSource(await interviewer(), project.id, source.id, { version: 2, operations, reason: '' }));
		const seen = await view();
		expect(groupOf(seen, 'Öztürk')).toMatchObject({ decision: 'accepted', placeholder: '[NAAM_2]' });
		valueOf(await replace(3));
		expect((await view()).text).toMatch(/ En \[NAAM_2\]\.$/);
	});

	test('with nothing accepted makes no version', async () => {
		expect(valueOf(await replace())).toMatchObject({ version: 1, replaced: 0, open: 4 });
	});

	test('carries single hits through a correction of the text', async () => {
		const seen = await view();
		const jansen = groupOf(seen, 'Jansen');
		valueOf(await decide([{ decision: 'accept', groupId: jansen.id, hits: [placeOf('mevrouw Jansen')] }]));
		const operations = [{ insert: 'Ja. ' }];
		valueOf(await editSource(await interviewer(), project.id, source.id, { version: 1, operations, reason: '' }));
		valueOf(await replace(2));
		expect((await view()).text).toMatch(/^Ja\. Bij \[NAAM_1\] 😀 thuis\. Mevrouw Jansen/);
	});
});

describe('settings of the project', () => {
	const settings = { allowed: [], organisations: [], functions: [], secondReader: 'none', samplePercent: 20 };
	const set = async (changes: object) =>
		valueOf(
			await updatePseudonymSettings(await contextFor(store, project.users.administrator), project.id, {
				...settings,
				numbering: 'interview',
				...changes
			})
		);

	test('a word that is nowhere a name is not found again, here or in another interview', async () => {
		const seen = await view();
		valueOf(await decide([{ decision: 'reject', groupId: groupOf(seen, 'Öztürk').id, everywhere: true }]));
		source = await addSource(store, project, `${text} Nog eens.`, { uploadedBy: project.users.interviewer });
		const other = await view();
		expect(other.groups.map(({ id }) => wordsOf(other, id)).join()).not.toMatch(/Öztürk/);
	});

	test('numbers can hold in the whole project: the same person, the same number', async () => {
		await set({ numbering: 'project' });
		valueOf(await decide([accept(groupOf(await view(), 'Öztürk').id)]));
		source = await addSource(store, project, 'Mevrouw Visser en meneer Öztürk.', {
			uploadedBy: project.users.interviewer
		});
		const seen = await view();
		expect([groupOf(seen, 'Visser').suggested, groupOf(seen, 'Öztürk').suggested]).toEqual(['[NAAM_2]', '[NAAM_1]']);
	});

	test('nothing is released in which words stand that somebody decided to replace', async () => {
		const release = async () => updateSource(await interviewer(), project.id, source.id, { status: 'released' });
		await store.db.updateTable('sources').set({ status: 'handed-over' }).where('id', '=', source.id).execute();
		valueOf(await decide([accept(groupOf(await view(), 'Öztürk').id)]));
		expect(await release()).toMatchObject({
			problems: [{ code: 'pseudonyms-pending', params: { count: 1 }, at: 'status' }]
		});
		valueOf(await replace());
		expect(valueOf(await release()).status).toBe('released');
	});

	test('release can wait until the names are done', async () => {
		await set({ doneFirst: true });
		const release = async () => updateSource(await interviewer(), project.id, source.id, { status: 'released' });
		await store.db.updateTable('sources').set({ status: 'handed-over' }).where('id', '=', source.id).execute();
		expect(await release()).toMatchObject({ problems: [{ code: 'pseudonyms-first', at: 'status' }] });
		const seen = await view();
		valueOf(await decide(seen.groups.map(({ id }) => ({ decision: 'reject', groupId: id }))));
		const done = { version: 1, wholeTextRead: true };
		valueOf(await finishPseudonyms(await interviewer(), project.id, source.id, done));
		expect(valueOf(await release()).status).toBe('released');
	});

	test('a second reader confirms or sends back, and is somebody else; without that nothing is released', async () => {
		await set({ secondReader: 'all' });
		await store.db.updateTable('sources').set({ status: 'pseudonymising' }).where('id', '=', source.id).execute();
		await replaceAll();
		const finish = async () =>
			finishPseudonyms(await interviewer(), project.id, source.id, { version: 2, wholeTextRead: true });
		const reader = await contextFor(store, project.users['key-holder']);
		const check = (outcome: string, note = '', context = reader) =>
			checkPseudonyms(context, project.id, source.id, { version: 2, outcome, note });
		const release = async () => updateSource(await interviewer(), project.id, source.id, { status: 'released' });

		expect(codesOf(await check('confirmed'))).toEqual(['pseudonyms-not-done']);
		valueOf(await finish());
		expect(codesOf(await release())).toEqual(['pseudonyms-unchecked']);
		expect(codesOf(await check('sent-back'))).toEqual(['pseudonyms-note-needed']);
		expect(valueOf(await check('sent-back', 'Beurt 1 nog eens.'))).toMatchObject({
			done: null,
			check: { outcome: 'sent-back', note: 'Beurt 1 nog eens.' }
		});
		valueOf(await finish());
		expect(codesOf(await check('confirmed', '', await interviewer()))).toEqual(['not-allowed']);
		expect(valueOf(await check('confirmed'))).toMatchObject({ check: { outcome: 'confirmed' } });
		valueOf(await release());
	});

	test('what the second reader finds is replaced, and the text done anew, before it can be confirmed', async () => {
		await set({ secondReader: 'all' });
		const { groups } = await view();
		const [first, ...others] = groups.map(({ id }) => id);
		if (first === undefined || others.length === 0) throw new Error('two names');
		valueOf(await decide([{ decision: 'reject', groupId: first }, ...others.map(accept)]));
		valueOf(await replace());
		const finish = async (version: number) =>
			valueOf(await finishPseudonyms(await interviewer(), project.id, source.id, { version, wholeTextRead: true }));
		await finish(2);
		const reader = await contextFor(store, project.users['key-holder']);
		const check = (version: number, outcome: string, note = '') =>
			checkPseudonyms(reader, project.id, source.id, { version, outcome, note });
		const decisions = [accept((await view()).groups.find(({ decision }) => decision === 'rejected')?.id ?? '')];
		valueOf(await decidePseudonyms(reader, project.id, source.id, { version: 2, decisions }));
		expect(codesOf(await check(2, 'confirmed'))).toEqual(['pseudonyms-pending']);
		valueOf(await replacePseudonyms(reader, project.id, source.id, { version: 2 }));
		expect(codesOf(await check(3, 'confirmed'))).toEqual(['pseudonyms-not-done']);
		expect(valueOf(await viewPseudonyms(reader, project.id, source.id)).permissions.mayCheck).toBe(false);
		await finish(3);
		expect(valueOf(await check(3, 'confirmed'))).toMatchObject({ check: { outcome: 'confirmed' } });
	});

	test('nobody confirms the own work', async () => {
		await set({ secondReader: 'all' });
		await replaceAll();
		const reader = await contextFor(store, project.users['key-holder']);
		valueOf(await finishPseudonyms(reader, project.id, source.id, { version: 2, wholeTextRead: true }));
		const own = await checkPseudonyms(reader, project.id, source.id, { version: 2, outcome: 'confirmed' });
		expect(codesOf(own)).toEqual(['pseudonyms-own-work']);
	});
});

describe('finishing', () => {
	const finish = async (version = 1, wholeTextRead = true) =>
		finishPseudonyms(await interviewer(), project.id, source.id, { version, wholeTextRead });

	test('waits until everything has a decision, and until what was accepted is replaced', async () => {
		expect(codesOf(await finish())).toEqual(['pseudonyms-open']);
		const { groups } = await view();
		valueOf(await decide(groups.map(({ id }) => accept(id))));
		expect(codesOf(await finish())).toEqual(['pseudonyms-pending']);
		valueOf(await replace());
		expect(codesOf(await finish(2, false))).toEqual(['input-not-allowed']);
		await store.db.updateTable('sources').set({ status: 'pseudonymising' }).where('id', '=', source.id).execute();
		expect(valueOf(await finish(2))).toMatchObject({ done: { version: 2 } });
		const { status } = await store.db
			.selectFrom('sources')
			.select('status')
			.where('id', '=', source.id)
			.executeTakeFirstOrThrow();
		expect(status).toBe('attributes');
	});

	test('remembers which turns were on the screen, each once, and none that are not there', async () => {
		const reader = await interviewer();
		valueOf(await readTurns(reader, project.id, source.id, { turns: [1, 1, 99] }));
		valueOf(await readTurns(reader, project.id, source.id, { turns: [1] }));
		expect((await view()).readTurns).toEqual([1]);
	});
});

describe('a coding that is older than the pseudonyms', () => {
	test('keeps its last words when it gets loose, without the name; the version it was made in stays closed', async () => {
		const coder = await contextFor(store, project.users.coder);
		const range = placeOf('mevrouw Jansen 😀 thuis');
		valueOf(await applyCode(coder, project.id, { sourceId: source.id, ...range, codeId: code }));
		const { version } = await replaceAll();
		const now = (await view()).text;
		const gone = placeOf('[NAAM_1] 😀 thuis', now);
		const operations = [{ retain: gone.start }, { delete: gone.end - gone.start }];
		valueOf(await editSource(await interviewer(), project.id, source.id, { version, operations, reason: 'dubbel' }));
		const { items } = valueOf(await listOrphans(coder, project.id, { sourceId: source.id }));
		expect(items).toMatchObject([{ quote: '[NAAM_1] 😀 thuis', madeIn: 1, isMadeInOpen: false }]);
		// Who prepares the text does not read it either.
		for (const context of [coder, await interviewer()]) {
			const versions = valueOf(await listSourceVersions(context, project.id, source.id));
			expect(versions).toMatchObject({ items: [{ version: 3 }, { version: 2 }], hasClosed: true });
			expect(codesOf(await readSourceVersion(context, project.id, source.id, 1))).toEqual(['version-unknown']);
		}
	});
});

test('who may release is told on how many things found nobody decided; others are not counted to', async () => {
	const openFor = async (role: 'administrator' | 'interviewer' | 'key-holder') => {
		const context = await contextFor(store, project.users[role]);
		return valueOf(await viewSourcePreparation(context, project.id, source.id)).openNames;
	};
	const { groups } = await view();
	expect(groups.length).toBeGreaterThan(2);
	expect(await openFor('administrator')).toBe(groups.length);
	expect(await openFor('interviewer')).toBe(groups.length);
	expect(await openFor('key-holder')).toBe(0);
	const [first] = groups;
	valueOf(await decide([accept(first?.id ?? '')]));
	expect(await openFor('administrator')).toBe(groups.length - 1);
});

test('a release through the API is refused while names are open when the sender asks for that, as the pages ask', async () => {
	source = await addSource(store, project, text, { status: 'uploaded', uploadedBy: project.users.interviewer });
	const administrator = await contextFor(store, project.users.administrator);
	const release = (more: object = {}) =>
		updateSource(administrator, project.id, source.id, { status: 'released', ...more });
	expect(codesOf(await release({ openNames: 'refuse' }))).toEqual(['pseudonyms-open']);
	expect(valueOf(await release()).status).toBe('released');
});
