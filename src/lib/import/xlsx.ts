import { fail, ok, type Result } from '../domain/problem.ts';
import { mostRows, type Cell, type TableRow } from './table.ts';
import { workbookNamespaces } from './workbook-namespaces.ts';
import { joinedDown, spreadJoined, type Joined } from './xlsx-joined.ts';
import { percentStyles } from './xlsx-styles.ts';
import { readXmlPart, RefusedPart, type XmlHandler } from './xml-part.ts';
import { openZip, type Zip } from './zip.ts';

const mostCells = 5_000_000; // of one sheet, with the empty ones between them
const mostColumnsRead = 1_000;

/** A sheet of a workbook, by the name on its tab. */
export type Sheet = { readonly name: string; readonly rows: readonly TableRow[] };

/**
 * The rows of the first sheet of a workbook. Only filled cells are kept, so an empty sheet that claims a million rows
 * costs nothing. With `each`, what stands in cells joined down a column stands in each of their rows. Formulas count with the value the spreadsheet kept; a cell shown as 62% is 62, as a person reads it; dates
 * come as the spreadsheet's day numbers.
 */
export const readXlsx = (bytes: Uint8Array, joinedCells: 'once' | 'each' = 'once'): Result<readonly TableRow[]> => {
	const sheets = readSheets(bytes, (parts) => parts.slice(0, 1), joinedCells);
	return sheets.ok ? ok(sheets.value[0]?.rows ?? []) : sheets;
};

const mostSheets = 200; // a region has some hundred wijken

/** The rows of all sheets that are not hidden, each read as `readXlsx` reads the first. */
export const readXlsxSheets = (bytes: Uint8Array): Result<readonly Sheet[]> =>
	readSheets(bytes, (parts) => {
		const shown = parts.filter(({ isHidden }) => !isHidden);
		return shown.length > 0 ? shown : parts.slice(0, 1);
	});

const readSheets = (
	bytes: Uint8Array,
	choose: (parts: readonly SheetPart[]) => readonly SheetPart[],
	joinedCells: 'once' | 'each' = 'once'
): Result<readonly Sheet[]> => {
	const opened = openZip(bytes);
	if (!opened.ok) return opened;
	const zip = opened.value;
	const parts = sheetParts(zip);
	if (!parts.ok) return parts;
	const chosen = choose(parts.value);
	if (chosen.length > mostSheets) return fail('table-sheets-too-many', { count: chosen.length, limit: mostSheets });
	const strings = sharedStrings(zip);
	if (!strings.ok) return strings;
	const percents = percentStyles(zip);
	if (!percents.ok) return percents;
	const sheets: Sheet[] = [];
	let count = 0;
	for (const { name, path } of chosen) {
		if (!zip.entries.has(path)) return fail('zip-damaged');
		const rows = sheetRows(zip, path, strings.value, percents.value, joinedCells === 'each');
		if (!rows.ok) return rows;
		count += rows.value.length;
		if (count > mostRows + 1 && sheets.length > 0) return fail('table-too-long', { limit: mostRows });
		sheets.push({ name, rows: rows.value });
	}
	return ok(sheets);
};

const nothing = () => undefined;

type SheetPart = { readonly name: string; readonly path: string; readonly isHidden: boolean };

/** Where each sheet of a workbook stands, in the order of its tabs. */
const sheetParts = (zip: Zip): Result<readonly SheetPart[]> => {
	const sheets: { name: string; id: string | null; isHidden: boolean }[] = [];
	const workbook = readXmlPart(zip, 'xl/workbook.xml', workbookNamespaces, {
		open: (name, attributes) => {
			if (name !== 'sheet') return;
			const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
			sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? null, isHidden });
		},
		close: nothing,
		text: nothing
	});
	if (!workbook.ok) return workbook;
	if (workbook.value === 'absent') return fail('table-type-unknown', { extension: 'xlsx' });
	const targets = new Map<string, string>();
	const relations = readXmlPart(zip, 'xl/_rels/workbook.xml.rels', workbookNamespaces, {
		open: (name, attributes) => {
			const { Id: id, Target: target } = attributes;
			if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target);
		},
		close: nothing,
		text: nothing
	});
	if (!relations.ok) return relations;
	const first = { name: '', id: null, isHidden: false };
	return ok(
		(sheets.length > 0 ? sheets : [first]).map(({ name, id, isHidden }, at) => {
			const target = id === null ? undefined : targets.get(id);
			return { name, isHidden, path: target === undefined ? `xl/worksheets/sheet${at + 1}.xml` : inWorkbook(target) };
		})
	);
};

