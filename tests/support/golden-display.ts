import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { outcomeOf } from '#lib/merge/development.ts';
import type { DisplayRow, JointDisplay } from '#lib/merge/joint-display.ts';
import type { Context } from '#lib/server/access/context.ts';
import { viewJointDisplay } from '#lib/server/views/joint-display.ts';
import { viewMatrix } from '#lib/server/views/matrix.ts';
import { valueOf } from '../import/fixture.ts';

// The golden rows of the demo, from expected-display.csv, which no code of ours made.

export type Row = Readonly<Record<string, string>>;
type Keyed = { readonly key: string; readonly name: string };

const file = (name: string) => readFileSync(new URL(`../../static/demo/${name}`, import.meta.url), 'utf8');
const demo: { pillars: Keyed[]; areas: Keyed[] } = JSON.parse(file('project.json'));
const { codes }: { codes: Keyed[] } = JSON.parse(file('codebook.json'));
const keyOf = (list: readonly Keyed[], name: string) => list.find((item) => item.name === name)?.key ?? '';

/** The rows that are expected in a state of the demo. */
export const expectedRows = (state: string): readonly Row[] =>
	Papa.parse<Row>(file('expected-display.csv'), { header: true, skipEmptyLines: true }).data.filter(
		(row) => row['state'] === state
	);

/** Every display of a project that holds the demo. */
export const allDisplays = async (context: Context, projectId: string): Promise<readonly JointDisplay[]> => {
	const overview = valueOf(await viewMatrix(context, projectId, {}));
	const displays: JointDisplay[] = [];
	for (const area of overview.matrix?.areas ?? [])
		for (const pillar of overview.matrix?.pillars ?? []) {
			const page = await viewJointDisplay(context, projectId, { pillarId: pillar.id, areaId: area.id });
			displays.push(valueOf(page).display);
		}
	return displays;
};

/** All rows of these displays in the columns of the file. */
export const rowsOf = (displays: readonly JointDisplay[], state: string): readonly Row[] =>
	displays.flatMap((display) => display.rows.map((row) => inColumns(display, row, state)));

/** A row of the display in the columns of expected-display.csv. */
const inColumns = ({ area, pillar, from, to }: JointDisplay, row: DisplayRow, state: string): Row => {
	const { together, resident, professional, groups } = row.voices;
	return {
		state,
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
export const sorted = (row: Row): Row => ({
	...row,
	perIndicator: (row['perIndicator'] ?? '').split(' ').toSorted().join(' ')
});
