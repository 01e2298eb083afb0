import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import { toFramedSource, withFrame, type FramedSource } from './sources.ts';

/** A source that was taken away and can come back. */
export const findDeletedSource = async (
	db: Db,
	projectId: ProjectId,
	sourceId: SourceId
): Promise<FramedSource | null> => {
	const row = await withFrame(db, projectId)
		.where('sources.id', '=', sourceId)
		.where('sources.deleted_at', 'is not', null)
		.executeTakeFirst();
	return row ? toFramedSource(row) : null;
};

/** Hides a source with everything on it; its content stays until it is destroyed with proof. */
export const softDeleteSource = async (trx: Db, sourceId: SourceId, at: Date): Promise<void> => {
	await trx.updateTable('sources').set({ deleted_at: at }).where('id', '=', sourceId).execute();
};

/** The sources of this installation that were hidden at a moment or before. */
export const listDeletedSources = async (
	db: Db,
	until: Date
): Promise<readonly { readonly sourceId: SourceId; readonly projectId: ProjectId }[]> => {
	const rows = await db
		.selectFrom('sources')
		.select(['id', 'project_id'])
		.where('deleted_at', '<=', until)
		.orderBy('id')
		.execute();
	return rows.map(({ id, project_id }) => ({ sourceId: id, projectId: project_id }));
};

/** Holds a hidden source until the transaction ends; false when it came back or is gone. */
export const lockDeletedSource = async (trx: Db, sourceId: SourceId): Promise<boolean> =>
	(await trx
		.selectFrom('sources')
		.select('id')
		.where('id', '=', sourceId)
		.where('deleted_at', 'is not', null)
		.forUpdate()
		.executeTakeFirst()) !== undefined;

/** Brings a hidden source back. */
export const undeleteSource = async (trx: Db, sourceId: SourceId): Promise<void> => {
	await trx.updateTable('sources').set({ deleted_at: null }).where('id', '=', sourceId).execute();
};
