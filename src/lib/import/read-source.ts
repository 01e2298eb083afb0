import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import {
	recognised,
	type FileReading,
	type ParagraphKind,
	type ReadAs,
	type TableKind
} from '../domain/source/file-reading.ts';
import type { CanonicalText } from '../domain/text/plain-text.ts';
import { decodeText, mostLines, tooLarge } from './decode-text.ts';
import { detectContainer, detectTextFormat, type Container, type TextFormat } from './detect-format.ts';
import { readDocx } from './docx.ts';
import { largestFileBytes } from './file-limits.ts';
import { decodeHtml, readHtml, startsWithHtml } from './html.ts';
import { warningsOfLeftOut } from './left-out.ts';
import { readMarkdown } from './markdown.ts';
import { officeWords } from './office-words.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { readTable } from './read-table.ts';
import { readRtf } from './rtf.ts';
import type { SourceDraft, SourceFormat, TranscriptDraft, UploadedFile } from './source-draft.ts';
import { sbvAsVtt } from './subtitle-time.ts';
import { readSubtitles } from './subtitles.ts';
import { readSurvey } from './survey.ts';
import { isTranscriptTable, readTranscriptTable } from './transcript-table.ts';
import { cutTranscript, paragraphsOf } from './transcript.ts';
import { isTeams, readTeams } from './teams.ts';
import { readWhisper } from './whisper.ts';
import { furtherSheets } from './xlsx.ts';
import { openZip } from './zip.ts';

/**
 * Reads an uploaded transcript by its content: canonical text, turns, speakers, and what to look at. Where the content
 * leaves room for more than one reading, somebody can choose.
 */
export const readSource = async (
	file: UploadedFile,
	reading: FileReading = recognised
): Promise<Result<SourceDraft>> => {
	if (file.bytes.length > largestFileBytes) return tooLarge(file.bytes.length, largestFileBytes);
	const detected = detectContainer(file);
	if (!detected.ok) return detected;
	const { format, warnings } = detected.value;
	const read = await readContainer(format, file, reading);
	return read.ok ? ok({ ...read.value, warnings: [...warnings, ...read.value.warnings] }) : read;
};

const readContainer = async (
	format: Container,
	file: UploadedFile,
	reading: FileReading
): Promise<Result<SourceDraft>> => {
	const { bytes } = file;
	switch (format) {
		case 'docx':
			return readWordFile(bytes, reading);
		case 'odt': {
			const zip = openZip(bytes);
			return zip.ok ? withTyped(cut(format, readOdt(zip.value), 'line', reading), officeWords(zip.value)) : zip;
		}
		case 'rtf':
			return withTyped(cut(format, readRtf(bytes), 'line', reading), new TextDecoder('latin1').decode(bytes));
		case 'pdf': {
			const read = await readPdf(bytes);
			return read.ok ? withTyped(cut(format, read, 'line', reading), read.value.besides) : read;
		}
		case 'xlsx': {
			const zip = openZip(bytes);
			const read = readTableFile(format, file, reading, warningsOfLeftOut({ sheets: furtherSheets(bytes) }));
			return zip.ok ? withTyped(read, officeWords(zip.value)) : read;
		}
		case 'archive':
			return fail('archive-not-one-file');
		case 'text':
			return readTextFile(file, reading);
		default:
			return format satisfies never;
	}
};

const readWordFile = (bytes: Uint8Array, reading: FileReading): Result<SourceDraft> => {
	const read = readDocx(bytes);
	if (!read.ok) return read;
	const { text, warnings } = read.value;
	const meeting = reading.speakers !== 'off' && isTeams(text) ? readTeams(text) : null;
	const zip = openZip(bytes);
	const whole = meeting
		? draft('docx', meeting, { speakers: reading.speakers }, warnings)
		: cut('docx', read, 'line', reading);
	return zip.ok ? withTyped(whole, officeWords(zip.value)) : zip;
};

const withTyped = (read: Result<SourceDraft>, typed: string): Result<SourceDraft> =>
	read.ok ? ok({ ...read.value, typed: typed.replaceAll(decimals, '') }) : read;

