import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JointDisplay } from '#lib/merge/joint-display.ts';
import type { Context } from '#lib/server/access/context.ts';
import { loadDemo } from '#lib/server/commands/load-demo.ts';
import type { Store } from '#lib/server/store/database.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { testStore } from '../support/database.ts';
import { allDisplays, expectedRows, rowsOf, sorted, type Row } from '../support/golden-display.ts';
import { addUser, contextFor } from '../support/project.ts';

// The golden test: the demo through the real store, against expected-display.csv, which no code of ours made.

const expected = expectedRows('start');

let store: Store;
let context: Context;
let projectId: string;
let displays: readonly JointDisplay[] = [];

beforeAll(async () => {
	store = await testStore();
	context = await contextFor(store, await addUser(store, 'Test administrator', true));
	const loaded = await loadDemo(context);
	if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
	projectId = loaded.value.projectId;
	displays = await allDisplays(context, projectId);
}, 120_000);
afterAll(() => store.close());

const rows = () => rowsOf(displays, 'start');

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
