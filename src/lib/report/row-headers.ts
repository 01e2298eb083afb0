/**
 * The same PDF in which the first cell of each row below the head of a table is the header of that row, as it is in
 * Word and HTML (ISO 32000-1, 14.8.4.3.4 and table 349). The maker of the file can mark the head only. Every change
 * keeps its length, so that the places of all objects stay; objects that are packed together are left as they are.
 */
export const withRowHeaders = (pdf: Uint8Array): Uint8Array => {
	const file = Buffer.from(pdf);
	const text = file.toString('latin1');
	const cells = new Map([...text.matchAll(cellObject)].map((found) => [found[1], found]));
	for (const [, first] of text.matchAll(rowObject)) {
		const cell = cells.get(first);
		if (cell) file.write(asRowHeader(cell[0]), cell.index, 'latin1');
	}
	return file;
};

const rowObject = /\n\d+ 0 obj\n<<\n {2}\/Type \/StructElem\n {2}\/S \/TR\n {2}\/P \d+ 0 R\n {2}\/K \[(\d+) 0 R/g;
const cellObject =
	/\n(\d+) 0 obj\n<<\n {2}\/Type \/StructElem\n {2}\/S \/TD\n {2}\/P \d+ 0 R\n {2}\/A \[<<\n {4}\/O \/Table\n {4}\/Headers \[[^\]]*\]/g;

const asRowHeader = (object: string): string =>
	object
		.replace('/S /TD', '/S /TH')
		.replace(/\/Headers \[[^\]]*\]$/, (headers) => '/Scope /Row'.padEnd(headers.length, ' '));
