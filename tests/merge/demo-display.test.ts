import { describe, expect, test } from 'vitest';
import { buildJointDisplay } from '#lib/merge/build-display.ts';
import { outcomeOf } from '#lib/merge/development.ts';
import type { DisplayRow } from '#lib/merge/joint-display.ts';
import { csv, demoInput, pillars, type CsvRow, type DemoState } from './demo-project.ts';

const expected = csv('expected-display.csv');
const states: readonly DemoState[] = ['start', 'all-released', 'after-withdrawal'];
const districts = ['overvecht', 'batau', 'vollenhove', 'soesterkwartier'];

const displayOf = (pillar: string, area: string, state: DemoState) => {
	const built = buildJointDisplay(demoInput(pillar, area, state));
	if (!built.ok) throw new Error(JSON.stringify(built.problems));
	return built.value;
};

/** A row of the display in the columns of expected-display.csv. */
const inColumns = (row: DisplayRow, state: string, area: string, pillar: string): CsvRow => {
	const { together, resident, professional, groups } = row.voices;
	return {
		state,
		area,
		pillar,
		codeKey: row.codeId,
		fromWave: '2021',
		toWave: '2025',
		figures: row.development,
		perIndicator: row.indicators
			.filter(({ relation }) => relation === 'same-topic')
			.map(({ key, development }) => `${key}=${outcomeOf(development)}`)
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

describe.each(states)('the demo in state %s', (state) => {
	const built = districts.flatMap((area) =>
		pillars.flatMap(({ id: pillar }) =>
			displayOf(pillar, area, state).rows.map((row) => inColumns(row, state, area, pillar))
		)
	);
	const rows = expected.filter((row) => row['state'] === state);

	test('the oracle has the hundred rows of four districts', () => {
		expect(rows).toHaveLength(100);
	});

	test('has the same rows in the same order as expected-display.csv', () => {
		const key = (row: CsvRow) => `${row['area']} ${row['pillar']} ${row['codeKey']}`;
		expect(built.map(key)).toEqual(rows.map(key));
	});

	test.each(rows.map((row, at) => [`${row['area']} ${row['codeKey']}`, row, at] as const))(
		'%s is as expected',
		(_, row, at) => {
			expect(built[at]).toEqual(row);
		}
	);
});
