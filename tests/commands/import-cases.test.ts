import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCases } from '#lib/server/commands/import-cases.ts';
import { withdrawCase } from '#lib/server/commands/withdraw-case.ts';
import type { Store } from '#lib/server/store/database.ts';
import { exportCase } from '#lib/server/views/export-case.ts';
import { listCases, readCase } from '#lib/server/views/list-cases.ts';
import { codesOf, textFile, valueOf } from '../import/fixture.ts';
import { parts } from '../report/unzip.ts';
import { addPerson } from '../support/cases.ts';
import { testStore } from '../support/database.ts';
import { addProject, addSource, contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const csv = (...lines: string[]) => [textFile('deelnemers.csv', lines.join('\n'))];

test('a file is looked at first, then read whole; read again it changes nothing', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const source = await addSource(store, project, 'Een 😀 gesprek.', { title: 'VOL-B-01' });
	const known = await addPerson(context, project.id, {
		label: 'VOL-B-02',
		values: { ageBand: '30-44', form: 'thuis' }
	});
	const file = csv(
		'code;groep;leeftijdsgroep;citaten;datum',
		'VOL-B-01;bewoner;18-29;nee;2025-03-01',
		'vol-b-02;;45-64;ja;'
	);
	const shown = valueOf(await importCases(context, project.id, file, {}, { dryRun: 'true' }));
	expect(shown).toEqual({
		dryRun: true,
		fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
		cases: { inFile: 2, added: 1, changed: 1, unchanged: 0 },
		changes: [
			{
				row: 2,
				id: null,
				label: 'VOL-B-01',
				change: 'added',
				values: [{ key: 'ageBand', from: '', to: '18-29' }],
				consents: [{ purpose: 'quotes', state: 'refused', decidedOn: '2025-03-01', way: 'paper', letter: '' }],
				sources: ['VOL-B-01']
			},
			{
				row: 3,
				id: known.id,
				label: 'VOL-B-02',
				change: 'changed',
				values: [{ key: 'ageBand', from: '30-44', to: '45-64' }],
				consents: [],
				sources: []
			}
		],
		ignoredColumns: []
	});
	expect(valueOf(await listCases(context, project.id, {})).items).toHaveLength(1);

	valueOf(await importCases(context, project.id, file, {}, {}));
	const { items } = valueOf(await listCases(context, project.id, {}));
	expect(items.map(({ label, values, sourceIds }) => ({ label, values, sourceIds }))).toEqual([
		{ label: 'VOL-B-01', values: { ageBand: '18-29' }, sourceIds: [source.id] },
		{ label: 'VOL-B-02', values: { ageBand: '45-64', form: 'thuis' }, sourceIds: [] }
	]);
	const again = valueOf(await importCases(context, project.id, file, {}, {}));
	expect(again.cases).toEqual({ inFile: 2, added: 0, changed: 0, unchanged: 2 });
	const one = valueOf(await readCase(context, project.id, items[0]?.id ?? ''));
	expect(one).toMatchObject({ version: 1, consents: [{ purpose: 'quotes' }] });
});

const columns = ['code', 'groep', 'leeftijdsgroep', 'citaten', 'datum', 'manier', 'versie van de brief'];
const person = ['VOL-B-09', 'bewoner', '30-44', 'ja', '2025-03-01', 'digitaal', 'Versie 3, één 😀'];

test.each([
	['CSV', () => csv(columns.join(';'), person.join(';'))],
	[
		'XLSX',
		async () => {
			const rows = [columns, person].map((cells) => cells.map((value) => ({ value })));
			return [{ name: 'deelnemers.xlsx', bytes: new Uint8Array(await writeXlsxFile(rows).toBuffer()) }];
		}
	]
])('the version of the letter and the way come from %s, and stand in the package of the person', async (_, file) => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const done = valueOf(await importCases(context, project.id, await file(), {}, {}));
	expect(done.changes).toMatchObject([
		{
			label: 'VOL-B-09',
			values: [{ key: 'ageBand', from: '', to: '30-44' }],
			consents: [{ purpose: 'quotes', way: 'digital', letter: 'Versie 3, één 😀' }]
		}
	]);
	const id = done.changes[0]?.id ?? '';
	const said = {
		purpose: 'quotes',
		state: 'given',
		decidedOn: '2025-03-01',
		way: 'digital',
		letter: 'Versie 3, één 😀'
	};
	expect(valueOf(await readCase(context, project.id, id)).consents).toMatchObject([said]);
	const json = valueOf(await exportCase(context, project.id, id, { format: 'json' }, 'nl'));
	expect(JSON.parse(new TextDecoder().decode(json.bytes))).toMatchObject({ consents: [said] });
	const docx = valueOf(await exportCase(context, project.id, id, { format: 'docx' }, 'nl'));
	const words = Object.values(parts(docx.bytes)).join('\n');
	for (const each of ['Versie 3, één 😀', 'digitaal', '30-44']) expect(words).toContain(each);
});

test('a citizen service number is not kept in the version of the letter', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const file = csv('code;groep;citaten;brief', 'VOL-B-09;bewoner;ja;brief 111222333');
	const done = valueOf(await importCases(context, project.id, file, {}, {}));
	expect(done.changes[0]?.consents).toMatchObject([{ letter: 'brief [BSN]' }]);
});

test('one row that does not fit stops the file, with the row', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const gone = await addPerson(context, project.id, { label: 'WEG-1' });
	valueOf(await withdrawCase(context, project.id, gone.id, {}));
	const refused = await importCases(
		context,
		project.id,
		csv('code;groep;gesprekken', 'NIEUW-1;bewoner;', 'NIEUW-2;;', 'WEG-1;bewoner;', 'NIEUW-3;bewoner;Onbekend'),
		{},
		{}
	);
	expect(refused.ok ? [] : refused.problems.map(({ code, at }) => `${code} at ${at}`)).toEqual([
		'case-row-group at row 3',
		'case-row-withdrawn at row 4',
		'case-row-source at row 5'
	]);
	expect(valueOf(await listCases(context, project.id, {})).items).toHaveLength(1);
});

test('a file of something else is refused', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	expect(codesOf(await importCases(context, project.id, csv('naam;adres', 'x;y'), {}, {}))).toEqual(['column-missing']);
	expect(codesOf(await importCases(context, project.id, [], {}, {}))).toEqual(['table-file-missing']);
});

test('what was shown is refused when something else would happen by now', async () => {
	const project = await addProject(store);
	const context = await contextFor(store, project.users.interviewer);
	const file = csv('code;groep', 'VOL-B-01;bewoner');
	const { fingerprint } = valueOf(await importCases(context, project.id, file, {}, { dryRun: 'true' }));
	await addPerson(context, project.id, { label: 'VOL-B-01' });
	expect(codesOf(await importCases(context, project.id, file, { fingerprint }, {}))).toEqual(['case-import-stale']);
	const now = valueOf(await importCases(context, project.id, file, {}, { dryRun: 'true' }));
	valueOf(await importCases(context, project.id, file, { fingerprint: now.fingerprint }, {}));
});
