import { fail, ok, type Result } from '../../domain/problem.ts';
import { orientationOnly, readExif } from './exif.ts';
import type { Removed } from '../../domain/source/photo.ts';
import { joined, latin, type PhotoDraft } from './photo-draft.ts';

/** Chunks that make the picture (PNG, third edition, 11); all others go. */
const pictureChunks: ReadonlySet<string> = new Set([
	'IHDR',
	'PLTE',
	'IDAT',
	'IEND',
	'tRNS',
	'gAMA',
	'cHRM',
	'sRGB',
	'sBIT'
]);

const removedKinds: ReadonlyMap<string, Removed> = new Map<string, Removed>([
	['tEXt', 'text'],
	['zTXt', 'text'],
	['iTXt', 'text'],
	['tIME', 'camera'],
	['iCCP', 'profile'],
	['acTL', 'animation'],
	['fcTL', 'animation'],
	['fdAT', 'animation']
]);

type Chunk = { readonly name: string; readonly whole: Uint8Array; readonly data: Uint8Array; readonly end: number };

/** Takes a PNG apart and keeps the chunks that make the picture; each must have the sum that it says it has. */
export const stripPng = (bytes: Uint8Array): Result<PhotoDraft> => {
	const broken = fail('photo-broken', { format: 'PNG' });
	const chunks = chunksOf(bytes);
	const head = chunks?.[0];
	if (!chunks || head?.name !== 'IHDR' || head.data.length !== 13) return broken;
	if (!chunks.some(({ name }) => name === 'IDAT') || chunks.filter(({ name }) => name === 'IHDR').length > 1)
		return broken;
	const removed = new Set<Removed>();
	let orientation = 1;
	for (const { name, data } of chunks) {
		if (pictureChunks.has(name)) continue;
		if (name === 'eXIf') {
			const exif = readExif(data);
			orientation = exif.orientation;
			for (const kind of exif.holds) removed.add(kind);
		} else
			removed.add(
				name === 'iTXt' && latin(data, 0, 17) === 'XML:com.adobe.xmp' ? 'xmp' : (removedKinds.get(name) ?? 'other')
			);
	}
	if ((chunks.at(-1)?.end ?? 0) < bytes.length) removed.add('after');
	const kept = chunks.filter(({ name }) => pictureChunks.has(name)).map(({ whole }) => whole);
	const turned = orientation === 1 ? [] : [chunk('eXIf', orientationOnly(orientation))];
	const view = new DataView(head.data.buffer, head.data.byteOffset, 13);
	return ok({
		format: 'png',
		width: view.getUint32(0),
		height: view.getUint32(4),
		orientation,
		bytes: joined([bytes.subarray(0, 8), ...kept.slice(0, 1), ...turned, ...kept.slice(1)]),
		removed: [...removed]
	});
};

/** The chunks to the end of the image; null = broken. */
const chunksOf = (bytes: Uint8Array): readonly Chunk[] | null => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const chunks: Chunk[] = [];
	let at = 8;
	while (at + 12 <= bytes.length) {
		const length = view.getUint32(at);
		const end = at + 12 + length;
		if (end > bytes.length) return null;
		if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
		const name = latin(bytes, at + 4, at + 8);
		chunks.push({ name, whole: bytes.subarray(at, end), data: bytes.subarray(at + 8, end - 4), end });
		if (name === 'IEND') return chunks;
		at = end;
	}
	return null;
};

/** A chunk with its length and sum. */
export const chunk = (name: string, data: Uint8Array): Uint8Array => {
	const whole = new Uint8Array(12 + data.length);
	const view = new DataView(whole.buffer);
	view.setUint32(0, data.length);
	for (let index = 0; index < 4; index += 1) whole[4 + index] = name.charCodeAt(index);
	whole.set(data, 8);
	view.setUint32(8 + data.length, crc32(whole.subarray(4, 8 + data.length)));
	return whole;
};

/** For each byte the remainder by the polynomial of PNG (annex D), reversed. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	return rest;
});

const crc32 = (bytes: Uint8Array): number => {
	let rest = 0xffffffff;
	for (const byte of bytes) rest = (rest >>> 8) ^ (remainders[(rest ^ byte) & 255] ?? 0);
	return (rest ^ 0xffffffff) >>> 0;
};
