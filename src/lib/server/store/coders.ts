import { sql } from 'kysely';
import type { AreaId, ProjectId } from '../../domain/project/ids.ts';
import type { Db } from './database.ts';

/** How many people coded the released interviews of some areas, for the codings that count. */
export const countCoders = async (db: Db, projectId: ProjectId, areaIds: readonly AreaId[]): Promise<number> => {
	const row = await db
		.selectFrom('codings')
		.innerJoin('sources', 'sources.id', 'codings.source_id')
		.select(sql<number>`count(distinct codings.coder_id)::int`.as('n'))
		.where('codings.project_id', '=', projectId)
		.where('codings.layer', '=', 'shared')
		.where('codings.deleted_at', 'is', null)
		.where('sources.status', '=', 'released')
		.where('sources.deleted_at', 'is', null)
		.where('sources.area_id', 'in', [...areaIds])
		.executeTakeFirst();
	return row?.n ?? 0;
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
