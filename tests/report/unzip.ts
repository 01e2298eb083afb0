import { strFromU8, unzipSync } from 'fflate';

/** The parts of a Word or Excel file by their path. */
export const parts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
	Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

export type Sheet = { readonly name: string; readonly rows: readonly (readonly (string | number | null)[])[] };

/** The sheets of an Excel file that write-excel-file made, read by the standard and not by our own import. */
export const sheetsOf = (bytes: Uint8Array): readonly Sheet[] => {
	const files = parts(bytes);
	const strings = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
		[...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => plain(text)).join('')
	);
	const names = [...files['xl/workbook.xml']!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);
	return names.map((name, at) => ({
		name: plain(name),
		rows: [...files[`xl/worksheets/sheet${at + 1}.xml`]!.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
			cellsOf(row, strings)
		)
	}));
};

const cellsOf = (row: string, strings: readonly string[]) => {
	const cells: (string | number | null)[] = [];
	for (const [, attributes = '', content = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
		const column = /r="([A-Z]+)/.exec(attributes)?.[1] ?? 'A';
		const at = [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
		while (cells.length < at) cells.push(null);
		const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
		const inline = /<t[^>]*>(.*?)<\/t>/s.exec(content)?.[1];
		if (/t="s"/.test(attributes)) cells[at] = strings[Number(value)] ?? null;
		else if (inline !== undefined) cells[at] = plain(inline);
		else cells[at] = value === undefined ? null : Number(value);
	}
	return cells;
};

const plain = (xml: string) =>
	xml
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll(/&(?:apos|#39);/g, "'")
		.replaceAll('&amp;', '&');
