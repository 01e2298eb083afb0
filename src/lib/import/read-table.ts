import Papa from 'papaparse';
import { fail, failAll, ok, type Problem, type Result } from '../domain/problem.ts';
import type { TextEncoding } from '../domain/source/file-reading.ts';
import { decodeText, tooLarge } from './decode-text.ts';
import { extensionOf } from './detect-format.ts';
import type { UploadedFile } from './source-draft.ts';
import { isFilled, mostRows, type Cell, type Table, type TableRow } from './table.ts';
import { readXlsx, readXlsxSheets } from './xlsx.ts';

export const largestTableBytes = 20_000_000;
const mostColumns = 500;

/** Whether a file begins as a zip does: of tables that is a workbook. */
export const isWorkbook = ({ bytes }: UploadedFile): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Tells the row of column names of a file that has lines about itself above it. */
export type IsHeader = (cells: readonly Cell[]) => boolean;

/**
 * Reads a CSV file (`;`, `,` or tab) or the first sheet of an XLSX file; empty rows are passed over. The first filled
 * row names the columns, or the first one that `isHeader` knows: a list of which each row stands for itself, so that cells
 * of a sheet joined down a column are said of each of their rows.
 */
export const readTable = (
	file: UploadedFile,
	isHeader?: IsHeader,
	encoding: 'auto' | TextEncoding = 'auto'
): Result<Table> => {
	const { name, bytes } = file;
	if (bytes.length === 0) return fail('file-empty');
	if (bytes.length > largestTableBytes) return tooLarge(bytes.length, largestTableBytes);
	if (isWorkbook(file)) {
		const rows = readXlsx(bytes, isHeader ? 'each' : 'once');
		return rows.ok ? tableOf(rows.value, isHeader) : rows;
	}
	if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return fail('file-is-old-excel');
	const extension = extensionOf(name);
	if (!['csv', 'txt', 'tsv', ''].includes(extension)) return fail('table-type-unknown', { extension });
	const decoded = decodeText(bytes, encoding);
	return decoded.ok ? readCsv(decoded.value.text, isHeader) : decoded;
};

/** A table of a workbook, by the name of its sheet; '' = the file is one table. */
export type NamedTable = { readonly sheet: string; readonly table: Table };

/** Reads all sheets of a workbook, or the one table of another file. Sheets without rows below a header are left out. */
export const readTables = (file: UploadedFile, isHeader?: IsHeader): Result<readonly NamedTable[]> => {
	const { bytes } = file;
	if (bytes.length > largestTableBytes || !isWorkbook(file)) return asOne(readTable(file, isHeader));
	const sheets = readXlsxSheets(bytes);
	if (!sheets.ok) return sheets;
	const read = sheets.value.map(({ name, rows }) => ({ sheet: name, table: tableOf(rows, isHeader) }));
	const tables = read.flatMap(({ sheet, table }) => (table.ok ? [{ sheet, table: table.value }] : []));
	const [only] = read;
	if (only && read.length === 1) return asOne(only.table);
	const faults = read.flatMap(({ sheet, table }) =>
		table.ok || table.problems.every(({ code }) => emptyCodes.has(code)) ? [] : inSheet(table.problems, sheet)
	);
	if (faults.length > 0) return failAll(faults);
	return tables.length > 0 ? ok(tables) : fail('file-empty');
};

const emptyCodes = new Set(['file-empty', 'table-without-rows']);

const asOne = (table: Result<Table>): Result<readonly NamedTable[]> =>
	table.ok ? ok([{ sheet: '', table: table.value }]) : table;

/** Problems of one sheet of several: the place begins with its name. */
export const inSheet = (problems: readonly Problem[], sheet: string): readonly Problem[] =>
	sheet === ''
		? problems
		: problems.map((problem) => ({
				...problem,
				params: { ...problem.params, sheet },
				at: `${sheet}: ${problem.at ?? ''}`.replace(/: $/, '')
			}));

/** The rows of a sheet as a table, from the row of column names on. */
export const tableOf = (rows: readonly TableRow[], isHeader?: IsHeader): Result<Table> =>
	toTable(fromHeader(rows, isHeader));

const fromHeader = (rows: readonly TableRow[], isHeader: IsHeader | undefined): readonly TableRow[] =>
	isHeader
		? rows.slice(
				Math.max(
					0,
					headerIn(
						rows.map(({ cells }) => cells),
						isHeader
					)
				)
			)
		: rows;

const mostLinesAbove = 50; // that a file says of itself above its columns

const headerIn = (rows: readonly (readonly Cell[])[], isHeader: IsHeader): number =>
	rows.slice(0, mostLinesAbove).findIndex((cells) => cells.length > 0 && isHeader(cells));

/** The delimiter with which a row of column names is found. */
const delimiterByHeader = (text: string, isHeader: IsHeader): string | undefined =>
	delimiters.find((delimiter) => {
		const { data } = Papa.parse<string[]>(text, { delimiter, preview: mostLinesAbove });
		return headerIn(data, isHeader) >= 0 && data[headerIn(data, isHeader)]?.some((_, index) => index > 0);
	});

const readCsv = (text: string, isHeader: IsHeader | undefined): Result<Table> => {
	const delimiter = (isHeader && delimiterByHeader(text, isHeader)) ?? delimiterOf(text);
	const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: mostRows + 2 });
	const quotes = errors.filter(({ type }) => type === 'Quotes');
	if (quotes.length > 0)
		return failAll(
			quotes.map(({ row }) => ({ code: 'table-quote-open', params: { row: (row ?? 0) + 1 } })).map(withAt)
		);
	return toTable(
		fromHeader(
			data.map((cells, index) => ({ row: index + 1, cells })),
			isHeader
		)
	);
};

const withAt = (problem: Problem): Problem => ({ ...problem, at: `row ${problem.params?.['row'] ?? ''}` });

const delimiters = [';', ',', '\t'] as const;

/** The delimiter that stands most often in the first line, outside quotes. */
const delimiterOf = (text: string): string => {
	const counts = new Map<string, number>(delimiters.map((delimiter) => [delimiter, 0]));
	let quoted = false;
	for (const character of text.slice(0, 20_000)) {
		if (character === '"') quoted = !quoted;
		else if (character === '\n' && !quoted) break;
		else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
	}
	return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ';';
};

/** The first filled row names the columns; a row with more cells than there are columns is a problem. */
const toTable = (read: readonly TableRow[]): Result<Table> => {
	if (read.length > mostRows + 1) return fail('table-too-long', { limit: mostRows });
	const [header, ...rows] = read.filter(({ cells }) => cells.some(isFilled));
	if (!header) return fail('file-empty');
	const columns = header.cells.map((cell) => String(cell).trim());
	while (columns.at(-1) === '') columns.pop();
	if (columns.length > mostColumns) return fail('table-too-wide', { count: columns.length, limit: mostColumns });
	if (rows.length === 0) return fail('table-without-rows');
	const ragged = rows.filter(({ cells }) => cells.slice(columns.length).some(isFilled));
	if (ragged.length > 0)
		return failAll(
			ragged.map(({ row, cells }) =>
				withAt({ code: 'table-row-too-long', params: { row, cells: cells.length, columns: columns.length } })
			)
		);
	return ok({ columns, rows });
};
