import type { UnsayablePart } from '../domain/indicator/figure-revision.ts';

/** A cell: what was typed as text, or a number that a spreadsheet kept as a number. */
export type Cell = string | number;

export type TableRow = {
	/** as a spreadsheet counts: the row of column names is 1 */
	readonly row: number;
	readonly cells: readonly Cell[];
	/** figures: what the file does not say in this row, though others of its columns or rows may */
	readonly unsaid?: readonly UnsayablePart[];
};

/** A file of rows under column names, before anything is known about what it means. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly TableRow[] };

/** Whether something stands in a cell. */
export const isFilled = (cell: Cell): boolean => typeof cell === 'number' || cell.trim() !== '';

/** A title stands alone in its row; the names of columns do not. */
export const hasSeveral = (cells: readonly Cell[]): boolean => cells.filter(isFilled).length > 1;

/** Rows of a table, empty ones included: a kernset of 50 indicators for 500 areas and 4 rounds has as many. */
export const mostRows = 100_000;
