import { fail, ok, type Result } from '../domain/problem.ts';
import { decodeText, tooLarge } from './decode-text.ts';
import { isObject, parseJson } from './json.ts';
import { largestTableBytes, readTables, type NamedTable } from './read-table.ts';
import type { UploadedFile } from './source-draft.ts';
import { hasSeveral, mostRows, type Cell, type Table } from './table.ts';

/**
 * Reads figures: a CSV file or the sheets of an XLSX file, also with lines about themselves above the names of their
 * columns, or OData as JSON.
 */
export const readFigures = (file: UploadedFile): Result<readonly NamedTable[]> => {
	const first = file.bytes.find((byte) => !blanks.has(byte));
	if (first !== openBrace) return readTables(file, hasSeveral);
	if (file.bytes.length > largestTableBytes) return tooLarge(file.bytes.length, largestTableBytes);
	const decoded = decodeText(file.bytes);
	if (!decoded.ok) return decoded;
	const table = readOData(decoded.value.text);
	return table.ok ? ok([{ sheet: '', table: table.value }]) : table;
};

/** white space and the bytes of a mark of byte order */
const blanks = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
const openBrace = 0x7b;

/** The rows of `value`; a nested thing or a missing one is an empty cell. */
const readOData = (text: string): Result<Table> => {
	const parsed = parseJson(text);
	const items: unknown = isObject(parsed) ? parsed['value'] : null;
	if (!Array.isArray(items) || !items.every(isObject)) return fail('figures-json-unknown');
	if (items.length === 0) return fail('table-without-rows');
	if (items.length > mostRows) return fail('table-too-long', { limit: mostRows });
	const columns = [...new Set(items.slice(0, 1000).flatMap(Object.keys))];
	return ok({
		columns,
		rows: items.map((item, at) => ({ row: at + 1, cells: columns.map((column) => cellOf(item[column])) }))
	});
};

const cellOf = (value: unknown): Cell =>
	typeof value === 'number' ? value : typeof value === 'string' ? value.trim() : '';
