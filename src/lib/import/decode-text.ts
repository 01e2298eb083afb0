import { fail, ok, type Problem, type Result } from '../domain/problem.ts';
import { canonicalText, type CanonicalText } from '../domain/text/plain-text.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Plain text larger than this is no interview: 20 MB is some 3 million words. */
export const largestTextBytes = 20_000_000;

/** A day of talk has some 10,000 lines. */
export const mostLines = 200_000;

/**
 * Turns the bytes of a text file into canonical text. The byte order mark decides; without one, UTF-16 is recognised by
 * its zero bytes, then UTF-8 is tried, then what the file itself declares (an HTML page), and Windows-1252 is the last guess,
 * told as a warning.
 */
export const decodeText = (bytes: Uint8Array, declared?: string): Result<CanonicalText> => {
	if (bytes.length > largestTextBytes) return tooLarge(bytes.length, largestTextBytes);
	const { encoding, markLength } = encodingOf(bytes);
	const warnings: Problem[] = [];
	let content = bytes.subarray(markLength);
	if (encoding.startsWith('utf-16') && content.length % 2 === 1) {
		content = content.subarray(0, -1);
		warnings.push({ code: 'text-cut-off' });
	}
	const asDeclared = encoding === 'windows-1252' && declared !== undefined ? decodeStrictly(content, declared) : null;
	const decoded = asDeclared ?? decodeStrictly(content, encoding) ?? decodeLeniently(content, encoding, warnings);
	if (encoding === 'windows-1252' && asDeclared === null) {
		if (looksBinary(decoded)) return fail('file-not-text');
		warnings.push({ code: 'text-encoding-guessed', params: { encoding: 'Windows-1252' } });
	}
	const canonical = canonicalText(decoded);
	if (!canonical.ok) return looksBinary(decoded) ? fail('file-not-text') : canonical;
	return ok({ text: canonical.value.text, warnings: [...warnings, ...canonical.value.warnings] });
};

/** The refusal of a file above a limit, in whole megabytes (10^6 bytes). */
export const tooLarge = (bytes: number, limit: number): Result<never> =>
	fail('file-too-large', { megabytes: Math.ceil(bytes / 1_000_000), limit: Math.floor(limit / 1_000_000) });

const encodingOf = (bytes: Uint8Array): { encoding: Encoding; markLength: number } => {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markLength: 3 };
	if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
	if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', markLength: 2 };
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
	try {
		return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
};

const decodeLeniently = (bytes: Uint8Array, encoding: Encoding, warnings: Problem[]): string => {
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
