import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { decodeText, mostLines, tooLarge } from './decode-text.ts';
import { detectContainer, detectTextFormat } from './detect-format.ts';
import { readDocx } from './docx.ts';
import type { SourceDraft, SourceFormat, TranscriptDraft, UploadedFile } from './source-draft.ts';
import { readSubtitles } from './subtitles.ts';
import { cutTranscript } from './transcript.ts';

/** No file larger than this is opened; Word files with many photographs stay below it. */
export const largestFileBytes = 50_000_000;

/** Reads an uploaded transcript (.docx, .txt, .vtt, .srt): canonical text, turns, speakers, and what to look at. */
export const readSource = (file: UploadedFile): Result<SourceDraft> => {
	if (file.bytes.length > largestFileBytes) return tooLarge(file.bytes.length, largestFileBytes);
	const container = detectContainer(file);
	if (!container.ok) return container;
	return container.value === 'docx' ? readWordFile(file) : readTextFile(file);
};

const hasTooManyLines = (text: string): boolean => {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0 && count <= mostLines; at = text.indexOf('\n', at + 1)) count += 1;
	return count > mostLines;
};

const readWordFile = ({ bytes }: UploadedFile): Result<SourceDraft> => {
	const read = readDocx(bytes);
	if (!read.ok) return read;
	const { text, warnings } = read.value;
	return draft('docx', cutTranscript(text, 'line'), warnings);
};

const readTextFile = ({ name, bytes }: UploadedFile): Result<SourceDraft> => {
	const decoded = decodeText(bytes);
	if (!decoded.ok) return decoded;
	const { text, warnings } = decoded.value;
	if (text.trim() === '') return fail('file-empty');
	if (hasTooManyLines(text)) return fail('text-too-many-lines', { limit: mostLines });
	const detected = detectTextFormat(name, text);
	if (!detected.ok) return detected;
	const { format } = detected.value;
	const transcript = format === 'txt' ? cutTranscript(text, 'block') : readSubtitles(text, format);
	return draft(format, transcript, [...detected.value.warnings, ...warnings]);
};

const draft = (format: SourceFormat, transcript: TranscriptDraft, warnings: readonly Problem[]): Result<SourceDraft> =>
	transcript.turns.length === 0
		? fail('file-without-words')
		: ok({ ...transcript, format, warnings: [...warnings, ...transcript.warnings] });
