import { betweenSheets } from '../domain/integration/study-evidence.ts';
import { fail, ok, type Result } from '../domain/problem.ts';
import { tooLarge } from './decode-text.ts';
import { isWorkbook, largestTableBytes, readTable, tableOf } from './read-table.ts';
import type { UploadedFile } from './source-draft.ts';
import { hasSeveral, isFilled, type Table, type TableRow } from './table.ts';
import { readXlsxSheets } from './xlsx.ts';

/** A table of a study as its file holds it; `title` stands above the names of its columns ('' = nothing does). */
export type StudySheet = { readonly title: string; readonly table: Table };

/**
 * Reads a table of a study: any columns. In a workbook a line or two of title may stand above the names of the columns,
 * which are the first row with more than one filled cell. Of a workbook with several sheets, one has to be named.
 */
export const readStudyTable = (file: UploadedFile, sheetName = ''): Result<StudySheet> => {
	if (!isWorkbook(file)) {
		const table = readTable(file);
		return table.ok ? ok({ title: '', table: table.value }) : table;
	}
	if (file.bytes.length > largestTableBytes) return tooLarge(file.bytes.length, largestTableBytes);
	const read = readXlsxSheets(file.bytes);
	if (!read.ok) return read;
	const sheets = read.value.filter(({ rows }) => rows.length > 0);
	if (sheets.length === 0) return fail('file-empty');
	const wanted = plain(sheetName);
	const sheet = wanted === '' && sheets.length === 1 ? sheets[0] : sheets.find(({ name }) => plain(name) === wanted);
	const names = { sheets: sheets.map(({ name }) => name).join(betweenSheets) };
	if (!sheet) return fail(wanted === '' ? 'study-table-which-sheet' : 'study-table-sheet-unknown', names, 'sheet');
	const table = tableOf(sheet.rows, hasSeveral);
	return table.ok ? ok({ title: titleOf(sheet.rows), table: table.value }) : table;
};

const plain = (name: string): string => name.trim().toLocaleLowerCase('nl');

/** The first row of one cell, when it stands above the names of the columns. */
const titleOf = (rows: readonly TableRow[]): string => {
	const [first] = rows.filter(({ cells }) => cells.some(isFilled));
	const [title, ...others] = first?.cells.filter(isFilled) ?? [];
	return typeof title === 'string' && others.length === 0 ? title.trim() : '';
};
