import { sql } from 'kysely';
import type { ProjectId, SourceId } from '../../domain/project/ids.ts';
import type { InterviewFact } from '../../domain/report/file-facts.ts';
import type { Db } from './database.ts';

/** In which area and of which group some interviews are; an observation of public space is of no group and not among them. */
export const listSourceCells = async (
	db: Db,
	projectId: ProjectId,
	sourceIds: readonly SourceId[]
): Promise<readonly InterviewFact[]> => {
	const { rows } = await sql<InterviewFact>`select sources.id as "sourceId", sources.area_id as "areaId",
			areas.name as "areaName", sources."group" as "group"
		from sources join areas on areas.id = sources.area_id
		where sources.project_id = ${projectId} and sources.id = any(${[...sourceIds]}::uuid[])
			and sources."group" is not null
		order by sources.id`.execute(db);
	return rows;
};
