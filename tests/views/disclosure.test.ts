import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/database.ts';
import { exportJointDisplay } from '#lib/server/views/export-joint-display.ts';
import { exportQuotes } from '#lib/server/views/export-quotes.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { valueOf } from '../import/fixture.ts';
import { parts } from '../report/unzip.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

test('a function group with too few interviews is named to who sees the interviews, and told without its name in files', async () => {
	const project = await addDisplayProject(store);
	const interviewer = await contextFor(store, project.users.interviewer);
	const author = await contextFor(store, project.users.author);
	const place = { pillarId: project.pillars.first, areaId: project.areas.district };
	const warningsFor = async (context: typeof author) =>
		valueOf(await viewJointDisplay(context, project.id, place)).display.warnings.filter(
			({ kind }) => kind === 'small-functions'
		);
	expect(await warningsFor(author)).toEqual([]);
	await addPerson(interviewer, project.id, {
		label: 'TES-P-01',
		group: 'professional',
		values: { functionGroup: 'politie en handhaving' },
		links: [{ sourceId: project.said[2].sourceId, speakerId: null }]
	});
	const small = { kind: 'small-functions', group: 'professional', count: 1, smallest: 3 };
	expect(await warningsFor(author)).toEqual([{ ...small, names: ['politie en handhaving'] }]);

	for (const format of ['docx', 'xlsx'] as const) {
		const file = valueOf(await exportJointDisplay(author, project.id, { ...place, format }, 'nl'));
		const text = Object.values(parts(file.bytes)).join('\n');
		expect(text).toContain('In 1 functiegroep zijn minder dan 3 gesprekken');
		expect(text).not.toContain('handhaving');
	}
	const quotes = new TextDecoder().decode(
		valueOf(await exportQuotes(author, project.id, { format: 'csv' }, 'nl')).bytes
	);
	expect(quotes).toContain('2 combinaties van wijk, groep en functie hebben minder dan 3 gesprekken');
	expect(quotes).not.toContain('handhaving');

	await store.db.updateTable('projects').set({ small_cell: 1 }).where('id', '=', project.id).execute();
	expect(await warningsFor(author)).toEqual([]);
});
