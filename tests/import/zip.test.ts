import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openZip, unpack, ZipLimitError } from '#lib/import/zip.ts';
import { codesOf, fixture, utf8, valueOf } from './fixture.ts';

const join = (pieces: Iterable<Uint8Array>): Uint8Array => new Uint8Array([...pieces].flatMap((piece) => [...piece]));

describe('opening a zip file', () => {
	test('each part can be read', () => {
		const zip = valueOf(openZip(zipSync({ 'a.txt': utf8('één 😀'), 'b/c.txt': [utf8('los'), { level: 0 }] })));
		expect([...zip.entries.keys()]).toEqual(['a.txt', 'b/c.txt']);
		const texts = [...zip.entries.values()].map((entry) => new TextDecoder().decode(join(unpack(zip, entry, 100))));
		expect(texts).toEqual(['één 😀', 'los']);
	});

	test('unpacking stops at the limit, whatever size the file claims', () => {
		const bytes = zipSync({ bomb: new Uint8Array(20_000_000) });
		const at = bytes.findLastIndex(
			(_, index) => bytes[index] === 0x50 && bytes[index + 1] === 0x4b && bytes[index + 2] === 1
		);
		new DataView(bytes.buffer).setUint32(at + 24, 10, true); // claims 10 bytes
		const zip = valueOf(openZip(bytes));
		const entry = zip.entries.get('bomb');
		if (!entry) throw new Error('no entry');
		expect(entry.claimedSize).toBe(10);
		let unpacked = 0;
		expect(() => {
			for (const piece of unpack(zip, entry, 1_000_000)) unpacked += piece.length;
		}).toThrow(ZipLimitError);
		expect(unpacked).toBeLessThan(6_000_000);
	});

	test.each([
		['hostile/bomb-200k-entries.zip', 'zip-too-many-parts'],
		['hostile/bomb-overlap.zip', 'zip-unsafe'],
		['hostile/zipslip.qdpx', 'zip-unsafe'],
		['hostile/qdpx-encrypted-flag.qdpx', 'file-is-encrypted']
	])('%s is refused: %s', (path, code) => {
		expect(codesOf(openZip(fixture(path).bytes))).toEqual([code]);
	});

	test('parts with different names that share their bytes are refused', () => {
		const bytes = zipSync({ 'a.txt': utf8('aaaa'), 'b.txt': utf8('bbbb') }, { level: 0 });
		const view = new DataView(bytes.buffer);
		const centrals = [...bytes.keys()].filter((at) => at + 4 < bytes.length && view.getUint32(at, true) === 0x02014b50);
		view.setUint32((centrals[1] ?? 0) + 42, 0, true); // the second entry points at the first
		expect(codesOf(openZip(bytes))).toEqual(['zip-unsafe']);
	});

	test.each([
		['cut short', zipSync({ a: utf8('inhoud') }).slice(0, -10)],
		['only the first bytes', utf8('PK\x03\x04')],
		['no zip at all', utf8('geen zip')]
	])('a damaged file is refused: %s', (_, bytes) => {
		expect(codesOf(openZip(bytes))).toEqual(['zip-damaged']);
	});
});
