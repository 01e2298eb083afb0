import { describe, expect, test } from 'vitest';
import { readTested, withOpenRounds } from '#lib/import/tested.ts';
import { readObservations } from '#lib/import/observations-table.ts';
import { readTable } from '#lib/import/read-table.ts';
import { textFile, valueOf } from './fixture.ts';
import { frame } from './frame.ts';

const waves = [...frame.waves, { id: 'wave-3', label: 'Derde meting', year: 2025 }];
const read = (columns: string, ...rows: string[]) => {
	const text = [`indicator;wijk;meetronde;peiljaar;waarde${columns}`, ...rows].join('\n');
	return readObservations(valueOf(readTable(textFile('a.csv', text))), { ...frame, waves });
};
const testsIn = (columns: string, ...rows: string[]) =>
	valueOf(read(columns, ...rows)).observations.map((one) => [one.testedAgainst, one.testedChange]);

describe('what a source tested, in a file', () => {
	test.each([
		[';getoetst tegen;verschil getoetst', 'ja', 'nee'],
		[';tested against;difference tested', 'yes', 'no'],
		[';testedAgainst;testedChange', 'true', 'false']
	])('is read from %s', (columns, yes, no) => {
		const rows = [`KG1;Overvecht;2025;2025;62;Nulmeting;${yes}`, `KW1;Overvecht;2025;2025;7;2023;${no}`];
		expect(testsIn(columns, ...rows)).toEqual([
			['wave-1', true],
			['wave-2', false]
		]);
	});

	test('is against the round before it of which the file has a value, else against the round before it', () => {
		const columns = ';verschil getoetst';
		const rows = ['KG1;Overvecht;2021;2021;60;', 'KG1;Overvecht;2023;2023;;', 'KW1;Overvecht;2023;2023;7;'];
		expect(testsIn(columns, ...rows, 'KG1;Overvecht;2025;2025;62;ja')[3]).toEqual(['wave-1', true]);
		expect(testsIn(columns, 'KG1;Batau;2025;2025;62;nee')).toEqual([['wave-2', false]]);
	});

	test('is open again for values that stand elsewhere, unless a row names the round', () => {
		const rows = [
			'KG1;Overvecht;2025;2025;62;Nulmeting;ja',
			'KW1;Overvecht;2025;2025;7;;ja',
			'KG1;Batau;2025;2025;9;;'
		];
		const { observations, unsaid } = valueOf(read(';getoetst tegen;verschil getoetst', ...rows));
		const rounds = (of: typeof observations) => of.map(({ testedAgainst }) => testedAgainst);
		expect(rounds(observations)).toEqual(['wave-1', 'wave-2', null]);
		expect(rounds(withOpenRounds(observations, unsaid))).toEqual(['wave-1', null, null]);
	});

	test('is nothing where a cell is empty: that is no "no"', () => {
		const columns = ';getoetst tegen;verschil getoetst';
		expect(testsIn(columns, 'KG1;Overvecht;2025;2025;62;;', 'KG1;Batau;2025;2025;62;-;n.v.t.')).toEqual([
			[null, null],
			[null, null]
		]);
		for (const cell of ['', ' ', '-', '–']) expect(readTested(cell)).toBeNull();
		expect([readTested(1), readTested('x'), readTested('0'), readTested('p < 0,05')]).toEqual([
			...[true, true, false, undefined]
		]);
	});

	test.each([
		['KG1;Overvecht;2025;2025;62;2021;', 'test-without-outcome', 'verschil getoetst'],
		['KG1;Overvecht;2021;2021;62;;ja', 'test-without-round', 'verschil getoetst'],
		['KG1;Overvecht;2023;2023;62;2025;ja', 'test-not-earlier', 'getoetst tegen'],
		['KG1;Overvecht;2023;2023;62;2021;misschien', 'yes-no-unreadable', 'verschil getoetst'],
		['KG1;Overvecht;2023;2023;62;Nulmetin;ja', 'table-wave-unknown', 'getoetst tegen']
	])('is refused when it cannot be so: %s', (row, code, column) => {
		const result = read(';getoetst tegen;verschil getoetst', row);
		expect(result.ok ? [] : result.problems).toMatchObject([{ code, params: { row: 2, column } }]);
	});

	test('is left unsaid without its column', () => {
		const unsaidOf = (columns: string, row: string) => [...valueOf(read(columns, row)).unsaid.values()].flat();
		expect(unsaidOf('', 'KG1;Overvecht;2025;2025;62')).toEqual(
			expect.arrayContaining(['testedAgainst', 'testedChange'])
		);
		const said = unsaidOf(';verschil getoetst', 'KG1;Overvecht;2025;2025;62;ja');
		expect(said).toContain('testedAgainst');
		expect(said).not.toContain('testedChange');
		const whole = unsaidOf(';getoetst tegen;verschil getoetst', 'KG1;Overvecht;2025;2025;62;2021;ja');
		expect(whole).not.toContain('testedAgainst');
	});
});
