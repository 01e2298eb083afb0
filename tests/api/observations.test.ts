import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteObservation } from '../../src/lib/server/commands/delete-observation.ts';
import { importIndicators } from '../../src/lib/server/commands/import-indicators.ts';
import { saveObservation } from '../../src/lib/server/commands/save-observation.ts';
import { importObservations, previewObservations } from '../../src/lib/server/commands/import-figures.ts';
import { storeObservations } from '../../src/lib/server/commands/store-observations.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listIndicators } from '../../src/lib/server/views/list-indicators.ts';
import { listObservations } from '../../src/lib/server/views/list-observations.ts';
import { codesOf, textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addFiguresProject, closeFigures } from '../support/figures-project.ts';
import { addMember, addUser, contextFor, type TestProject } from '../support/project.ts';

let store: Store;
let project: TestProject;
let indicatorId: string;

beforeAll(async () => {
	store = await testStore();
});
beforeEach(async () => {
	({ project, indicatorId } = await addFiguresProject(store));
});
afterAll(() => closeFigures(store));

const as = (role: keyof TestProject['users']) => contextFor(store, project.users[role]);
const head = 'indicator;gebied;meetronde;peiljaar;waarde;aantal;ondergrens;bovengrens\n';
const csv = (...rows: string[]) => [textFile('cijfers.csv', head + rows.join('\n'))];
const item = (area: string, wave: string | number, value: number | null) => ({
	indicatorKey: 'kv1',
	area,
	wave,
	referenceYear: 2021,
	value
});
const listed = async (query: Record<string, string> = {}) =>
	valueOf(await listObservations(await as('coder'), project.id, query)).items.map(
		({ area, waveYear, value }) => [area, waveYear, value] as const
	);

describe('values from a file', () => {
	test('are stored together, by names, and tell what was new and what replaced', async () => {
		const context = await as('administrator');
		const rows = ['KV1;Testwijk;2021;2021;23,5;1.200;21,1;25,9', 'KV1;teststad;2023;2022;18;;;'];
		expect(valueOf(await importObservations(context, project.id, csv(...rows)))).toEqual({
			stored: 2,
			added: 2,
			changed: 0,
			warnings: []
		});
		const again = [...rows.slice(0, 1), 'KV1;Testwijk;2025;2025;20;;;'];
		expect(valueOf(await importObservations(context, project.id, csv(...again)))).toMatchObject({
			stored: 2,
			added: 1,
			changed: 1
		});
		expect(await listed()).toEqual([
			['Teststad', 2023, 18],
			['Testwijk', 2021, 23.5],
			['Testwijk', 2025, 20]
		]);
		expect(context.events).toHaveLength(2);
		expect(context.events[0]).toMatchObject({ kind: 'frame', change: 'changed', ids: [indicatorId] });
	});

	test('are stored all or not at all; every fault names its row', async () => {
		const context = await as('administrator');
		const refused = await importObservations(
			context,
			project.id,
			csv('KV1;Testwijk;2021;2021;23,5;;;', 'KV1;Tetswijk;2021;2021;24;;;', 'KV1;Testwijk;2023;2023;veel;;;')
		);
		expect(refused).toMatchObject({
			ok: false,
			problems: [
				{ code: 'table-area-unknown', at: expect.stringContaining('row 3') },
				{ code: 'number-unreadable', at: expect.stringContaining('row 4') }
			]
		});
		expect(await listed()).toEqual([]);
		expect(context.events).toEqual([]);
	});

	test.each([
		['no file', () => [], 'table-file-missing'],
		['two files', () => [...csv(), ...csv()], 'file-one-at-a-time'],
		['a file without rows', () => csv(), 'table-without-rows']
	])('are not %s', async (_, files, code) => {
		expect(codesOf(await importObservations(await as('administrator'), project.id, files()))).toEqual([code]);
		expect(await listed()).toEqual([]);
	});

	test('are brought in by an administrator', async () => {
		const files = csv('KV1;Testwijk;2021;2021;23,5;;;');
		for (const role of ['author', 'coder', 'interviewer'] as const)
			expect(codesOf(await importObservations(await as(role), project.id, files))).toEqual(['not-allowed']);
		expect(codesOf(await importObservations(await as('stranger'), project.id, files))).toEqual(['project-unknown']);
	});

	test('need their indicators, which a file can bring too: a known key is updated', async () => {
		const context = await as('administrator');
		const table = textFile(
			'kernset.csv',
			'sleutel;naam;pijler;eenheid;richting;soort\n' +
				'KV1;Onveilig 😀;Fysieke leefomgeving;% 15+;lager is beter;enquête\n' +
				'KW1;Rapportcijfer;Samen leven;1-10;hoger is beter;enquête\n'
		);
		expect(valueOf(await importIndicators(context, project.id, [table]))).toMatchObject({ added: 1, changed: 1 });
		const { items } = valueOf(await listIndicators(context, project.id, {}));
		expect(items.map(({ id, key, label }) => [id === indicatorId, key, label])).toEqual([
			[true, 'KV1', 'Onveilig 😀'],
			[false, 'KW1', 'Rapportcijfer']
		]);
		const { second } = project.pillars;
		const ofPillar = valueOf(await listIndicators(context, project.id, { pillarId: second })).items;
		expect(ofPillar.map(({ key }) => key)).toEqual(['KW1']);
	});
});

