import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { mostTableColumns, mostTableRows, toStudyCells } from '#lib/domain/integration/study-evidence.ts';
import { readStudyTable } from '#lib/import/study-table.ts';
import { toXlsx } from '#lib/report/to-xlsx.ts';
import { codesOf, valueOf } from './fixture.ts';

const csv = (text: string) => ({ name: 'tabel.csv', bytes: new TextEncoder().encode(text) });
const cellsOf = (table: ReturnType<typeof readStudyTable>) => {
	const { columns, rows } = valueOf(table).table;
	return toStudyCells(
		columns,
		rows.map(({ cells }) => cells)
	);
};

const column = (label: string) => ({ label, width: 12 });
const careers = {
	name: 'Loopbanen',
	watermark: 'Schoolloopbanen 2018-2022 😀',
	about: [],
	columns: [column('Schooljaar'), column('Diploma')],
	rows: [[2018, 62.5]]
};

test('a CSV with names of columns becomes rows; an empty cell is nothing', () => {
	const table = readStudyTable(csv('Schooljaar;Diploma;Opmerking\n2018;62,5;één wijk 😀\n2020;;\n'));
	expect(valueOf(cellsOf(table))).toEqual({
		columns: ['Schooljaar', 'Diploma', 'Opmerking'],
		rows: [
			['2018', '62,5', 'één wijk 😀'],
			['2020', null, null]
		]
	});
});

test('in a workbook a title may stand above the names of the columns, and numbers stay numbers', async () => {
	const [title, header, row] = [[careers.watermark], careers.columns.map(({ label }) => label), careers.rows[0] ?? []];
	const rows = [title, header, row].map((cells) => cells.map((value) => ({ value })));
	const bytes = await writeExcelFile([{ data: rows, sheet: 'Blad1' }]).toBuffer();
	const table = readStudyTable({ name: 'loopbanen.xlsx', bytes });
	expect(valueOf(cellsOf(table))).toEqual({ columns: ['Schooljaar', 'Diploma'], rows: [[2018, 62.5]] });
	expect(valueOf(table).title).toBe('Schoolloopbanen 2018-2022 😀');
});

test('of a workbook with several sheets one has to be named, however it is written', async () => {
	const second = { ...careers, name: 'Per wijk', watermark: '', rows: [[2020, 71]] };
	const file = { name: 'loopbanen.xlsx', bytes: await toXlsx([careers, second], 'nl') };
	const asked = readStudyTable(file);
	expect(asked).toMatchObject({
		problems: [
			{ code: 'study-table-which-sheet', params: { sheets: 'Loopbanen / Per wijk / Over dit bestand' }, at: 'sheet' }
		]
	});
	const table = readStudyTable(file, ' per WIJK ');
	expect(valueOf(cellsOf(table)).rows).toEqual([[2020, 71]]);
	expect(codesOf(readStudyTable(file, 'Per buurt'))).toEqual(['study-table-sheet-unknown']);
	expect(valueOf(readStudyTable(csv('Jaar;Aantal\n2020;3\n'), 'Per wijk')).table.rows).toHaveLength(1);
});

test('what is no table is refused', () => {
	expect(codesOf(readStudyTable({ name: 'tabel.exe', bytes: new Uint8Array([0x4d, 0x5a, 1, 2]) }))).toHaveLength(1);
	expect(codesOf(readStudyTable({ name: 'tabel.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0]) }))).toHaveLength(1);
	expect(codesOf(readStudyTable(csv('Jaar;Aantal\n')))).toEqual(['table-without-rows']);
});

test('a table that nobody can read through is refused, with how much is the most', () => {
	const rows = Array.from({ length: mostTableRows + 1 }, () => ['a']);
	expect(codesOf(toStudyCells(['Jaar'], rows))).toEqual(['study-table-too-long']);
	const wide = Array.from({ length: mostTableColumns + 1 }, (_, at) => `k${at}`);
	expect(codesOf(toStudyCells(wide, [wide]))).toEqual(['table-too-wide']);
	expect(codesOf(toStudyCells(['Jaar'], [['x'.repeat(501)]]))).toEqual(['study-table-cell-too-long']);
	expect(valueOf(toStudyCells(['Jaar'], rows.slice(1))).rows).toHaveLength(mostTableRows);
});
