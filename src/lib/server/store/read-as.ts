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
