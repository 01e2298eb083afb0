import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from '#lib/import/read-table.ts';
import { codesOf, demo, fixture, textFile, utf8, valueOf } from './fixture.ts';

const rows = [
	['indicator', 'waarde', 'opmerking'],
	['KG1', '7,4', 'één; met "aanhaling" 😀']
];
const expected = { columns: rows[0], rows: [{ row: 2, cells: rows[1] }] };
const quoted = (delimiter: string) =>
	rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');

describe('a CSV file', () => {
	test.each([';', ',', '\t'])('the delimiter %j is found by itself', (delimiter) => {
		expect(valueOf(readTable(textFile('a.csv', quoted(delimiter))))).toEqual(expected);
	});

	test('a byte order mark and an end of file without a line end make no difference', () => {
		expect(valueOf(readTable(textFile('a.csv', `\uFEFF${quoted(';')}\r\n`)))).toEqual(expected);
	});

	test('Windows-1252 is read', () => {
		const bytes = new Uint8Array([...utf8('naam;waarde\nEnqu'), 0xea, ...utf8('te;1')]);
		expect(valueOf(readTable({ name: 'a.csv', bytes })).rows).toEqual([{ row: 2, cells: ['Enquête', '1'] }]);
	});

	test('rows are counted as a spreadsheet counts them: empty rows are passed over but counted', () => {
		const table = valueOf(readTable(textFile('a.csv', '\na;b\n\n1;2\n;\n3;4\n')));
		expect(table.rows.map(({ row }) => row)).toEqual([4, 6]);
	});

	test('a shorter row is filled with nothing; a longer row is a problem that names it', () => {
		const result = readTable(textFile('a.csv', 'a;b\n1\n2;3;4\n5;6;\n7;8;9'));
		expect(result).toEqual({
			ok: false,
			problems: [
				{ code: 'table-row-too-long', params: { row: 3, cells: 3, columns: 2 }, at: 'row 3' },
				{ code: 'table-row-too-long', params: { row: 5, cells: 3, columns: 2 }, at: 'row 5' }
			]
		});
	});

	test('a quotation mark that is never closed is a problem that names the row', () => {
		expect(readTable(fixture('hostile/csv-ragged.csv'))).toMatchObject({
			ok: false,
			problems: [{ code: 'table-quote-open', params: { row: 4 }, at: 'row 4' }]
		});
	});

	test('cells that look like formulas stay text', () => {
		const table = valueOf(readTable(fixture('hostile/csv-formula.csv')));
		expect(table.rows[0]?.cells).toEqual(["=cmd|' /C calc'!A0", '+1']);
	});

	test.each([
		['leeg.csv', '', 'file-empty'],
		['wit.csv', '\n;;\n', 'file-empty'],
		['kop.csv', 'a;b', 'table-without-rows'],
		['breed.csv', `${'a;'.repeat(600)}b\n1`, 'table-too-wide'],
		['tabel.pdf', '%PDF-1.7', 'table-type-unknown']
	])('%s is refused', (name, text, code) => {
		expect(codesOf(readTable(textFile(name, text)))).toEqual([code]);
	});

	test('more rows than any kernset has are refused', () => {
		expect(codesOf(readTable(textFile('a.csv', 'a;b\n1;2\n'.repeat(60_000))))).toEqual(['table-too-long']);
	});

	test('the demo project’s observations are read', () => {
		const table = valueOf(readTable(demo('observations.csv')));
		expect(table.columns.slice(0, 3)).toEqual(['indicatorKey', 'area', 'wave']);
		expect(table.rows).toHaveLength(318);
	});
});

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const workbook = (sheet: string, more: Record<string, string> = {}) => ({
	name: 'a.xlsx',
	bytes: zipSync(
		Object.fromEntries(
			Object.entries({
				'xl/workbook.xml': `<workbook xmlns="${main}"><sheets><sheet name="Blad1"/></sheets></workbook>`,
				'xl/_rels/workbook.xml.rels': '<Relationships/>',
				'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
				...more
			}).map(([name, content]) => [name, utf8(content)])
		)
	)
});

