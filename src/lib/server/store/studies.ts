import type { Study } from '../../domain/area/study.ts';
import type { ProjectId, StudyId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** The parts of the research, by name. */
export const listStudies = async (db: Db, projectId: ProjectId): Promise<readonly Study[]> => {
	const rows = await db
		.selectFrom('studies')
		.select(['id', 'name', 'kind', 'area_id'])
		.where('project_id', '=', projectId)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ id, name, kind, area_id }) => ({ id, name, kind, areaId: area_id }));
};

/** Stores a new study. */
export const insertStudy = async (db: Db, projectId: ProjectId, study: Study): Promise<void> => {
	await db
		.insertInto('studies')
		.values({ id: study.id, project_id: projectId, ...fieldsOf(study) })
		.execute();
};

/** Stores a study as it is now. */
export const updateStudy = async (db: Db, projectId: ProjectId, study: Study): Promise<void> => {
	await db
		.updateTable('studies')
		.set(fieldsOf(study))
		.where('project_id', '=', projectId)
		.where('id', '=', study.id)
		.execute();
};

/** Deletes a study; whether there was one. */
export const deleteStudy = async (db: Db, projectId: ProjectId, studyId: StudyId): Promise<boolean> => {
	const { numDeletedRows } = await db
		.deleteFrom('studies')
		.where('project_id', '=', projectId)
		.where('id', '=', studyId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
};

const fieldsOf = ({ name, kind, areaId }: Study) => ({ name, kind, area_id: areaId });
