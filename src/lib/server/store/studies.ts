import type { DescribedStudy, Study, StudyAbout } from '../../domain/area/study.ts';
import type { ProjectId, StudyId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** The parts of the research, by name. */
export const listStudies = async (db: Db, projectId: ProjectId): Promise<readonly DescribedStudy[]> => {
	const rows = await db
		.selectFrom('studies')
		.select(['id', 'name', 'kind', 'area_id', 'institute', 'period', 'method', 'n', 'remark', 'version'])
		.where('project_id', '=', projectId)
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(({ area_id, ...study }) => ({ ...study, areaId: area_id }));
};

/** Stores a new study; what it rests on may be told later. */
export const insertStudy = async (db: Db, projectId: ProjectId, study: Study & Partial<StudyAbout>): Promise<void> => {
	const { areaId, id, name, kind, institute = '', period = '', method = '', n = null, remark = '' } = study;
	await db
		.insertInto('studies')
		.values({ id, project_id: projectId, area_id: areaId, name, kind, institute, period, method, n, remark })
		.execute();
};

/** Stores a study as it is now. */
export const updateStudy = async (
	db: Db,
	projectId: ProjectId,
	{ id, areaId, name, kind, institute, period, method, n, remark, version }: DescribedStudy
): Promise<void> => {
	await db
		.updateTable('studies')
		.set({ name, kind, area_id: areaId, institute, period, method, n, remark, version })
		.where('project_id', '=', projectId)
		.where('id', '=', id)
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
