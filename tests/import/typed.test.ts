import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { hasBsn } from '#lib/privacy/find/bsn.ts';
import { readSource } from '#lib/import/read-source.ts';
import { pdfFile } from '../support/pdf-file.ts';
import { docxFile, paragraph, textFile, utf8, valueOf } from './fixture.ts';

/** A number that passes the test of eleven, and belongs to nobody. */
const bsn = '123456782';
const said = 'Interviewer: Hoe is het 😀?\n\nBewoner: Goed, in e\u0301e\u0301n wijk.\n';

const pdf = (more: Parameters<typeof pdfFile>[1]) => {
	const lines: Parameters<typeof pdfFile>[0][number] = [
		['I: Hoe is het?', 50, 700],
		['B: Goed.', 50, 680]
	];
	return { name: 'a.pdf', bytes: pdfFile([lines], more) };
};

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;
const workbook = async (sheets: Sheets) => {
	const made = Object.entries(sheets).map(([sheet, rows]) => ({
		data: rows.map((cells) => cells.map((value) => ({ value }))),
		sheet
	}));
	return new Uint8Array(await writeXlsxFile(made).toBuffer());
};
const keyBook = () => workbook({ Sleutel: [['R1', Number(bsn)]] });
const letterWith = (parts: Readonly<Record<string, Uint8Array>>) => {
	const letter = docxFile(`${paragraph('I: Hoe is het 😀?')}${paragraph('B: Goed.')}`);
	return { ...letter, bytes: zipSync({ ...unzipSync(letter.bytes), ...parts }) };
};

/** Where a number can hide in a file without being part of its text. */
const hidden: readonly (readonly [string, () => Promise<{ name: string; bytes: Uint8Array }>])[] = [
	[
		'a comment of a page',
		async () => textFile('a.html', `<html><body><!-- ${bsn} --><p>I: Hoe?</p><p>B: Goed.</p></body></html>`)
	],
	[
		'the head of a page',
		async () =>
			textFile('a.html', `<html><head><meta name="x" content="${bsn}"></head><body><p>I: Hoe?</p></body></html>`)
	],
	[
		'a note of subtitles',
		async () => textFile('a.vtt', `WEBVTT\n\nNOTE ${bsn}\n\n00:00:01.000 --> 00:00:02.000\n<v Ann>Hoe is het?\n`)
	],
	['a comment of Markdown', async () => textFile('a.md', `<!-- ${bsn} -->\n\n${said}`)],
	[
		'the properties of RTF',
		async () => textFile('a.rtf', `{\\rtf1\\ansi{\\info{\\subject ${bsn}}}I: Hoe?\\par B: Goed.\\par}`)
	],
	[
		'a recogniser of speech',
		async () =>
			textFile(
				'a.json',
				JSON.stringify({ text: 'Hoe?', client: bsn, segments: [{ id: 0, start: 0.12345672, end: 2.5, text: 'Hoe?' }] })
			)
	],
	['a note on a page of a PDF', async () => pdf({ comment: bsn })],
	['the properties of a PDF', async () => pdf({ subject: `Dossier ${bsn}` })],
	['the XMP of a PDF', async () => pdf({ xmp: bsn })],
	['a file that goes along with a PDF', async () => pdf({ attachment: `Nummer: ${bsn}.` })],
	['a bookmark of a PDF', async () => pdf({ bookmark: `Gesprek ${bsn}` })],
	[
		'another sheet',
		async () => ({
			name: 'a.xlsx',
			bytes: await workbook({
				Antwoorden: [
					['Nummer', 'Wat vindt u?'],
					['R1', 'Het is hier best fijn wonen']
				],
				Sleutel: [
					['Wie', 'Nummer'],
					['R1', Number(bsn)]
				]
			})
		})
	],
	['a workbook in a letter', async () => letterWith({ 'word/embeddings/Werkblad1.xlsx': await keyBook() })],
	[
		'a workbook in slides in a letter',
		async () =>
			letterWith({ 'word/embeddings/Dia1.pptx': zipSync({ 'ppt/embeddings/Werkblad1.xlsx': await keyBook() }) })
	],
	[
		'slides in a letter',
		async () =>
			letterWith({
				'word/embeddings/Dia1.pptx': zipSync({
					'ppt/notesSlides/notesSlide1.xml': utf8(`<p:notes><a:p>${bsn}</a:p></p:notes>`)
				})
			})
	],
	[
		'a file of an older program in a letter',
		async () =>
			letterWith({ 'word/embeddings/oleObject1.bin': new Uint8Array(Buffer.from(`\u0001Nr ${bsn}\u0002`, 'utf16le')) })
	],
	[
		'a table in an OpenDocument text',
		async () => ({
			name: 'a.odt',
			bytes: zipSync({
				mimetype: utf8('application/vnd.oasis.opendocument.text'),
				'content.xml': utf8(
					'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>I: Hoe is het?</text:p><text:p>B: Goed.</text:p></office:text></office:body></office:document-content>'
				),
				'Object 1/content.xml': utf8(`<office:document-content><text:p>${bsn}</text:p></office:document-content>`)
			})
		})
	],
	[
		'a workbook that goes along with a PDF',
		async () => pdf({ attachment: Buffer.from(await keyBook()).toString('latin1') })
	]
];

describe('what stands in a file beside its text', () => {
	test.each(hidden)('is known, also in %s', async (_where, file) => {
		const draft = valueOf(await readSource(await file()));
		expect(draft.text).not.toContain(bsn);
		expect(hasBsn(draft.text)).toBe(false);
		expect(hasBsn(draft.typed ?? '')).toBe(true);
	});

	test('a file within a file that never ends is left unread, and the letter is read', async () => {
		const zeros = new Uint8Array(61_000_000);
		const letter = letterWith({
			'word/embeddings/a.bin': zeros,
			'word/embeddings/b.xlsx': utf8('PK is no workbook'),
			'docProps/custom.xml': utf8(`<p><vt:lpwstr xmlns:vt="x">${bsn}</vt:lpwstr></p>`)
		});
		const draft = valueOf(await readSource(letter));
		expect(draft.text).toContain('Hoe is het 😀?');
		expect(hasBsn(draft.typed ?? '')).toBe(true);
	});

	test('is nothing in a plain text, which is all text', async () => {
		expect(valueOf(await readSource(textFile('a.txt', said)))).not.toHaveProperty('typed');
	});

	test.each([
		[
			'times',
			textFile(
				'a.json',
				JSON.stringify({ text: 'Hoe?', segments: [{ id: 0, start: 12.345672, end: 20.5, text: 'Hoe?' }] })
			)
		],
		['sizes', textFile('a.html', '<html><body><svg viewBox="0 0 12.345672 9"></svg><p>I: Hoe?</p></body></html>')]
	])('does not take %s for the number of a person', async (_what, file) => {
		expect(hasBsn('12.345672'.replace('.', ''))).toBe(true);
		expect(hasBsn(valueOf(await readSource(file)).typed ?? '')).toBe(false);
	});
});
