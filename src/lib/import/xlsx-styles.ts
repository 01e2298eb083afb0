import { ok, type Result } from '../domain/problem.ts';
import { workbookNamespaces } from './workbook-namespaces.ts';
import { readXmlPart } from './xml-part.ts';
import type { Zip } from './zip.ts';

/** the built-in number formats 0% and 0.00% (ISO 29500-1, 18.8.30) */
const builtInPercents = ['9', '10'];

/** The cell styles that show a number as a percentage: the workbook keeps 0.62 where a person sees 62%. */
export const percentStyles = (zip: Zip): Result<ReadonlySet<string>> => {
	const formats = new Set(builtInPercents);
	const styles = new Set<string>();
	let inCellStyles = false;
	let style = 0;
	const read = readXmlPart(zip, 'xl/styles.xml', workbookNamespaces, {
		open: (name, attributes) => {
			if (name === 'numFmt' && isPercentFormat(attributes['formatCode'] ?? ''))
				formats.add(attributes['numFmtId'] ?? '');
			if (name === 'cellXfs') inCellStyles = true;
			if (name !== 'xf' || !inCellStyles) return;
			if (formats.has(attributes['numFmtId'] ?? '0')) styles.add(String(style));
			style += 1;
		},
		close: (name) => {
			if (name === 'cellXfs') inCellStyles = false;
		},
		text: () => undefined
	});
	return read.ok ? ok(styles) : read;
};

/** A percent sign between quotes, or after a backslash, is only printed. */
const isPercentFormat = (code: string): boolean =>
	code
		.slice(0, 200)
		.replaceAll(/"[^"]*"|\\./g, '')
		.includes('%');
