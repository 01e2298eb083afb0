import type { ProjectId, SourceId, UserId } from '../../domain/project/ids.ts';
import type { OriginalFacts, UploadState } from '../../domain/source/retention.ts';
import type { Db } from './database.ts';

/** What is known about the file of an interview, without its words and its name. */
export type UploadRecord = {
	readonly state: UploadState;
	readonly format: string;
	readonly bytes: number;
	readonly sha256: string;
	readonly uploadedByName: string;
	readonly uploadedAt: Date;
	readonly destroyedAt: Date | null;
};

/** A file as it is kept; `access/seal.ts` makes and opens it. */
export type SealedFile = { readonly keyVersion: string; readonly nonce: string; readonly sealed: Uint8Array };

/** Writes down from which file an interview came, and keeps it sealed; `file` null = it may not be kept. */
export const insertUpload = async (
	trx: Db,
	sourceId: SourceId,
	about: Pick<UploadRecord, 'format' | 'bytes' | 'sha256'>,
	file: SealedFile | null,
	{ by, at }: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	await trx
		.insertInto('source_uploads')
		.values({
			source_id: sourceId,
			state: file ? 'kept' : 'bsn',
			...about,
			key_version: file?.keyVersion ?? null,
			nonce: file?.nonce ?? null,
			sealed: file && asBuffer(file.sealed),
			uploaded_by: by,
			uploaded_at: at
		})
		.execute();
};

/** What is known about the file of an interview; null = nothing was kept of it. */
export const findUpload = async (db: Db, sourceId: SourceId): Promise<UploadRecord | null> => {
	const row = await db
		.selectFrom('source_uploads')
		.innerJoin('users', 'users.id', 'source_uploads.uploaded_by')
		.select(['state', 'format', 'bytes', 'sha256', 'users.name', 'uploaded_at', 'destroyed_at'])
		.where('source_id', '=', sourceId)
		.executeTakeFirst();
	return row
		? {
				state: row.state,
				format: row.format,
				bytes: row.bytes,
				sha256: row.sha256,
				uploadedByName: row.name,
				uploadedAt: row.uploaded_at,
				destroyedAt: row.destroyed_at
			}
		: null;
};

/** The sealed file of an interview; null = it is not kept, or not any more. */
export const findSealedFile = async (db: Db, sourceId: SourceId): Promise<SealedFile | null> => {
	const row = await db
		.selectFrom('source_uploads')
		.select(['key_version', 'nonce', 'sealed'])
		.where('source_id', '=', sourceId)
		.executeTakeFirst();
	return row && row.key_version !== null && row.nonce !== null && row.sealed !== null
		? { keyVersion: row.key_version, nonce: row.nonce, sealed: row.sealed }
		: null;
};

/** Destroys the file of an interview; answers how many bytes it had, null when it was not kept. */
export const destroyUpload = async (trx: Db, sourceId: SourceId, at: Date): Promise<number | null> => {
	const row = await trx
		.updateTable('source_uploads')
		.set({ state: 'destroyed', key_version: null, nonce: null, sealed: null, destroyed_at: at })
		.where('source_id', '=', sourceId)
		.where('state', '=', 'kept')
		.returning('bytes')
		.executeTakeFirst();
	return row?.bytes ?? null;
};

/** A file that is kept, with what decides how long. */
export type KeptUpload = OriginalFacts & {
	readonly sourceId: SourceId;
	readonly projectId: ProjectId;
	readonly days: number;
};

/** All files that are kept in this installation. */
export const listKeptUploads = async (db: Db): Promise<readonly KeptUpload[]> => {
	const rows = await db
		.selectFrom('source_uploads')
		.innerJoin('sources', 'sources.id', 'source_uploads.source_id')
		.innerJoin('projects', 'projects.id', 'sources.project_id')
		.select(['source_id', 'sources.project_id', 'sources.status', 'sources.released_at', 'projects.original_days'])
		.where('source_uploads.state', '=', 'kept')
		.orderBy('source_id')
		.execute();
	return rows.map(({ source_id, project_id, status, released_at, original_days }) => ({
		sourceId: source_id,
		projectId: project_id,
		status,
		releasedAt: released_at,
		days: original_days
	}));
};

/** When an interview was last released; null = never. */
export const findReleasedAt = async (db: Db, sourceId: SourceId): Promise<Date | null> =>
	(await db.selectFrom('sources').select('released_at').where('id', '=', sourceId).executeTakeFirst())?.released_at ??
	null;

/** Writes down that an interview was released: from now on the term of its file runs. */
export const markReleased = async (trx: Db, sourceId: SourceId, at: Date): Promise<void> => {
	await trx.updateTable('sources').set({ released_at: at }).where('id', '=', sourceId).execute();
};

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
