/** A piece of an RTF file: a brace, a control word with its number, bytes of text, or bytes that are no text at all. */
export type RtfToken =
	| { readonly kind: 'open' }
	| { readonly kind: 'close' }
	| { readonly kind: 'word'; readonly word: string; readonly value: number | null }
	| { readonly kind: 'symbol'; readonly symbol: string }
	| { readonly kind: 'byte'; readonly byte: number }
	| { readonly kind: 'text'; readonly bytes: Uint8Array };

const backslash = 0x5c;
const openBrace = 0x7b;
const closeBrace = 0x7d;

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const longestWord = 32; // letters, as the specification says
const longestNumber = 10; // digits

/** The pieces of an RTF file in order. Bytes announced by `\bin` are passed over; line ends mean nothing. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
	let at = 0;
	while (at < bytes.length) {
		const byte = bytes[at] ?? 0;
		if (byte === openBrace) {
			at += 1;
			yield { kind: 'open' };
		} else if (byte === closeBrace) {
			at += 1;
			yield { kind: 'close' };
		} else if (byte !== backslash) {
			const start = at;
			while (at < bytes.length && !isSpecial(bytes[at] ?? 0)) at += 1;
			if (at > start) yield { kind: 'text', bytes: bytes.subarray(start, at) };
			else at += 1; // a line end, or NUL
		} else {
			const next = bytes[at + 1] ?? 0;
			if (next === 0x27) {
				const code = Number.parseInt(String.fromCharCode(bytes[at + 2] ?? 0, bytes[at + 3] ?? 0), 16);
				at += 4;
				if (!Number.isNaN(code)) yield { kind: 'byte', byte: code };
			} else if (!isLetter(next)) {
				at += 2;
				yield { kind: 'symbol', symbol: String.fromCharCode(next) };
			} else {
				const read = readWord(bytes, at + 1);
				at = read.next;
				yield { kind: 'word', word: read.word, value: read.value };
				if (read.word === 'bin') at += Math.max(0, read.value ?? 0);
			}
		}
	}
}

const isSpecial = (byte: number): boolean =>
	byte === backslash || byte === openBrace || byte === closeBrace || byte === 0x0a || byte === 0x0d || byte === 0;

const readWord = (bytes: Uint8Array, start: number): { word: string; value: number | null; next: number } => {
	let at = start;
	while (at - start < longestWord && isLetter(bytes[at] ?? 0)) at += 1;
	const word = latin(bytes.subarray(start, at));
	const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0);
	if (isNegative) at += 1;
	const digits = at;
	while (at - digits < longestNumber && isDigit(bytes[at] ?? 0)) at += 1;
	const value = at > digits ? Number(latin(bytes.subarray(digits, at))) * (isNegative ? -1 : 1) : null;
	if (bytes[at] === 0x20) at += 1;
	return { word, value, next: at };
};

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
