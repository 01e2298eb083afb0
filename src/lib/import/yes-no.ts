import type { Cell } from './table.ts';

const yes = new Set(['yes', 'y', 'ja', 'j', 'true', 'waar', '1', 'x']);
const no = new Set(['no', 'n', 'nee', 'false', 'onwaar', '0', '', '-', '–']);

/** Reads a cell that says yes or no, in Dutch or English; empty is no, null = something else. */
export const readYesNo = (cell: Cell): boolean | null => {
	const written = String(cell).trim().toLowerCase();
	if (yes.has(written)) return true;
	return no.has(written) ? false : null;
};
