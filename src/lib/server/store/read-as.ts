import type { SourceId } from '../../domain/project/ids.ts';
import type { ReadAs } from '../../domain/source/file-reading.ts';
import type { Db } from './database.ts';

/** How the file was read that a version of a text comes from; null = an edit made it, or that was not kept yet. */
export const findReading = async (db: Db, sourceId: SourceId, version: number): Promise<ReadAs | null> => {
	const row = await db
		.selectFrom('source_versions')
		.select('read_as')
		.where('source_id', '=', sourceId)
		.where('version', '=', version)
		.executeTakeFirst();
	return (row?.read_as ?? null) as ReadAs | null;
};

/** Keeps that the same text was read in another way. */
export const storeReadAs = async (trx: Db, sourceId: SourceId, version: number, readAs: ReadAs): Promise<void> => {
	await trx
		.updateTable('source_versions')
		.set({ read_as: JSON.stringify(readAs) })
		.where('source_id', '=', sourceId)
		.where('version', '=', version)
		.execute();
};

/** The kind of file a source came from, and how it was read for a version of its text. */
export const findFile = async (
	db: Db,
	sourceId: SourceId,
	version: number
): Promise<{ readonly format: string; readonly readAs: ReadAs | null }> => {
	const { format } = await db
		.selectFrom('sources')
		.select('format')
		.where('id', '=', sourceId)
		.executeTakeFirstOrThrow();
	return { format, readAs: await findReading(db, sourceId, version) };
};
