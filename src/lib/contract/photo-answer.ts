import type { Photo } from '../domain/source/photo.ts';
import type { PhotoAnswer } from './photo.ts';

/** A photo as it crosses the edge, with the size in which it stands upright. */
export const toPhotoAnswer = (photo: Photo & { readonly checkedByName: string | null }): PhotoAnswer => {
	const isOnItsSide = photo.orientation >= 5; // Exif: 5 to 8 are turned by a quarter
	return {
		id: photo.id,
		format: photo.format,
		width: isOnItsSide ? photo.height : photo.width,
		height: isOnItsSide ? photo.width : photo.height,
		sha256: photo.sha256,
		alternative: photo.alternative,
		checkedBy: photo.checkedByName,
		checkedAt: photo.checkedAt
	};
};
