import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { isDocx } from './docx.ts';
import { startsWithHtml } from './html.ts';
import { isRtf } from './rtf.ts';
import type { SourceFormat, UploadedFile } from './source-draft.ts';
import { startsWithSbv, startsWithSubtitle } from './subtitle-time.ts';
import { isWhisper } from './whisper.ts';
import { openZip } from './zip.ts';

/** What a file is by its first bytes; a text is looked at more closely once it is decoded. */
export type Container = 'docx' | 'odt' | 'xlsx' | 'pdf' | 'rtf' | 'archive' | 'text';
export type TextFormat = Exclude<SourceFormat, Container>;
type Detected<T> = Result<{ readonly format: T; readonly warnings: readonly Problem[] }>;

/** The part of a file name after its last point, in small letters; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^./\\]{1,20})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * What a file is, by its content; the extension only has the right to disagree: with a warning, or with a refusal when
 * it claims another kind that is no text. What cannot be a transcript gets a problem that says what it is.
 */
export const detectContainer = ({ name, bytes }: UploadedFile): Detected<Container> => {
	const extension = extensionOf(name);
	if (bytes.length === 0) return fail('file-empty');
	if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return detectInZip(bytes, extension);
	if (startsWith(bytes, '\xD0\xCF\x11\xE0')) return fail(sealedOrOld(bytes, extension));
	if (isPdf(bytes, extension)) return agreed('pdf', extension);
	if (isRtf(bytes)) return agreed('rtf', extension);
	const other = signatures.find(
		([signature, at]) => startsWith(bytes, signature, at) && (at > 0 || hasControls(bytes))
	);
	if (other) return fail(other[2]);
	if (binaryExtensions.has(extension)) return fail('file-extension-wrong', { extension, format: 'txt' });
	return ok({ format: 'text', warnings: [] });
};

/** Which kind of text a decoded text is, by how it begins; a table and Markdown are known by their extension alone. */
export const detectTextFormat = (name: string, text: string): Detected<TextFormat> => {
	const extension = extensionOf(name);
	const format = textFormatOf(text, extension);
	const own = textExtensions.get(format) ?? [];
	if (format === 'txt' && !own.includes(extension)) {
		const isClaimed = [...textExtensions.values()].some((extensions) => extensions.includes(extension));
		return fail(isClaimed ? 'file-extension-wrong' : 'file-type-unknown', { extension, format });
	}
	return agreedWith(format, extension, own);
};

const textFormatOf = (text: string, extension: string): TextFormat => {
	if (text.startsWith('WEBVTT')) return 'vtt';
	if (startsWithHtml(text)) return 'html';
	if ((extension === 'html' || extension === 'htm') && /<[a-z][^<>]{0,200}>/i.test(text.slice(0, 20_000)))
		return 'html';
	if (isWhisper(text) || (extension === 'json' && /^\s*[[{]/.test(text.slice(0, 1000)))) return 'whisper';
	if (startsWithSbv(text)) return 'sbv';
	if (startsWithSubtitle(text)) return subtitleKind(text);
	if (extension === 'csv' || extension === 'tsv') return 'csv';
	return extension === 'md' || extension === 'markdown' ? 'md' : 'txt';
};

/** Without the header both kinds look alike; only SubRip writes the milliseconds after a comma. */
const subtitleKind = (text: string): 'vtt' | 'srt' =>
	/^[^\n]{0,40},\d{3}\s*-->/m.test(text.slice(0, 500)) ? 'srt' : 'vtt';

/** '' = no extension at all */
const textExtensions: ReadonlyMap<TextFormat, readonly string[]> = new Map<TextFormat, readonly string[]>([
	['txt', ['txt', 'text', '']],
	['md', ['md', 'markdown']],
	['vtt', ['vtt', '']],
	['srt', ['srt', '']],
	['sbv', ['sbv', '']],
	['html', ['html', 'htm', 'xhtml', '']],
	['whisper', ['json', '']],
	['csv', ['csv', 'tsv']]
]);

/** Kinds that a program can tell from text, with the extensions they come under. */
const binaryFormats: ReadonlyMap<Container, readonly string[]> = new Map<Container, readonly string[]>([
	['docx', ['docx']],
	['odt', ['odt', 'fodt']],
	['xlsx', ['xlsx']],
	['pdf', ['pdf']],
	['rtf', ['rtf']],
	['archive', ['zip']]
]);
const binaryExtensions = new Set([...[...binaryFormats.values()].flat(), 'docm', 'xlsm', 'doc', 'xls', 'ods']);

const agreed = (format: Container, extension: string): Detected<Container> => {
	const own = binaryFormats.get(format) ?? [];
	const isOtherKind =
		binaryExtensions.has(extension) && !own.includes(extension) && !(format === 'rtf' && extension === 'doc');
	if (isOtherKind) return fail('file-extension-wrong', { extension, format: usualExtension(format) });
	return agreedWith(format, extension, [...own, '']);
};

const usualExtension = (format: string): string =>
	format === 'whisper' ? 'json' : format === 'archive' ? 'zip' : format;

const agreedWith = <T extends string>(format: T, extension: string, own: readonly string[]): Detected<T> =>
	ok({
		format,
		warnings: own.includes(extension)
			? []
			: [{ code: 'file-extension-differs', params: { extension, format: usualExtension(format) } }]
	});

const detectInZip = (bytes: Uint8Array, extension: string): Detected<Container> => {
	if (['docm', 'dotm', 'xlsm', 'xltm'].includes(extension)) return fail('file-has-macros');
	const zip = openZip(bytes);
	if (!zip.ok) return zip;
	if (isDocx(zip.value)) return agreed('docx', extension);
	const has = (name: string) => zip.value.entries.has(name);
	if (has('xl/workbook.xml')) return agreed('xlsx', extension);
	if (has('content.xml')) return openDocument(zip.value.bytes, extension);
	if (extension === 'zip' || extension === '') return ok({ format: 'archive', warnings: [] });
	return fail('file-type-unknown', { extension });
};

/** Texts, spreadsheets and slides of OpenDocument differ by their media type, which stands first and unpacked. */
const openDocument = (bytes: Uint8Array, extension: string): Detected<Container> => {
	const head = latin(bytes.subarray(0, 200));
	if (head.includes('opendocument.spreadsheet')) return fail('file-is-spreadsheet');
	if (/opendocument\.(?:presentation|graphics|formula|chart|database)/.test(head)) return fail('file-is-opendocument');
	return agreed('odt', extension);
};

/** A PDF may have some bytes before its mark. */
const isPdf = (bytes: Uint8Array, extension: string): boolean =>
	startsWith(bytes, '%PDF') || (extension === 'pdf' && latin(bytes.subarray(0, 1024)).includes('%PDF-'));

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

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
const sealedOrOld = (bytes: Uint8Array, extension: string): string => {
	const head = new TextDecoder('utf-16le').decode(bytes.slice(0, 65_536));
	if (head.includes('EncryptedPackage')) return 'file-is-encrypted';
	return extension === 'xls' ? 'file-is-old-excel' : 'file-is-old-word';
};
