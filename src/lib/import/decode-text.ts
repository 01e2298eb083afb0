import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import type { TextEncoding } from '../domain/source/file-reading.ts';
import { canonicalText, type CanonicalText } from '../domain/text/plain-text.ts';
import { decodePage } from './code-pages.ts';

/** A text with the encoding in which its bytes were read; null = one that the file itself declares. */
export type DecodedText = CanonicalText & { readonly encoding: TextEncoding | null };

/** Plain text larger than this is no interview: 20 MB is some 3 million words. */
export const largestTextBytes = 20_000_000;

/** A day of talk has some 10,000 lines. */
export const mostLines = 200_000;

/**
 * Turns the bytes of a text file into canonical text. The byte order mark decides; without one, UTF-16 is recognised by
 * its zero bytes, then UTF-8 is tried, then what the file itself declares (an HTML page), and Windows-1252 is the last guess,
 * told as a warning. An encoding that somebody asks for is taken as it is.
 */
export const decodeText = (
	bytes: Uint8Array,
	asked: 'auto' | TextEncoding = 'auto',
	declared?: string
): Result<DecodedText> => {
	if (bytes.length > largestTextBytes) return tooLarge(bytes.length, largestTextBytes);
	const { encoding, markLength } =
		asked === 'auto' ? encodingOf(bytes) : { encoding: asked, markLength: markIn(bytes, asked) };
	const warnings: Problem[] = [];
	let content = bytes.subarray(markLength);
	if (encoding.startsWith('utf-16') && content.length % 2 === 1) {
		content = content.subarray(0, -1);
		warnings.push({ code: 'text-cut-off' });
	}
	const isGuess = asked === 'auto' && encoding === 'windows-1252';
	const asDeclared = isGuess && declared !== undefined ? decodeStrictly(content, declared) : null;
	const decoded = asDeclared ?? decodeStrictly(content, encoding) ?? decodeLeniently(content, encoding, warnings);
	if (isGuess && asDeclared === null) {
		if (looksBinary(decoded)) return fail('file-not-text');
		warnings.push({ code: 'text-encoding-guessed', params: { encoding: 'Windows-1252' } });
	}
	const canonical = canonicalText(decoded);
	if (!canonical.ok) return looksBinary(decoded) ? fail('file-not-text') : canonical;
	return ok({
		text: canonical.value.text,
		warnings: [...warnings, ...canonical.value.warnings],
		encoding: asDeclared === null ? encoding : null
	});
};

/** The refusal of a file above a limit, in whole megabytes (10^6 bytes). */
export const tooLarge = (bytes: number, limit: number): Result<never> =>
	fail('file-too-large', { megabytes: Math.ceil(bytes / 1_000_000), limit: Math.floor(limit / 1_000_000) });

/** Byte order marks, by the encoding that each stands for. */
const marks: readonly (readonly [TextEncoding, readonly number[]])[] = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
];

const isMarked = (bytes: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);

/** How long the mark of an encoding is at the start of a file; 0 = there is none. */
const markIn = (bytes: Uint8Array, encoding: TextEncoding): number =>
	marks.find(([marked, mark]) => marked === encoding && isMarked(bytes, mark))?.[1].length ?? 0;

const encodingOf = (bytes: Uint8Array): { encoding: TextEncoding; markLength: number } => {
	const marked = marks.find(([, mark]) => isMarked(bytes, mark));
	if (marked) return { encoding: marked[0], markLength: marked[1].length };
	const evident = evidentUtf16(bytes);
	if (evident !== null) return { encoding: evident, markLength: 0 };
	return { encoding: decodeStrictly(bytes, 'utf-8') === null ? 'windows-1252' : 'utf-8', markLength: 0 };
};

const sampleLength = 4096; // bytes

/** Western text in UTF-16 has a zero in most pairs, always on the same side. */
const evidentUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
	const length = Math.min(sampleLength, bytes.length);
	if (length < 4) return null;
	let even = 0;
	let odd = 0;
	for (let index = 0; index < length; index += 1) {
		if (bytes[index] !== 0) continue;
		if (index % 2 === 0) even += 1;
		else odd += 1;
	}
	const pairs = length / 2;
	if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le';
	if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be';
	return null;
};

const decodeStrictly = (bytes: Uint8Array, encoding: string): string | null => {
	if (encoding === 'ibm850') return decodePage(bytes, 850);
	try {
		return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
};

const decodeLeniently = (bytes: Uint8Array, encoding: TextEncoding, warnings: Problem[]): string => {
	const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
	warnings.push({ code: 'text-half-characters', params: { count: text.split('\uFFFD').length - 1 } });
	return text;
};

/** Control characters that no text has, apart from tab, line ends, form feed and escape. */
const controls = /[\x00-\x08\x0B\x0E-\x1A\x1C-\x1F\x7F-\x9F]/g;

const looksBinary = (text: string): boolean => {
	const sample = text.slice(0, 100_000);
	const found = sample.match(controls)?.length ?? 0;
	return found > 8 && found > sample.length / 100;
};
