import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../../src/lib/server/commands/load-demo.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { exportFactsheet } from '#lib/server/views/factsheet.ts';
import { exportJointDisplay } from '../../src/lib/server/views/export-joint-display.ts';
import { exportQueriedQuotes, exportQuotes } from '../../src/lib/server/views/export-quotes.ts';
import { evaluate, type Material } from '../../src/lib/query/evaluate.ts';
import { everything } from '../../src/lib/query/query.ts';
import { valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addMember, addUser, contextFor } from '../support/project.ts';
import { loadMaterial } from '../support/query-material.ts';

let store: Store;
let context: Awaited<ReturnType<typeof contextFor>>;
let projectId: string;
let material: Material;
let pillarId = '';

beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Test administrator', true));
	projectId = valueOf(await loadDemo(context)).projectId;
	material = await loadMaterial(store.db, projectId);
	const pillars = store.db.selectFrom('pillars').select('id').where('project_id', '=', projectId).orderBy('place');
	pillarId = (await pillars.executeTakeFirstOrThrow()).id;
}, 120_000);
afterAll(() => store.close());

describe('what is taken away', () => {
	const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

	test('holds every quote, its reference, and no words without consent', async () => {
		const source = material.passages[0]?.source.id ?? '';
		await store.db.updateTable('sources').set({ quotes_allowed: true }).where('project_id', '=', projectId).execute();
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', source).execute();
		const file = valueOf(await exportQuotes(context, projectId, { format: 'csv' }, 'nl'));
		await store.db.updateTable('sources').set({ quotes_allowed: true }).where('id', '=', source).execute();
		expect(file.name).toMatch(/^Citaten - .* - 2025-06-01\.csv$/);
		const rows = Papa.parse<string[]>(text(file.bytes), { delimiter: ';' }).data;
		const head = rows.findIndex((row) => row.length > 10);
		const body = rows.slice(head + 1).filter((row) => row.length > 10);
		const all = evaluate(everything.where, material);
		expect(body).toHaveLength(all.length);
		const shown = all.filter((passage) => passage.source.id !== source).map(({ quote }) => quote);
		const words = new Set(body.flat());
		for (const quote of shown) expect(words.has(quote) || words.has(`'${quote}`), quote).toBe(true);
		for (const { quote } of all.filter((passage) => passage.source.id === source && !shown.includes(passage.quote)))
			expect(words.has(quote)).toBe(false);
	});

	const areaId = () => material.areas.find(({ kind }) => kind === 'district')?.id;
	const making = {
		'quotes as CSV': () => exportQuotes(context, projectId, { format: 'csv' }, 'nl'),
		'quotes as Excel': () => exportQuotes(context, projectId, { format: 'xlsx' }, 'nl'),
		'display as Excel': () =>
			exportJointDisplay(context, projectId, { format: 'xlsx', areaId: areaId(), pillarId }, 'nl'),
		'display as Word': () =>
			exportJointDisplay(context, projectId, { format: 'docx', areaId: areaId(), pillarId }, 'nl'),
		'display as PDF': () => exportJointDisplay(context, projectId, { format: 'pdf', areaId: areaId(), pillarId }, 'nl'),
		'factsheet as PDF': () => exportFactsheet(context, projectId, { format: 'pdf', areaId: areaId() }, 'nl')
	} as const;

	test.each(Object.entries(making))('is the same file for the same data: %s', async (_name, make) => {
		const one = valueOf(await make());
		await new Promise((resolve) => setTimeout(resolve, 2100)); // the clock of a zip counts in two seconds
		const two = valueOf(await make());
		expect(one.name).toBe(two.name);
		expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
	});

	test('leaves a line in the log, without any words', async () => {
		const before = await store.db.selectFrom('audit_events').selectAll().execute();
		valueOf(await making['quotes as CSV']());
		valueOf(await making['display as Word']());
		const lines = (await store.db.selectFrom('audit_events').selectAll().orderBy('at').execute()).slice(before.length);
		expect(lines.map(({ action }) => action).toSorted()).toEqual(['export.display', 'export.quotes']);
	});

	test('for a question holds what the question finds', async () => {
		const where = { and: [{ text: 'wijk*' }, { not: { group: 'professional' as const } }] };
		const expected = evaluate(where, material);
		expect(expected.length).toBeGreaterThan(0);
		const file = valueOf(await exportQueriedQuotes(context, projectId, { format: 'csv', where }, 'nl'));
		const rows = Papa.parse<string[]>(text(file.bytes), { delimiter: ';' }).data.filter((row) => row.length > 10);
		expect(rows.slice(1)).toHaveLength(expected.length);
		const refused = await exportQueriedQuotes(context, projectId, { format: 'csv', where: { code: projectId } }, 'nl');
		expect(refused).toMatchObject({ ok: false, problems: [{ code: 'query-code-unknown' }] });
	});

	test('is for authors, in their areas', async () => {
		const person = await addUser(store, 'Auteur van een wijk');
		const [area, other] = material.areas.filter(({ kind }) => kind === 'district');
		await addMember(store, projectId, person, 'author', [area?.id ?? '']);
		await addMember(store, projectId, person, 'coder'); // reads everything, but takes away only as an author
		const own = await contextFor(store, person);
		const file = valueOf(await exportQuotes(own, projectId, { format: 'csv' }, 'nl'));
		expect(text(file.bytes)).toContain(area?.name);
		expect(text(file.bytes)).not.toContain(other?.name);
		const display = (areaId = '') => exportJointDisplay(own, projectId, { format: 'docx', areaId, pillarId }, 'nl');
		expect((await display(area?.id)).ok).toBe(true);
		expect(await display(other?.id)).toMatchObject({ ok: false, problems: [{ code: 'not-allowed' }] });
		const coder = await addUser(store, 'Alleen codeur');
		await addMember(store, projectId, coder, 'coder');
		const refused = await exportQuotes(await contextFor(store, coder), projectId, { format: 'csv' }, 'nl');
		expect(refused).toMatchObject({ ok: false, problems: [{ code: 'not-allowed' }] });
	});
});
