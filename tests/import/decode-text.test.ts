import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, largestTextBytes } from '#lib/import/decode-text.ts';
import { codesOf, utf8, valueOf } from './fixture.ts';

const words = 'I: Ik voel me 😀 thuis in één wijk, ’s avonds.\n';

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
	const marked = (mark ? '\uFEFF' : '') + text;
	const bytes = new Uint8Array(marked.length * 2);
	const view = new DataView(bytes.buffer);
	for (let index = 0; index < marked.length; index += 1)
		view.setUint16(index * 2, marked.charCodeAt(index), order === 'le');
	return bytes;
};

describe('decoding a text file', () => {
	test.each([
		['UTF-8', utf8(words)],
		['UTF-8 with a byte order mark', utf8(`\uFEFF${words}`)],
		['UTF-8 with CRLF', utf8(words.replaceAll('\n', '\r\n'))],
		['UTF-8 with CR only', utf8(words.replaceAll('\n', '\r'))],
		['UTF-8 in decomposed form (NFD)', utf8(words.normalize('NFD'))],
		['UTF-16LE with mark', utf16(words, 'le', true)],
		['UTF-16BE with mark', utf16(words, 'be', true)],
		['UTF-16LE without mark', utf16(words, 'le', false)],
		['UTF-16BE without mark', utf16(words, 'be', false)]
	])('%s gives one canonical text', (_, bytes) => {
		expect(valueOf(decodeText(bytes))).toMatchObject({ text: words, warnings: [] });
	});

	test('Windows-1252 is read with its own signs, and told as a guess', () => {
		const bytes = new Uint8Array([0x80, 0x20, 0x92, 0x73, 0x20, 0xe9, 0xe9, 0x6e]); // € ’s één
		expect(valueOf(decodeText(bytes))).toEqual({
			text: '€ ’s één',
			encoding: 'windows-1252',
			warnings: [{ code: 'text-encoding-guessed', params: { encoding: 'Windows-1252' } }]
		});
	});

	test('half a surrogate pair becomes a replacement sign, with a warning', () => {
		expect(valueOf(decodeText(utf16('R: \uD83D x', 'le', true)))).toEqual({
			text: 'R: \uFFFD x',
			encoding: 'utf-16le',
			warnings: [{ code: 'text-half-characters', params: { count: 1 } }]
		});
	});

	test('an odd last byte of UTF-16 is left out, with a warning', () => {
		const bytes = new Uint8Array([...utf16('I: Hallo', 'le', true), 0]);
		expect(valueOf(decodeText(bytes))).toMatchObject({ text: 'I: Hallo', warnings: [{ code: 'text-cut-off' }] });
	});

	test('NUL is refused', () => {
		expect(codesOf(decodeText(utf8('I: Hallo\0wereld, dit is een gesprek')))).toEqual(['text-has-nul']);
	});

	test('bytes that are no text are refused', () => {
		const bytes = new Uint8Array(2000).map((_, index) => (index * 37) % 256);
		expect(codesOf(decodeText(bytes))).toEqual(['file-not-text']);
	});

	test('a text above the limit is refused before it is decoded', () => {
		const result = decodeText(new Uint8Array(largestTextBytes + 1));
		expect(result).toMatchObject({ problems: [{ code: 'file-too-large', params: { megabytes: 21, limit: 20 } }] });
	});

	test('law: whatever the encoding, the text that comes out is the canonical form of what went in', () => {
		const text = fc
			.string({ unit: 'binary', minLength: 1 })
			.filter((each) => !each.includes('\0') && !each.startsWith('\uFEFF'));
		fc.assert(
			fc.property(text, (each) => {
				const canonical = each.replaceAll(/\r\n?/g, '\n').normalize('NFC');
				expect(valueOf(decodeText(utf8(`\uFEFF${each}`))).text).toBe(canonical);
				expect(valueOf(decodeText(utf16(each, 'le', true))).text).toBe(canonical);
				expect(valueOf(decodeText(utf16(each, 'be', true))).text).toBe(canonical);
			})
		);
	});
});
