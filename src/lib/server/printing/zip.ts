import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A part of a zip as it is packed: deflated, without a time, so that equal data give equal bytes. */
export type ZipPart = {
	readonly name: string;
	readonly deflated: Uint8Array;
	readonly crc: number;
	/** bytes before it was deflated */
	readonly size: number;
};

const entryHead = 0x0403_4b50;
const directoryHead = 0x0201_4b50;
const endOfDirectory = 0x0605_4b50;
const needsVersion = 20; // 2.0, the first with deflate and folders
const namesAreUtf8 = 0x0800;
const deflate = 8;
const firstDay = 0x0021; // 1 January 1980, with which a zip begins to count

/** The parts of a zip without zip64, as most office files are: PKWARE APPNOTE 4.3. */
export const readZip = (zip: Uint8Array): readonly ZipPart[] => {
	const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
	const end = bytes.lastIndexOf(numbers([4, endOfDirectory]));
	if (end < 0) throw new RangeError(`${zip.byteLength} bytes are no zip: its end is missing`);
	const parts: ZipPart[] = [];
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
		const nameLength = bytes.readUInt16LE(at + 28);
		const entry = bytes.readUInt32LE(at + 42);
		const from = entry + 30 + bytes.readUInt16LE(entry + 26) + bytes.readUInt16LE(entry + 28);
		const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
		parts.push({
			name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
			deflated: bytes.readUInt16LE(at + 10) === deflate ? packed : deflateRawSync(packed),
			crc: bytes.readUInt32LE(at + 16),
			size: bytes.readUInt32LE(at + 24)
		});
		at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return parts;
};

/** The text of a part. */
export const textOf = (part: ZipPart | undefined): string =>
	part ? inflateRawSync(part.deflated).toString('utf8') : '';

/** A text as a part. */
export const partOf = (name: string, text: string): ZipPart => {
	const bytes = Buffer.from(text);
	return { name, deflated: deflateRawSync(bytes), crc: crc32(bytes), size: bytes.length };
};

/** Parts put together as a zip. */
export const writeZip = (parts: readonly ZipPart[]): Uint8Array => {
	const files: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const { name, deflated, crc, size } of parts) {
		const named = Buffer.from(name);
		const about = [
			...[2, needsVersion, 2, namesAreUtf8, 2, deflate, 2, 0, 2, firstDay],
			...[4, crc, 4, deflated.length, 4, size, 2, named.length, 2, 0]
		];
		const file = [numbers([4, entryHead, ...about]), named, deflated];
		files.push(...file);
		// no comment, first disk, no attributes
		directory.push(numbers([4, directoryHead, 2, needsVersion, ...about, 2, 0, 2, 0, 2, 0, 4, 0, 4, offset]), named);
		offset += lengthOf(file);
	}
	const [count, length] = [parts.length, lengthOf(directory)];
	const end = numbers([4, endOfDirectory, 2, 0, 2, 0, 2, count, 2, count, 4, length, 4, offset, 2, 0]);
	return new Uint8Array(Buffer.concat([...files, ...directory, end]));
};

const lengthOf = (pieces: readonly Uint8Array[]): number => pieces.reduce((sum, { length }) => sum + length, 0);

/** Numbers as a zip writes them: pairs of how many bytes, and which number, lowest byte first. */
const numbers = (pairs: readonly number[]): Buffer => {
	const bytes: number[] = [];
	for (let at = 0; at < pairs.length; at += 2)
		for (let byte = 0; byte < (pairs[at] ?? 0); byte += 1) bytes.push(((pairs[at + 1] ?? 0) >>> (8 * byte)) & 0xff);
	return Buffer.from(bytes);
};
