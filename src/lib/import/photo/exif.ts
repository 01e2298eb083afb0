import type { Removed } from '../../domain/source/photo.ts';

/** What an Exif block says about a picture, as far as we need it. */
export type ExifReading = { readonly orientation: number; readonly holds: readonly Removed[] };

// CIPA DC-008 (Exif 2.32), 4.6.3: pointers to further lists of tags
const orientationTag = 0x0112;
const gpsPointer = 0x8825;
const mostTags = 1000; // of one list; a real one has some fifty

/** Reads the orientation of an Exif block (TIFF) and what else it holds; a broken block says nothing, and goes too. */
export const readExif = (tiff: Uint8Array): ExifReading => {
	const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
	const order = tiff.length >= 8 ? view.getUint16(0) : 0;
	if (order !== 0x4949 && order !== 0x4d4d) return { orientation: 1, holds: ['camera'] };
	const isLittle = order === 0x4949;
	const first = readList(view, view.getUint32(4, isLittle), isLittle);
	const orientation = first.tags.get(orientationTag) ?? 1;
	return {
		orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
		holds: [
			...(first.tags.has(gpsPointer) ? (['location'] as const) : []),
			'camera',
			...(first.next !== 0 ? (['thumbnail'] as const) : [])
		]
	};
};

type TagList = { readonly tags: ReadonlyMap<number, number>; readonly next: number };

const readList = (view: DataView, at: number, isLittle: boolean): TagList => {
	const tags = new Map<number, number>();
	if (at + 2 > view.byteLength) return { tags, next: 0 };
	const count = view.getUint16(at, isLittle);
	if (count > mostTags) return { tags, next: 0 };
	for (let index = 0; index < count; index += 1) {
		const entry = at + 2 + 12 * index;
		if (entry + 12 > view.byteLength) return { tags, next: 0 };
		tags.set(view.getUint16(entry, isLittle), view.getUint16(entry + 8, isLittle));
	}
	const end = at + 2 + 12 * count;
	return { tags, next: end + 4 <= view.byteLength ? view.getUint32(end, isLittle) : 0 };
};

/** An Exif block that holds the orientation and nothing else. */
export const orientationOnly = (orientation: number): Uint8Array =>
	// prettier-ignore
	new Uint8Array([
		0x4d, 0x4d, 0, 42, 0, 0, 0, 8, // big-endian, the list begins at 8
		0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, // one tag: a short
		0, 0, 0, 0 // no further list
	]);
