import { chunk } from '#lib/import/photo/png.ts';
import { riff } from '#lib/import/photo/webp.ts';
import { deflateSync } from 'node:zlib';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const segment = (marker: number, body: readonly number[]) => [
	0xff,
	marker,
	(body.length + 2) >> 8,
	(body.length + 2) & 255,
	...body
];

/** An Exif block with an orientation, a maker's name, a place and a thumbnail, as a telephone writes it. */
export const telephoneExif = (orientation: number): readonly number[] => [
	...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
	...[0, 3],
	...[0x01, 0x0f, 0, 2, 0, 0, 0, 4, ...ascii('Cam\0')],
	...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
	...[0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 50],
	...[0, 0, 0, 50],
	...ascii('GPS 52.1234 5.4321 Pietje')
];

/** A JPEG of one grey pixel block, 8 by 8, with the segments that are asked for after the first one. */
export const jpeg = (between: readonly number[] = [], after: readonly number[] = [], size = [0, 8, 0, 8]): Uint8Array =>
	new Uint8Array([
		...[0xff, 0xd8],
		...segment(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
		...between,
		...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
		...segment(0xc0, [8, ...size, 1, 1, 0x11, 0]),
		...segment(0xc4, [0x00, 1, ...Array.from({ length: 15 }, () => 0), 0]),
		...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
		...segment(0xda, [1, 1, 0, 0, 63, 0]),
		...[0x3f, 0xff, 0xd9],
		...after
	]);

export const exifOf = (tiff: readonly number[]) => segment(0xe1, [...ascii('Exif\0\0'), ...tiff]);
export const xmp = segment(0xe1, ascii('http://ns.adobe.com/xap/1.0/\0<x>Pietje</x>'));
export const iptc = segment(0xed, ascii('Photoshop 3.0\0Pietje'));
export const comment = segment(0xfe, ascii('Pietje was here'));
export const colours = segment(0xe2, ascii('ICC_PROFILE\0Pietje'));

const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
const bytesOf = (...parts: readonly Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

/** A PNG of some grey pixels, with chunks before its data. */
export const png = (between: readonly Uint8Array[] = [], width = 2, height = 2): Uint8Array => {
	const head = new Uint8Array(13);
	const view = new DataView(head.buffer);
	view.setUint32(0, width);
	view.setUint32(4, height);
	head[8] = 8;
	const data = new Uint8Array(deflateSync(new Uint8Array(Math.min(height, 10) * (Math.min(width, 10) + 1))));
	return bytesOf(signature, chunk('IHDR', head), ...between, chunk('IDAT', data), chunk('IEND', new Uint8Array()));
};

export const pngChunk = (name: string, content: string | readonly number[]): Uint8Array =>
	chunk(name, new Uint8Array(typeof content === 'string' ? ascii(content) : content));

/** The head of a lossy WebP picture; enough for who reads no further than the container. */
const vp8 = (width: number, height: number) =>
	new Uint8Array([0x10, 0, 0, 0x9d, 0x01, 0x2a, width & 255, width >> 8, height & 255, height >> 8, 1, 2, 3]);

export const webp = (
	chunks: readonly { readonly name: string; readonly content: string | readonly number[] }[] = [],
	width = 16,
	height = 12
): Uint8Array => {
	const picture = { name: 'VP8 ', data: vp8(width, height) };
	if (chunks.length === 0) return riff([picture]);
	const extended = { name: 'VP8X', data: new Uint8Array([0x0c, 0, 0, 0, width - 1, 0, 0, height - 1, 0, 0]) };
	const others = chunks.map(({ name, content }) => ({
		name,
		data: new Uint8Array(typeof content === 'string' ? ascii(content) : content)
	}));
	return riff([extended, picture, ...others]);
};
