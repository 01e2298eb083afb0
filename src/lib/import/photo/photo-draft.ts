import type { PhotoFormat, Removed } from '../../domain/source/photo.ts';

/** A picture that was read: the same pixels, without what was written beside them. */
export type PhotoDraft = {
	readonly format: PhotoFormat;
	/** in pixels, as stored */
	readonly width: number;
	readonly height: number;
	/** 1 to 8, as in Exif; the only thing that is kept of it */
	readonly orientation: number;
	readonly bytes: Uint8Array;
	/** each kind once, in the order in which it was met */
	readonly removed: readonly Removed[];
};

/** Largest file of one photo, in bytes: more than any telephone makes. */
export const largestPhotoBytes = 15_000_000;
/** Most pixels of one photo: a small file that unfolds to more would cost every reader's device its memory. */
export const mostPixels = 50_000_000;
/** Longest side in pixels. */
export const longestSide = 16_000;

/** The bytes of pieces one after the other. */
export const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
	const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const piece of pieces) {
		all.set(piece, at);
		at += piece.length;
	}
	return all;
};

/** Some bytes as Latin-1, to compare with a signature. */
export const latin = (bytes: Uint8Array, start: number, end: number): string =>
	String.fromCharCode(...bytes.subarray(start, end));