describe('an XLSX file', () => {
	test('what a spreadsheet program writes is read: text, numbers, yes and no', async () => {
		const written = await writeXlsxFile([
			[{ value: 'indicator' }, { value: 'waarde' }, { value: 'n' }, { value: 'trendbreuk' }],
			[{ value: 'KG1 één 😀' }, { value: 7.4 }, { value: 1000 }, { value: true }],
			[{ value: 'KG2' }, null, { value: 12 }, { value: false }]
		]).toBuffer();
		expect(valueOf(readTable({ name: 'a.xlsx', bytes: new Uint8Array(written) }))).toEqual({
			columns: ['indicator', 'waarde', 'n', 'trendbreuk'],
			rows: [
				{ row: 2, cells: ['KG1 één 😀', 7.4, 1000, 'yes'] },
				{ row: 3, cells: ['KG2', '', 12, 'no'] }
			]
		});
	});

	test('a percentage is read as it is shown: 0.62 in the file, 62 to the reader', () => {
		const styles = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
		const cells = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>0.07</v></c>`).join('');
		const table = valueOf(
			readTable(
				workbook(
					`<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c><c t="str"><v>d</v></c></row><row>${cells}</row>`,
					{ 'xl/styles.xml': styles }
				)
			)
		);
		expect(table.rows[0]?.cells).toEqual([0.07, 7, 7, 0.07]);
	});

	test('what stands in cells joined down a column is said of each row of a list, and of no other row', async () => {
		const written = await writeXlsxFile([
			[{ value: 'Naam' }, { value: 'Onder' }, { value: 'Betekenis' }],
			[{ value: 'Groen é' }, { value: 'Wonen 😀', rowSpan: 3 }, { value: 'Bomen en gras' }],
			[{ value: 'Woning' }, null, null],
			[{ value: 'Buren' }, null, { value: 'Wie er woont' }],
			[{ value: 'Geld' }, null, null]
		]).toBuffer();
		const file = { name: 'codeboek.xlsx', bytes: new Uint8Array(written) };
		const isHeader = (cells: readonly unknown[]) => cells.includes('Naam');
		expect(valueOf(readTable(file, isHeader)).rows.map(({ cells }) => cells)).toEqual([
			['Groen é', 'Wonen 😀', 'Bomen en gras'],
			['Woning', 'Wonen 😀'],
			['Buren', 'Wonen 😀', 'Wie er woont'],
			['Geld']
		]);
		expect(valueOf(readTable(file)).rows[1]?.cells).toEqual(['Woning']);
	});

	test('cells that claim to be joined over millions of rows cost nothing', () => {
		const cells = '<row r="1"><c r="A1" t="str"><v>Naam</v></c></row><row r="2"><c r="A2" t="str"><v>a</v></c></row>';
		const many = '<mergeCell ref="A2:A1048576"/>'.repeat(20_000);
		const file = workbook('', {
			'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData><mergeCells>${many}</mergeCells></worksheet>`
		});
		const start = performance.now();
		expect(valueOf(readTable(file, () => true)).rows).toHaveLength(1);
		expect(performance.now() - start).toBeLessThan(2000);
	});

	test('rows and cells that are left out keep their place', () => {
		const table = valueOf(
			readTable(
				workbook(
					'<row r="2"><c r="B2" t="inlineStr"><is><t>kop</t></is></c></row><row r="9"><c r="B9"><v>1</v></c></row>'
				)
			)
		);
		expect(table).toEqual({ columns: ['', 'kop'], rows: [{ row: 9, cells: ['', 1] }] });
	});

	test('a sheet that claims a billion cells costs nothing', () => {
		const start = performance.now();
		const sheet = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
		expect(codesOf(readTable(workbook(sheet)))).toEqual(['table-too-wide']);
		expect(performance.now() - start).toBeLessThan(2000);
	});

	test('more rows than any kernset has are refused', () => {
		expect(codesOf(readTable(workbook('<row><c><v>1</v></c></row>'.repeat(110_000))))).toEqual(['table-too-long']);
	});

	test('a bomb, a document type and a Word file are refused', () => {
		const evil = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet/>`;
		expect(codesOf(readTable(workbook('', { 'xl/worksheets/sheet1.xml': evil })))).toEqual(['xml-has-doctype']);
		expect(codesOf(readTable(workbook('', { 'xl/sharedStrings.xml': ' '.repeat(60_000_000) })))).toEqual([
			'zip-too-large'
		]);
		expect(codesOf(readTable(fixture('hostile/docx-deep-tables.docx')))).toEqual(['table-type-unknown']);
		expect(codesOf(readTable(fixture('hostile/bomb-overlap.zip')))).toEqual(['zip-unsafe']);
	});

	test('an old .xls is refused by name', () => {
		expect(codesOf(readTable({ name: 'a.xls', bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) }))).toEqual([
			'file-is-old-excel'
		]);
	});
});
