import type { PhotoFormat } from '../../domain/source/photo.ts';
import { fail, type Result } from '../../domain/problem.ts';
import { extensionOf } from '../detect-format.ts';
import type { UploadedFile } from '../source-draft.ts';
import { stripJpeg } from './jpeg.ts';
import { largestPhotoBytes, latin, longestSide, mostPixels, type PhotoDraft } from './photo-draft.ts';
import { stripPng } from './png.ts';
import { stripWebp } from './webp.ts';

/**
 * Reads a photo by its content and takes out what stands beside the picture: places, cameras, names, thumbnails. The
 * picture itself is not touched. A name that says another kind, and a picture that is too large, are refused.
 */
export const readPhoto = ({ name, bytes }: UploadedFile): Result<PhotoDraft> => {
	if (bytes.length === 0) return fail('file-empty', undefined, 'file');
	if (bytes.length > largestPhotoBytes)
		return fail('photo-too-large', { limit: largestPhotoBytes / 1_000_000 }, 'file');
	const format = formatOf(bytes);
	if (format === null) return fail('photo-type-unknown', undefined, 'file');
	const extension = extensionOf(name);
	if (!extensionsOf[format].includes(extension))
		return fail('photo-extension-wrong', { extension: `.${extension}`, format: `.${extensionsOf[format][0]}` }, 'file');
	const read = strip[format](bytes);
	if (!read.ok) return read;
	const { width, height } = read.value;
	if (width < 1 || height < 1) return fail('photo-broken', { format: format.toUpperCase() }, 'file');
	if (width > longestSide || height > longestSide || width * height > mostPixels)
		return fail('photo-too-many-pixels', { width, height, limit: mostPixels / 1_000_000 }, 'file');
	return read;
};

const formatOf = (bytes: Uint8Array): PhotoFormat | null => {
	if (latin(bytes, 0, 3) === '\xFF\xD8\xFF') return 'jpeg';
	if (latin(bytes, 0, 8) === '\x89PNG\r\n\x1A\n') return 'png';
	return latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP' ? 'webp' : null;
};

const extensionsOf: Readonly<Record<PhotoFormat, readonly string[]>> = {
	jpeg: ['jpg', 'jpeg', 'jpe', 'jfif', ''],
	png: ['png', ''],
	webp: ['webp', '']
};

const strip: Readonly<Record<PhotoFormat, (bytes: Uint8Array) => Result<PhotoDraft>>> = {
	jpeg: stripJpeg,
	png: stripPng,
	webp: stripWebp
};
