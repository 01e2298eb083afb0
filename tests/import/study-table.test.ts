import { expect, test } from 'vitest';
import { mostTableColumns, mostTableRows, toStudyCells } from '#lib/domain/integration/study-evidence.ts';
import { readStudyTable } from '#lib/import/study-table.ts';
import { toXlsx } from '#lib/report/to-xlsx.ts';
import { codesOf, valueOf } from './fixture.ts';

const csv = (text: string) => ({ name: 'tabel.csv', bytes: new TextEncoder().encode(text) });
const cellsOf = (table: ReturnType<typeof readStudyTable>) => {
	const { columns, rows } = valueOf(table);
	return toStudyCells(
		columns,
		rows.map(({ cells }) => cells)
	);
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
	const column = (label: string) => ({ label, width: 12 });
	const sheet = {
		name: 'Loopbanen',
		watermark: 'Schoolloopbanen 2018-2022',
		about: [],
		columns: [column('Schooljaar'), column('Diploma')],
		rows: [[2018, 62.5]]
	};
	const table = readStudyTable({ name: 'loopbanen.xlsx', bytes: await toXlsx([sheet], 'nl') });
	expect(valueOf(cellsOf(table))).toEqual({ columns: ['Schooljaar', 'Diploma'], rows: [[2018, 62.5]] });
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
