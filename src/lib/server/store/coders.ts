import { sql } from 'kysely';
import type { AreaId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** How much each person coded of the released interviews of some areas, most first: without a name. */
export const listCoders = async (
	db: Db,
	projectId: ProjectId,
	areaIds: readonly AreaId[]
): Promise<readonly { readonly interviews: number; readonly codings: number }[]> => {
	const { rows } = await sql<{ interviews: number; codings: number }>`
		select count(distinct source_id)::int as interviews, count(*)::int as codings
		from codings join sources on sources.id = codings.source_id
		where codings.project_id = ${projectId} and codings.layer = 'shared' and codings.deleted_at is null
			and sources.status = 'released' and sources.deleted_at is null and sources.area_id = any(${[...areaIds]}::uuid[])
		group by coder_id order by 2 desc, 1 desc, coder_id`.execute(db);
	return rows;
};

/** How many released interviews of some areas were coded twice, apart from each other. */
export const countDoubleCoded = async (db: Db, projectId: ProjectId, areaIds: readonly AreaId[]): Promise<number> => {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from sources
		where project_id = ${projectId} and status = 'released' and deleted_at is null
			and area_id = any(${[...areaIds]}::uuid[])
			and (select count(distinct layer) from codings where source_id = sources.id and codings.deleted_at is null) = 2`.execute(
		db
	);
	return rows[0]?.n ?? 0;
};
