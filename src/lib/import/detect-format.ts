import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { isDocx } from './docx.ts';
import type { SourceFormat, UploadedFile } from './source-draft.ts';
import { startsWithSubtitle } from './subtitle-time.ts';
import { openZip } from './zip.ts';

/** The part of a file name after its last point, in small letters; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^./\\]{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * Whether a file is a Word file or a text, by its content; the extension only has the right to disagree. What cannot be
 * a transcript gets a problem that says what it is.
 */
export const detectContainer = ({ name, bytes }: UploadedFile): Result<'docx' | 'text'> => {
	const extension = extensionOf(name);
	if (bytes.length === 0) return fail('file-empty');
	if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return detectInZip(bytes, extension);
	if (startsWith(bytes, '\xD0\xCF\x11\xE0')) return fail(isSealed(bytes) ? 'file-is-encrypted' : 'file-is-old-word');
	if (startsWith(bytes, '%PDF')) return fail('file-is-pdf');
	if (startsWith(bytes, '{\\rtf')) return fail('file-is-rtf');
	const other = signatures.find(
		([signature, at]) => startsWith(bytes, signature, at) && (at > 0 || hasControls(bytes))
	);
	if (other) return fail(other[2]);
	if (extension === 'docx' || extension === 'docm') return fail('file-extension-wrong', { extension, format: 'txt' });
	if (!textExtensions.has(extension)) return fail('file-type-unknown', { extension });
	return ok('text');
};

/** Whether a decoded text holds subtitles, and of which kind, by its first lines. */
export const detectTextFormat = (
	name: string,
	text: string
): Result<{ format: Exclude<SourceFormat, 'docx'>; warnings: readonly Problem[] }> => {
	const extension = extensionOf(name);
	const format = text.startsWith('WEBVTT') ? 'vtt' : startsWithSubtitle(text) ? subtitleKind(text) : 'txt';
	if (format === 'txt' && (extension === 'vtt' || extension === 'srt'))
		return fail('file-extension-wrong', { extension, format });
	const agrees = format === extension || (format === 'txt' && textExtensions.has(extension));
	return ok({ format, warnings: agrees ? [] : [{ code: 'file-extension-differs', params: { extension, format } }] });
};

/** Without the header both kinds look alike; only SubRip writes the milliseconds after a comma. */
const subtitleKind = (text: string): 'vtt' | 'srt' =>
	/^[^\n]{0,40},\d{3}\s*-->/m.test(text.slice(0, 500)) ? 'srt' : 'vtt';

/** '' = no extension at all */
const textExtensions = new Set(['txt', 'text', 'md', 'vtt', 'srt', '']);

const detectInZip = (bytes: Uint8Array, extension: string): Result<'docx' | 'text'> => {
	if (extension === 'docm' || extension === 'dotm') return fail('file-has-macros');
	const zip = openZip(bytes);
	if (!zip.ok) return zip;
	if (isDocx(zip.value))
		return extension === 'docx' ? ok('docx') : fail('file-extension-wrong', { extension, format: 'docx' });
	const has = (name: string) => zip.value.entries.has(name);
	if (has('xl/workbook.xml')) return fail('file-is-spreadsheet');
	if (has('content.xml')) return fail('file-is-opendocument');
	return fail('file-type-unknown', { extension });
};

/** Bytes that no text has; a transcript may well begin with a speaker "MZ". */
const hasControls = (bytes: Uint8Array): boolean =>
	bytes.subarray(0, 512).some((byte) => byte < 9 || (byte > 13 && byte < 27));

/** first bytes (as Latin-1), from which byte on, and what the file is */
const signatures: readonly (readonly [string, number, string])[] = [
	['MZ', 0, 'file-is-program'],
	['\x7FELF', 0, 'file-is-program'],
	['ID3', 0, 'file-is-recording'],
	['\xFF\xFB', 0, 'file-is-recording'],
	['OggS', 0, 'file-is-recording'],
	['RIFF', 0, 'file-is-recording'],
	['fLaC', 0, 'file-is-recording'],
	['\x1A\x45\xDF\xA3', 0, 'file-is-recording'],
	['ftyp', 4, 'file-is-recording'],
	['\x89PNG', 0, 'file-is-picture'],
	['\xFF\xD8\xFF', 0, 'file-is-picture'],
	['GIF8', 0, 'file-is-picture'],
	['\x1F\x8B', 0, 'file-is-archive'],
	['7z\xBC\xAF', 0, 'file-is-archive'],
	['Rar!', 0, 'file-is-archive']
];

const startsWith = (bytes: Uint8Array, signature: string, at = 0): boolean => {
	for (let index = 0; index < signature.length; index += 1)
		if (bytes[at + index] !== signature.charCodeAt(index)) return false;
	return true;
};

/** A Word file with a password is an old container that holds an "EncryptedPackage" (UTF-16). */
const isSealed = (bytes: Uint8Array): boolean =>
	new TextDecoder('utf-16le').decode(bytes.subarray(0, 65_536)).includes('EncryptedPackage');
