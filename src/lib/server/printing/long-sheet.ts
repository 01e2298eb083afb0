import { once } from 'node:events';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import type { Cell, Table } from '../../report/table.ts';
import { cellText, isTooLong, writeSheets, type SheetWords } from '../../report/write-sheets.ts';
import { partOf, readZip, textOf, writeZip, type ZipPart } from './zip.ts';

const sheetName = 'xl/worksheets/sheet1.xml';
const aboutName = 'xl/worksheets/sheet2.xml';
const stringsName = 'xl/sharedStrings.xml';

/**
 * The workbook that `writeSheets` makes of one table, for tables of 100,000 rows and more: rows are packed as they come,
 * so that only the different texts are kept. All but the rows is written by `writeSheets`, with one row as an example.
 */
export const newLongSheet = async (frame: Omit<Table, 'rows' | 'about'>, words: SheetWords) => {
	const example = await exampleOf({ ...frame, about: [] }, words, false);
	const sheet = newPacker(sheetName, example.before);
	const strings = newPacker(stringsName, stringsHead + example.strings.slice(0, example.text).join(''));
	const places = new Map<string, number>();
	let row = example.row;
	let isCut = false;

	const placeOf = (text: string): number => {
		const found = places.get(text);
		if (found !== undefined) return found;
		const place = example.text + places.size;
		places.set(text, place);
		strings.add(stringXml(text));
		return place;
	};
	const cellXml = (cell: Cell, column: number): string => {
		if (cell === null || cell === '') return '';
		const address = `${columnName(column)}${row}`;
		if (typeof cell === 'number') return `<c r="${address}" s="${example.numberStyle}"><v>${cell}</v></c>`;
		isCut ||= isTooLong(cell);
		return `<c r="${address}" s="${example.textStyle}" t="s"><v>${placeOf(cellText(cell, words))}</v></c>`;
	};
	return {
		add: (rows: Table['rows']): void => {
			for (const cells of rows) {
				sheet.add(`<row r="${row}">${cells.map(cellXml).join('')}</row>`);
				row += 1;
			}
		},
		finish: async (head: Omit<Table, 'rows'>): Promise<Uint8Array> => {
			const whole = await exampleOf(head, words, isCut);
			// what the last sheet says comes after the texts of the rows, which stand where the text of the example stood
			strings.add(whole.strings.slice(whole.text + 1).join('') + stringsEnd);
			sheet.add(example.after);
			const about = textOf(whole.parts.find(({ name }) => name === aboutName)).replace(
				/ t="s"><v>(\d+)<\/v>/g,
				(_, place: string) => ` t="s"><v>${Number(place) > whole.text ? Number(place) - 1 + places.size : place}</v>`
			);
			const made = new Map(
				[await sheet.finish(), await strings.finish(), partOf(aboutName, about)].map((part) => [part.name, part])
			);
			return writeZip(whole.parts.map((part) => made.get(part.name) ?? part));
		}
	};
};

const stringsHead = '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const stringsEnd = '</sst>';
const exampleText = 'example of a text \u{1F4CB}'; // that no label or line about a file is like

/** The workbook of a table with one row, taken to pieces. */
const exampleOf = async (head: Omit<Table, 'rows'>, words: SheetWords, isCut: boolean) => {
	const parts = readZip(await writeSheets([{ ...head, rows: [[exampleText, 0]] }], words, isCut));
	const partNamed = (wanted: string) => textOf(parts.find(({ name }) => name === wanted));
	const sheet = partNamed(sheetName);
	const row =
		/<row r="(\d+)"><c r="A\1" s="(\d+)" t="s"><v>(\d+)<\/v><\/c><c r="B\1" s="(\d+)"><v>0<\/v><\/c><\/row>(?=<\/sheetData>)/.exec(
			sheet
		);
	const strings = partNamed(stringsName);
	const [, number, textStyle, text, numberStyle] = row ?? [];
	if (!row || !strings.startsWith(stringsHead) || !strings.endsWith(stringsEnd))
		throw new Error('the writer of workbooks writes rows or texts in another way than it did');
	return {
		parts,
		/** of the row */
		row: Number(number),
		textStyle,
		numberStyle,
		/** the place of its text */
		text: Number(text),
		strings: strings.slice(stringsHead.length, -stringsEnd.length).match(/<si>.*?<\/si>/gs) ?? [],
		before: sheet.slice(0, row.index),
		after: sheet.slice(row.index + row[0].length)
	};
};

/** A text as `sharedStrings.xml` holds it; white space at its ends would be taken off. */
const stringXml = (text: string): string => {
	const keeps = text.trim().length === text.length ? '' : ' xml:space="preserve"';
	const escaped = text.replaceAll('&', '&amp;').replaceAll('>', '&gt;').replaceAll('<', '&lt;');
	return `<si><t${keeps}>${escaped}</t></si>`;
};

/** "A" to "Z", "AA" and so on. */
const columnName = (column: number): string =>
	(column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const piece = 1 << 18; // characters that are packed at once

/** Packs a part that comes in pieces, in a thread of Node's own. */
const newPacker = (name: string, first: string) => {
	const deflating = createDeflateRaw({ level: constants.Z_BEST_SPEED + 2 }); // a third of the time of the usual 6
	const packed: Buffer[] = [];
	deflating.on('data', (bytes: Buffer) => packed.push(bytes));
	let waiting = first;
	let [crc, size] = [0, 0];
	const pass = () => {
		const bytes = Buffer.from(waiting);
		crc = crc32(bytes, crc);
		size += bytes.length;
		waiting = '';
		deflating.write(bytes);
	};
	return {
		add: (text: string): void => {
			waiting += text;
			if (waiting.length > piece) pass();
		},
		finish: async (): Promise<ZipPart> => {
			pass();
			deflating.end();
			await once(deflating, 'end');
			return { name, deflated: Buffer.concat(packed), crc, size };
		}
	};
};
