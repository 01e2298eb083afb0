import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { partOf, readZip, textOf, writeZip } from '#lib/server/printing/zip.ts';

const texts = { 'xl/één 😀.xml': '<a>😀</a>'.repeat(500), 'leeg.xml': '' };

describe('a zip', () => {
	test('that is written, is read by others', () => {
		const zip = writeZip(Object.entries(texts).map(([name, text]) => partOf(name, text)));
		const read = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
		expect(Object.fromEntries(read)).toEqual(texts);
	});

	test('of others is read, packed or not, and gives the same parts when it is written again', () => {
		const zip = zipSync({
			'a.xml': strToU8('<a/>'.repeat(99)),
			'b.xml': [strToU8('<b/>'), { level: 0, comment: 'x', extra: { 1: new Uint8Array(3) } }]
		});
		const parts = readZip(zip);
		expect(parts.map((part) => [part.name, textOf(part)])).toEqual([
			['a.xml', '<a/>'.repeat(99)],
			['b.xml', '<b/>']
		]);
		expect(readZip(writeZip(parts)).map(textOf)).toEqual(parts.map(textOf));
	});

	test('without an end is refused', () => {
		expect(() => readZip(new Uint8Array(40))).toThrow(RangeError);
	});
});
