import type { Selectable } from 'kysely';
import type { PhotoId, SourceId } from '../../domain/project/ids.ts';
import type { Photo, PhotoFormat } from '../../domain/source/photo.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

/** A photo with the name of who says that nobody can be recognised. */
export type ListedPhoto = Photo & { readonly checkedByName: string | null };

/** The photos of an observation in their order, without the pictures. */
export const listPhotos = async (db: Db, sourceId: SourceId): Promise<readonly ListedPhoto[]> =>
	(await photosOf(db, sourceId).orderBy('photos.place').orderBy('photos.id').execute()).map(toPhoto);

/** The picture of one photo. */
export const findPicture = async (
	db: Db,
	sourceId: SourceId,
	photoId: PhotoId
): Promise<{ readonly format: PhotoFormat; readonly sha256: string; readonly bytes: Uint8Array } | null> =>
	(await db
		.selectFrom('photos')
		.select(['format', 'sha256', 'bytes'])
		.where('source_id', '=', sourceId)
		.where('id', '=', photoId)
		.executeTakeFirst()) ?? null;

/** Stores a photo behind the others. */
export const insertPhoto = async (
	trx: Db,
	photo: Photo,
	bytes: Uint8Array,
	place: number,
	added: { readonly by: string; readonly at: Date }
): Promise<void> => {
	await trx
		.insertInto('photos')
		.values({
			id: photo.id,
			source_id: photo.sourceId,
			place,
			format: photo.format,
			width: photo.width,
			height: photo.height,
			orientation: photo.orientation,
			sha256: photo.sha256,
			bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
			added_by: added.by,
			added_at: added.at,
			...said(photo)
		})
		.execute();
};

/** Stores what is said about a photo. */
export const updatePhoto = async (trx: Db, photo: Photo): Promise<void> => {
	await trx.updateTable('photos').set(said(photo)).where('id', '=', photo.id).execute();
};

/** Stores the order of the photos of an observation. */
export const placePhotos = async (trx: Db, ids: readonly PhotoId[]): Promise<void> => {
	for (const [place, id] of ids.entries())
		await trx.updateTable('photos').set({ place }).where('id', '=', id).execute();
};

/** Deletes a photo with its picture. */
export const deletePhoto = async (trx: Db, photoId: PhotoId): Promise<void> => {
	await trx.deleteFrom('photos').where('id', '=', photoId).execute();
};

/** Deletes all photos of an observation with their pictures. */
export const deletePhotosOf = async (trx: Db, sourceId: SourceId): Promise<void> => {
	await trx.deleteFrom('photos').where('source_id', '=', sourceId).execute();
};

const photosOf = (db: Db, sourceId: SourceId) =>
	db
		.selectFrom('photos')
		.leftJoin('users', 'users.id', 'photos.checked_by')
		.select([
			'photos.id',
			'photos.source_id',
			'photos.format',
			'photos.width',
			'photos.height',
			'photos.orientation',
			'photos.sha256',
			'photos.alternative',
			'photos.checked_by',
			'photos.checked_at',
			'users.name as checked_by_name'
		])
		.where('photos.source_id', '=', sourceId);

const said = ({ alternative, checkedBy, checkedAt }: Photo) => ({
	alternative,
	checked_by: checkedBy,
	checked_at: checkedAt === null ? null : new Date(checkedAt)
});

type PhotoRow = Omit<Selectable<Database['photos']>, 'bytes' | 'place' | 'added_by' | 'added_at'> & {
	checked_by_name: string | null;
};

const toPhoto = (row: PhotoRow): ListedPhoto => ({
	id: row.id,
	sourceId: row.source_id,
	format: row.format,
	width: row.width,
	height: row.height,
	orientation: row.orientation,
	sha256: row.sha256,
	alternative: row.alternative,
	checkedBy: row.checked_by,
	checkedAt: row.checked_at?.toISOString() ?? null,
	checkedByName: row.checked_by_name
});
