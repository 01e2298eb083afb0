import { zipSync } from 'fflate';
import type { UploadedFile } from '#lib/import/source-draft.ts';
import { docxFile, paragraph, utf8 } from '../import/fixture.ts';

const namespaces = ['office', 'text'].map(
	(name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`
);
const inMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** UTF-16 units as RTF writes them, with a fallback for old readers */
const inRtf = (text: string) =>
	Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
		.map((unit) => (unit > 127 ? `\\u${unit > 32767 ? unit - 65536 : unit}?` : String.fromCharCode(unit)))
		.join('')
		.replaceAll(/[{}]/g, '\\$&');

/**
 * What two people say, as a file of every format that can hold any character. `eol` ends the lines of text files; the
 * label of the first is I, of the second R.
 */
export const inEveryFormat = (said: string, answered: string, eol = '\n'): readonly UploadedFile[] => {
	const lines = [`I: ${said}`, `R: ${answered}`];
	const paragraphs = lines.map(inMarkup);
	const odt = `<office:document-content ${namespaces.join(' ')}><office:body><office:text>${paragraphs
		.map((line) => `<text:p>${line}</text:p>`)
		.join('')}</office:text></office:body></office:document-content>`;
	const cue = (line: string, at: number, comma: string) =>
		`00:00:0${at}${comma}000 --> 00:00:0${at + 1}${comma}000${eol}${line}${eol}`;
	const text = (name: string, content: string): UploadedFile => ({ name, bytes: utf8(content) });
	const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
	return [
		text('a.txt', lines.join(eol + eol)),
		{ name: 'a.docx', bytes: docxFile(paragraphs.map((line) => paragraph(line)).join('')).bytes },
		{
			name: 'a.odt',
			bytes: zipSync({ mimetype: utf8('application/vnd.oasis.opendocument.text'), 'content.xml': utf8(odt) })
		},
		text('a.rtf', `{\\rtf1\\ansi ${lines.map(inRtf).join(`\\par${eol}`)}}`),
		text(
			'a.html',
			`<html><meta charset=utf-8><body>${paragraphs.map((line) => `<p>${line}</p>`).join(eol)}</body></html>`
		),
		text('a.vtt', `WEBVTT${eol}${eol}${paragraphs.map((line, at) => cue(line, at, '.')).join(eol)}`),
		text('a.srt', lines.map((line, at) => `${at + 1}${eol}${cue(line, at, ',')}`).join(eol)),
		text(
			'a.json',
			JSON.stringify({ segments: lines.map((line, at) => ({ start: at, end: at + 1, text: ` ${line}` })) })
		),
		text('a.csv', ['Spreker;Tekst', `I;${cell(said)}`, `R;${cell(answered)}`].join(eol))
	];
};
