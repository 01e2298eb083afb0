import type { Locale } from '../words/locale.ts';
import { safeCell } from './safe-cell.ts';
import type { Cell, Table } from './table.ts';

const lineEnd = '\r\n'; // RFC 4180, section 2

/**
 * A table as CSV: UTF-8 without a byte order mark, quoted as in RFC 4180. Dutch spreadsheets expect a semicolon and a
 * decimal comma, English ones a comma and a point. What the file says of itself stands above the header, with an empty
 * line between.
 */
export const toCsv = (table: Table, locale: Locale): Uint8Array =>
	new TextEncoder().encode(csvHead(table, locale) + csvRows(table.rows, locale));

/** What stands above the rows. */
export const csvHead = ({ watermark, about, columns }: Omit<Table, 'rows'>, locale: Locale): string =>
	csvRows([...(watermark ? [[watermark]] : []), ...about, [], columns.map(({ label }) => label)], locale);

/** Rows, each with its line end. */
export const csvRows = (rows: Table['rows'], locale: Locale): string => {
	const delimiter = locale === 'nl' ? ';' : ',';
	return rows.map((cells) => cells.map((cell) => field(cell, delimiter, locale)).join(delimiter) + lineEnd).join('');
};

const field = (cell: Cell, delimiter: string, locale: Locale): string => {
	if (cell === null) return '';
	const text = typeof cell === 'number' ? plainNumber(cell, locale) : safeCell(cell);
	return text.includes(delimiter) || /["\r\n]/.test(text) || text.trim() !== text
		? `"${text.replaceAll('"', '""')}"`
		: text;
};

/** A number for a machine: no grouping, all its digits, the decimal sign of the language. */
const plainNumber = (value: number, locale: Locale): string =>
	locale === 'nl' ? String(value).replace('.', ',') : String(value);
