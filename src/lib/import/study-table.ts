import type { Result } from '../domain/problem.ts';
import { readTable } from './read-table.ts';
import type { UploadedFile } from './source-draft.ts';
import type { Cell, Table } from './table.ts';

/**
 * Reads a table of a study: any columns. In a workbook a line or two of title may stand above the names of the columns,
 * which are the first row with more than one filled cell.
 */
export const readStudyTable = (file: UploadedFile): Result<Table> =>
	readTable(file, isWorkbook(file) ? hasSeveral : undefined);

const isWorkbook = ({ bytes }: UploadedFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const hasSeveral = (cells: readonly Cell[]): boolean =>
	cells.filter((cell) => typeof cell === 'number' || cell.trim() !== '').length > 1;
