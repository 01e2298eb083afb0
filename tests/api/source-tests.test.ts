import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deleteObservation } from '../../src/lib/server/commands/delete-observation.ts';
import { deleteWave } from '../../src/lib/server/commands/delete-wave.ts';
import { saveObservation } from '../../src/lib/server/commands/save-observation.ts';
import { saveTypedObservation } from '../../src/lib/server/commands/save-typed-observation.ts';
import { storeObservations } from '../../src/lib/server/commands/store-observations.ts';
import { undoFigureImport } from '../../src/lib/server/commands/undo-figure-import.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listFigureImports, listObservationChanges } from '../../src/lib/server/views/figure-history.ts';
import { exportKernset } from '../../src/lib/server/views/export-kernset.ts';
import { viewIndicator } from '../../src/lib/server/views/indicator-page.ts';
import { codesOf, textFile, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addFiguresProject, closeFigures, keeperOf } from '../support/figures-project.ts';
import { type TestProject } from '../support/project.ts';

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

const { administrator, preview, take, values } = keeperOf(() => ({ store, project, indicatorId }));
const long = (columns: string, ...rows: string[]) => [
	textFile('a.csv', [`indicator;gebied;meetronde;peiljaar;waarde${columns}`, ...rows].join('\n'))
];
const tests = async () =>
	(await values()).map((one) => [...[one.waveYear, one.value, one.testedAgainst, one.testedChange]]);
const development = async () =>
	valueOf(await viewIndicator(await administrator(), project.id, indicatorId)).series[0]?.figures.development;
const columns = ';ondergrens;bovengrens;getoetst tegen;verschil getoetst';
const withTest = () => long(columns, 'KV1;Testwijk;2021;2021;60;55;65;;', 'KV1;Testwijk;2025;2025;62;58;66;2021;ja');

describe('what a source tested itself', () => {
	test('comes in with a file, is told before that, and decides before the margins', async () => {
		const told = await preview(withTest());
		expect(told.changes[1]?.differences).toEqual(
			expect.arrayContaining([
				{ part: 'testedAgainst', from: null, to: expect.stringMatching(/\S/) },
				{ part: 'testedChange', from: null, to: true }
			])
		);
		expect(JSON.stringify(told.changes)).not.toContain(project.waves[2021]);
		await take(withTest());
		expect(await tests()).toEqual([
			[2021, 60, null, null],
			[2025, 62, project.waves[2021], true]
		]);
		expect(await development()).toMatchObject({ verdict: 'worse', basis: { kind: 'tested', isChanged: true } });
	});

	test('stays when a file has no column for it; beside another value that is told', async () => {
		await take(withTest());
		const same = long('', 'KV1;Testwijk;2025;2025;62');
		expect((await preview(same)).warnings).toEqual([]);
		await take(same);
		const other = long(';ondergrens;bovengrens', 'KV1;Testwijk;2025;2025;63;59;67');
		expect((await preview(other)).warnings).toMatchObject([
			{ code: 'figures-test-kept', params: { n: 1, indicator: 'KV1', area: 'Testwijk' } }
		]);
		await take(other);
		expect((await tests())[1]).toEqual([2025, 63, project.waves[2021], true]);
		await take(long(';verschil getoetst', 'KV1;Testwijk;2025;2025;63;'));
		expect((await tests())[1]).toEqual([2025, 63, null, null]);
	});

	test('is part of the history, and comes back when an import is undone', async () => {
		await take(withTest());
		await take(long(';verschil getoetst', 'KV1;Testwijk;2025;2025;62;nee'));
		const [last] = valueOf(await listObservationChanges(await administrator(), project.id, { indicatorId })).items;
		expect([last?.before?.testedChange, last?.after?.testedChange]).toEqual([true, false]);
		const [latest] = valueOf(await listFigureImports(await administrator(), project.id, {})).items;
		valueOf(await undoFigureImport(await administrator(), project.id, latest?.id ?? ''));
		expect((await tests())[1]).toEqual([2025, 62, project.waves[2021], true]);
	});

	test('lapses when a file revises the first value of the pair: told before, in the history, and back with an undo', async () => {
		await take(withTest());
		const tested = (await tests())[1];
		const revised = long('', 'KV1;Testwijk;2021;2021;61');
		const told = await preview(revised);
		expect(told).toMatchObject({ inFile: 1, added: 0, changed: 2, unchanged: 0 });
		expect(told.warnings[0]).toMatchObject({
			code: 'figures-test-lapsed',
			params: { n: 1, indicator: 'KV1', area: 'Testwijk', wave: '2025' }
		});
		await take(revised);
		expect((await tests())[1]).toEqual([2025, 62, null, null]);
		expect(await development()).not.toMatchObject({ basis: { kind: 'tested' } });
		const history = valueOf(await listObservationChanges(await administrator(), project.id, { indicatorId })).items;
		expect(history.some(({ before, after }) => before?.testedChange === true && after?.testedChange === null)).toBe(
			true
		);
		const [latest] = valueOf(await listFigureImports(await administrator(), project.id, {})).items;
		valueOf(await undoFigureImport(await administrator(), project.id, latest?.id ?? ''));
		expect(await tests()).toEqual([[2021, 60, null, null], tested]);
	});

	test('lapses for a row of the file too, but for one that says it anew', async () => {
		await take(withTest());
		const both = ['KV1;Testwijk;2021;2021;61', 'KV1;Testwijk;2025;2025;62'] as const;
		expect((await preview(long('', ...both))).warnings[0]).toMatchObject({ code: 'figures-test-lapsed' });
		await take(long('', ...both));
		expect((await tests())[1]).toEqual([2025, 62, null, null]);
		await take(withTest());
		await take(long(';verschil getoetst', `${both[0]};`, `${both[1]};nee`));
		expect((await tests())[1]).toEqual([2025, 62, project.waves[2021], false]);
	});

	test('without a named round is tied to the last round with a value, of the project or of the file', async () => {
		await take(long('', 'KV1;Testwijk;2021;2021;60'));
		await take(long(';verschil getoetst', 'KV1;Testwijk;2025;2025;62;ja'));
		expect((await tests())[1]).toEqual([2025, 62, project.waves[2021], true]);
		const item = {
			indicatorKey: 'KV1',
			area: 'Testwijk',
			wave: 2025,
			referenceYear: 2025,
			value: 62,
			testedChange: false
		};
		valueOf(await storeObservations(await administrator(), project.id, { items: [item] }));
		expect((await tests())[1]).toEqual([2025, 62, project.waves[2021], false]);
	});

	test('goes out with the file to fill in and comes back the same', async () => {
		await take(withTest());
		for (const locale of ['nl', 'en'] as const) {
			const asked = { file: 'observations', format: 'xlsx' };
			const { bytes } = valueOf(await exportKernset(await administrator(), project.id, asked, locale));
			const told = await preview([{ name: 'values.xlsx', bytes }]);
			expect(told.changes.filter(({ to }) => to !== null)).toEqual([]);
		}
	});

	test('can be sent as JSON, by the name or the year of a round or without one', async () => {
		const item = { indicatorKey: 'KV1', area: 'Testwijk', referenceYear: 2020, value: 10, testedChange: false };
		const items = [
			{ ...item, wave: 2023 },
			{ ...item, wave: 2025, testedAgainst: 2021 }
		];
		valueOf(await storeObservations(await administrator(), project.id, { items }));
		expect(await tests()).toEqual([
			[2023, 10, project.waves[2021], false],
			[2025, 10, project.waves[2021], false]
		]);
	});
});

