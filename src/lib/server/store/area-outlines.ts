import type { OutlineLines } from '../../domain/area/outline.ts';
import type { AreaId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** The outlines of the areas of a project that have one. */
export const listOutlines = async (db: Db, projectId: ProjectId): Promise<ReadonlyMap<AreaId, OutlineLines>> => {
	const rows = await db
		.selectFrom('area_outlines')
		.innerJoin('areas', 'areas.id', 'area_outlines.area_id')
		.select(['area_outlines.area_id', 'area_outlines.lines'])
		.where('areas.project_id', '=', projectId)
		.execute();
	return new Map(rows.map(({ area_id, lines }) => [area_id, lines as OutlineLines]));
};

/** The outline of one area; null = it has none. */
export const findOutline = async (db: Db, areaId: AreaId): Promise<OutlineLines | null> => {
	const row = await db.selectFrom('area_outlines').select('lines').where('area_id', '=', areaId).executeTakeFirst();
	return row ? (row.lines as OutlineLines) : null;
};

/** Stores the outline of an area, in the place of the one before. */
export const storeOutline = async (
	trx: Db,
	areaId: AreaId,
	lines: OutlineLines,
	stored: { readonly by: UserId; readonly at: Date }
): Promise<void> => {
	const row = { lines: JSON.stringify(lines), stored_by: stored.by, stored_at: stored.at };
	await trx
		.insertInto('area_outlines')
		.values({ area_id: areaId, ...row })
		.onConflict((conflict) => conflict.column('area_id').doUpdateSet(row))
		.execute();
};

/** Takes the outline of an area away. */
export const deleteOutline = async (trx: Db, areaId: AreaId): Promise<void> => {
	await trx.deleteFrom('area_outlines').where('area_id', '=', areaId).execute();
};