describe('values as JSON', () => {
	test('follow the same rules, and a fault names its place in the list', async () => {
		const context = await as('administrator');
		const items = [item('Testwijk', 2021, 23.5), item('Testwijk', '2023', null), item('Nergens', 2025, 1)];
		const refused = await storeObservations(context, project.id, { items });
		expect(refused).toMatchObject({ ok: false, problems: [{ code: 'table-area-unknown', at: 'items.2.area' }] });
		valueOf(await storeObservations(context, project.id, { items: items.slice(0, 2) }));
		expect(await listed()).toEqual([
			['Testwijk', 2021, 23.5],
			['Testwijk', 2023, null]
		]);
	});
});

describe('one value', () => {
	test('is saved in its cell, and can be deleted', async () => {
		const context = await as('administrator');
		const cell = { indicatorId, areaId: project.areas.district, waveId: project.waves[2025] };
		const saved = valueOf(await saveObservation(context, project.id, { ...cell, referenceYear: 2025, value: 12.5 }));
		expect(saved).toMatchObject({ indicatorKey: 'KV1', area: 'Testwijk', waveYear: 2025, value: 12.5 });
		const again = valueOf(await saveObservation(context, project.id, { ...cell, referenceYear: 2024, value: 13 }));
		expect(again.id).toBe(saved.id);
		expect(codesOf(await deleteObservation(await as('author'), project.id, saved.id))).toEqual(['not-allowed']);
		valueOf(await deleteObservation(context, project.id, saved.id));
		expect(codesOf(await deleteObservation(context, project.id, saved.id))).toEqual(['observation-unknown']);
		expect(await listed()).toEqual([]);
	});
});

describe('where a value comes from, and why its series breaks', () => {
	const said = { source: 'GGD é 😀', sourceVersion: 'uitgave 2', trendBreakReason: 'Andere vraag, andere tijd.' };
	const all = async () => valueOf(await listObservations(await as('coder'), project.id, {})).items;

	test('is kept with the value; what is left out or empty says nothing', async () => {
		const context = await as('administrator');
		const cell = { indicatorId, areaId: project.areas.district, waveId: project.waves[2025], referenceYear: 2025 };
		const broken = { ...cell, value: 12.5, trendBreak: true };
		expect(valueOf(await saveObservation(context, project.id, { ...broken, ...said }))).toMatchObject(said);
		expect(await all()).toMatchObject([said]);
		const none = { source: null, sourceVersion: null, trendBreakReason: null };
		expect(valueOf(await saveObservation(context, project.id, { ...broken, ...said, source: '  ' }))).toMatchObject({
			...said,
			source: null
		});
		expect(valueOf(await saveObservation(context, project.id, broken))).toMatchObject(none);
	});

	test.each([
		['source', 201],
		['sourceVersion', 101],
		['trendBreakReason', 1001]
	])('%s of %i signs is too long', async (field, length) => {
		const cell = { indicatorId, areaId: project.areas.district, waveId: project.waves[2025], referenceYear: 2025 };
		const given = { ...cell, value: 1, [field]: 'x'.repeat(length) };
		expect(await saveObservation(await as('administrator'), project.id, given)).toMatchObject({
			problems: [{ code: 'input-too-long', at: field }]
		});
	});

	test('comes with values as JSON and from a file; a break without a reason is taken in and asked for', async () => {
		const context = await as('administrator');
		const items = [
			{ ...item('Testwijk', 2021, 1), trendBreak: true, ...said },
			{ ...item('Testwijk', 2023, 2), trendBreak: true }
		];
		expect(valueOf(await storeObservations(context, project.id, { items }))).toMatchObject({
			stored: 2,
			warnings: [{ code: 'trend-break-unexplained', params: { row: 2, n: 1 } }]
		});
		expect((await all()).map((one) => one.trendBreakReason)).toEqual([said.trendBreakReason, null]);
		const file = [
			'indicator;gebied;meetronde;peiljaar;waarde;trendbreuk;bron;versie;reden trendbreuk',
			'KV1;Testwijk;2023;2023;2;ja;GGD;3;Nieuwe grens'
		].join('\n');
		const stored = await importObservations(context, project.id, [textFile('a.csv', file)]);
		expect(valueOf(stored)).toMatchObject({ changed: 1, warnings: [] });
		expect((await all())[1]).toMatchObject({ source: 'GGD', sourceVersion: '3', trendBreakReason: 'Nieuwe grens' });
	});
});

