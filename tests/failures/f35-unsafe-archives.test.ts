import { existsSync } from 'node:fs';
import { Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fileInArchive, filesInArchive } from '#lib/import/archive.ts';
import { readSource } from '#lib/import/read-source.ts';
import { codesOf, fixture, utf8 } from '../import/fixture.ts';

/** F35: a zip unpacked unchecked. Bombs, paths that leave the folder and huge entries are refused cleanly. */
const zipped = (name: string, content: Uint8Array | string) =>
	zipSync({ [name]: typeof content === 'string' ? utf8(content) : content });

/** Packs blanks without holding them: `megabytes` of them in one entry. */
const blanks = (name: string, megabytes: number): Uint8Array => {
	const pieces: Uint8Array[] = [];
	const zip = new Zip((_, piece) => pieces.push(piece));
	const entry = new ZipDeflate(name, { level: 9 });
	zip.add(entry);
	const million = new Uint8Array(1_000_000).fill(32);
	for (let index = 0; index < megabytes; index += 1) entry.push(million, index === megabytes - 1);
	zip.end();
	return new Uint8Array(Buffer.concat(pieces));
};

/** The same zip, with another size in its table of contents. */
const claiming = (bytes: Uint8Array, size: number): Uint8Array => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = bytes.length - 22; at >= 0; at -= 1)
		if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
	return bytes;
};

const patient = { timeout: 30_000 }; // packing the bombs takes a busy machine a while

describe('a zip of many', patient, () => {
	test.each(['../weg.txt', 'map/../../weg.txt', '/etc/weg.txt', 'map\\weg.txt'])(
		'with an entry %s is refused, and nothing is written',
		(name) => {
			expect(codesOf(filesInArchive(zipped(name, 'I: a')))).toEqual(['zip-unsafe']);
			expect(existsSync('weg.txt')).toBe(false);
		}
	);

	test('with 2 GB in one entry is refused by what it claims', () => {
		expect(codesOf(filesInArchive(claiming(blanks('groot.txt', 1), 2_000_000_000)))).toEqual(['zip-too-large']);
	});

	test('that claims little and unpacks to much is refused when it is read', () => {
		const bytes = claiming(blanks('groot.txt', 60), 10);
		expect(bytes.length).toBeLessThan(200_000);
		const before = process.memoryUsage().rss;
		expect(codesOf(fileInArchive(bytes, 'groot.txt'))).toEqual(['file-too-large']);
		expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
	});

	test('in a zip is not opened further', async () => {
		const bytes = zipped('binnenin.zip', zipped('a.txt', 'I: a'));
		const inner = fileInArchive(bytes, 'binnenin.zip');
		expect(inner.ok && codesOf(await readSource(inner.value))).toEqual(['archive-not-one-file']);
	});
});

describe('an office file', patient, () => {
	test.each(['docx', 'odt'])('%s that unpacks without end is refused', async (extension) => {
		const name = extension === 'docx' ? 'word/document.xml' : 'content.xml';
		expect(codesOf(await readSource({ name: `a.${extension}`, bytes: blanks(name, 40) }))).toEqual(['zip-too-large']);
	});

	test('with an entry outside its folder is refused', async () => {
		expect(codesOf(await readSource(fixture('hostile/zipslip.qdpx')))).toEqual(['zip-unsafe']);
	});
});
