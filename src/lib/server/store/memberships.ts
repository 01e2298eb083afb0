import { sql } from 'kysely';
import type { AreaId, ProjectId, UserId } from '../../domain/project/ids.ts';
import type { Access, Membership } from '../../domain/project/membership.ts';
import type { Db } from './database.ts';
import { keepPlan } from './prepare.ts';

const areasOfMembership = sql<AreaId[]>`coalesce(
	(select array_agg(area_id::text order by area_id) from membership_areas where membership_id = memberships.id), '{}')`;

const selectAll = (db: Db) =>
	db
		.selectFrom('memberships')
		.select(['memberships.id', 'memberships.user_id', 'memberships.role', 'memberships.in_all_areas'])
		.select(areasOfMembership.as('area_ids'))
		.modifyFront(keepPlan)
		.orderBy('memberships.role')
		.orderBy('memberships.id');

const select = (db: Db, projectId: ProjectId) => selectAll(db).where('memberships.project_id', '=', projectId);

/** What a person may do in a project; no memberships = not a member. */
export const accessOf = async (db: Db, projectId: ProjectId, userId: UserId): Promise<Access> => {
	const rows = await select(db, projectId).where('memberships.user_id', '=', userId).execute();
	return { userId, memberships: rows.map(toMembership) };
};

/** What a person may do in each project that he or she is a member of. */
export const accessByProject = async (db: Db, userId: UserId): Promise<ReadonlyMap<ProjectId, Access>> => {
	const rows = await selectAll(db).select('memberships.project_id').where('memberships.user_id', '=', userId).execute();
	const projects = Map.groupBy(rows, ({ project_id }) => project_id);
	return new Map([...projects].map(([projectId, own]) => [projectId, { userId, memberships: own.map(toMembership) }]));
};

/** All memberships of a project. */
export const listMemberships = async (db: Db, projectId: ProjectId): Promise<readonly Membership[]> =>
	(await select(db, projectId).execute()).map(toMembership);

/** Gives a person a role, in all areas or in some. */
export const insertMembership = async (
	db: Db,
	projectId: ProjectId,
	membership: Membership,
	at: Date
): Promise<void> => {
	await db
		.insertInto('memberships')
		.values({
			id: membership.id,
			project_id: projectId,
			user_id: membership.userId,
			role: membership.role,
			in_all_areas: membership.areaIds === null,
			created_at: at
		})
		.execute();
	if (!membership.areaIds || membership.areaIds.length === 0) return;
	await db
		.insertInto('membership_areas')
		.values(membership.areaIds.map((area_id) => ({ membership_id: membership.id, area_id })))
		.execute();
};

/** Takes all roles of a person in a project away. */
export const deleteMembershipsOf = async (db: Db, projectId: ProjectId, userId: UserId): Promise<void> => {
	await db.deleteFrom('memberships').where('project_id', '=', projectId).where('user_id', '=', userId).execute();
};

const toMembership = (row: {
	id: string;
	user_id: string;
	role: Membership['role'];
	in_all_areas: boolean;
	area_ids: AreaId[];
}): Membership => ({
	id: row.id,
	userId: row.user_id,
	role: row.role,
	areaIds: row.in_all_areas ? null : row.area_ids
});
