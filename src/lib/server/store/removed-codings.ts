import { sql } from 'kysely';
import type { CodingId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { codingColumns, toCoding, type StoredCoding } from './codings.ts';

/** A coding that was removed, with the step that did it, which can still be undone; held until the transaction ends. */
export const findRemoval = async (
	trx: Db,
	projectId: ProjectId,
	codingId: CodingId
): Promise<{ readonly coding: StoredCoding; readonly deletionId: string } | null> => {
	const row = await trx
		.selectFrom('codings')
		.select([...codingColumns, 'deletion_id'])
		.where('id', '=', codingId)
		.where('project_id', '=', projectId)
		.where('deleted_at', 'is not', null)
		.forUpdate()
		.executeTakeFirst();
	return row && row.deletion_id !== null ? { coding: toCoding(row), deletionId: row.deletion_id } : null;
};

/** A coding that was removed in one step, for undoing it; held until the transaction ends. */
export const findRemovedCoding = async (
	trx: Db,
	projectId: ProjectId,
	codingId: CodingId,
	deletionId: string
): Promise<StoredCoding | null> => {
	const removal = await findRemoval(trx, projectId, codingId);
	return removal?.deletionId === deletionId ? removal.coding : null;
};

/** Hides codings in one step. */
export const softDeleteCodings = async (
	trx: Db,
	codingIds: readonly CodingId[],
	deletionId: string,
	at: Date
): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deleted_at: at, deletion_id: deletionId })
		.where('id', '=', sql<string>`any(${[...codingIds]}::uuid[])`)
		.where('deleted_at', 'is', null)
		.execute();
};

/** The notes of codings that one step hid, where they have one. */
export const listRemovedNotes = async (
	trx: Db,
	projectId: ProjectId,
	deletionId: string
): Promise<ReadonlyMap<CodingId, string>> => {
	const rows = await trx
		.selectFrom('codings')
		.select(['id', 'memo'])
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.where('memo', '<>', '')
		.execute();
	return new Map(rows.map(({ id, memo }) => [id, memo]));
};

/** What a step hid and lost its words meanwhile cannot come back to its place: it waits on the list of orphans. */
export const listLostAgain = async (trx: Db, projectId: ProjectId, deletionId: string): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deletion_id: null })
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.where('orphaned_in', 'is not', null)
		.execute();
};

/** Brings back the codings that one step hid, where the coder did not put that code there anew; how many. */
export const restoreCodings = async (trx: Db, projectId: ProjectId, deletionId: string): Promise<number> => {
	await listLostAgain(trx, projectId, deletionId);
	const rows = await trx
		.updateTable('codings')
		.set({ deleted_at: null, deletion_id: null })
		.where('project_id', '=', projectId)
		.where('deletion_id', '=', deletionId)
		.where(
			sql<boolean>`not exists (select from codings as other where other.code_id = codings.code_id
				and other.source_id = codings.source_id and other.coder_id = codings.coder_id
				and other.start_position = codings.start_position and other.end_position = codings.end_position
				and other.deleted_at is null)`
		)
		.returning('id')
		.execute();
	return rows.length;
};

/** Hides a coding, so that it can come back; its step has an id of its own. */
export const softDeleteCoding = async (trx: Db, codingId: CodingId, deletionId: string, at: Date): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deleted_at: at, deletion_id: deletionId })
		.where('id', '=', codingId)
		.execute();
};

/** Brings a hidden coding back. */
export const undeleteCoding = async (trx: Db, codingId: CodingId, at: Date): Promise<void> => {
	await trx
		.updateTable('codings')
		.set({ deleted_at: null, deletion_id: null, changed_at: at })
		.where('id', '=', codingId)
		.execute();
};
