import { expect, test } from 'vitest';
import type { NetworkDisplay } from '#lib/merge/network.ts';
import { networkTable } from '#lib/report/network-table.ts';
import { area } from '../import/frame.ts';

const cell = (name: string, mentions: number) => ({
	area: area(name),
	voices: { total: 9, mentions, good: mentions, improve: 1, isThin: mentions < 3 },
	signs: []
});
const display: NetworkDisplay = {
	areas: [area('Batau'), area('Overvecht')],
	interviews: [9, 9],
	rows: [{ codeId: 's1', name: 'Elkaar kennen', definition: '', cells: [cell('Batau', 2), cell('Overvecht', 3)] }]
};
const about = { projectName: 'Monitor', isFictional: false, frozenAt: '2025-11-19T09:00:00.000Z' };

test('what fewer interviews than the small cell say about a theme is not told; from there on it is', () => {
	expect(networkTable(display, 3, about, 'nl').rows).toEqual([
		['Elkaar kennen', 'Batau', 9, 'minder dan 3', null, null],
		['Elkaar kennen', 'Overvecht', 9, 3, 3, 1]
	]);
});

test('a theme that nobody mentions says nothing of anybody', () => {
	const silent = { ...display, rows: display.rows.map((row) => ({ ...row, cells: [cell('Batau', 0)] })) };
	expect(networkTable(silent, 3, about, 'nl').rows[0]?.slice(0, 4)).toEqual(['Elkaar kennen', 'Batau', 9, 0]);
});

test('the file counts of how many themes it is not told, and says so where nothing was left out', () => {
	const left = (shown: NetworkDisplay, smallest: number) =>
		new Map(networkTable(shown, smallest, about, 'nl').about).get('Wat hier niet in staat, en waarom');
	expect(left(display, 3)).toBe(
		'Van 1 thema in een wijk staat er niet wat professionals zeggen: te weinig gesprekken noemen het.'
	);
	expect(left(display, 4)).toContain('Van 2 thema’s');
	expect(left(display, 1)).toBe('Er is niets weggelaten.');
});