/** Times, sizes and places on a page: no number that stands for a person is written with one point. */
const decimals = /(?<![\d.])\d+\.\d+(?![\d.])/g;

const readTextFile = ({ name, bytes }: UploadedFile, reading: FileReading): Result<SourceDraft> => {
	const isPage = startsWithHtml(String.fromCharCode(...bytes.subarray(0, 2000)));
	const decoded = isPage ? decodeHtml(bytes, reading.encoding) : decodeText(bytes, reading.encoding);
	if (!decoded.ok) return decoded;
	const { text, encoding, warnings } = decoded.value;
	if (text.trim() === '') return fail('file-empty');
	if (hasTooManyLines(text)) return fail('text-too-many-lines', { limit: mostLines });
	const detected = detectTextFormat(name, text);
	if (!detected.ok) return detected;
	const { format } = detected.value;
	// Notes, headers and what a page does not show are no part of the text, but they are in the file.
	const asText = readText(format, text, bytes, reading);
	const read = format === 'txt' ? asText : withTyped(asText, text);
	return read.ok
		? ok({
				...read.value,
				readAs: { ...read.value.readAs, encoding },
				warnings: [...detected.value.warnings, ...warnings, ...read.value.warnings]
			})
		: read;
};

const readText = (format: TextFormat, text: string, bytes: Uint8Array, reading: FileReading): Result<SourceDraft> => {
	const { speakers } = reading;
	switch (format) {
		case 'txt':
			return cut(format, ok({ text, warnings: [] }), 'block', reading);
		case 'md':
			return cut(format, readMarkdown(text), 'block', reading);
		case 'html':
			return cut(format, readHtml(text), 'line', reading);
		case 'vtt':
		case 'srt':
			return draft(format, readSubtitles(text, format, speakers), { speakers });
		case 'sbv':
			return draft(format, readSubtitles(sbvAsVtt(text), 'vtt', speakers), { speakers });
		case 'whisper': {
			const read = readWhisper(text, speakers);
			return read.ok ? draft(format, read.value, { speakers }) : read;
		}
		case 'csv':
			return readTableFile(format, { name: 'table.csv', bytes }, reading, []);
		default:
			return format satisfies never;
	}
};

const hasTooManyLines = (text: string): boolean => {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0 && count <= mostLines; at = text.indexOf('\n', at + 1)) count += 1;
	return count > mostLines;
};

/** A table is a transcript when it says so by its columns, and a survey otherwise. */
const readTableFile = (
	format: 'csv' | 'xlsx',
	file: UploadedFile,
	{ encoding, speakers, table: asked }: FileReading,
	warnings: readonly Problem[]
): Result<SourceDraft> => {
	const table = readTable(file, undefined, encoding);
	if (!table.ok) return table;
	const found: TableKind = isTranscriptTable(table.value) ? 'transcript' : 'survey';
	const kind = asked === 'auto' ? found : asked;
	if (kind === 'survey') {
		const read = readSurvey(table.value);
		return read.ok ? draft(format, read.value, { table: kind }, warnings) : read;
	}
	const read = readTranscriptTable(table.value, speakers);
	return read.ok ? draft(format, read.value, { table: kind, speakers }, warnings) : read;
};

/** A text that people laid out themselves, cut by its labels or its paragraphs. */
const cut = (
	format: SourceFormat,
	read: Result<CanonicalText>,
	usual: ParagraphKind,
	{ paragraphs: asked, speakers }: FileReading
): Result<SourceDraft> => {
	if (!read.ok) return read;
	const { text, warnings } = read.value;
	const paragraphs = paragraphsOf(text, asked === 'auto' ? usual : asked);
	return draft(format, cutTranscript(text, paragraphs, speakers), { paragraphs, speakers }, warnings);
};

const draft = (
	format: SourceFormat,
	transcript: TranscriptDraft,
	{ paragraphs = null, speakers = null, table = null }: Partial<ReadAs>,
	warnings: readonly Problem[] = []
): Result<SourceDraft> =>
	transcript.turns.length === 0
		? fail('file-without-words')
		: ok({
				...transcript,
				format,
				readAs: { encoding: null, paragraphs, speakers, table },
				warnings: [...warnings, ...transcript.warnings]
			});
