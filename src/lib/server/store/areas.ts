import type { Selectable } from 'kysely';
import type { Area } from '../../domain/area/area.ts';
import type { AreaId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';
import type { Database } from './schema.ts';

const columns = ['id', 'parent_id', 'name', 'alias_name', 'kind', 'statistical_codes'] as const;

/** All areas of a project in their order. */
export const listAreas = async (db: Db, projectId: ProjectId): Promise<readonly Area[]> => {
	const rows = await db
		.selectFrom('areas')
		.select(columns)
		.where('project_id', '=', projectId)
		.orderBy('place')
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(toArea);
};

/** Stores a new area as the last. */
export const insertArea = async (db: Db, projectId: ProjectId, area: Area, place: number): Promise<void> => {
	await db
		.insertInto('areas')
		.values({ id: area.id, project_id: projectId, place, ...fieldsOf(area) })
		.execute();
};

/** Stores an area as it is now. */
export const updateArea = async (db: Db, projectId: ProjectId, area: Area): Promise<void> => {
	await db
		.updateTable('areas')
		.set(fieldsOf(area))
		.where('project_id', '=', projectId)
		.where('id', '=', area.id)
		.execute();
};

/** Deletes an area; whether there was one. */
export const deleteArea = async (db: Db, projectId: ProjectId, areaId: AreaId): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('areas')
		.where('project_id', '=', projectId)
		.where('id', '=', areaId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};

const fieldsOf = (area: Area) => ({
	parent_id: area.parentId,
	name: area.name,
	alias_name: area.aliasName,
	kind: area.kind,
	statistical_codes: [...area.statisticalCodes]
});

const toArea = (row: Pick<Selectable<Database['areas']>, (typeof columns)[number]>): Area => ({
	id: row.id,
	parentId: row.parent_id,
	name: row.name,
	aliasName: row.alias_name,
	kind: row.kind,
	statisticalCodes: row.statistical_codes
});
