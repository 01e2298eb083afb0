import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Cell, Table } from './table.ts';
import { withoutClock } from './without-clock.ts';
import { xmlText } from './xml-text.ts';

/** What a workbook says besides its tables, in the language of who takes it away. */
export type SheetWords = {
	/** the name of the last sheet */
	readonly about: string;
	/** at the end of a text that is longer than a cell can be */
	readonly cutMark: string;
	/** in the last sheet, when there is such a text */
	readonly cut: readonly [label: string, text: string];
};

/** Excel's limit of characters for one cell. */
export const mostCharacters = 32_767;

/**
 * Tables as an Excel file, one sheet each, and a last sheet with what the file says of itself. The header is frozen;
 * numbers are numbers; texts are stored as texts, so that none is taken for a formula.
 */
export const writeSheets = async (
	tables: readonly Table[],
	words: SheetWords,
	isCut = tables.some(({ rows }) => rows.some((cells) => cells.some(isTooLong)))
): Promise<Uint8Array> => {
	const sheets = tables.map((table) => ({
		data: [...titleRows(table), headerRow(table), ...table.rows.map((cells) => cells.map((c) => toCell(c, words)))],
		sheet: sheetName(table.name),
		columns: table.columns.map(({ width }) => ({ width })),
		stickyRowsCount: titleRows(table).length + 1,
		stickyColumnsCount: 1,
		orientation: 'landscape' as const
	}));
	const buffer = await writeExcelFile([...sheets, aboutSheet(tables, words, isCut)], {
		fontFamily: 'Calibri',
		fontSize: 11
	}).toBuffer();
	return withoutClock(buffer);
};

/** A text for a sheet. The writer drops U+FFFD without a word; a white square keeps the place of a lost sign visible. */
const sheetText = (text: string): string => xmlText(text).replaceAll('\uFFFD', '□');

const titleRows = ({ watermark }: Table): SheetData =>
	watermark === null ? [] : [[{ value: watermark, type: String, fontWeight: 'bold', textColor: '#A3341F' }]];

const headerRow = ({ columns }: Table): CellObject[] =>
	columns.map(({ label }) => ({
		value: sheetText(label),
		type: String,
		fontWeight: 'bold',
		backgroundColor: '#DDEDEE',
		bottomBorderStyle: 'thin',
		alignVertical: 'top',
		wrap: true
	}));

const toCell = (cell: Cell, words: SheetWords): CellObject | null => {
	if (cell === null || cell === '') return null;
	if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
	return { value: cellText(cell, words), type: String, alignVertical: 'top', wrap: true };
};

/** Whether a cell cannot hold all of its text. */
export const isTooLong = (cell: Cell): boolean => typeof cell === 'string' && cell.length > mostCharacters;

/** A text as it stands in a cell. */
export const cellText = (text: string, words: SheetWords): string => fitting(sheetText(text), words);

/** A text that a cell can hold; a longer one is cut, and says so. */
const fitting = (text: string, { cutMark }: SheetWords): string =>
	text.length <= mostCharacters ? text : sheetText(text.slice(0, mostCharacters - cutMark.length)) + cutMark;

const aboutSheet = (tables: readonly Table[], words: SheetWords, isCut: boolean) => {
	const lines = new Map(tables.flatMap(({ about }) => about));
	if (isCut) lines.set(...words.cut);
	const [first] = tables;
	return {
		data: [
			...(first ? titleRows(first) : []),
			...[...lines].map(([label, value]) => [
				{ value: sheetText(label), type: String, fontWeight: 'bold' as const, alignVertical: 'top' as const },
				{ value: sheetText(value), type: String, alignVertical: 'top' as const, wrap: true }
			])
		],
		sheet: sheetName(words.about),
		columns: [{ width: 36 }, { width: 80 }]
	};
};

/** Excel takes at most 31 characters for a sheet, and none of these signs. */
const sheetName = (name: string): string => xmlText(name.replace(/[[\]:*?/\\']/g, ' ').trim()).slice(0, 31);
