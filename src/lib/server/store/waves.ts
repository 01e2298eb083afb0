import type { Wave } from '../../domain/area/wave.ts';
import type { ProjectId, WaveId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** The rounds of a project in the order of time. */
export const listWaves = (db: Db, projectId: ProjectId): Promise<readonly Wave[]> =>
	db
		.selectFrom('waves')
		.select(['id', 'label', 'year'])
		.where('project_id', '=', projectId)
		.orderBy('year')
		.orderBy('id')
		.execute();

/** Stores new rounds. */
export const insertWaves = async (db: Db, projectId: ProjectId, waves: readonly Wave[]): Promise<void> => {
	if (waves.length === 0) return;
	await db
		.insertInto('waves')
		.values(waves.map(({ id, label, year }) => ({ id, project_id: projectId, label, year })))
		.execute();
};

/** Stores a round as it is now. */
export const updateWave = async (db: Db, projectId: ProjectId, { id, label, year }: Wave): Promise<void> => {
	await db.updateTable('waves').set({ label, year }).where('project_id', '=', projectId).where('id', '=', id).execute();
};

/** Deletes a round; whether there was one. */
export const deleteWave = async (db: Db, projectId: ProjectId, waveId: WaveId): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('waves')
		.where('project_id', '=', projectId)
		.where('id', '=', waveId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};
