import { describe, expect, test } from 'vitest';
import { readDocx } from '#lib/import/docx.ts';
import { codesOf, docxFile, fixture, paragraph, valueOf } from './fixture.ts';

const textOf = (body: string, parts?: Record<string, string>) => valueOf(readDocx(docxFile(body, parts).bytes));
const vanish = '<w:rPr><w:vanish/></w:rPr>';

describe('the text of a Word file', () => {
	test('a paragraph is a line; tabs, line breaks and special hyphens stay', () => {
		const run =
			'<w:p><w:r><w:t>I:</w:t><w:tab/><w:t>Hoe is het</w:t><w:br/><w:t>hier 😀</w:t><w:noBreakHyphen/></w:r></w:p>';
		expect(textOf(run + paragraph('R: Goed')).text).toBe('I:\tHoe is het\nhier 😀\u2011\nR: Goed');
	});

	test('deleted and moved-away text never enters, and is told; what replaced it does', () => {
		const body =
			'<w:p><w:r><w:t xml:space="preserve">Ik ben </w:t></w:r><w:del><w:r><w:delText>Jan</w:delText><w:t>Jan</w:t></w:r></w:del>' +
			'<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>[naam]</w:t></w:r></w:ins></w:p>';
		expect(textOf(body)).toEqual({
			text: 'Ik ben [naam]',
			warnings: [{ code: 'docx-deleted-text', params: { count: 2 } }]
		});
	});

	test('a deleted paragraph end joins the paragraphs', () => {
		const first = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">een </w:t></w:r></w:p>';
		expect(textOf(first + paragraph('twee')).text).toBe('een twee');
	});

	test('hidden text never enters: by itself, through a style, or through the style that one is based on', () => {
		const styles =
			'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style>' +
			'<w:style w:styleId="Kind"><w:basedOn w:val="Geheim"/></w:style><w:style w:styleId="Open"><w:basedOn w:val="Geheim"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>';
		const styled = (style: string) => paragraph(style, `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`);
		const inParagraph = '<w:p><w:pPr><w:pStyle w:val="Kind"/></w:pPr><w:r><w:t>alinea</w:t></w:r></w:p>';
		const body = paragraph('BSN', vanish) + styled('Geheim') + styled('Kind') + styled('Open') + inParagraph;
		const { text, warnings } = textOf(body, { 'word/styles.xml': styles });
		expect(text.replaceAll('\n', '')).toBe('Open');
		expect(warnings).toEqual([{ code: 'docx-hidden-text', params: { count: 4 } }]);
	});

	test('hiding that is switched off is no hiding', () => {
		expect(textOf(paragraph('zichtbaar', '<w:rPr><w:vanish w:val="false"/></w:rPr>'))).toEqual({
			text: 'zichtbaar',
			warnings: []
		});
	});

	test('the cells of a row stand on one line with tabs; rows on lines of their own', () => {
		const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
		const table = `<w:tbl><w:tr>${cell('I')}${cell('Hoe gaat het?')}</w:tr><w:tr>${cell('R')}${cell('Goed')}</w:tr></w:tbl>`;
		expect(textOf(table + paragraph('Einde')).text).toBe('I\tHoe gaat het?\nR\tGoed\nEinde');
	});

	test('a text box is read once, after the paragraph it is anchored in', () => {
		const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
		const body = `<w:p><w:r><w:t xml:space="preserve">voor </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('kader')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('kader')}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>na</w:t></w:r></w:p>`;
		expect(textOf(body)).toEqual({ text: 'voor na\nkader', warnings: [] });
	});

	test('a field shows its result, not its code', () => {
		const body = '<w:p><w:r><w:instrText>HYPERLINK "javascript:x"</w:instrText></w:r><w:r><w:t>klik</w:t></w:r></w:p>';
		expect(textOf(body).text).toBe('klik');
	});

	test('footnotes, comments, pictures and symbols are left out and counted', () => {
		const body = `<w:p><w:r><w:t>x</w:t><w:footnoteReference/><w:endnoteReference/><w:commentReference/><w:drawing/><w:sym/></w:r></w:p>`;
		expect(textOf(body).warnings).toEqual([
			{ code: 'docx-footnotes', params: { count: 2 } },
			{ code: 'docx-comments', params: { count: 1 } },
			{ code: 'docx-pictures', params: { count: 1 } },
			{ code: 'docx-symbols', params: { count: 1 } }
		]);
	});

	test('another prefix for the namespace makes no difference', () => {
		const body = docxFile('', {
			'word/document.xml':
				'<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><rPr><vanish q:val="0"/></rPr><t>zichtbaar</t></r></p></body></document>'
		});
		expect(valueOf(readDocx(body.bytes)).text).toBe('zichtbaar');
	});

	test('a document type, the carrier of entities, is refused in any part that is read', () => {
		const evil = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:styles/>';
		expect(codesOf(readDocx(docxFile('', { 'word/document.xml': evil }).bytes))).toEqual(['xml-has-doctype']);
		expect(codesOf(readDocx(docxFile('', { 'word/styles.xml': evil }).bytes))).toEqual(['xml-has-doctype']);
		expect(codesOf(readDocx(docxFile('', { '[Content_Types].xml': evil }).bytes))).toEqual(['xml-has-doctype']);
	});

	test('an entity that XML does not define is refused', () => {
		expect(codesOf(readDocx(docxFile(paragraph('&wie;')).bytes))).toEqual(['zip-damaged']);
	});

	test('a stray macro part is left alone and told; a file that declares macros is refused', () => {
		expect(textOf(paragraph('x'), { 'word/vbaProject.bin': 'kwaad' }).warnings).toEqual([
			{ code: 'docx-macros-ignored' }
		]);
		const types = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
		expect(codesOf(readDocx(docxFile(paragraph('x'), { '[Content_Types].xml': types }).bytes))).toEqual([
			'file-has-macros'
		]);
	});

	test.each([
		['footnotes', 'Ouch.', ['docx-footnotes']],
		['simple-list', 'Apple\nBanana', []],
		['strikethrough', "Today's Special: Salmon Sold out", []],
		['text-box', '\nDatum plane', []],
		['tiny-picture', '', ['docx-pictures']],
		['external-picture', '', ['docx-pictures']]
	])('the feature file %s is read', (name, text, codes) => {
		const read = valueOf(readDocx(fixture(`transcripts/docx/mammoth-${name}.docx`).bytes));
		expect([read.text, read.warnings.map(({ code }) => code)]).toEqual([text, codes]);
	});

	test('2,000 nested tables are read without trouble', () => {
		expect(valueOf(readDocx(fixture('hostile/docx-deep-tables.docx').bytes)).text.trim()).toBe('x');
	});

	test.each([
		['30,000 nested tables', '<w:tbl>'.repeat(30_000), 'zip-unsafe'],
		['600 attributes', `<w:p ${Array.from({ length: 600 }, (_, index) => `a${index}=""`).join(' ')}/>`, 'zip-unsafe'],
		['250,000 paragraphs', '<w:p/>'.repeat(250_000), 'text-too-many-lines'],
		['31 MB of spaces', ' '.repeat(31_000_000), 'zip-too-large'],
		['an element that is never closed', '<w:p>', 'zip-damaged']
	])('%s are refused, and soon', (_, body, code) => {
		const { bytes } = docxFile(body);
		const start = performance.now();
		expect(codesOf(readDocx(bytes))).toEqual([code]);
		expect(performance.now() - start).toBeLessThan(10_000);
	});

	test('reading takes as many times longer as there is more to read', () => {
		const timeFor = (paragraphs: number) => {
			const words = (index: number) => paragraph(`R${index}: ${'woord '.repeat(20)}`);
			const { bytes } = docxFile(Array.from({ length: paragraphs }, (_, index) => words(index)).join(''));
			const times = [1, 2, 3, 4, 5].map(() => {
				const start = performance.now();
				readDocx(bytes);
				return performance.now() - start;
			});
			return Math.min(...times);
		};
		timeFor(400);
		expect(timeFor(3200) / timeFor(400)).toBeLessThan(8 * 4); // quadratic would be 64
	}, 60_000);
});
