import { toPhotoAnswer } from '../../contract/photo-answer.ts';
import type { PhotosAnswer } from '../../contract/photo.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import type { PhotoFormat } from '../../domain/source/photo.ts';
import type { Context } from '../access/context.ts';
import { isUuid } from '../access/permit.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { findPicture, listPhotos as read } from '../store/photos.ts';

/** The photos of an observation for who may read its text, without the pictures. */
export const listPhotos = async (
	context: Context,
	projectId: string,
	sourceId: string
): Promise<Result<PhotosAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.read-text');
	if (!permitted.ok) return permitted;
	return ok({ items: (await read(context.db, permitted.value.source.id)).map(toPhotoAnswer) });
};

/** A picture as it is sent; its type follows from what was read, never from what somebody said. */
export type Picture = { readonly type: string; readonly sha256: string; readonly bytes: Uint8Array };

/** The picture of a photo, for who may read the text of its observation. */
export const readPicture = async (
	context: Context,
	projectId: string,
	sourceId: string,
	photoId: string
): Promise<Result<Picture>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.read-text');
	if (!permitted.ok) return permitted;
	const found = isUuid(photoId) ? await findPicture(context.db, permitted.value.source.id, photoId) : null;
	if (!found) return fail('photo-unknown');
	return ok({ type: types[found.format], sha256: found.sha256, bytes: found.bytes });
};

const types: Readonly<Record<PhotoFormat, string>> = {
	jpeg: 'image/jpeg',
	png: 'image/png',
	webp: 'image/webp'
};
