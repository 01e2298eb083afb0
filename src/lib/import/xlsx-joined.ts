import type { Cell, TableRow } from './table.ts';

/** Cells that were joined down a column, by the numbers of their rows in the sheet. */
export type Joined = { readonly column: number; readonly from: number; readonly to: number };

const mostFilled = 1_000_000; // cells; no list that a person keeps has more

/** What "B2:B5" joins; null when it goes down no further than one row. */
export const joinedDown = (range: string | undefined, columnOf: (address: string) => number | null): Joined | null => {
	const [start = '', end = ''] = (range ?? '').split(':');
	const [column, from, to] = [columnOf(start), ...[start, end].map((each) => Number(/\d+$/.exec(each)?.[0]))];
	return column !== null && column !== undefined && from !== undefined && to !== undefined && to > from
		? { column, from, to }
		: null;
};

/**
 * Rows in which what was written once, in cells joined down a column, stands in each of them: "Wonen" beside five codes
 * is said of all five. Empty rows stay away.
 */
export const spreadJoined = (rows: readonly TableRow[], joined: readonly Joined[]): readonly TableRow[] => {
	const at = new Map(rows.map(({ row }, index) => [row, index]));
	const spread = rows.map(({ row, cells }) => ({ row, cells: [...cells] }));
	let filled = 0;
	for (const { column, from, to } of joined) {
		const first = at.get(from);
		const value: Cell = (first === undefined ? undefined : rows[first]?.cells[column]) ?? '';
		if (first === undefined || value === '') continue;
		for (let index = first + 1; filled < mostFilled; index += 1) {
			const below = spread[index];
			if (!below || below.row > to) break;
			filled += 1;
			if (below.cells.every((cell) => cell === '')) continue;
			while (below.cells.length < column) below.cells.push('');
			below.cells[column] ||= value;
		}
	}
	return spread;
};
