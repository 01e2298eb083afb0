import { fail, ok, type Result } from '../../domain/problem.ts';
import { orientationOnly, readExif } from './exif.ts';
import type { Removed } from '../../domain/source/photo.ts';
import { joined, latin, type PhotoDraft } from './photo-draft.ts';

const mostScans = 100; // a progressive photo has some ten; thousands are made to keep a reader's device busy

/** A marker segment (ITU-T T.81, B.1.1); `end` is behind its last byte. */
type Segment = { readonly marker: number; readonly start: number; readonly end: number };

/**
 * Takes a JPEG apart and keeps what makes the picture: tables, frame and scans. Of JFIF and Adobe only what says how to
 * read the colours stays, of Exif only the orientation; all else that an application wrote goes.
 */
export const stripJpeg = (bytes: Uint8Array): Result<PhotoDraft> => {
	const broken = fail('photo-broken', { format: 'JPEG' });
	const segments = segmentsOf(bytes);
	if (!segments) return broken;
	const frames = segments.filter(({ marker }) => isFrame(marker));
	const scans = segments.filter(({ marker }) => marker === 0xda);
	const [frame] = frames;
	if (!frame || frames.length > 1 || scans.length === 0 || scans.length > mostScans || frame.end - frame.start < 10)
		return broken;
	const kept: Uint8Array[] = [];
	const removed = new Set<Removed>();
	let orientation = 1;
	for (const segment of segments) {
		const { marker, start, end } = segment;
		const piece = bytes.subarray(start, end);
		if (isPicture(marker)) kept.push(piece);
		else if (marker === 0xe0 && latin(piece, 4, 8) === 'JFIF') {
			kept.push(plainJfif);
			if (piece.length > 18) removed.add('thumbnail');
		} else if (marker === 0xee && latin(piece, 4, 9) === 'Adobe' && piece.length >= 16) kept.push(adobe(piece));
		else if (marker === 0xe1 && latin(piece, 4, 8) === 'Exif') {
			const exif = readExif(piece.subarray(10));
			if (exif.orientation !== 1) orientation = exif.orientation;
			for (const kind of exif.holds) removed.add(kind);
		} else removed.add(kindOf(marker, piece));
	}
	const last = segments.at(-1)?.end ?? bytes.length;
	if (last < bytes.length) removed.add('after');
	const turned = orientation === 1 ? [] : [exifSegment(orientation)];
	return ok({
		format: 'jpeg',
		height: uint16(bytes, frame.start + 5),
		width: uint16(bytes, frame.start + 7),
		orientation,
		bytes: joined([new Uint8Array([0xff, 0xd8]), ...turned, ...kept]),
		removed: [...removed]
	});
};

/** The segments after the start of the image, to its end; a scan goes with its data. null = broken. */
const segmentsOf = (bytes: Uint8Array): readonly Segment[] | null => {
	const segments: Segment[] = [];
	let at = 2;
	while (at + 1 < bytes.length) {
		if (bytes[at] !== 0xff) return null;
		const marker = bytes[at + 1] ?? 0;
		if (marker === 0xff) {
			at += 1; // fill bytes may stand before a marker
			continue;
		}
		if (marker === 0xd9) return [...segments, { marker, start: at, end: at + 2 }];
		if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || at + 3 >= bytes.length) return null;
		const length = uint16(bytes, at + 2);
		const end = at + 2 + length;
		if (length < 2 || end > bytes.length) return null;
		const after = marker === 0xda ? endOfScan(bytes, end) : end;
		segments.push({ marker, start: at, end: after });
		at = after;
	}
	return null;
};

/** The data of a scan goes on to the next marker that is no restart and no stuffed zero. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
	for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
		const next = bytes[at + 1] ?? 0;
		if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
	}
	return bytes.length;
};

/** Baseline, extended and progressive frames: what browsers show. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2;

/** Frame, Huffman and quantisation tables, restart interval, scans, end. */
const isPicture = (marker: number) => isFrame(marker) || [0xc4, 0xdb, 0xdd, 0xda, 0xd9].includes(marker);

const kindOf = (marker: number, piece: Uint8Array): Removed => {
	if (marker === 0xfe) return 'text';
	if (marker === 0xe1) return latin(piece, 4, 60).includes('ns.adobe.com/x') ? 'xmp' : 'other';
	if (marker === 0xe2 && latin(piece, 4, 15) === 'ICC_PROFILE') return 'profile';
	if (marker === 0xed) return 'iptc';
	return 'other';
};

const uint16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** JFIF 1.02 without a resolution and without a thumbnail. */
const plainJfif = new Uint8Array([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0]);

/** The Adobe segment with only the transform of colours, its last byte. */
const adobe = (piece: Uint8Array): Uint8Array =>
	new Uint8Array([0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, piece[15] ?? 0]);

const exifSegment = (orientation: number): Uint8Array => {
	const tiff = orientationOnly(orientation);
	const length = 2 + 6 + tiff.length;
	return joined([new Uint8Array([0xff, 0xe1, length >> 8, length & 255, 0x45, 0x78, 0x69, 0x66, 0, 0]), tiff]);
};