describe('the list of values', () => {
	beforeEach(async () => {
		const items = [
			item('Testwijk', 2021, 1),
			item('Testwijk', 2023, 2),
			item('Andere wijk', 2021, 3),
			item('Teststad', 2021, 4),
			item('Testland', 2025, 5)
		];
		valueOf(await storeObservations(await as('administrator'), project.id, { items }));
	});

	test('goes by area and round, can be filtered, and comes in pages that join up', async () => {
		expect(await listed({ waveId: project.waves[2021] })).toEqual([
			['Andere wijk', 2021, 3],
			['Teststad', 2021, 4],
			['Testwijk', 2021, 1]
		]);
		expect(await listed({ areaId: project.areas.district, indicatorId })).toHaveLength(2);
		const context = await as('coder');
		const first = valueOf(await listObservations(context, project.id, { limit: '3' }));
		const rest = valueOf(await listObservations(context, project.id, { limit: '3', cursor: first.nextCursor ?? '' }));
		expect([...first.items, ...rest.items].map(({ value }) => value)).toEqual([3, 5, 4, 1, 2]);
		expect(rest.nextCursor).toBeNull();
	});

	test('refuses a cursor of another list', async () => {
		const cursor = Buffer.from(JSON.stringify(['kv1', 'testwijk', 1.5])).toString('base64url');
		expect(codesOf(await listObservations(await as('coder'), project.id, { cursor }))).toEqual(['cursor-invalid']);
	});

	test('shows a member of one wijk that wijk and what contains it, not the wijk beside it', async () => {
		const member = await addUser(store, 'Wijklezer');
		await addMember(store, project.id, member, 'coder', [project.areas.district]);
		const { items } = valueOf(await listObservations(await contextFor(store, member), project.id, {}));
		expect(items.map(({ area }) => area)).toEqual(['Testland', 'Teststad', 'Testwijk', 'Testwijk']);
	});
});

describe('values from a file of another layout', () => {
	const wide = () => [
		textFile('wijken.csv', '"Titel van het bestand"\nGebied;KV1 (%);Iets\nTestwijk;23,5;1\nElders;9,0;2')
	];

	test('are looked at first: what is open is asked, then what would change, and nothing is stored', async () => {
		const context = await as('administrator');
		const open = valueOf(await previewObservations(context, project.id, wide()));
		expect(open).toMatchObject({ shape: 'indicators', asks: ['wave'], changes: [], otherAreas: ['Elders'] });
		const shown = valueOf(await previewObservations(context, project.id, wide(), { wave: '2023' }));
		expect(shown).toMatchObject({
			asks: [],
			inFile: 1,
			added: 1,
			changes: [{ indicatorKey: 'KV1', area: 'Testwijk', isNew: true, from: null, to: 23.5 }]
		});
		expect(await listed()).toEqual([]);
	});

	test('are stored by the same choices; what is there already so does not change', async () => {
		const context = await as('administrator');
		expect(codesOf(await importObservations(context, project.id, wide()))).toEqual(['figures-wave-missing']);
		valueOf(await importObservations(context, project.id, wide(), { wave: '2023' }));
		expect(await listed()).toEqual([['Testwijk', 2023, 23.5]]);
		expect(valueOf(await previewObservations(context, project.id, wide(), { wave: '2023' }))).toMatchObject({
			unchanged: 1,
			changes: []
		});
		const other = JSON.stringify({ 'KV1 (%)': '', Iets: 'kv1' });
		expect(
			valueOf(await previewObservations(context, project.id, wide(), { wave: '2023', columns: other })).changes
		).toMatchObject([{ isNew: false, from: 23.5, to: 1 }]);
	});

	test('a wrong cell is told with its row and column, and nothing is stored', async () => {
		const file = [textFile('wijken.csv', 'Gebied;KV1\nTestwijk;veel')];
		const refused = await importObservations(await as('administrator'), project.id, file, { wave: '2023' });
		expect(refused).toMatchObject({ problems: [{ code: 'number-unreadable', at: 'row 2, KV1' }] });
		expect(await listed()).toEqual([]);
	});

	test('choices that are no choices are refused', async () => {
		const context = await as('administrator');
		const send = (fields: object) => previewObservations(context, project.id, wide(), fields);
		expect(codesOf(await send({ columns: '{' }))).toEqual(['input-invalid']);
		expect(codesOf(await send({ columns: '{"a": 1}' }))).toEqual(['input-wrong-type']);
		expect(valueOf(await send({ wave: 'nooit' })).asks).toEqual(['wave']);
	});
});
