import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeObservations } from '../../src/lib/server/commands/store-observations.ts';
import { undoFigureImport } from '../../src/lib/server/commands/undo-figure-import.ts';
import type { Store } from '../../src/lib/server/store/database.ts';
import { listFigureImports } from '../../src/lib/server/views/figure-history.ts';
import { textFile, valueOf } from '../import/fixture.ts';
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
	await setByHand(project.areas.district, {
		...{ value: 10, n: 120, lower: 8, upper: 12, trendBreak: true, note: 'andere vraag é 😀' },
		...{ source: 'GGD', sourceVersion: '2021', trendBreakReason: 'nieuwe vraag' }
	});
	await setByHand(project.areas.other, { value: null, suppressed: true, note: 'n < 10' });
});
afterAll(() => closeFigures(store));

const { administrator, setByHand, values, ...keeper } = keeperOf(() => ({ store, project, indicatorId }));
const wide = (first: string, second: string) => [
	textFile('wijken.csv', `Gebied;KV1\nTestwijk;${first}\nAndere wijk;${second}\n`)
];
const preview = (files: ReturnType<typeof wide>, fields: object = { wave: '2021' }) => keeper.preview(files, fields);
const take = (files: ReturnType<typeof wide>, fields: object = { wave: '2021' }) => keeper.take(files, fields);
const figures = async () =>
	(await values()).map(
		({ area, referenceYear, value, n, lower, upper, trendBreak, suppressed, note, source, ...other }) => ({
			...{ area, referenceYear, value, n, lower, upper, trendBreak, suppressed, note, source },
			...{ sourceVersion: other.sourceVersion, trendBreakReason: other.trendBreakReason }
		})
	);
const testwijk = {
	...{ area: 'Testwijk', referenceYear: 2020, value: 10, n: 120, lower: 8, upper: 12, trendBreak: true },
	...{ suppressed: false, note: 'andere vraag é 😀', source: 'GGD', sourceVersion: '2021' },
	trendBreakReason: 'nieuwe vraag'
};
const andereWijk = {
	...{ area: 'Andere wijk', referenceYear: 2020, value: null, n: null, lower: null, upper: null, trendBreak: false },
	...{ suppressed: true, note: 'n < 10', source: null, sourceVersion: null, trendBreakReason: null }
};
const codesOf = (problems: readonly { readonly code: string }[]) => problems.map(({ code }) => code);

describe('a file with only values', () => {
	test('leaves a trend break and a suppressed value as they are, and takes away what was of the old value', async () => {
		const told = await preview(wide('9', '14'));
		expect(told).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
		expect(told.changes.map(({ area, from, to, differences }) => [area, from, to, differences])).toEqual([
			[
				...['Testwijk', 10, 9],
				[
					{ part: 'value', from: 10, to: 9 },
					{ part: 'n', from: 120, to: null },
					{ part: 'lower', from: 8, to: null },
					{ part: 'upper', from: 12, to: null },
					{ part: 'source', from: 'GGD', to: null },
					{ part: 'sourceVersion', from: '2021', to: null }
				]
			]
		]);
		expect(told.warnings).toMatchObject([
			{ code: 'figures-break-kept', params: { n: 1, indicator: 'KV1', area: 'Testwijk' } },
			{ code: 'figures-note-kept', params: { n: 1, area: 'Testwijk', note: 'andere vraag é 😀' } },
			{ code: 'figures-suppression-kept', params: { n: 1, area: 'Andere wijk' } },
			{ code: 'figures-count-dropped', params: { n: 1, area: 'Testwijk' } },
			{ code: 'figures-source-dropped', params: { n: 1, area: 'Testwijk' } }
		]);
		const { warnings, stored } = await take(wide('9', '14'));
		expect([stored, codesOf(warnings)]).toEqual([2, codesOf(told.warnings)]);
		expect(await figures()).toEqual([
			andereWijk,
			{ ...testwijk, value: 9, n: null, lower: null, upper: null, source: null, sourceVersion: null }
		]);
	});

	test('leaves a break that somebody lifts at the value itself', async () => {
		await take(wide('9', 'x'));
		await setByHand(project.areas.district, { value: 9, trendBreak: false });
		expect(codesOf((await preview(wide('8', 'x'))).warnings)).toEqual([]);
		await take(wide('8', 'x'));
		expect((await figures())[1]).toMatchObject({ value: 8, trendBreak: false, note: '' });
	});

	test('changes nothing when the values are the same; an empty field of the screen is no source either', async () => {
		const fields = { wave: '2021', source: '', sourceVersion: '' };
		expect(await preview(wide('10', 'x'), fields)).toMatchObject({ changed: 0, unchanged: 2, warnings: [] });
		await take(wide('10', 'x'), fields);
		expect(await figures()).toEqual([andereWijk, testwijk]);
	});

	test('is undone to what was there', async () => {
		await take(wide('9', '14'), { wave: '2021', source: 'Enquête' });
		expect((await figures()).map(({ source }) => source)).toEqual(['Enquête', 'Enquête']);
		const [last] = valueOf(await listFigureImports(await administrator(), project.id, {})).items;
		valueOf(await undoFigureImport(await administrator(), project.id, last?.id ?? ''));
		expect(await figures()).toEqual([andereWijk, testwijk]);
	});

	test('in the layout of OData does so too', async () => {
		const value = [{ WijkenEnBuurten: 'Testwijk', Perioden: '2021JJ00', KV1: 9 }];
		await take([textFile('cbs.json', JSON.stringify({ value }))], {});
		expect((await figures())[1]).toMatchObject({ value: 9, trendBreak: true, trendBreakReason: 'nieuwe vraag' });
	});
});

describe('a file with a value a row', () => {
	const head = 'indicator;gebied;meetronde;peiljaar;waarde';
	const long = (more: string, ...rows: string[]) => [textFile('a.csv', [head + more, ...rows].join('\n'))];

	test('says no with a column that is there and empty', async () => {
		const columns = ';aantal;ondergrens;bovengrens;trendbreuk;onderdrukt;opmerking;bron;versie;reden trendbreuk';
		const file = long(columns, 'KV1;Testwijk;2021;2021;10;;;;;;;;;', 'KV1;Andere wijk;2021;2021;14;;;;;;;;;');
		expect((await preview(file, {})).warnings).toEqual([]);
		await take(file, {});
		const empty = { ...andereWijk, referenceYear: 2021, suppressed: false, note: '' };
		expect(await figures()).toEqual([
			{ ...empty, value: 14 },
			{ ...empty, area: 'Testwijk', value: 10 }
		]);
	});

	test('keeps what it has no columns for', async () => {
		const file = long('', 'KV1;Testwijk;2021;2020;10', 'KV1;Andere wijk;2021;2020;14');
		expect(codesOf((await preview(file, {})).warnings)).toEqual(['figures-suppression-kept']);
		await take(file, {});
		expect(await figures()).toEqual([andereWijk, testwijk]);
	});

	test('does not ask for a reason that is known', async () => {
		const file = long(';trendbreuk', 'KV1;Testwijk;2021;2020;10;ja');
		expect((await preview(file, {})).warnings).toEqual([]);
		await take(file, {});
		expect((await figures())[1]).toEqual(testwijk);
	});
});

test('values sent as JSON still replace all that stood there', async () => {
	const items = [{ indicatorKey: 'KV1', area: 'Testwijk', wave: 2021, referenceYear: 2020, value: 10 }];
	valueOf(await storeObservations(await administrator(), project.id, { items }));
	expect((await figures())[1]).toMatchObject({ trendBreak: false, n: null, note: '', trendBreakReason: null });
});