/** A target of xl/_rels/workbook.xml.rels as the name of a part: from the root, or from xl/. */
const inWorkbook = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

/** How many sheets a workbook has besides the first, which is the one that is read. */
export const furtherSheets = (bytes: Uint8Array): number => {
	const zip = openZip(bytes);
	let count = 0;
	if (zip.ok)
		readXmlPart(zip.value, 'xl/workbook.xml', workbookNamespaces, {
			open: (name) => {
				if (name === 'sheet') count += 1;
			},
			close: nothing,
			text: nothing
		});
	return Math.max(0, count - 1);
};

const sharedStrings = (zip: Zip): Result<readonly string[]> => {
	const strings: string[] = [];
	let current: string | null = null;
	let inText = false;
	let phonetic = 0; // reading aids of Japanese, no part of the cell
	const read = readXmlPart(zip, 'xl/sharedStrings.xml', workbookNamespaces, {
		open: (name) => {
			if (name === 'si') current = '';
			if (name === 'rPh') phonetic += 1;
			inText = name === 't' && phonetic === 0;
		},
		close: (name) => {
			if (name === 'si') strings.push(current ?? '');
			if (name === 'rPh') phonetic -= 1;
			inText = false;
		},
		text: (piece) => {
			if (inText && current !== null) current += piece;
		}
	});
	return read.ok ? ok(strings) : read;
};

type OpenCell = { readonly column: number; readonly type: string; readonly isPercent: boolean; value: string };

const sheetRows = (
	zip: Zip,
	part: string,
	strings: readonly string[],
	percents: ReadonlySet<string>,
	isSpread: boolean
): Result<readonly TableRow[]> => {
	const rows: { row: number; cells: Cell[] }[] = [];
	let cell: OpenCell | null = null;
	let inValue = false;
	const joined: Joined[] = [];
	let count = 0;
	const open: XmlHandler['open'] = (name, attributes) => {
		if (name === 'row') {
			if (rows.length > mostRows) throw new RefusedPart(fail('table-too-long', { limit: mostRows }));
			rows.push({ row: Number(attributes['r'] ?? (rows.at(-1)?.row ?? 0) + 1), cells: [] });
		} else if (name === 'c') {
			const column = columnOf(attributes['r']) ?? rows.at(-1)?.cells.length ?? 0;
			const isPercent = percents.has(attributes['s'] ?? '0');
			cell = { column, type: attributes['t'] ?? 'n', isPercent, value: '' };
		} else if (name === 'mergeCell') {
			const down = joinedDown(attributes['ref'], columnOf);
			if (down && down.column < mostColumnsRead) joined.push(down);
		} else inValue = name === 'v' || name === 't';
	};
	const close: XmlHandler['close'] = (name) => {
		inValue = false;
		if (name !== 'c' || cell === null) return;
		const cells = rows.at(-1)?.cells;
		const value = cellValue(cell, strings);
		if (value === '' || !cells) return;
		if (cell.column >= mostColumnsRead)
			throw new RefusedPart(fail('table-too-wide', { count: cell.column + 1, limit: mostColumnsRead }));
		count += 1 + Math.max(0, cell.column - cells.length);
		if (count > mostCells) throw new RefusedPart(fail('table-too-long', { limit: mostRows }));
		while (cells.length < cell.column) cells.push('');
		cells[cell.column] = value;
	};
	const text = (piece: string) => {
		if (inValue && cell !== null) cell.value += piece;
	};
	const read = readXmlPart(zip, part, workbookNamespaces, { open, close, text });
	return read.ok ? ok(isSpread ? spreadJoined(rows, joined) : rows) : read;
};

/** The column of a cell address such as "C7", counted from 0. */
const columnOf = (address: string | undefined): number | null => {
	const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
	if (letters === undefined) return null;
	let column = 0;
	for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
	return column - 1;
};

const cellValue = ({ type, isPercent, value }: OpenCell, strings: readonly string[]): Cell => {
	switch (type) {
		case 's':
			return strings[Number(value)] ?? '';
		case 'b':
			return value === '1' ? 'yes' : 'no';
		case 'n':
			if (value === '' || !Number.isFinite(Number(value))) return value;
			return isPercent ? Number((Number(value) * 100).toPrecision(12)) : Number(value);
		default:
			return value; // str, inlineStr, e (an error such as #N/A stays visible)
	}
};
