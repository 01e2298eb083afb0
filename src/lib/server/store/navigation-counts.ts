import { sql } from 'kysely';
import type { AreaId, ProjectId } from '../../domain/project/ids.ts';
import type { Access } from '../../domain/project/membership.ts';
import type { Db } from './database.ts';
import { areasWithin, mayOnSource } from './visible-sources.ts';

/** How much of each kind a project holds, as far as a person may see it. */
export type NavigationCounts = {
	readonly sources: number;
	readonly indicators: number;
	/** codes that can be applied */
	readonly codes: number;
	readonly explanations: number;
	readonly members: number;
};

/** The numbers beside the links of the main menu, in one statement. */
export const countForNavigation = async (
	db: Db,
	projectId: ProjectId,
	access: Access,
	explainedAreas: 'all' | readonly AreaId[]
): Promise<NavigationCounts> => {
	const within = explainedAreas === 'all' ? sql`true` : sql`area_id in ${areasWithin(explainedAreas)}`;
	const { rows } = await sql<NavigationCounts>`select
		(select count(*)::int from sources
			where project_id = ${projectId} and deleted_at is null and ${mayOnSource(access, 'source.list')}) as sources,
		(select count(*)::int from indicators where project_id = ${projectId}) as indicators,
		(select count(*)::int from codes where project_id = ${projectId} and deleted_at is null and is_codable) as codes,
		(select count(*)::int from explanations where project_id = ${projectId} and ${within}) as explanations,
		(select count(distinct user_id)::int from memberships where project_id = ${projectId}) as members`.execute(db);
	const row = rows[0];
	if (!row) throw new Error('a select without from gives one row');
	return row;
};
