import { parse } from '../../contract/parse.ts';
import { toPhotoAnswer } from '../../contract/photo-answer.ts';
import { changePhotoInput, type PhotosAnswer } from '../../contract/photo.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { describePhoto, movedTo } from '../../domain/source/photo.ts';
import { isSettled } from '../../domain/source/status.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { deletePhoto as remove, listPhotos, placePhotos, updatePhoto } from '../store/photos.ts';
import { lockSource } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { photosChanged } from './photos-changed.ts';

/** Describes a photo, says that nobody can be recognised on it, or puts it at another place. */
export const changePhoto = async (
	context: Context,
	projectId: string,
	sourceId: string,
	photoId: string,
	input: unknown
): Promise<Result<PhotosAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const parsed = parse(changePhotoInput, input);
	if (!parsed.ok) return parsed;
	const { source } = permitted.value;
	const { place, ...change } = parsed.value;
	if (change.alternative !== undefined) change.alternative = withoutBsns(change.alternative);
	const stored = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		const held = await lockSource(trx, source.id);
		if (!held) return fail('source-unknown');
		const photos = await listPhotos(trx, source.id);
		const photo = photos.find(({ id }) => id === photoId);
		if (!photo) return fail('photo-unknown');
		const at = { by: context.actor.userId, at: context.now().toISOString(), isSettled: isSettled(held.status) };
		const described = describePhoto(photo, change, at);
		if (!described.ok) return described;
		await updatePhoto(trx, described.value);
		const ids = photos.map(({ id }) => id);
		if (place !== undefined) await placePhotos(trx, movedTo(ids, photo.id, place));
		if (described.value.checkedAt !== photo.checkedAt)
			await audit(context, trx, projectId, described.value.checkedAt === null ? 'photo.uncheck' : 'photo.check', {
				kind: 'source',
				id: source.id
			});
		return ok(null);
	});
	if (!stored.ok) return stored;
	photosChanged(context, projectId, source);
	return ok({ items: (await listPhotos(context.db, source.id)).map(toPhotoAnswer) });
};

/** Deletes a photo for good: its bytes are not kept for an undo. */
export const deletePhoto = async (
	context: Context,
	projectId: string,
	sourceId: string,
	photoId: string
): Promise<Result<null>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const { source } = permitted.value;
	const deleted = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		if (!(await lockSource(trx, source.id))) return fail('source-unknown');
		const photos = await listPhotos(trx, source.id);
		const photo = photos.find(({ id }) => id === photoId);
		if (!photo) return fail('photo-unknown');
		await remove(trx, photo.id);
		await placePhotos(
			trx,
			photos.flatMap(({ id }) => (id === photo.id ? [] : [id]))
		);
		await audit(context, trx, projectId, 'photo.delete', { kind: 'source', id: source.id });
		return ok(null);
	});
	if (deleted.ok) photosChanged(context, projectId, source);
	return deleted;
};
