import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteObservation } from '../../src/lib/server/commands/delete-observation.ts';
import { importObservations, previewObservations } from '../../src/lib/server/commands/import-figures.ts';
import { saveObservation } from '../../src/lib/server/commands/save-observation.ts';
import { storeObservations } from '../../src/lib/server/commands/store-observations.ts';
import { undoFigureImport } from '../../src/lib/server/commands/undo-figure-import.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listFigureImports, listObservationChanges } from '../../src/lib/server/views/figure-history.ts';
import { viewFiguresImport } from '../../src/lib/server/views/figures-import.ts';
import { listObservations } from '../../src/lib/server/views/list-observations.ts';
import { codesOf, textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addFiguresProject, closeFigures, keeperOf } from '../support/figures-project.ts';
import { addMember, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let indicatorId: string;

beforeAll(async () => {
	store = await testStore();
});
beforeEach(async () => {
	({ project, indicatorId } = await addFiguresProject(store, ['KV1', 'KV2']));
});
afterAll(() => closeFigures(store));

const { administrator, ...keeper } = keeperOf(() => ({ store, project, indicatorId }));
const wide = (first: string, second: string, more = '') => [
	textFile('wijken.csv', `Gebied;KV2;Iets anders 2021\nTestwijk;${first};1\nAndere wijk;${second};2${more}\n`)
];
const take = (files = wide('10', '20'), fields: object = { wave: '2021', source: 'Inwonersenquête' }) =>
	keeper.take(files, fields);
const imports = async () => valueOf(await listFigureImports(await administrator(), project.id, {})).items;
const lastImport = async () => (await imports())[0]?.id ?? '';
const values = async () => (await keeper.values()).map(({ area, value }) => [area, value]);
const history = async (query: object = {}) =>
	valueOf(await listObservationChanges(await administrator(), project.id, { indicatorId, ...query })).items;

describe('an import of figures', () => {
	test('from before sources of values were kept can still be taken back', async () => {
		await take(wide('10', '20'), { wave: '2021' });
		// as the history was written then
		await sql`update observation_changes
			set after = after - 'source' - 'sourceVersion' - 'trendBreakReason'
			where project_id = ${project.id}`.execute(store.db);
		expect((await history())[0]?.after).toMatchObject({ source: null, trendBreakReason: null });
		valueOf(await undoFigureImport(await administrator(), project.id, await lastImport()));
		expect(await values()).toEqual([]);
	});

	test('is kept with its source and counts, and is taken back as a whole', async () => {
		await take();
		await take(wide('10', '25'), { wave: '2021', source: 'Inwonersenquête' });
		expect(await imports()).toMatchObject([
			{ source: 'Inwonersenquête', added: 0, changed: 1, undoneAt: null },
			{ source: 'Inwonersenquête', added: 2, changed: 0, undoneAt: null }
		]);
		const done = valueOf(await undoFigureImport(await administrator(), project.id, await lastImport()));
		expect(done).toEqual({ restored: 1, emptied: 0 });
		expect(await values()).toEqual([
			['Andere wijk', 20],
			['Testwijk', 10]
		]);
		const [, first] = await imports();
		expect(valueOf(await undoFigureImport(await administrator(), project.id, first?.id ?? ''))).toEqual({
			restored: 0,
			emptied: 2
		});
		expect(await values()).toEqual([]);
		expect(codesOf(await undoFigureImport(await administrator(), project.id, first?.id ?? ''))).toEqual([
			'figure-import-undone'
		]);
	});

	test('is not taken back, not even in part, when one of its values was changed since', async () => {
		await take();
		const cell = { indicatorId, areaId: project.areas.district, waveId: project.waves[2021], referenceYear: 2021 };
		const saved = valueOf(await saveObservation(await administrator(), project.id, { ...cell, value: 11 }));
		const undo = async () => undoFigureImport(await administrator(), project.id, await lastImport());
		expect(await undo()).toMatchObject({ problems: [{ code: 'figures-changed-since', params: { count: 1, of: 2 } }] });
		expect(await values()).toHaveLength(2);
		valueOf(await deleteObservation(await administrator(), project.id, saved.id));
		expect(codesOf(await undo())).toEqual(['figures-changed-since']);
	});

	test('that changes nothing leaves nothing to take back; values sent as JSON are an import too', async () => {
		await take();
		await take();
		expect(await imports()).toHaveLength(1);
		const items = [{ indicatorKey: 'KV1', area: 'Testwijk', wave: 2023, referenceYear: 2023, value: 5 }];
		valueOf(await storeObservations(await administrator(), project.id, { items, source: 'Koppeling 123456782' }));
		expect((await imports())[0]).toMatchObject({ source: 'Koppeling [BSN]', added: 1 });
	});
});

describe('a value of an import', () => {
	const sourcesOf = async () =>
		valueOf(await listObservations(await administrator(), project.id, {})).items.map((one) => [
			...[one.area, one.source, one.sourceVersion]
		]);
	const long = (...rows: string[]) => [
		textFile('a.csv', ['indicator;gebied;meetronde;peiljaar;waarde;bron;versie', ...rows].join('\n'))
	];

	test('knows the source of its file and its version, but for one that names a source of its own', async () => {
		const file = long('KV2;Testwijk;2021;2021;10;;', 'KV2;Andere wijk;2021;2021;20;GGD é 😀;');
		const fields = { source: ' Inwonersenquête ', sourceVersion: 'editie 123456782' };
		const told = valueOf(await previewObservations(await administrator(), project.id, file, fields));
		expect(told.changes.map(({ area, differences }) => [area, differences.at(-1)?.to])).toEqual([
			['Testwijk', 'editie [BSN]'],
			['Andere wijk', 'GGD é 😀']
		]);
		await take(file, fields);
		expect(await sourcesOf()).toEqual([
			['Andere wijk', 'GGD é 😀', null],
			['Testwijk', 'Inwonersenquête', 'editie [BSN]']
		]);
	});

	test('knows the source that its file was recognised by, unless somebody takes that away', async () => {
		await take();
		await take(wide('11', '20'), { wave: '2021' });
		expect(await sourcesOf()).toEqual([
			['Andere wijk', 'Inwonersenquête', null],
			['Testwijk', 'Inwonersenquête', null]
		]);
		await take(wide('11', '20'), { wave: '2021', source: '' });
		expect(await sourcesOf()).toEqual([
			['Andere wijk', null, null],
			['Testwijk', null, null]
		]);
		expect((await imports())[0]).toMatchObject({ source: '', changed: 2 });
	});

	test('keeps its own version when only the source of the file is said, and takes one without a source too', async () => {
		const file = long('KV2;Testwijk;2021;2021;10;;uitgave 3', 'KV2;Andere wijk;2021;2021;20;;');
		await take(file, { sourceVersion: 'uitgave 4' });
		expect(await sourcesOf()).toEqual([
			['Andere wijk', null, 'uitgave 4'],
			['Testwijk', null, 'uitgave 3']
		]);
	});

	test('knows the source of the list it was sent in', async () => {
		const item = { indicatorKey: 'KV1', wave: 2023, referenceYear: 2023, value: 5 };
		const items = [
			{ ...item, area: 'Testwijk' },
			{ ...item, area: 'Andere wijk', source: 'GGD' }
		];
		const sent = { items, source: 'Koppeling', sourceVersion: '2' };
		valueOf(await storeObservations(await administrator(), project.id, sent));
		expect(await sourcesOf()).toEqual([
			['Andere wijk', 'GGD', null],
			['Testwijk', 'Koppeling', '2']
		]);
	});
});

describe('the source of figures', () => {
	const preview = async (files = wide('10', '20'), fields: object = {}) =>
		valueOf(await previewObservations(await administrator(), project.id, files, fields));

	test('is known again by the names of the columns, in another year too, with what each column holds', async () => {
		const columns = JSON.stringify({ 'Iets anders 2021': 'KV1', KV2: '' });
		await take(wide('10', '20'), { wave: '2021', source: 'Inwonersenquête', columns });
		expect(await preview()).toMatchObject({ source: 'Inwonersenquête', isSourceKnown: true });
		const next = [textFile('later.csv', 'Gebied;KV2;Iets anders 2023\nTestwijk;3;4\n')];
		const told = await preview(next, { wave: '2023' });
		expect(told).toMatchObject({ source: 'Inwonersenquête', isSourceKnown: true });
		expect(told.columns.map(({ column, role, indicatorKey }) => [column, role, indicatorKey])).toEqual([
			['Gebied', 'area', null],
			['KV2', 'other', null],
			['Iets anders 2023', 'values', 'KV1']
		]);
		expect(valueOf(await viewFiguresImport(await administrator(), project.id)).sources).toEqual(['Inwonersenquête']);
	});

	test('what somebody chooses now wins over what is remembered, and is remembered', async () => {
		await take(wide('10', '20'), {
			wave: '2021',
			source: 'A',
			columns: JSON.stringify({ KV2: '', 'Iets anders 2021': 'KV1' })
		});
		const fields = { wave: '2021', source: 'a', columns: JSON.stringify({ KV2: 'KV2' }) };
		expect((await preview(wide('10', '20'), fields)).columns.map(({ indicatorKey }) => indicatorKey)).toEqual([
			null,
			'KV2',
			'KV1'
		]);
		await take(wide('10', '20'), fields);
		expect((await preview()).columns.map(({ indicatorKey }) => indicatorKey)).toEqual([null, 'KV2', 'KV1']);
	});

	test('what columns are read as, names in the rows and the chosen group are remembered too', async () => {
		const file = (year: number, value: number) => [
			textFile(
				'enquete.csv',
				`Wat;Waar;Uitkomst ${year};Groep\nVeilig é;Testwijk;${value};Vrouwen\nVeilig é;Testwijk;9;Mannen\nRest;Testwijk;8;Vrouwen\nRest;Testwijk;8;Mannen\n`
			)
		];
		const fields = {
			wave: '2021',
			source: 'Enquête',
			roles: JSON.stringify({ Wat: 'indicator', 'Uitkomst 2021': 'values', Groep: 'dimension' }),
			dimensions: JSON.stringify({ Groep: 'Vrouwen' }),
			indicators: JSON.stringify({ 'Veilig é': 'KV1', Rest: '' })
		};
		expect(valueOf(await importObservations(await administrator(), project.id, file(2021, 10), fields)).added).toBe(1);
		const told = await preview(file(2023, 12), { wave: '2023' });
		expect(told).toMatchObject({
			source: 'Enquête',
			asks: [],
			added: 1,
			names: [{ indicatorKey: 'KV1' }, { indicatorKey: '' }]
		});
		expect(told.changes).toMatchObject([{ indicatorKey: 'KV1', wave: expect.stringContaining('2023'), to: 12 }]);
	});

	test('without a name nothing is remembered; another layout is another source', async () => {
		await take(wide('10', '20'), { wave: '2021' });
		expect(await preview()).toMatchObject({ source: '', isSourceKnown: false });
		await take(wide('11', '20'), { wave: '2021', source: 'A' });
		expect(await preview([textFile('x.csv', 'Gebied;KV2\nTestwijk;3\n')])).toMatchObject({ source: '' });
	});
});

describe('the preview', () => {
	const head =
		'indicator;gebied;meetronde;peiljaar;waarde;aantal;ondergrens;bovengrens;trendbreuk;onderdrukt;opmerking';
	const file = (row: string) => [textFile('a.csv', `${head}\nKV1;Testwijk;2021;${row}\n`)];
	const changesOf = async (row: string) =>
		valueOf(await previewObservations(await administrator(), project.id, file(row))).changes.map(
			({ isNew, differences }) => [isNew, differences.map(({ part, from, to }) => [part, from, to])]
		);

	test('tells everything that becomes otherwise, not only the value', async () => {
		expect(await changesOf('2020;10,5;100;9,5;11,5;nee;nee;é 😀')).toEqual([
			[
				true,
				[
					['referenceYear', null, 2020],
					['value', null, 10.5],
					['n', null, 100],
					['lower', null, 9.5],
					['upper', null, 11.5],
					['note', null, 'é 😀']
				]
			]
		]);
		await take(file('2020;10,5;100;9,5;11,5;nee;nee;é 😀'), {});
		expect(await changesOf('2021;10,5;120;9,5;11,6;ja;nee;')).toEqual([
			[
				false,
				[
					['referenceYear', 2020, 2021],
					['n', 100, 120],
					['upper', 11.5, 11.6],
					['trendBreak', false, true],
					['note', 'é 😀', '']
				]
			]
		]);
		expect(await changesOf('2020;;100;9,5;11,5;nee;ja;é 😀')).toEqual([
			[
				false,
				[
					['value', 10.5, null],
					['suppressed', false, true]
				]
			]
		]);
	});

	test('tells what a file leaves open, and taking it over says so as well', async () => {
		const periods = [textFile('a.csv', 'Gebied;Perioden;KV1\nTestwijk;2020JJ00;1\nTestwijk;2022JJ00;2\n')];
		const told = valueOf(await previewObservations(await administrator(), project.id, periods, { wave: '2023' }));
		expect(told).toMatchObject({ asks: ['rounds'], periods: [{ period: '2020JJ00', wave: null }, { wave: null }] });
		const run = async (fields: object) => importObservations(await administrator(), project.id, periods, fields);
		expect(await run({ wave: '2023' })).toMatchObject({
			problems: [{ code: 'figures-rounds-missing', params: { names: '2020JJ00, 2022JJ00' } }]
		});
		expect(codesOf(await run({ rounds: '{"2020JJ00": 3}' }))).toEqual(['input-wrong-type']);
		expect(codesOf(await run({ rounds: '{' }))).toEqual(['input-invalid']);
		const rounds = JSON.stringify({ '2020JJ00': '', '2022JJ00': '2023' });
		expect(valueOf(await run({ rounds }))).toMatchObject({ added: 1 });
	});
});

describe('the history of a figure', () => {
	test('tells who changed it, by which import, from what into what, the last first', async () => {
		await take();
		const cell = { indicatorId, areaId: project.areas.district, waveId: project.waves[2021], referenceYear: 2021 };
		const saved = valueOf(await saveObservation(await administrator(), project.id, { ...cell, value: 11, note: 'x' }));
		valueOf(await saveObservation(await administrator(), project.id, { ...cell, value: 11, note: 'x' }));
		valueOf(await deleteObservation(await administrator(), project.id, saved.id));
		const told = (await history({ areaId: project.areas.district })).map((change) => [
			...[change.before?.value ?? null, change.after?.value ?? null],
			...[change.source, change.isUndo, change.changedByName]
		]);
		expect(told).toEqual([
			[11, null, null, false, 'Test administrator'],
			[10, 11, null, false, 'Test administrator'],
			[null, 10, 'Inwonersenquête', false, 'Test administrator']
		]);
	});

	test('holds an undo, comes in pages, and shows a member of one wijk that wijk alone', async () => {
		await take();
		valueOf(await undoFigureImport(await administrator(), project.id, await lastImport()));
		expect((await history()).map(({ isUndo }) => isUndo)).toEqual([true, true, false, false]);
		const query = { indicatorId, limit: '3' };
		const page = valueOf(await listObservationChanges(await administrator(), project.id, query));
		const rest = valueOf(
			await listObservationChanges(await administrator(), project.id, { ...query, cursor: page.nextCursor ?? '' })
		);
		expect([page.items.length, rest.items.length, rest.nextCursor]).toEqual([3, 1, null]);
		const member = await addUser(store, 'Wijklezer');
		await addMember(store, project.id, member, 'coder', [project.areas.district]);
		const seen = valueOf(await listObservationChanges(await contextFor(store, member), project.id, { indicatorId }));
		expect(new Set(seen.items.map(({ area }) => area))).toEqual(new Set(['Testwijk']));
	});

	test('tells who does not keep the figures nothing of a value that may not be shown any more, also not what it was', async () => {
		await take(wide('12,3', '20'));
		const keeper = await administrator();
		const [change] = await history({ areaId: project.areas.district });
		const cell = { indicatorId, areaId: project.areas.district, waveId: change?.waveId ?? '', referenceYear: 2021 };
		const said = { ...cell, value: null, suppressed: true, note: 'zes mensen' };
		valueOf(await saveObservation(keeper, project.id, said));
		const member = await addUser(store, 'Lezer van de wijk');
		await addMember(store, project.id, member, 'coder', [project.areas.district]);
		const seen = valueOf(await listObservationChanges(await contextFor(store, member), project.id, { indicatorId }));
		expect(seen.items).toHaveLength(2);
		expect(JSON.stringify(seen.items)).not.toMatch(/12[.,]3|zes mensen/);
		expect(seen.items.map(({ after }) => after?.suppressed)).toEqual([true, true]);
		// who keeps the figures sees what was left out
		expect((await history({ areaId: project.areas.district })).map(({ before }) => before?.value ?? null)).toEqual([
			...[12.3, null]
		]);
	});
});
