import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '#lib/merge/development.ts';
import type { DisplayRow, JointDisplay } from '#lib/merge/joint-display.ts';
import type { Context } from '#lib/server/access/context.ts';
import { loadDemo } from '#lib/server/commands/load-demo.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { testStore } from '../support/database.ts';
import { addUser, contextFor } from '../support/project.ts';

// The golden test: the demo through the real store, against expected-display.csv, which no code of ours made.

type Row = Readonly<Record<string, string>>;
type Keyed = { readonly key: string; readonly name: string };

const file = (name: string) => readFileSync(new URL(`../../static/demo/${name}`, import.meta.url), 'utf8');
const expected = Papa.parse<Row>(file('expected-display.csv'), { header: true, skipEmptyLines: true }).data.filter(
	({ state }) => state === 'start'
);
const demo: { pillars: Keyed[]; areas: Keyed[] } = JSON.parse(file('project.json'));
const { codes }: { codes: Keyed[] } = JSON.parse(file('codebook.json'));
const keyOf = (list: readonly Keyed[], name: string) => list.find((item) => item.name === name)?.key ?? '';

/** A row of the display in the columns of expected-display.csv. */
const inColumns = ({ area, pillar, from, to }: JointDisplay, row: DisplayRow): Row => {
	const { together, resident, professional, groups } = row.voices;
	return {
		state: 'start',
		area: keyOf(demo.areas, area.name),
		pillar: keyOf(demo.pillars, pillar.name),
		codeKey: keyOf(codes, row.name),
		fromWave: String(from.year),
		toWave: String(to.year),
		figures: row.development,
		perIndicator: row.indicators
			.filter(({ relation }) => relation === 'same-topic')
			.map(({ key, development }) => `${key}=${outcomeOf(development)}`)
			.toSorted()
			.join(' '),
		voices: together.outcome,
		m: String(together.mentions),
		forward: String(together.forward),
		improve: String(together.improve),
		backward: String(together.backward),
		residents: resident.outcome,
		professionals: professional.outcome,
		groups,
		thin: together.isThin ? 'yes' : 'no',
		proposal: row.proposal.fit ?? '',
		fictional: 'yes'
	};
};

/** The indicators of a theme have no order of their own in the database. */
const sorted = (row: Row): Row => ({
	...row,
	perIndicator: (row['perIndicator'] ?? '').split(' ').toSorted().join(' ')
});

let store: Store;
let context: Context;
let projectId: string;
const displays: JointDisplay[] = [];

beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Test administrator', true));
	const loaded = await loadDemo(context);
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	projectId = loaded.value.projectId;
	const overview = await viewMatrix(context, projectId, {});
	if (!overview.ok) throw new Error(JSON.stringify(overview.problems));
	for (const area of overview.value.matrix?.areas ?? [])
		for (const pillar of overview.value.matrix?.pillars ?? []) {
			const page = await viewJointDisplay(context, projectId, { pillarId: pillar.id, areaId: area.id });
			if (!page.ok) throw new Error(JSON.stringify(page.problems));
			displays.push(page.value.display);
		}
}, 120_000);
afterAll(() => store.close());

const rows = () => displays.flatMap((display) => display.rows.map((row) => inColumns(display, row)));

describe('the display of the loaded demo', () => {
	test('has the hundred rows of four wijken and five pijlers, in the order of the codebook', () => {
		const key = (row: Row) => `${row['area']} ${row['pillar']} ${row['codeKey']}`;
		expect(rows().map(key)).toEqual(expected.map(key));
		expect(rows()).toHaveLength(100);
	});

	test.each(expected.map((row, at) => [`${row['area']} ${row['codeKey']}`, row, at] as const))(
		'%s is as expected',
		(_, row, at) => {
			const built = rows()[at];
			expect(built).toEqual(sorted(row));
		}
	);

	test('shows each explanation of the demo that belongs to its rows and rounds', () => {
		const texts = new Set(
			displays.flatMap((display) => display.rows.flatMap((row) => row.explanations.map(({ text }) => text)))
		);
		expect(texts.size).toBe(10);
	});

	test('no blind second coding counts: interviews that were coded twice stand once in every row', () => {
		for (const display of displays)
			for (const { voices } of display.rows)
				expect(new Set(voices.signs.map(({ sourceId }) => sourceId)).size).toBe(voices.signs.length);
	});
});

describe('the overview of the loaded demo', () => {
	test('says the same as the displays behind it', async () => {
		const overview = await viewMatrix(context, projectId, {});
		if (!overview.ok) throw new Error(JSON.stringify(overview.problems));
		const { matrix } = overview.value;
		const proposals = expected.filter(({ proposal }) => proposal !== '').length;
		expect(matrix).toMatchObject({ rows: proposals, decided: 0 });
		for (const cell of matrix?.cells.flat() ?? []) {
			const own = displays.find(({ pillar, area }) => pillar.id === cell.pillar.id && area.id === cell.area.id);
			expect(cell.rows).toBe(own?.rows.filter(({ proposal }) => proposal.fit !== null).length);
			const interviews = new Set(own?.rows.flatMap(({ voices }) => voices.signs.map(({ sourceId }) => sourceId)));
			expect(new Set(cell.signs.map(({ sourceId }) => sourceId))).toEqual(interviews);
		}
	});

	test('Onderwijs is absent in Batau, and its voices are shown all the same', async () => {
		const overview = await viewMatrix(context, projectId, {});
		if (!overview.ok) throw new Error(JSON.stringify(overview.problems));
		const absent = overview.value.matrix?.cells.flat().filter(({ isAbsent }) => isAbsent) ?? [];
		expect(absent.map(({ area, pillar, signs }) => [area.name, pillar.name, signs.length > 0])).toEqual([
			['Batau', 'Onderwijs', true]
		]);
	});
});
