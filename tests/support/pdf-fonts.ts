import { isStream, nameOf, type Dict, type PdfObjects } from './pdf-objects.ts';
import { marksOf } from './pdf-marks.ts';
import { pagesOf } from './pdf-tags.ts';

/** Letters that are not in the file itself, or of which nobody can tell which they are (ISO 14289-1, 7.21). */
export const fontFaults = (pdf: PdfObjects): readonly string[] => {
	const faults = pagesOf(pdf).flatMap((page) => {
		const fonts = pdf.dictOf(pdf.dictOf(page.get('Resources')).get('Font'));
		return [...marksOf(pdf, page).letters].flatMap(([name, letters]) =>
			faultsOf(pdf, pdf.dictOf(fonts.get(name)), letters)
		);
	});
	return [...new Set(faults)];
};

const faultsOf = (pdf: PdfObjects, font: Dict, letters: string): readonly string[] => {
	const name = nameOf(font.get('BaseFont')) || 'unknown letters';
	const [inner] = pdf.listOf(font.get('DescendantFonts')).map((one) => pdf.dictOf(one));
	const about = pdf.dictOf((inner ?? font).get('FontDescriptor'));
	const isIn = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => about.has(key));
	if (!isIn) return [`7.21.4: ${name} is not in the file`];
	if (nameOf(inner?.get('Subtype')) === 'CIDFontType2' && !inner?.has('CIDToGIDMap'))
		return [`7.21.3: ${name} does not say which shape a number is`];
	if (!isStream(pdf.follow(font.get('ToUnicode')))) return [`7.21.7: ${name} does not say which letters it has`];
	const known = lettersOf(pdf.bytesOf(font.get('ToUnicode')).toString('latin1'));
	const used = new Set(letters.match(/[^]{2}/g)?.map((pair) => pair.charCodeAt(0) * 256 + pair.charCodeAt(1)));
	const unknown = [...used].filter((code) => /^(?:|0000|FEFF|FFFE)$/i.test(known.get(code) ?? ''));
	return unknown.length > 0 ? [`7.21.7: ${name} does not say what ${unknown.length} of its letters are`] : [];
};

/** Which letter each code is, as the table of a font tells (Adobe technical note 5014). */
const lettersOf = (map: string): ReadonlyMap<number, string> => {
	const known = new Map<number, string>();
	for (const [, part = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
		for (const [, code = '', letter = ''] of part.matchAll(/<(\w+)>\s*<(\w*)>/g))
			known.set(Number.parseInt(code, 16), letter);
	for (const [, part = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
		for (const [, from = '', to = '', letter = ''] of part.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
			for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1)
				known.set(code, (Number.parseInt(letter, 16) + code - Number.parseInt(from, 16)).toString(16).padStart(4, '0'));
	return known;
};