describe('what a source tested, typed on the page', () => {
	const typed = () => ({
		...{ indicatorId, areaId: project.areas.district, waveId: project.waves[2025], referenceYear: '2025' },
		...{ value: '62,5', n: '', lower: '', upper: '', trendBreak: false, suppressed: false, note: '' }
	});

	test('is stored with its round; a round without an outcome says nothing', async () => {
		const against = project.waves[2023];
		const save = async (more: object) =>
			valueOf(await saveTypedObservation(await administrator(), project.id, { ...typed(), ...more }));
		await save({ testedAgainst: against, testedChange: 'no' });
		expect(await tests()).toEqual([[2025, 62.5, against, false]]);
		await save({ testedAgainst: against, testedChange: '' });
		expect(await tests()).toEqual([[2025, 62.5, null, null]]);
	});

	test('lapses when the value it was tested against is typed anew or deleted, and not when a remark is', async () => {
		await take(withTest());
		const first = { ...typed(), waveId: project.waves[2021], referenceYear: '2021', value: '60', note: 'Nagekeken.' };
		valueOf(await saveTypedObservation(await administrator(), project.id, first));
		expect((await tests())[1]).toEqual([2025, 62, project.waves[2021], true]);
		const saved = valueOf(await saveTypedObservation(await administrator(), project.id, { ...first, value: '61' }));
		expect((await tests())[1]).toEqual([2025, 62, null, null]);
		await take(long(columns, 'KV1;Testwijk;2025;2025;62;58;66;2021;ja'));
		valueOf(await deleteObservation(await administrator(), project.id, saved.id));
		expect(await tests()).toEqual([[2025, 62, null, null]]);
	});

	test.each([
		[null, true, 'observation-test-without-round'],
		[2025, true, 'observation-test-not-earlier'],
		[2021, null, 'observation-test-without-outcome']
	] as const)('is refused by halves or against no earlier round: %s, %s', async (year, testedChange, code) => {
		const test = { testedAgainst: year && project.waves[year], testedChange };
		const input = { ...typed(), referenceYear: 2025, value: 62, n: null, lower: null, upper: null, ...test };
		expect(codesOf(await saveObservation(await administrator(), project.id, input))).toEqual([code]);
	});
});

test('a round that something was tested against is in use', async () => {
	await take(long(columns, 'KV1;Testwijk;2025;2025;62;58;66;2021;ja'));
	const refused = await deleteWave(await administrator(), project.id, project.waves[2021]);
	expect(codesOf(refused)).toEqual(['in-use']);
});
