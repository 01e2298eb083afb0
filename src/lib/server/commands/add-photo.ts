import { parse } from '../../contract/parse.ts';
import { toPhotoAnswer } from '../../contract/photo-answer.ts';
import { addPhotoInput, type AddedPhotoAnswer } from '../../contract/photo.ts';
import { fail, ok, type Result } from '../../domain/problem.ts';
import { mostPhotos, type Photo } from '../../domain/source/photo.ts';
import { isSettled } from '../../domain/source/status.ts';
import { oneFile } from '../../import/one-file.ts';
import { readPhoto } from '../../import/photo/read-photo.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import type { Context } from '../access/context.ts';
import { permitOnSource } from '../access/source-permit.ts';
import { insertPhoto, listPhotos } from '../store/photos.ts';
import { lockSource } from '../store/sources.ts';
import { inTransaction } from '../store/transaction.ts';
import { sha256Of } from './change-text.ts';
import { photosChanged } from './photos-changed.ts';

/** Adds a photo to an observation: only the picture, without place, camera and other words in the file. */
export const addPhoto = async (
	context: Context,
	projectId: string,
	sourceId: string,
	files: readonly UploadedFile[],
	fields: unknown = {}
): Promise<Result<AddedPhotoAnswer>> => {
	const permitted = await permitOnSource(context, projectId, sourceId, 'source.prepare');
	if (!permitted.ok) return permitted;
	const parsed = parse(addPhotoInput, fields);
	if (!parsed.ok) return parsed;
	const file = oneFile(files, 'photo-missing');
	if (!file.ok) return file;
	const { source } = permitted.value;
	if (source.kind !== 'observation') return fail('photo-without-observation');
	const read = readPhoto(file.value);
	if (!read.ok) return read;
	const { format, width, height, orientation, bytes, removed } = read.value;
	const photo: Photo = {
		...{ id: context.newId(), sourceId: source.id, format, width, height, orientation },
		sha256: sha256Of(bytes),
		alternative: withoutBsns(parsed.value.alternative?.trim() ?? ''),
		checkedBy: null,
		checkedAt: null
	};
	const stored = await inTransaction(context.db, async (trx): Promise<Result<null>> => {
		const held = await lockSource(trx, source.id);
		if (!held) return fail('source-unknown');
		if (isSettled(held.status)) return fail('photo-settled');
		const others = await listPhotos(trx, source.id);
		if (others.length >= mostPhotos) return fail('photo-too-many', { limit: mostPhotos }, 'file');
		if (others.some(({ sha256 }) => sha256 === photo.sha256)) return fail('photo-double', undefined, 'file');
		await insertPhoto(trx, photo, bytes, others.length, { by: context.actor.userId, at: context.now() });
		await audit(context, trx, projectId, 'photo.add', { kind: 'source', id: source.id });
		return ok(null);
	});
	if (!stored.ok) return stored;
	photosChanged(context, projectId, source);
	return ok({ ...toPhotoAnswer({ ...photo, checkedByName: null }), removed: [...removed] });
};
