/** A line of text with its place in points from the left and from below; outside ASCII written as octal, as in PDF. */
export type PdfLine = readonly [text: string, x: number, y: number];
/** A page of text, or one that is nothing but a picture. */
export type PdfPage = readonly PdfLine[] | 'picture';

/** A small PDF file in Helvetica, for tests. */
export const pdfFile = (
	pages: readonly PdfPage[],
	more: {
		readonly comment?: string;
		readonly script?: string;
		/** what stands on a last page, deflated, as Latin-1 */
		readonly packed?: string;
		/** a property of the file, as the dialog of a word processor writes it */
		readonly subject?: string;
		/** the same as XMP, which newer programs write */
		readonly xmp?: string;
		/** the words of a file that goes along, as text */
		readonly attachment?: string;
		readonly bookmark?: string;
	} = {}
): Uint8Array => {
	const objects: string[] = [];
	const add = (content: string): number => objects.push(content);
	const stream = (dictionary: string, content: string) =>
		`<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`;
	const catalog = add('');
	const tree = add('');
	const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
	const picture = add(
		stream('/Type/XObject/Subtype/Image/Width 4/Height 4/ColorSpace/DeviceGray/BitsPerComponent 8', '0123456789abcdef')
	);
	const note =
		more.comment === undefined ? null : add(`<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(${more.comment})>>`);
	const kids = pages.map((page, index) => {
		const content =
			page === 'picture'
				? 'q 300 0 0 300 100 300 cm /P Do Q'
				: page.map(([text, x, y]) => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
		const contents = add(stream('', content));
		const notes = index === 0 && note !== null ? `/Annots[${note} 0 R]` : '';
		return add(
			`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<</Font<</F ${font} 0 R>>/XObject<</P ${picture} 0 R>>>>${notes}>>`
		);
	});
	if (more.packed !== undefined) {
		const contents = add(stream('/Filter/FlateDecode', more.packed));
		kids.push(add(`<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<<>>>>`));
	}
	const info = more.subject === undefined ? null : add(`<</Subject(${more.subject})>>`);
	const parts: string[] = [];
	if (more.xmp !== undefined) {
		const packet = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:source>${more.xmp}</dc:source></rdf:Description></rdf:RDF></x:xmpmeta>`;
		parts.push(`/Metadata ${add(stream('/Type/Metadata/Subtype/XML', packet))} 0 R`);
	}
	if (more.attachment !== undefined) {
		const kept = add(stream('/Type/EmbeddedFile', more.attachment));
		const spec = add(`<</Type/Filespec/F(notitie.txt)/UF(notitie.txt)/EF<</F ${kept} 0 R>>>>`);
		parts.push(`/Names<</EmbeddedFiles<</Names[(notitie.txt) ${spec} 0 R]>>>>`);
	}
	if (more.bookmark !== undefined) {
		const outlines = add('');
		const item = add(`<</Title(${more.bookmark})/Parent ${outlines} 0 R/Dest[${kids[0]} 0 R/Fit]>>`);
		objects[outlines - 1] = `<</Type/Outlines/First ${item} 0 R/Last ${item} 0 R/Count 1>>`;
		parts.push(`/Outlines ${outlines} 0 R`);
	}
	objects[catalog - 1] =
		`<</Type/Catalog/Pages ${tree} 0 R${parts.join('')}${more.script === undefined ? '' : `/OpenAction<</S/JavaScript/JS(${more.script.replaceAll(/[()]/g, '\\$&')})>>`}>>`;
	objects[tree - 1] = `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`;
	let file = '%PDF-1.7\n';
	const places = objects.map((content, index) => {
		const place = file.length;
		file += `${index + 1} 0 obj\n${content}\nendobj\n`;
		return place;
	});
	const table = file.length;
	const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1}/Root ${catalog} 0 R${info === null ? '' : `/Info ${info} 0 R`}>>\nstartxref\n${table}\n%%EOF`;
	return Uint8Array.from(file, (character) => character.charCodeAt(0));
};
