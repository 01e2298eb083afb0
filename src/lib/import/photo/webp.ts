import { fail, ok, type Result } from '../../domain/problem.ts';
import { orientationOnly, readExif } from './exif.ts';
import type { Removed } from '../../domain/source/photo.ts';
import { joined, latin, type PhotoDraft } from './photo-draft.ts';

type Chunk = { readonly name: string; readonly data: Uint8Array };
type Size = { readonly width: number; readonly height: number };

const removedKinds: ReadonlyMap<string, Removed> = new Map<string, Removed>([
	['XMP ', 'xmp'],
	['ICCP', 'profile']
]);

const hasAlpha = 0x10; // flags of VP8X (RFC 9649, 2.7)
const hasExif = 0x08;

/** Takes a WebP apart (RFC 9649) and keeps the picture and its transparency. One that moves is no photo. */
export const stripWebp = (bytes: Uint8Array): Result<PhotoDraft> => {
	const broken = fail('photo-broken', { format: 'WebP' });
	const read = chunksOf(bytes);
	if (!read) return broken;
	const { chunks, end } = read;
	if (chunks.some(({ name }) => name === 'ANIM' || name === 'ANMF')) return fail('photo-moves');
	const pictures = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L');
	const [picture] = pictures;
	const size = picture ? sizeOf(picture) : null;
	if (!picture || !size || pictures.length > 1) return broken;
	const extended = chunks.find(({ name }) => name === 'VP8X');
	if (extended && !isSame(canvasOf(extended.data), size)) return broken;

	const removed = new Set<Removed>();
	let orientation = 1;
	for (const { name, data } of chunks) {
		if (['VP8 ', 'VP8L', 'VP8X', 'ALPH'].includes(name)) continue;
		if (name === 'EXIF') {
			const exif = readExif(latin(data, 0, 4) === 'Exif' ? data.subarray(6) : data);
			orientation = exif.orientation;
			for (const kind of exif.holds) removed.add(kind);
		} else removed.add(removedKinds.get(name) ?? 'other');
	}
	if (end < bytes.length) removed.add('after');
	const alpha = chunks.find(({ name }) => name === 'ALPH');
	const isTransparent = alpha !== undefined || ((extended?.data[0] ?? 0) & hasAlpha) !== 0;
	const flags = (isTransparent ? hasAlpha : 0) | (orientation === 1 ? 0 : hasExif);
	const kept = [
		...(flags === 0 ? [] : [{ name: 'VP8X', data: extendedOf(flags, size) }]),
		...(alpha ? [alpha] : []),
		picture,
		...(orientation === 1 ? [] : [{ name: 'EXIF', data: orientationOnly(orientation) }])
	];
	return ok({ format: 'webp', ...size, orientation, bytes: riff(kept), removed: [...removed] });
};

/** The chunks of the container and where it ends; null = broken. */
const chunksOf = (bytes: Uint8Array): { readonly chunks: readonly Chunk[]; readonly end: number } | null => {
	if (bytes.length < 20) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = 8 + view.getUint32(4, true);
	if (end > bytes.length) return null;
	const chunks: Chunk[] = [];
	let at = 12;
	while (at + 8 <= end) {
		const length = view.getUint32(at + 4, true);
		if (at + 8 + length > end) return null;
		chunks.push({ name: latin(bytes, at, at + 4), data: bytes.subarray(at + 8, at + 8 + length) });
		at += 8 + length + (length % 2);
	}
	return { chunks, end };
};

const sizeOf = ({ name, data }: Chunk): Size | null => {
	const byte = (at: number) => data[at] ?? 0;
	if (name === 'VP8L') {
		if (data.length < 5 || byte(0) !== 0x2f) return null;
		return {
			width: 1 + (((byte(2) & 0x3f) << 8) | byte(1)),
			height: 1 + (((byte(4) & 0x0f) << 10) | (byte(3) << 2) | (byte(2) >> 6))
		};
	}
	if (data.length < 10 || byte(3) !== 0x9d || byte(4) !== 0x01 || byte(5) !== 0x2a) return null;
	return { width: ((byte(7) & 0x3f) << 8) | byte(6), height: ((byte(9) & 0x3f) << 8) | byte(8) };
};

const canvasOf = (data: Uint8Array): Size => {
	const at = (place: number) =>
		1 + ((data[place] ?? 0) | ((data[place + 1] ?? 0) << 8) | ((data[place + 2] ?? 0) << 16));
	return { width: at(4), height: at(7) };
};

const isSame = (a: Size, b: Size) => a.width === b.width && a.height === b.height;

const extendedOf = (flags: number, { width, height }: Size): Uint8Array => {
	const three = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255];
	return new Uint8Array([flags, 0, 0, 0, ...three(width - 1), ...three(height - 1)]);
};

/** A container around some chunks; one of an odd length gets a byte more. */
export const riff = (chunks: readonly Chunk[]): Uint8Array => {
	const body = chunks.map(({ name, data }) => {
		const piece = new Uint8Array(8 + data.length + (data.length % 2));
		for (let index = 0; index < 4; index += 1) piece[index] = name.charCodeAt(index);
		new DataView(piece.buffer).setUint32(4, data.length, true);
		piece.set(data, 8);
		return piece;
	});
	const head = new Uint8Array([0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50]);
	new DataView(head.buffer).setUint32(4, 4 + body.reduce((sum, { length }) => sum + length, 0), true);
	return joined([head, ...body]);
};
