import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/server/new-id.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportCase } from '#lib/server/views/export-case.ts';
import { withdrawCase } from '#lib/server/commands/withdraw-case.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { parts } from '../report/unzip.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addProject, addSource, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('holds interviews, properties and the whole history of consent, as JSON and as Word', async () => {
	const project = await addProject(store, 'Monitor 😀');
	const context = await contextFor(store, project.users.interviewer);
	const source = await addSource(store, project, 'Ik woon hier één jaar 😀.', { title: 'TES-B-01' });
	const kase = await addPerson(context, project.id, {
		label: 'TES-B-01',
		values: { ageBand: '30-44', interpreter: 'no' },
		links: [{ sourceId: source.id, speakerId: source.speakerId }]
	});
	const json = valueOf(await exportCase(context, project.id, kase.id, { format: 'json' }, 'nl'));
	expect(json.name).toBe('TES-B-01 - Monitor 😀 - 2025-06-01.json');
	expect(JSON.parse(new TextDecoder().decode(json.bytes))).toMatchObject({
		projectName: 'Monitor 😀',
		label: 'TES-B-01',
		values: [
			{ key: 'ageBand', name: null, value: '30-44' },
			{ key: 'interpreter', name: null, value: 'no' }
		],
		consents: [
			{ purpose: 'participation', state: 'given', decidedOn: '2025-03-01', recordedBy: 'Test interviewer' },
			{ purpose: 'quotes', state: 'given' }
		],
		interviews: [
			{ title: 'TES-B-01', part: 'whole', turns: [{ turn: 1, speaker: 'R', text: 'Ik woon hier één jaar 😀.' }] }
		]
	});
	const docx = valueOf(await exportCase(context, project.id, kase.id, { format: 'docx' }, 'nl'));
	const text = Object.values(parts(docx.bytes)).join('\n');
	for (const words of [
		'Inzagepakket van TES-B-01',
		'Leeftijdsgroep',
		'30-44',
		'Meedoen aan het onderzoek',
		'op papier',
		'Ik woon hier één jaar 😀.'
	])
		expect(text).toContain(words);
	const lines = await store.db
		.selectFrom('audit_events')
		.select('action')
		.where('project_id', '=', project.id)
		.execute();
	expect(lines.filter(({ action }) => action === 'export.case')).toHaveLength(2);
});

test('of a group interview holds what this person said, and nothing while the voice is not known', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const source = await addSource(store, project, 'Ik ben één.Ik ben twee.', { title: 'Groep' });
	const second = newId();
	await store.db
		.insertInto('speakers')
		.values({ id: second, source_id: source.id, label: 'R2', role: 'respondent' })
		.execute();
	await store.db.updateTable('turns').set({ end_position: 11 }).where('source_id', '=', source.id).execute();
	await store.db
		.insertInto('turns')
		.values({
			source_id: source.id,
			version: 1,
			ordinal: 2,
			start_position: 11,
			end_position: 23,
			speaker_id: second,
			start_ms: null,
			end_ms: null
		})
		.execute();
	const one = await addPerson(context, project.id, {
		label: 'EEN',
		links: [{ sourceId: source.id, speakerId: source.speakerId }]
	});
	const two = await addPerson(context, project.id, {
		label: 'TWEE',
		links: [{ sourceId: source.id, speakerId: null }]
	});
	const read = async (id: string): Promise<unknown> =>
		JSON.parse(
			new TextDecoder().decode(valueOf(await exportCase(context, project.id, id, { format: 'json' }, 'nl')).bytes)
		);
	expect(await read(one.id)).toMatchObject({
		interviews: [{ part: 'own', turns: [{ turn: 1, text: 'Ik ben één.' }] }]
	});
	expect(await read(two.id)).toMatchObject({ interviews: [{ part: 'unknown', turns: [] }] });
});

test('of somebody who withdrew holds what is left: the code and the answers', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const kase = await addPerson(context, project.id, { label: 'WEG', values: { ageBand: '30-44' } });
	valueOf(await withdrawCase(context, project.id, kase.id, {}));
	const file = valueOf(await exportCase(context, project.id, kase.id, { format: 'json' }, 'en'));
	const content: unknown = JSON.parse(new TextDecoder().decode(file.bytes));
	expect(content).toMatchObject({ label: 'WEG', values: [], interviews: [] });
	expect(JSON.stringify(content)).toContain('withdrawn');
	const administrator = await contextFor(store, project.users.administrator);
	expect(codesOf(await exportCase(administrator, project.id, newId(), { format: 'json' }, 'en'))).toEqual([
		'case-unknown'
	]);
});
