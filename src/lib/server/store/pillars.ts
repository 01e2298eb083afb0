import { sql } from 'kysely';
import type { Pillar } from '../../domain/indicator/pillar.ts';
import type { AreaId, PillarId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

const absentIn = sql<AreaId[]>`coalesce(
	(select array_agg(area_id::text order by area_id) from pillar_absences where pillar_id = pillars.id), '{}')`;

/** The pillars of a project in their order. */
export const listPillars = async (db: Db, projectId: ProjectId): Promise<readonly Pillar[]> => {
	const rows = await db
		.selectFrom('pillars')
		.select(['id', 'name', 'short_name'])
		.select(absentIn.as('absent_in'))
		.where('project_id', '=', projectId)
		.orderBy('place')
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ id, name, short_name, absent_in }) => ({ id, name, shortName: short_name, absentIn: absent_in }));
};

/** Stores new pillars, the first of them at this place. */
export const insertPillars = async (
	db: Db,
	projectId: ProjectId,
	pillars: readonly Pillar[],
	firstPlace: number
): Promise<void> => {
	if (pillars.length === 0) return;
	await db
		.insertInto('pillars')
		.values(
			pillars.map(({ id, name, shortName }, index) => ({
				id,
				project_id: projectId,
				name,
				short_name: shortName,
				place: firstPlace + index
			}))
		)
		.execute();
	for (const pillar of pillars) await insertAbsences(db, pillar);
};

/** Stores a pillar as it is now. */
export const updatePillar = async (db: Db, projectId: ProjectId, pillar: Pillar): Promise<void> => {
	await db
		.updateTable('pillars')
		.set({ name: pillar.name, short_name: pillar.shortName })
		.where('project_id', '=', projectId)
		.where('id', '=', pillar.id)
		.execute();
	await db.deleteFrom('pillar_absences').where('pillar_id', '=', pillar.id).execute();
	await insertAbsences(db, pillar);
};

const insertAbsences = async (db: Db, { id, absentIn: areaIds }: Pillar): Promise<void> => {
	if (areaIds.length === 0) return;
	await db
		.insertInto('pillar_absences')
		.values(areaIds.map((area_id) => ({ pillar_id: id, area_id })))
		.execute();
};

/** Deletes a pillar; whether there was one. */
export const deletePillar = async (db: Db, projectId: ProjectId, pillarId: PillarId): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('pillars')
		.where('project_id', '=', projectId)
		.where('id', '=', pillarId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};
